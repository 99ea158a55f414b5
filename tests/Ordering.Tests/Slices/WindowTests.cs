using Commerce.Contracts.Ordering;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Windows;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

public sealed class WindowTests
{
    private static readonly DateOnly LastDay = new(2026, 6, 15);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Orders_of_a_window_have_its_prices_and_are_taken_on_together(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(100_000m));
        Done(await world.Budget(100_000m, unit: Other));
        var rice = await world.Offer();
        var window = Done(await world.OpenWindow([(rice, 5.20m)], 500m));
        var ours = Done(await world.Order([(rice, 60, MeasureUnit.Jin)], window: window));
        var theirs = Done(await world.Order([(rice, 40, MeasureUnit.Jin)], window: window, unit: Other, by: Someone("运输局采购员", Other, Capability.OrderRequest)));
        Done(await world.Decide(ours));
        Done(await world.Decide(theirs, by: Someone("运输局审批人", Other, Capability.OrderApprove)));

        Done(await world.CloseWindow(window));
        Done(await world.ConfirmWindow(window));

        Assert.Equal(312m, Money.FromFen((await world.Read(ours)).EstimatedFen).Amount);
        Assert.Equal([OrderStatus.Confirmed, OrderStatus.Confirmed], [(await world.Read(ours)).Status, (await world.Read(theirs)).Status]);
        Assert.All(await world.Events<OrderConfirmed>(), e => Assert.Equal(5.20m, Assert.Single(e.Lines).Price));
        Assert.Equal(312m, (await world.BudgetNow()).Reserved);
        Assert.Equal((2_000m, 100m), await world.StockNow(rice));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task When_too_little_comes_together_everything_is_released(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        var window = Done(await world.OpenWindow([(rice, null)], 1_000m));
        var approved = Done(await world.Order([(rice, 100, MeasureUnit.Jin)], window: window));
        Done(await world.Decide(approved));
        var draft = Done(await world.Order([(rice, 10, MeasureUnit.Jin)], submit: false, window: window));
        world.Clock.SetUtcNow(LastDay.AddDays(1).StartInChina());

        await world.CloseDueWindows();
        await world.CloseDueWindows();

        Assert.Equal(WindowStage.NotReached, (await world.Window(window)).Stage);
        Assert.Equal([OrderStatus.Cancelled, OrderStatus.Cancelled], [(await world.Read(approved)).Status, (await world.Read(draft)).Status]);
        Assert.Equal((10_000m, 0m, 0m, 10_000m), await world.BudgetNow());
        Assert.Equal((2_000m, 0m), await world.StockNow(rice));
        Assert.Equal(2, (await world.Events<OrderCancelled>()).Count);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_nobody_approved_in_time_is_released_at_confirming(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        var window = Done(await world.OpenWindow([(rice, null)], 100m));
        var waiting = Done(await world.Order([(rice, 50, MeasureUnit.Jin)], window: window));
        Done(await world.CloseWindow(window));

        Done(await world.ConfirmWindow(window));

        Assert.Equal(OrderStatus.Cancelled, (await world.Read(waiting)).Status);
        Assert.Equal((10_000m, 0m, 0m, 10_000m), await world.BudgetNow());
        Assert.Empty(await world.Events<OrderConfirmed>());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_last_day_counts_to_its_end_in_China_and_not_a_second_longer(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        var window = Done(await world.OpenWindow([(rice, null)], null));
        var draft = Done(await world.Order([(rice, 10, MeasureUnit.Jin)], submit: false, window: window));
        world.Clock.SetUtcNow(LastDay.AddDays(1).StartInChina().AddSeconds(-1));
        Done(await world.Order([(rice, 10, MeasureUnit.Jin)], window: window));

        world.Clock.SetUtcNow(LastDay.AddDays(1).StartInChina());

        Refused(ErrorCode.WindowClosed, await world.Order([(rice, 10, MeasureUnit.Jin)], window: window));
        Refused(ErrorCode.WindowClosed, await world.Submit(draft));
        Assert.Equal((2_000m, 10m), await world.StockNow(rice));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Whoever_hands_in_while_it_closes_is_counted_or_refused_never_forgotten(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(1_000_000m));
        var rice = await world.Offer(stock: 100_000);
        for (var round = 0; round < 5; round++)
        {
            var window = Done(await world.OpenWindow([(rice, null)], 50_000m));
            var drafts = new List<Guid>();
            for (var i = 0; i < 4; i++)
            {
                drafts.Add(Done(await world.Order([(rice, 10, MeasureUnit.Jin)], submit: false, window: window)));
            }

            var closing = Task.Run(() => world.CloseWindow(window));
            await Task.WhenAll(drafts.Select(d => Task.Run(() => world.Submit(d))));
            Done(await closing);

            foreach (var draft in drafts)
            {
                Assert.Equal(OrderStatus.Cancelled, (await world.Read(draft)).Status);
            }
        }

        Assert.Equal(0m, (await world.BudgetNow()).Reserved);
    }

    [Fact]
    public async Task A_window_is_opened_only_with_sensible_days_goods_and_prices_by_whoever_supplies()
    {
        await using var world = await World.Create(DatabaseProvider.Sqlite);
        var rice = await world.Offer();

        Refused(ErrorCode.Invalid, await world.OpenWindow([(rice, 5.61m)], null));
        Refused(ErrorCode.Invalid, await world.OpenWindow([(rice, 0m)], null));
        Refused(ErrorCode.Invalid, await world.OpenWindow([], null));
        Refused(ErrorCode.Invalid, await world.OpenWindow([(rice, null), (rice, null)], null));
        Refused(ErrorCode.Invalid, await world.OpenWindow([(rice, null)], -1m));
        Refused(ErrorCode.Invalid, await world.OpenWindow([(rice, null)], null, lastDay: new DateOnly(2026, 6, 9)));
        Refused(ErrorCode.Invalid, await world.OpenWindow([(rice, null)], null, deliverOn: LastDay));
        Refused(ErrorCode.Invalid, await world.OpenWindow([(rice, null)], null, name: " "));
        Refused(ErrorCode.NotFound, await world.OpenWindow([(Guid.NewGuid(), null)], null));
        Refused(ErrorCode.Forbidden, await world.OpenWindow([(rice, null)], null, by: world.Buyer));
    }

    [Fact]
    public async Task Goods_outside_the_window_are_refused_and_a_window_closes_and_is_confirmed_once()
    {
        await using var world = await World.Create(DatabaseProvider.Sqlite);
        Done(await world.Budget(10_000m));
        var (rice, flour) = (await world.Offer(), await world.Offer(Bags));
        var window = Done(await world.OpenWindow([(rice, null)], null));
        Done(await world.Order([(rice, 10, MeasureUnit.Jin)], window: window));

        Refused(ErrorCode.NotFound, await world.Order([(flour, 1, MeasureUnit.Bag)], window: window));
        Refused(ErrorCode.StateNotAllowed, await world.ConfirmWindow(window));
        Refused(ErrorCode.Forbidden, await world.CloseWindow(window, world.Buyer));
        Done(await world.CloseWindow(window));
        Refused(ErrorCode.StateNotAllowed, await world.CloseWindow(window));
        Refused(ErrorCode.Forbidden, await world.ConfirmWindow(window, world.Buyer));
        Done(await world.ConfirmWindow(window));
        Refused(ErrorCode.StateNotAllowed, await world.ConfirmWindow(window));
    }
}

/// <summary>Windows in the world of the tests.</summary>
internal static class WindowsOfTheWorld
{
    public static Task<Outcome> OpenWindow(
        this World world, IReadOnlyList<(Guid Offer, decimal? Price)> goods, decimal? minimum, DateOnly? lastDay = null, DateOnly? deliverOn = null, string name = "六月大米", Actor? by = null) =>
        world.Do(by ?? world.Supplier, (db, once, actor) => new OpenWindow.Handler(db, once, actor, world.Clock).Handle(
            new(world.Key(), name, [.. goods.Select(g => new OpenWindow.GoodsAsked(g.Offer, g.Price))], null, lastDay ?? new DateOnly(2026, 6, 15), deliverOn ?? new DateOnly(2026, 6, 18), null, minimum is { } yuan ? new(yuan, "CNY") : null),
            default));

    public static async Task<Outcome> CloseWindow(this World world, Guid window, Actor? by = null)
    {
        var version = (await world.Window(window)).Version;
        return await world.Do(by ?? world.Supplier, (db, once, actor) => new CloseWindow.Handler(db, once, actor, world.Clock).Handle(new(world.Key(), window, version), default));
    }

    public static async Task<Outcome> ConfirmWindow(this World world, Guid window, Actor? by = null)
    {
        var version = (await world.Window(window)).Version;
        return await world.Do(by ?? world.Supplier, (db, once, actor) => new ConfirmWindow.Handler(db, once, actor, world.Clock).Handle(new(world.Key(), window, version), default));
    }

    public static async Task CloseDueWindows(this World world)
    {
        await using var db = world.Open();
        await new CloseDueWindows(db, world.Clock, new OutboxBell(), NullLogger<CloseDueWindows>.Instance).Run(default);
    }

    public static async Task<OrderWindow> Window(this World world, Guid id)
    {
        await using var db = world.Open();
        return await db.Windows.AsNoTracking().SingleAsync(w => w.Id == id);
    }
}
