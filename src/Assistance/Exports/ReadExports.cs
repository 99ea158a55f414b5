using System.Text.Json;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Documents;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Exports;

/// <summary>An export as its asker sees it.</summary>
/// <param name="MayFetch">It is there, and its asker still sees all the units that are in it.</param>
internal sealed record ExportView(LedgerExport Export, bool MayFetch) : IHaveId
{
    public Guid Id => Export.Id;

    /// <summary>Where it is fetched; null when it can't be.</summary>
    public string? Href => MayFetch ? $"/assistance/exports/{NodeId.Encode("exp", Id)}" : null;
}

/// <summary>A file to be fetched.</summary>
internal sealed record ExportedFile(Guid Id, int Attempt, string Name, string MediaType, long Length);

/// <summary>A person's own exports; nobody else's exist.</summary>
internal sealed class ReadExports(AssistanceDbContext db, Actor actor, TimeProvider clock) : ITodo
{
    private const int Shown = 50;

    /// <summary>The newest first, without those that were cancelled.</summary>
    public async Task<IReadOnlyList<ExportView>> List(CancellationToken ct) =>
        [.. (await Mine().Where(e => e.State != ExportState.Cancelled).OrderByDescending(e => e.Id).Take(Shown).ToListAsync(ct)).Select(View)];

    public async Task<IReadOnlyDictionary<Guid, ExportView>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await Mine().Where(e => ids.Contains(e.Id)).ToListAsync(ct)).ToDictionary(e => e.Id, View);

    /// <summary>The file; null when it isn't there, isn't the asker's, or holds rows of a unit that the asker may no longer see.</summary>
    public async Task<ExportedFile?> File(Guid id, CancellationToken ct)
    {
        if (await Mine().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } export || !View(export).MayFetch)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        await db.LedgerExports.Where(e => e.Id == id && e.FetchedAt == null).ExecuteUpdateAsync(s => s.SetProperty(e => e.FetchedAt, now), ct);
        var text = export.Format == ExportFormat.Csv;
        return new(
            id, export.Attempt, $"{(export.Of == ExportOf.Rows ? "消费帮扶台账明细" : "消费帮扶采购汇总")}-{export.Mark.Replace(':', '-')}.{(text ? "csv" : "xlsx")}",
            text ? CsvFile.MediaType : XlsxFile.MediaType, export.Length);
    }

    /// <summary>Writes the file out, one part in memory at a time.</summary>
    public async Task CopyTo(ExportedFile file, Stream to, CancellationToken ct)
    {
        for (var number = 1; await Part(number) is { } content; number++)
        {
            await to.WriteAsync(content, ct);
        }

        Task<byte[]?> Part(int number) => db.LedgerExportParts.AsNoTracking().Where(p => p.ExportId == file.Id && p.Attempt == file.Attempt && p.Number == number).Select(p => p.Content).SingleOrDefaultAsync(ct);
    }

    /// <summary>What is done and hasn't been fetched, and what came to nothing.</summary>
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct) =>
    [
        .. (await Mine().Where(e => (e.State == ExportState.Done && e.FetchedAt == null) || e.State == ExportState.Failed).OrderBy(e => e.Id).ToListAsync(ct)).Select(e => e.State == ExportState.Failed
            ? new Todo($"看一下没有写成的导出（{e.Scope}）", $"Look at an export that wasn't written ({e.ScopeEnglish})", "/assistance/exports", e.DoneAt!.Value)
            : new Todo($"下载写好的导出（{e.Scope}）", $"Fetch an export that is written ({e.ScopeEnglish})", "/assistance/exports", e.DoneAt!.Value)),
    ];

    private IQueryable<LedgerExport> Mine()
    {
        var me = actor.Id;
        return db.LedgerExports.AsNoTracking().Where(e => e.ById == me && e.Of != ExportOf.YearArchive);
    }

    private ExportView View(LedgerExport export) => new(
        export, export.State == ExportState.Done && !JsonSerializer.Deserialize<List<Guid>>(export.Units)!.Except(actor.UnitsWhere(Capability.AssistanceRead)).Any());
}
