using Commerce.Contracts.Catalog;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Follow;
using Commerce.Ordering.Weigh;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

/// <summary>What happens to a supplier, its papers or its prices between an order and its acceptance: docs/between-order-and-acceptance.md.</summary>
public sealed class StandingTests
{
    private static readonly Guid Coop = Guid.NewGuid();
    private static readonly Guid Rice = Guid.NewGuid();

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_order_of_a_suspended_producer_goes_no_further_and_frees_what_it_held_when_it_is_given_up(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var rice = await Offer(world);
        var draft = Done(await world.Order([(rice, 10, MeasureUnit.Jin)], submit: false));
        var submitted = Done(await world.Order([(rice, 20, MeasureUnit.Jin)]));
        var approved = Done(await world.Order([(rice, 30, MeasureUnit.Jin)]));
        Done(await world.Decide(approved));
        var confirmed = await world.Confirmed((rice, 40, MeasureUnit.Jin));

        var suspension = await Suspend(world);

        var said = Refused(ErrorCode.StateNotAllowed, await world.Submit(draft));
        Assert.Contains("明东村合作社", said.Chinese, StringComparison.Ordinal);
        Assert.Contains("抽检不合格", said.Chinese, StringComparison.Ordinal);
        Refused(ErrorCode.StateNotAllowed, await world.Order([(rice, 1, MeasureUnit.Jin)]));
        Refused(ErrorCode.StateNotAllowed, await world.Decide(submitted));
        Refused(ErrorCode.StateNotAllowed, await world.Confirm(approved));
        Refused(ErrorCode.StateNotAllowed, await world.Dispatch(confirmed, (0, 40, MeasureUnit.Jin, null)));

        // A refused step changes nothing; giving up frees stock and budget.
        Assert.Equal((90m * 5.60m, 90m), ((await world.BudgetNow()).Reserved, (await world.StockNow(rice)).Reserved));
        Done(await world.Decide(submitted, Decision.Rejected, "供货单位被暂停"));
        Done(await world.Cancel(approved));
        Done(await world.Cancel(confirmed));
        Assert.Equal((0m, 0m), ((await world.BudgetNow()).Reserved, (await world.StockNow(rice)).Reserved));

        await world.Learn(suspension with { To = world.Clock.GetUtcNow() });
        Done(await world.Submit(draft));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_nobody_gives_up_of_a_suspended_producer_is_released_by_the_time_out(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var order = Done(await world.Order([(await Offer(world), 10, MeasureUnit.Jin)]));
        Done(await world.Decide(order));
        await Suspend(world);

        world.Clock.Advance(TimeSpan.FromDays(16));
        await world.ReleaseUnconfirmed();

        Assert.Equal((OrderStatus.Cancelled, 0m), ((await world.Read(order)).Status, (await world.BudgetNow()).Reserved));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Goods_on_the_way_from_a_suspended_producer_may_be_accepted_or_rejected_and_the_keeper_is_told(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var rice = await Offer(world);
        var (first, second) = (await world.Confirmed((rice, 10, MeasureUnit.Jin)), await world.Confirmed((rice, 10, MeasureUnit.Jin)));
        var accepted = Done(await world.Dispatch(first, (0, 10, MeasureUnit.Jin, null)));
        var rejected = Done(await world.Dispatch(second, (0, 10, MeasureUnit.Jin, null)));
        await Suspend(world);

        Assert.Contains("抽检不合格", Assert.Single(await Cautions(world, accepted)).Chinese, StringComparison.Ordinal);
        Done(await world.Sign(Done(await world.Weigh(accepted, [Net((await world.LineIds(first))[0], 10)]))));
        var line = (await world.LineIds(second))[0];
        Done(await world.Sign(Done(await world.Weigh(rejected, [new(line, null, null, new(0, MeasureUnit.Jin), new(10, MeasureUnit.Jin), "供货单位被暂停")]))));

        Assert.Equal((5_600L, 0L), ((await world.Read(first)).SettledFen, (await world.Read(second)).SettledFen));
        // The rejected goods would have to be sent again, which the suspension forbids: the rest is given up by cancelling.
        Refused(ErrorCode.StateNotAllowed, await world.Dispatch(second, (0, 10, MeasureUnit.Jin, null)));
        Done(await world.Cancel(second));
        Assert.Equal((0m, 56m), ((await world.BudgetNow()).Reserved, (await world.BudgetNow()).Spent));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Goods_with_an_expired_certificate_are_not_sent_until_it_is_renewed(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var order = await world.Confirmed((await Offer(world), 10, MeasureUnit.Jin));
        var paper = new CertificateRecorded(Guid.NewGuid(), Rice, "SC", "SC10122240500001", null, new DateOnly(2026, 6, 10), null, false);
        await world.Learn(paper);
        await world.Learn(new CertificateRecorded(Guid.NewGuid(), Rice, "绿色食品", "LB-1", null, null, null, false));
        await world.Learn(new CertificateRecorded(Guid.NewGuid(), Rice, "帮扶产品认定", "RD-1", null, new DateOnly(2026, 1, 1), null, true));

        // 10 June in China is its last day.
        Done(await world.Dispatch(order, (0, 1, MeasureUnit.Jin, null)));
        world.Clock.Advance(TimeSpan.FromHours(14));
        var said = Refused(ErrorCode.StateNotAllowed, await world.Dispatch(order, (0, 2, MeasureUnit.Jin, null)));
        Assert.Contains("SC10122240500001", said.Chinese, StringComparison.Ordinal);
        Assert.Contains("2026-06-10", said.English, StringComparison.Ordinal);
        Assert.Equal((10m - 1m) * 5.60m, (await world.BudgetNow()).Reserved - 5.60m);

        await world.Learn(paper with { ValidTo = new DateOnly(2027, 6, 10) });
        Done(await world.Dispatch(order, (0, 2, MeasureUnit.Jin, null)));
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.Learn(paper with { ValidTo = new DateOnly(2027, 6, 10), WithdrawnOn = new DateOnly(2026, 6, 11) });
        Refused(ErrorCode.StateNotAllowed, await world.Dispatch(order, (0, 3, MeasureUnit.Jin, null)));
        // A second certificate of the same kind is as good.
        await world.Learn(new CertificateRecorded(Guid.NewGuid(), Rice, "SC", "SC10122240500002", null, null, null, false));
        Done(await world.Dispatch(order, (0, 3, MeasureUnit.Jin, null)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Goods_without_a_paper_they_have_had_leave_the_shelf_at_midnight_and_come_back_with_another(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var rice = await Offer(world);
        var draft = Done(await world.Order([(rice, 10, MeasureUnit.Jin)], submit: false));
        var paper = new CertificateRecorded(Guid.NewGuid(), Rice, "SC", "SC-1", new(2025, 1, 1), new DateOnly(2026, 6, 10), null, false);
        await world.Learn(paper);
        // A kind whose first paper begins later isn't missed yet; a recognition never is.
        await world.Learn(new CertificateRecorded(Guid.NewGuid(), Rice, "有机产品", "YJ-1", new(2026, 6, 13), null, null, false));
        await world.Learn(new CertificateRecorded(Guid.NewGuid(), Rice, "帮扶产品认定", "RD-1", null, new DateOnly(2026, 1, 1), null, true));

        world.Clock.SetUtcNow(new DateOnly(2026, 6, 11).StartInChina().AddMilliseconds(-1));
        Assert.True(await Orderable(world, rice));
        world.Clock.SetUtcNow(new DateOnly(2026, 6, 11).StartInChina());
        Assert.False(await Orderable(world, rice));
        var said = Refused(ErrorCode.StateNotAllowed, await world.Submit(draft));
        Assert.Contains("SC-1", said.Chinese, StringComparison.Ordinal);
        Refused(ErrorCode.StateNotAllowed, await world.Order([(rice, 1, MeasureUnit.Jin)]));

        await world.Learn(new CertificateRecorded(Guid.NewGuid(), Rice, "SC", "SC-2", new(2026, 6, 12), null, null, false));
        Assert.False(await Orderable(world, rice));
        world.Clock.SetUtcNow(new DateOnly(2026, 6, 12).StartInChina());
        Assert.True(await Orderable(world, rice));
        Done(await world.Submit(draft));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_certificate_that_runs_out_on_the_way_is_shown_to_the_keeper_who_decides(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var order = await world.Confirmed((await Offer(world), 10, MeasureUnit.Jin));
        await world.Learn(new CertificateRecorded(Guid.NewGuid(), Rice, "检疫证", "JY-7", null, new DateOnly(2026, 6, 11), null, false));
        var delivery = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));

        Assert.Empty(await Cautions(world, delivery));
        world.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Contains("JY-7", Assert.Single(await Cautions(world, delivery)).English, StringComparison.Ordinal);
        Done(await world.Sign(Done(await world.Weigh(delivery, [Net((await world.LineIds(order))[0], 10)]))));
        Assert.Equal(5_600, (await world.Read(order)).SettledFen);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_price_changed_after_the_order_leaves_its_price_as_agreed(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var rice = await Offer(world);
        var draft = Done(await world.Order([(rice, 10, MeasureUnit.Jin)], submit: false));
        var order = Done(await world.Order([(rice, 10, MeasureUnit.Jin)]));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Learn(new OfferPriceChanged(rice, 2, 9.90m, "JIN", world.Clock.GetUtcNow()));

        // A draft hasn't agreed on anything: it is to be looked at again.
        Refused(ErrorCode.StateNotAllowed, await world.Submit(draft));
        Done(await world.Decide(order));
        Refused(ErrorCode.Invalid, await world.ConfirmAt(order, 9.90m));
        Done(await world.Confirm(order));
        var delivery = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
        Done(await world.Sign(Done(await world.Weigh(delivery, [Net((await world.LineIds(order))[0], 9.5m)]))));

        Assert.Equal((5_320L, 53.20m), ((await world.Read(order)).SettledFen, (await world.BudgetNow()).Spent));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Goods_of_a_suspended_producer_are_not_on_the_shelf(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        await Offer(world);
        Task<int> Shelf() => world.Ask(db => Ordering.Data.OrderableOffers.OrderableAt(db, world.Clock.GetUtcNow(), PurchasePurpose.Canteen).CountAsync());

        Assert.Equal(1, await Shelf());
        var suspension = await Suspend(world);
        Assert.Equal(0, await Shelf());
        await world.Learn(suspension with { To = world.Clock.GetUtcNow() });
        Assert.Equal(1, await Shelf());
    }

    private static async Task<World> Ready(DatabaseProvider provider)
    {
        var world = await World.Create(provider);
        Done(await world.Budget(10_000));
        return world;
    }

    private static Task<Guid> Offer(World world) => world.Offer(o => o with { ProducerId = Coop, ProductId = Rice });

    private static async Task<ProducerSuspended> Suspend(World world)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        var suspension = new ProducerSuspended(Guid.NewGuid(), Coop, "明东村合作社", world.Clock.GetUtcNow(), null, "抽检不合格");
        await world.Learn(suspension);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        return suspension;
    }

    private static async Task<bool> Orderable(World world, Guid offer)
    {
        await using var db = world.Open();
        return await Commerce.Ordering.Data.OrderableOffers.OrderableAt(db, world.Clock.GetUtcNow(), PurchasePurpose.Canteen).AnyAsync(o => o.Id == offer);
    }

    private static async Task<IReadOnlyList<Caution>> Cautions(World world, Guid delivery)
    {
        var number = await world.Ask(db => db.Deliveries.Where(d => d.Id == delivery).Select(d => d.Number).SingleAsync());
        return (await world.Ask(db => new ReadWeighing(db, new ReadOrder(db, world.Keeper, world.Clock), world.Keeper, world.Clock).Read(number, false, default)))!.Cautions;
    }
}
