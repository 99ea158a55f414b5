using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Commerce.Platform.Databases;
using Commerce.Platform.Documents;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.Personal;

/// <summary>个人信息副本: everything that the system holds about one person, out of all modules, as one zip.</summary>
public sealed class PersonFile
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/zip";

    private static readonly JsonSerializerOptions Readable = new(GraphJson.Options) { WriteIndented = true };

    private readonly IServiceProvider services;
    private readonly IReadOnlyList<DatabaseEntry> databases;
    private readonly IEnumerable<IPersonPart> parts;

    internal PersonFile(IServiceProvider services, IReadOnlyList<DatabaseEntry> databases, IEnumerable<IPersonPart> parts)
    {
        (this.services, this.databases, this.parts) = (services, databases, parts);
    }

    /// <summary>The zip: 说明.txt, 记录.csv and 记录.json.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="mark">Who takes it away and when.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<byte[]> Of(Guid person, string mark, CancellationToken ct)
    {
        var lines = new List<PaperRow>();
        var modules = new Dictionary<string, object>();
        foreach (var database in databases)
        {
            var db = (ModuleDbContext)services.GetRequiredService(database.Context);
            var words = parts.FirstOrDefault(p => p.Module == database.Module)?.Tables ?? PlatformPart.Words;
            var rows = await new PersonRows(db, person).Read(ct);
            var acts = await db.AuditTrail.AsNoTracking().Where(e => e.ActorId == person).OrderBy(e => e.Sequence).Select(e => new { e.At, e.Operation, e.SubjectId }).ToListAsync(ct);
            modules[database.Module] = new { records = rows.GroupBy(r => r.Table).ToDictionary(g => g.Key, g => g.Select(r => new { r.As, r.Values })), acts };
            lines.AddRange(rows.Select(r => new PaperRow([words.GetValueOrDefault(r.Table, r.Table), string.Join("、", r.As.Select(PersonWords.Of)), Text(r.Values)])));
            lines.AddRange(acts.Select(a => new PaperRow(["操作记录", "操作人", $"{a.At.ClockInChina():yyyy-MM-dd HH:mm:ss} {a.Operation} {a.SubjectId}"])));
        }

        var table = new PaperTable("个人信息副本", [new("记录", 24), new("此人在其中是", 20), new("内容", 120)], lines) { Mark = mark };
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await Add(zip, "说明.txt", Encoding.UTF8.GetBytes("\uFEFF" + Explained(mark, lines.Count)), ct);
            await Add(zip, "记录.csv", CsvFile.Of(table), ct);
            await Add(zip, "记录.json", JsonSerializer.SerializeToUtf8Bytes(new { mark, person, modules }, Readable), ct);
        }

        return file.ToArray();
    }

    private static async Task Add(ZipArchive zip, string name, byte[] content, CancellationToken ct)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Optimal).OpenAsync(ct);
        await entry.WriteAsync(content, ct);
    }

    private static string Text(IReadOnlyDictionary<string, object?> values) => string.Join("；", values
        .Where(v => v.Value is not (null or "" or Guid)).Select(v => $"{PersonWords.Of(v.Key)}：{Shown(v.Value!)}"));

    private static string Shown(object value) => value switch
    {
        DateTimeOffset at => $"{at.ClockInChina():yyyy-MM-dd HH:mm:ss}",
        DateOnly day => $"{day:yyyy-MM-dd}",
        Enum one => GraphJson.EnumName(one),
        bool yes => yes ? "是" : "否",
        byte[] => "（内容略）",
        string or ValueType => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
        _ => JsonSerializer.Serialize(value, GraphJson.Options),
    };

    private static string Explained(string mark, int count) =>
        $"""
        个人信息副本
        {mark}

        这里是本系统保存的、与这个账号有关的全部记录，共 {count} 条。
        记录.csv  可用表格软件打开：每行一条记录，写明是什么记录、此人在其中是什么身份、记录的内容。
        记录.json  同样的记录，供程序读取。

        别人的姓名已经脱敏（例如 王*明）。密码只保存不能还原的摘要，不在副本之内。
        上传过的文件只列出名称；需要文件本身，请在原来的页面下载。
        发现写错的，请告诉本单位管理员更正；账号停用后可以申请删除个人信息。
        """.ReplaceLineEndings("\r\n");
}
