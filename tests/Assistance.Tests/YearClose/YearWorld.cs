using System.IO.Compression;
using Commerce.Assistance.Archive;
using Commerce.Assistance.Carry;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Exports;
using Commerce.Assistance.Months;
using Commerce.Assistance.Tests.Months;
using Commerce.Assistance.Totals;
using Commerce.Assistance.YearClose;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.Extensions.Logging.Abstractions;

namespace Commerce.Assistance.Tests.YearClose;

/// <summary>A department whose 2025 is over: rice in March and November, as ordering states it.</summary>
internal sealed class YearWorld(MonthWorld months) : IAsyncDisposable
{
    public const int Year = 2025;
    private int key;

    public MonthWorld Months { get; } = months;

    public Actor Manager { get; } = World.Person("周主任", [Capability.AssistanceRead, Capability.AssistanceManage], MonthWorld.Department, World.Highways, World.Transport);

    public Trade March { get; private set; } = null!;

    public static async Task<YearWorld> Create(DatabaseProvider provider)
    {
        var world = new YearWorld(await MonthWorld.Create(provider));
        world.March = await world.Months.SackOfRiceIn(Year, 3);
        await world.Months.SackOfRiceIn(Year, 11);
        await world.Months.Ledger.DeliverAll([.. new[] { "2025-03", "2025-11" }.Select(m => new AcceptedTotalsStated(World.Highways, World.Mingdong, m, 544.32m, 1, 1))]);
        return world;
    }

    public async Task CloseMonths(params int[] except)
    {
        foreach (var month in Enumerable.Range(1, 12).Except(except))
        {
            await Months.Close(Month.Of(Year, month));
        }
    }

    public Task<Outcome> Sign(Actor actor, int entries, int year = Year) =>
        With(db => new SignYear.Handler(db, Months.Ledger.Once(actor), actor, Months.Ledger.Clock).Handle(new($"y{++key}", YearId.Of(year), entries), default));

    public Task<Outcome> Countersign(Actor actor, int entries) =>
        With(db => new CountersignYear.Handler(db, Months.Ledger.Once(actor), actor, Months.Demonstration, Months.Ledger.Clock).Handle(new($"y{++key}", YearId.Of(Year), entries), default));

    public async Task Close()
    {
        await CloseMonths();
        (await Sign(Months.Officer, 2)).Done();
        (await Countersign(Months.Supervisor, 2)).Done();
    }

    public Task<YearView> Read(Actor actor, int year = Year) => With(db => new ReadYears(db, actor, Months.Demonstration).Read(year, default));

    public Task<NamedFile?> File(Actor actor) => With(db => new ReadYears(db, actor, Months.Demonstration).File(Year, default));

    public Task<Outcome> MakeArchive(Actor actor) => With(db => new MakeArchive.Handler(db, Months.Ledger.Once(actor), actor, Months.Ledger.Clock).Handle(new($"y{++key}", YearId.Of(Year)), default));

    /// <summary>The host's worker makes what waits.</summary>
    public Task Work() => With(async db =>
    {
        await new WriteExports(
            db, new StreamRows(db, Months.Demonstration), new WriteReport(null!), new WriteArchive(db, new ReadTotals(db, Months.Demonstration)), Months.Ledger.Clock, NullLogger<WriteExports>.Instance).Run(default);
        return true;
    });

    public Task<Dictionary<string, byte[]>?> Archive(Actor actor) => With(async db =>
    {
        if (await new ReadYears(db, actor, Months.Demonstration).ArchiveFile(Year, default) is not { } file)
        {
            return null;
        }

        using var content = new MemoryStream();
        await new ReadExports(db, actor, Months.Ledger.Clock).CopyTo(file, content, default);
        using var zip = new ZipArchive(new MemoryStream(content.ToArray()));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var to = new MemoryStream();
            using var from = e.Open();
            from.CopyTo(to);
            return to.ToArray();
        });
    });

    public Task<IReadOnlyList<CarryLine>> Draft(decimal percent, Actor? actor = null) => With(db => new CarryDraft(db, actor ?? Manager).Read(Year, percent, default));

    public Task<Outcome> Carry(decimal percent, decimal total, string reason = "党组会议定", Guid[]? some = null, Guid? programme = null) => With(async db =>
    {
        var year = programme ?? db.Programmes.Single(p => p.Year == Year).Id;
        return await new CarryGuides.Handler(db, Months.Ledger.Once(Manager), new CarryDraft(db, Manager), Manager, Months.Ledger.Clock)
            .Handle(new($"y{++key}", year, percent, some, new MoneyInput(total, "CNY"), reason), default);
    });

    public Task<Outcome> Guide(int year, Guid unit, decimal amount) => With(db => new Assistance.Commitments.SetCommitment.Handler(db, Months.Ledger.Once(Manager), Manager, Months.Ledger.Clock)
        .Handle(new($"y{++key}", year, unit, CommitmentScope.OwnGuide, CommitmentBasis.FixedAmount, new MoneyInput(amount, "CNY")), default));

    public Task<T> With<T>(Func<AssistanceDbContext, Task<T>> act) => Months.With(act);

    public ValueTask DisposeAsync() => Months.DisposeAsync();
}
