using Commerce.Assistance.Data;
using Commerce.Assistance.Months;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Tests.Months;

/// <summary>A department with two units, and the people who deal with its months.</summary>
internal sealed class MonthWorld : IAsyncDisposable
{
    public static readonly Guid Department = Guid.Parse("0a000000-0000-0000-0000-0000000000ff");
    public static readonly Month June = Month.Of(2026, 6);
    public static readonly Month July = Month.Of(2026, 7);
    private static readonly Guid[] Everywhere = [Department, World.Highways, World.Transport];
    private int key;

    private MonthWorld(World ledger) => Ledger = ledger;

    public World Ledger { get; }

    /// <summary>A server for real use, unless a test says otherwise.</summary>
    public Demonstration Demonstration { get; set; } = new(false);

    public Actor Leader { get; } = World.Person("李审批", [Capability.AssistanceRead, Capability.AssistanceConfirm], World.Highways);

    public Actor Officer { get; } = World.Person("周主任", [Capability.AssistanceRead, Capability.AssistanceClose, Capability.AssistanceAdjust], Everywhere);

    public Actor Supervisor { get; } = World.Person("郑督查", [Capability.AssistanceRead, Capability.AssistanceCountersign], Everywhere);

    /// <summary>The clock says 1 August 2026.</summary>
    public static async Task<MonthWorld> Create(DatabaseProvider provider)
    {
        var world = new MonthWorld(await World.Create(provider));
        await world.Ledger.DeliverAll(
        [
            new UnitRecorded(Department, 1, "省交通运输厅", "DEPARTMENT", null, false),
            new UnitRecorded(World.Highways, 1, "公路局", "AFFILIATED_UNIT", Department, false),
            new UnitRecorded(World.Transport, 1, "运输局", "AFFILIATED_UNIT", Department, false),
        ]);
        return world;
    }

    /// <summary>97.2 斤 of rice for the highways bureau's canteen in June: 544.32.</summary>
    public Task<Trade> SackOfRice() => SackOfRiceIn(2026, 6);

    /// <summary>The same in another month.</summary>
    public async Task<Trade> SackOfRiceIn(int year, int month)
    {
        var trade = new Trade(World.Highways, World.Mingdong);
        await Ledger.DeliverAll([trade.Confirmed(), trade.Accepted(48.6m, World.On(year, month, 20))]);
        return trade;
    }

    public async Task<Outcome> Confirm(Actor actor, Month month, Guid unit, int entries) =>
        await With(async db => await new ConfirmMonth.Handler(db, Ledger.Once(actor), actor, Demonstration, Ledger.Clock).Handle(new(Key(), MonthId.Of(month), unit, entries), default));

    public async Task<Outcome> Sign(Actor actor, Month month, int entries) =>
        await With(async db => await new CloseMonth.Handler(db, Ledger.Once(actor), actor, Ledger.Clock).Handle(new(Key(), MonthId.Of(month), entries), default));

    public async Task<Outcome> Countersign(Actor actor, Month month, int entries) =>
        await With(async db => await new CountersignMonth.Handler(db, Ledger.Once(actor), actor, Demonstration, Ledger.Clock).Handle(new(Key(), MonthId.Of(month), entries), default));

    public async Task<Outcome> Reopen(Actor actor, Month month, string reason) =>
        await With(async db => await new ReopenMonth.Handler(db, Ledger.Once(actor), actor, Ledger.Clock).Handle(new(Key(), MonthId.Of(month), reason), default));

    public Task<MonthView> Read(Actor actor, Month month) => With(db => Reader(db, actor).Read(month, default));

    public Task<NamedFile?> File(Actor actor, Month month, int? version = null, Guid? unit = null) => With(db => Reader(db, actor).File(month, version, unit, default));

    /// <summary>Both signatures, whatever is in the month.</summary>
    public async Task Close(Month month)
    {
        var entries = (await Read(Officer, month)).Entries;
        (await Sign(Officer, month, entries)).Done();
        (await Countersign(Supervisor, month, entries)).Done();
    }

    public async Task<T> With<T>(Func<AssistanceDbContext, Task<T>> act)
    {
        await using var db = Ledger.Open();
        return await act(db);
    }

    public ValueTask DisposeAsync() => Ledger.DisposeAsync();

    private ReadMonths Reader(AssistanceDbContext db, Actor actor) => new(db, actor, Demonstration, Ledger.Clock);

    private string Key() => $"k{Interlocked.Increment(ref key)}";
}

internal static class Outcomes
{
    public static void Done(this Outcome outcome)
    {
        if (outcome.Error is { } error)
        {
            throw new InvalidOperationException(error.English);
        }
    }
}
