using System.Diagnostics;
using System.Globalization;
using Commerce.Assistance;
using Commerce.Assistance.Archive;
using Commerce.Assistance.Counting;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Exports;
using Commerce.Assistance.External;
using Commerce.Assistance.KnownOrders;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Months;
using Commerce.Assistance.MonthTable;
using Commerce.Assistance.Reports;
using Commerce.Assistance.Totals;
using Commerce.Contracts.Ordering;
using Commerce.LedgerBench;
using Commerce.Platform.Databases;
using Commerce.Platform.Inbox;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

// Called by bench/run-ledger:  dotnet Commerce.LedgerBench.dll speed postgres|sqlite SMALL BIG   |   export postgres|sqlite ROWS
Console.OutputEncoding = System.Text.Encoding.UTF8;
var clock = new FakeTimeProvider(Filled.Now);
var demonstration = new Demonstration(false);
var provider = args[1] == "postgres" ? DatabaseProvider.PostgreSql : DatabaseProvider.Sqlite;
if (args[0] == "export")
{
    await Export(int.Parse(args[2], CultureInfo.InvariantCulture));
    return;
}

var sizes = args[2..].Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToList();
var ledgers = new List<Filled>();
foreach (var size in sizes)
{
    var watch = Stopwatch.StartNew();
    ledgers.Add(await Filled.Create(provider, size));
    Console.Error.WriteLine($"{size} rows filled in {watch.Elapsed.TotalSeconds:0} s");
}

var works = new (string Name, Func<AssistanceDbContext, Task> Run)[]
{
    ("month table", db => new ReadMonths(db, Filled.Officer, demonstration, clock).Read(Month.Of(2026, 11), default)),
    ("front page: month table, year, what waits", async db =>
    {
        await new ReadMonths(db, Filled.Officer, demonstration, clock).Read(Month.Of(2026, 11), default);
        await new ReadYear(db, Filled.Officer, demonstration).Read(Month.Of(2026, 11), null, default);
        await new MonthTodos(db, Filled.Officer, demonstration, clock).Read(default);
    }),
    ("report by unit", db => new ReadReport(db, new ReadTotals(db, demonstration), new ReadGuides(db, clock), Filled.Officer, demonstration, clock).Read(new LedgerAddress { Year = 2026, By = [TotalsBy.Unit] }, true, default)),
    ("posting an acceptance of one line", Post),
};

// Small and big take turns, so that whatever else the machine does meets both alike.
var times = works.ToDictionary(w => w.Name, _ => ledgers.Select(_ => new List<double>()).ToList());
for (var round = -5; round < 40; round++)
{
    foreach (var (name, run) in works)
    {
        for (var i = 0; i < ledgers.Count; i++)
        {
            await using var db = ledgers[i].Open();
            var watch = Stopwatch.StartNew();
            await run(db);
            if (round >= 0)
            {
                times[name][i].Add(watch.Elapsed.TotalMilliseconds);
            }
        }
    }
}

Console.WriteLine($"| {args[1]}, median of 40, ms | {string.Join(" | ", sizes.Select(s => s.ToString("#,##0", CultureInfo.InvariantCulture) + " rows"))} | big/small |");
Console.WriteLine($"|---|{string.Concat(sizes.Select(_ => "--:|"))}--:|");
foreach (var (name, _) in works)
{
    var medians = times[name].Select(t => t.Order().ElementAt(t.Count / 2)).ToList();
    Console.WriteLine($"| {name} | {string.Join(" | ", medians.Select(m => m.ToString("0.0", CultureInfo.InvariantCulture)))} | {(medians[^1] / medians[0]).ToString("0.00", CultureInfo.InvariantCulture)} |");
}

foreach (var ledger in ledgers)
{
    await ledger.DisposeAsync();
}

async Task Post(AssistanceDbContext db)
{
    var (order, line, acceptance) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
    var at = new DateTimeOffset(2026, 12, 19, 4, 0, 0, TimeSpan.Zero);
    var context = new EventContext(Guid.NewGuid(), at);
    await db.InTransaction(
        async _ =>
        {
            await new RememberOrder(db).Handle(new OrderConfirmed(order, "PO-2026-1", Filled.Units[0], Filled.Units[0], "CANTEEN", [new(line, Filled.Products[0], 5.6m, "JIN")], at), context, default);
            return await db.SaveChangesAsync();
        },
        default);
    await db.InTransaction(
        async _ =>
        {
            var taken = await new CountPurchase(db, demonstration, new FindDoubles(db, new AssistanceOptions(), clock), clock).Handle(
                new GoodsAccepted(
                    acceptance, "AC-2026-1", null, order, "PO-2026-1", Filled.Units[0], Filled.Units[0], "名称", "CANTEEN", at, "2026-12",
                    [new(Guid.NewGuid(), null, line, Filled.Products[0], Guid.Empty, Filled.Products[0], "大米", Guid.Empty, "合作社", Filled.Villages[0], "明东村", "222405", "龙井市", 5.6m, "JIN", 10m, "KG", 112m, false)]),
                context, default);
            return taken.Reason is null ? await db.SaveChangesAsync() : throw new InvalidOperationException(taken.Reason);
        },
        default);
}

// A long export of real rows, once: how long it takes and how much memory it needs.
async Task Export(int rows)
{
    await using var ledger = await Filled.Create(provider, rows);
    foreach (var format in new[] { ExportFormat.Csv, ExportFormat.Xlsx })
    {
        await using var db = ledger.Open();
        var export = new LedgerExport
        {
            Id = Guid.CreateVersion7(),
            Of = ExportOf.Rows,
            Format = format,
            ById = Filled.Officer.Id,
            ByName = Filled.Officer.Name,
            Address = "?year=2026&since=2025",
            Scope = "2025—2026年",
            ScopeEnglish = "2025—2026",
            Units = System.Text.Json.JsonSerializer.Serialize(Filled.Units),
            Mark = "周主任 导出",
            RequestedAt = Filled.Now,
            LastSequence = rows,
            Rows = rows,
        };
        db.LedgerExports.Add(export);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        GC.Collect();
        var before = GC.GetTotalMemory(true);
        var peak = 0L;
        using var watching = new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(false)), null, 0, 20);
        var watch = Stopwatch.StartNew();
        await Writer(db).Run(default);
        watch.Stop();
        var done = await db.LedgerExports.AsNoTracking().SingleAsync(e => e.Id == export.Id);
        Console.WriteLine($"{args[1]}, {format}, {done.State}: {done.Written:#,##0} rows, {done.Length / 1048576.0:0.0} MiB in {watch.Elapsed.TotalSeconds:0.0} s; managed memory {before / 1048576.0:0} MiB before, {peak / 1048576.0:0} MiB at most, process {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0:0} MiB at most");
    }
}

WriteExports Writer(AssistanceDbContext db) => new(db, new StreamRows(db, demonstration), new WriteReport(null!), new WriteArchive(db, new ReadTotals(db, demonstration)), clock, NullLogger<WriteExports>.Instance);
