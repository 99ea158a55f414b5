using System.Globalization;
using Commerce.Platform.Audit;
using Commerce.Platform.Documents;
using Commerce.Platform.Files;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Export;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Archive;

/// <summary>归档: a year's list with all that was done about it, in one package that is readable without this program: the list as docx and xlsx,
/// every table as CSV, the files, the audit trail, and the hashes of them all.</summary>
internal sealed class WriteListArchive(TaskListDbContext db, ReadLists lists, ExportList export, FileStore files, IEnumerable<FileRule> rules, Actor actor)
{
    /// <summary>Who may take all of it away: whoever supervises the whole department, or audits it.</summary>
    public bool MayTake => actor.OfTheWholeHouse.Contains(Capability.TaskSupervise) || actor.OfTheWholeHouse.Contains(Capability.AuditRead);

    /// <param name="year">The list's year.</param>
    /// <param name="to">Where to.</param>
    /// <param name="mark">Who takes it, and when.</param>
    /// <param name="ct">Cancellation.</param>
    /// <returns>False when there is no such list, or not for this person.</returns>
    public async Task<bool> Write(int year, Stream to, string mark, CancellationToken ct)
    {
        if (!MayTake || await lists.List(year, null, ct) is not { } list || await export.Paper(year, null, ct) is not { } paper)
        {
            return false;
        }

        var tables = new ListTables(db, list.Id, list.Year);
        var read = await tables.Read(ct);
        using var zip = new ArchiveZip(to);
        zip.Text("说明 README.txt", Readme(list.Title, mark));
        zip.Add("清单.docx", DocxFile.Of(paper with { Mark = mark }));
        zip.Add("清单.xlsx", XlsxFile.Of(paper with { Mark = mark }));
        foreach (var table in read)
        {
            zip.Table($"tables/{table.Name}.csv", table.Columns, table.Rows.Select(r => (IReadOnlyList<PaperCell>)[.. r.Select(v => (PaperCell)v)]));
        }

        foreach (var (name, issued) in tables.Papers)
        {
            zip.Add(name, issued);
        }

        zip.Add("audit.csv", s => AuditTable.Write(db, new DateOnly(year, 1, 1), lists.Today, s));
        var purposes = rules.Select(r => r.Purpose).Where(p => p.StartsWith("tasks.", StringComparison.Ordinal)).ToList();
        foreach (var id in tables.Files.Order())
        {
            foreach (var purpose in purposes)
            {
                if (await files.OpenJudged(purpose, id, ct) is { } file)
                {
                    zip.Add(string.Create(CultureInfo.InvariantCulture, $"files/{id:N}{Path.GetExtension(file.Facts.Name)}"), file.Bytes);
                    break;
                }
            }
        }

        zip.List();
        return true;
    }

    private static string Readme(string title, string mark) => $"""
        {title}：归档包
        {mark}

        清单.docx、清单.xlsx  清单及截至导出日的进展
        tables/*.csv        清单的全部记录，一张表一个文件（UTF-8，第一行是列名；时间为北京时间）
        papers/             情况通报等印发时的原件；记录里写着文件名
        files/              佐证及其他文件，文件名是记录里的 FileId（不带横线），原名见记录
        audit.csv           操作记录：何人、何时、对什么、改动前后的值
        {ArchiveZip.Manifest}     每个文件的 SHA-256；核对：sha256sum -c {ArchiveZip.Manifest}

        {title}: archive
        The list as docx and xlsx; every record as CSV (one file per table, UTF-8, times of China); papers as they were issued; the files, named by the FileId of the records;
        the audit trail with values before and after; the hashes of all files, to be checked with sha256sum -c {ArchiveZip.Manifest}.

        """;
}
