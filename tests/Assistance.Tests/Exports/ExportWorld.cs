using System.Text;
using Commerce.Assistance.Archive;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Exports;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Tests.Months;
using Commerce.Assistance.Totals;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Commerce.Assistance.Tests.Exports;

/// <summary>A ledger of some rows, people who ask for them, and hosts that write.</summary>
internal sealed class ExportWorld(MonthWorld months) : IAsyncDisposable
{
    private int key;

    public MonthWorld Months { get; } = months;

    public Actor Officer => Months.Officer;

    public static async Task<ExportWorld> Create(DatabaseProvider provider, int rows)
    {
        var world = new ExportWorld(await MonthWorld.Create(provider));
        for (var i = 0; i < rows; i++)
        {
            await world.Months.SackOfRice();
        }

        return world;
    }

    public Task<Outcome> Ask(Actor actor, string query = "month=2026-06", ExportFormat format = ExportFormat.Csv, int most = RequestExport.MostRows) => Months.With(db =>
        new RequestExport.Handler(db, Months.Ledger.Once(actor), new ReadChoices(db, actor, Months.Demonstration), Months.Demonstration, actor, Months.Ledger.Clock) { Most = most }
            .Handle(new($"e{++key}", ExportOf.Rows, query, format), default));

    public async Task<Guid> Asked(Actor actor, ExportFormat format = ExportFormat.Csv) => (await Ask(actor, "month=2026-06", format)).Id!.Value;

    public Task<Outcome> Cancel(Actor actor, Guid id) => Months.With(db => new CancelExport.Handler(db, Months.Ledger.Once(actor), actor).Handle(new($"e{++key}", id), default));

    /// <summary>A host's worker on a context of its own.</summary>
    public WriteExports Host(AssistanceDbContext db, int batch = 2, int inSheet = RowsPaper.MostInSheet) =>
        new(db, new StreamRows(db, Months.Demonstration) { Batch = batch }, new WriteReport(null!), new WriteArchive(db, new ReadTotals(db, Months.Demonstration)), Months.Ledger.Clock, NullLogger<WriteExports>.Instance) { InSheet = inSheet };

    public Task Work(int inSheet = RowsPaper.MostInSheet) => Months.With(async db =>
    {
        await Host(db, inSheet: inSheet).Run(default);
        return true;
    });

    public Task<LedgerExport?> Take() => Months.With(db => Host(db).Take(default));

    public Task<bool> Try(LedgerExport export) => Months.With(async db =>
    {
        await Host(db).Try(export, default);
        return true;
    });

    public Task<LedgerExport> Export(Guid id) => Months.With(db => db.LedgerExports.AsNoTracking().SingleAsync(e => e.Id == id));

    public async Task<byte[]?> Fetch(Actor actor, Guid id) => await Months.With(async db =>
    {
        var read = new ReadExports(db, actor, Months.Ledger.Clock);
        if (await read.File(id, default) is not { } file)
        {
            return null;
        }

        using var content = new MemoryStream();
        await read.CopyTo(file, content, default);
        return content.Length == file.Length ? content.ToArray() : throw new InvalidOperationException("The file isn't as long as it says.");
    });

    public async Task<string> Text(Guid id) => Encoding.UTF8.GetString((await Fetch(Officer, id))!);

    public Task<string[]> Waiting(Actor actor) => Months.With(async db => (await new ReadExports(db, actor, Months.Ledger.Clock).Read(default)).Select(t => t.Chinese).ToArray());

    public Task<int> Parts() => Months.With(db => db.LedgerExportParts.CountAsync());

    public ValueTask DisposeAsync() => Months.DisposeAsync();
}
