using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Reports;
using Commerce.Assistance.Tests.Reports;
using Commerce.Assistance.Totals;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.Flows;

public sealed class FlowTests
{
    private static readonly Guid Order = Guid.Parse("1a000000-0000-0000-0000-000000000001");
    private static readonly Guid Line = Guid.Parse("1a000000-0000-0000-0000-000000000002");

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Ordered_accepted_and_paid_stand_side_by_side_each_in_its_own_month(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var rice = new Trade(World.Highways, World.Mingdong);
        await world.DeliverAll(
        [
            Paid(rice, 300m, new DateOnly(2026, 7, 20)), Paid(rice, -100m, new DateOnly(2026, 7, 21)), rice.Confirmed(), rice.Accepted(48.6m, World.On(2026, 6, 10)),
            Ordered(1, 560m, "2026-05"), Ordered(7, -60m, "2026-06"),
        ]);

        var lines = await Lines(world, new() { Year = 2026, By = [TotalsBy.Month, TotalsBy.Village], WithFlows = true });
        var unit = await Lines(world, new() { Year = 2026, WithFlows = true });

        Assert.Equal(
            [("2026-05", "明东村", 560m, 0m, 0m), ("2026-06", "明东村", -60m, 544.32m, 0m), ("2026-07", "明东村", 0m, 0m, 200m)],
            lines.Select(l => (l.Labels[0], l.Labels[1], l.Ordered.Amount, l.Sums.Amount.Amount, l.Paid.Amount)));
        Assert.Equal((500m, 544.32m, 200m), (unit.Single().Ordered.Amount, unit.Single().Sums.Amount.Amount, unit.Single().Paid.Amount));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_is_heard_again_adds_nothing_and_nothing_enters_the_ledger(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var rice = new Trade(World.Highways, World.Mingdong);
        var paid = Paid(rice, 300m, new DateOnly(2026, 7, 20));
        Assert.True((await world.Deliver(paid)).IsWaiting);
        await world.DeliverAll([rice.Confirmed(), rice.Accepted(48.6m, World.On(2026, 6, 10))]);

        for (var i = 0; i < 3; i++)
        {
            Assert.Null((await world.Deliver(paid)).Reason);
            Assert.Null((await world.Deliver(Ordered(1, 560m, "2026-06"))).Reason);
        }

        await using var db = world.Open();
        Assert.Equal([56_000L, 30_000L], await db.Flows.OrderBy(f => f.Kind).Select(f => f.AmountFen).ToListAsync());
        Assert.Equal(54_432, await db.LedgerTotals.SumAsync(t => t.AmountFen));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_no_amount_or_purpose_is_never_counts(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);

        Assert.False((await world.Deliver(Ordered(1, 0.001m, "2026-06"))).IsWaiting);
        Assert.NotNull((await world.Deliver(Ordered(1, 0.001m, "2026-06"))).Reason);
        Assert.NotNull((await world.Deliver(Ordered(1, 1m, "2026-13"))).Reason);
        Assert.NotNull((await world.Deliver(Ordered(1, 1m, "2026-06") with { Purpose = "FEAST" })).Reason);
        Assert.NotNull((await world.Deliver(Paid(new Trade(World.Highways, null), 0.001m, new DateOnly(2026, 6, 1)))).Reason);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task As_known_on_a_day_things_are_called_what_they_were_called_then(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var rice = new Trade(World.Highways, World.Mingdong);
        await world.DeliverAll([rice.Confirmed(), rice.Accepted(48.6m, World.On(2026, 6, 10))]);
        world.Clock.SetUtcNow(World.On(2026, 8, 20));
        var document = new Trade(World.Highways, World.Mingdong);
        var renamed = document.Accepted(1m, World.On(2026, 8, 20)) with { CountsForName = "公路管理局" };
        await world.DeliverAll([document.Confirmed(), renamed]);
        world.Clock.SetUtcNow(World.On(2026, 9, 1));

        Assert.Equal("公路管理局", (await Lines(world, new() { Year = 2026 })).Single().Labels[0]);
        Assert.Equal("公路管理局", (await Lines(world, new() { Year = 2026, KnownOn = new(2026, 8, 20) })).Single().Labels[0]);
        Assert.Equal("公路局", (await Lines(world, new() { Year = 2026, KnownOn = new(2026, 8, 19) })).Single().Labels[0]);
    }

    private static async Task<IReadOnlyList<ReportLine>> Lines(World world, LedgerAddress address)
    {
        await using var db = world.Open();
        return (await ReportTests.Reports(db, world).Read(address, true, default)).Value.Lines;
    }

    private static OrderedAmountsStated Ordered(int statement, decimal amount, string month) => new(
        Order, "PO-2026-000001", statement, World.Highways, "CANTEEN", World.On(2026, 6, 1), month, [new(Line, World.Rice, World.Producer, World.Mingdong, World.Outlet, amount, false)]);

    internal static PaymentShared Paid(Trade trade, decimal amount, DateOnly day) => new(
        Guid.NewGuid(), "PY-2026-000001", "ST-2026-000001", World.Highways, day, World.On(day.Year, day.Month, day.Day), [new(trade.AcceptedLineId, amount)]);
}
