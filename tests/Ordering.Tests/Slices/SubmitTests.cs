using Commerce.Contracts.Catalog;
using Commerce.Contracts.Ordering;
using Commerce.Contracts.Organisations;
using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

public sealed class SubmitTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Of_many_who_want_the_last_one_exactly_one_gets_it(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(100_000m));
        var last = await world.Offer(Bags, stock: 1);
        var drafts = new List<Guid>();
        for (var i = 0; i < 8; i++)
        {
            drafts.Add(Done(await world.Order([(last, 1, MeasureUnit.Bag)], submit: false)));
        }

        var outcomes = await Task.WhenAll(drafts.Select(d => Task.Run(() => world.Submit(d))));

        Assert.Single(outcomes, o => o.Error is null);
        Assert.All(outcomes.Where(o => o.Error is not null), o => Assert.Equal(ErrorCode.InsufficientStock, o.Error!.Code));
        Assert.Equal((1m, 1m), await world.StockNow(last));
        Assert.Equal(42.5m, (await world.BudgetNow()).Reserved);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Crossed_orders_of_the_same_goods_all_go_through(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(100_000m));
        var (a, b) = (await world.Offer(), await world.Offer());
        var drafts = new List<Guid>();
        for (var i = 0; i < 10; i++)
        {
            var (x, y) = i % 2 == 0 ? (a, b) : (b, a);
            drafts.Add(Done(await world.Order([(x, 10, MeasureUnit.Jin), (y, 10, MeasureUnit.Jin)], submit: false)));
        }

        var outcomes = await Task.WhenAll(drafts.Select(d => Task.Run(() => world.Submit(d))));

        Assert.All(outcomes, o => Assert.Null(o.Error));
        Assert.Equal((2_000m, 100m), await world.StockNow(a));
        Assert.Equal((2_000m, 100m), await world.StockNow(b));
        Assert.Equal(1_120m, (await world.BudgetNow()).Reserved);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task When_one_line_is_short_nothing_is_held(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(100_000m));
        var (plenty, little) = (await world.Offer(), await world.Offer(stock: 5));

        var refusal = Refused(ErrorCode.InsufficientStock, await world.Order([(plenty, 10, MeasureUnit.Jin), (little, 10, MeasureUnit.Jin)]));

        Assert.Equal(little.ToString(), refusal.Facts!["offerId"]);
        Assert.Equal("2500000", refusal.Facts["availableMilli"]);
        Assert.Equal(["lines", "1"], refusal.Path!);
        Assert.Equal((2_000m, 0m), await world.StockNow(plenty));
        Assert.Equal(0m, (await world.BudgetNow()).Reserved);
        Assert.Empty(await world.Events<OrderSubmitted>());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_budget_bounds_orders_to_the_fen_and_parallel_orders_can_not_pass_it(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var rice = await world.Offer();
        Done(await world.Budget(560m * 3));
        var drafts = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            drafts.Add(Done(await world.Order([(rice, 100, MeasureUnit.Jin)], submit: false)));
        }

        var outcomes = await Task.WhenAll(drafts.Select(d => Task.Run(() => world.Submit(d))));

        Assert.Equal(3, outcomes.Count(o => o.Error is null));
        Assert.All(outcomes.Where(o => o.Error is not null), o => Assert.Equal(ErrorCode.BudgetExceeded, o.Error!.Code));
        Assert.Equal((1_680m, 1_680m, 0m, 0m), await world.BudgetNow());
        Assert.Equal((2_000m, 300m), await world.StockNow(rice));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Without_a_budget_the_refusal_says_so_and_personal_orders_need_none(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var rice = await world.Offer();
        var gift = await world.Offer(o => o with { BuyerGroup = "STAFF_WELFARE" });
        Done(await world.Budget(10_000m, FundingSource.Union));

        Assert.Contains("还没有食堂经费预算", Refused(ErrorCode.BudgetExceeded, await world.Order([(rice, 10, MeasureUnit.Jin)])).Chinese, StringComparison.Ordinal);
        Done(await world.Order([(gift, 10, MeasureUnit.Jin)], purpose: PurchasePurpose.Personal));
        Done(await world.Order([(gift, 10, MeasureUnit.Jin)], purpose: PurchasePurpose.StaffWelfare));

        Assert.Equal(56m, (await world.BudgetNow(FundingSource.Union)).Reserved);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_key_submits_once_and_answers_alike(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();

        var first = await world.Order([(rice, 10, MeasureUnit.Jin)], key: "once");
        var again = await world.Order([(rice, 10, MeasureUnit.Jin)], key: "once");
        var other = await world.Order([(rice, 11, MeasureUnit.Jin)], key: "once");

        Assert.Equal(Done(first), Done(again));
        Assert.True(again.Replayed);
        Refused(ErrorCode.KeyReused, other);
        Assert.Equal((2_000m, 10m), await world.StockNow(rice));
        Assert.Single(await world.Events<OrderSubmitted>());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_changed_price_must_be_looked_at_again_before_submitting(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        var draft = Done(await world.Order([(rice, 100, MeasureUnit.Jin)], submit: false));

        Assert.False((await world.Learn(new OfferPriceChanged(rice, 2, 6.00m, "JIN", world.Clock.GetUtcNow().AddHours(1)))).IsWaiting);
        world.Clock.Advance(TimeSpan.FromMinutes(59));
        Done(await world.Order([(rice, 1, MeasureUnit.Jin)]));
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        Refused(ErrorCode.StateNotAllowed, await world.Submit(draft));
        Assert.Equal((2_000m, 1m), await world.StockNow(rice));
        Done(await world.Edit(draft, await world.Version(draft), (rice, 50, MeasureUnit.Kg)));
        Done(await world.Submit(draft));

        Assert.Equal(60_000, (await world.Read(draft)).EstimatedFen);
        Assert.Single((await world.Read(draft)).Lines);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Herbs_may_be_drafted_but_never_submitted_for_a_canteen(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var herb = await world.Offer(o => o with { ProductName = "苍术", PermittedUses = ["MEDICINAL"] });

        var draft = Done(await world.Order([(herb, 10, MeasureUnit.Jin)], submit: false));

        Refused(ErrorCode.UseNotPermitted, await world.Submit(draft));
        Refused(ErrorCode.UseNotPermitted, await world.Order([(herb, 10, MeasureUnit.Jin)]));
        Assert.Equal(OrderStatus.Draft, (await world.Read(draft)).Status);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Units_canteens_suppliers_and_offers_must_fit(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        var foreign = await world.Offer(o => o with { SupplyUnitId = Other }, stock: 0);
        var ended = await world.Offer(o => o with { ValidTo = world.Clock.GetUtcNow() }, stock: 0);

        Refused(ErrorCode.Forbidden, await world.Order([(rice, 1, MeasureUnit.Jin)], unit: Other));
        Refused(ErrorCode.NotFound, await world.Order([(rice, 1, MeasureUnit.Jin)], countsFor: Guid.NewGuid()));
        Refused(ErrorCode.Invalid, await world.Order([(rice, 1, MeasureUnit.Jin)], canteen: Guid.NewGuid()));
        Refused(ErrorCode.Invalid, await world.Order([(rice, 1, MeasureUnit.Jin), (foreign, 1, MeasureUnit.Jin)]));
        Refused(ErrorCode.NotFound, await world.Order([(Guid.NewGuid(), 1, MeasureUnit.Jin)]));
        Refused(ErrorCode.StateNotAllowed, await world.Order([(ended, 1, MeasureUnit.Jin)]));
        Refused(ErrorCode.Invalid, await world.Order([(rice, 1, MeasureUnit.L)]));
        Refused(ErrorCode.Invalid, await world.Order([]));
        var order = Done(await world.Order([(rice, 1, MeasureUnit.Jin)], countsFor: Other, canteen: Canteen));
        var copy = Done(await world.Order([], submit: false, copyFrom: order));

        Assert.Equal((Unit, Other, Canteen), ((await world.Read(order)).UnitId, (await world.Read(order)).CountsForUnitId, (await world.Read(order)).CanteenId!.Value));
        Assert.Equal(rice, Assert.Single((await world.Read(copy)).Lines).OfferId);
        Refused(ErrorCode.NotFound, await world.Order([], copyFrom: order, by: Someone("别人", Team, Capability.OrderRequest), unit: Team));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Nothing_counts_for_a_unit_that_exists_no_more(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        await world.Learn(new UnitRecorded(Other, 2, "运输局", "AFFILIATED_UNIT", Department, true, new DateOnly(2026, 6, 11)));

        Done(await world.Order([(rice, 1, MeasureUnit.Jin)], countsFor: Other));
        world.Clock.Advance(TimeSpan.FromDays(1));

        Refused(ErrorCode.NotFound, await world.Order([(rice, 1, MeasureUnit.Jin)], countsFor: Other));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task From_the_day_a_unit_ends_it_orders_nothing_more_not_even_what_it_had_drafted(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        await world.Learn(new UnitRecorded(Unit, 2, "公路局", "AFFILIATED_UNIT", Department, true, new DateOnly(2026, 6, 11)));
        var open = Done(await world.Order([(rice, 2, MeasureUnit.Jin)]));
        var draft = Done(await world.Order([(rice, 1, MeasureUnit.Jin)], submit: false));

        // 23:59:59 of its last day in China, then midnight.
        world.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 10, 15, 59, 59, TimeSpan.Zero));
        Done(await world.Order([(rice, 1, MeasureUnit.Jin)]));
        world.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 10, 16, 0, 0, TimeSpan.Zero));

        var refused = await world.Order([(rice, 1, MeasureUnit.Jin)]);
        Refused(ErrorCode.StateNotAllowed, refused);
        Assert.Contains("公路局从 2026-06-11 起已撤销或并入别的单位，不能再订货", refused.Error!.Chinese, StringComparison.Ordinal);
        Refused(ErrorCode.StateNotAllowed, await world.Submit(draft));
        Done(await world.Decide(open, Decision.Approved));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_stale_version_and_an_unseen_order_are_refused(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        var draft = Done(await world.Order([(rice, 1, MeasureUnit.Jin)], submit: false));
        Done(await world.Edit(draft, 1, (rice, 2, MeasureUnit.Jin)));

        Refused(ErrorCode.VersionStale, await world.Submit(draft, version: 1));
        Refused(ErrorCode.NotFound, await world.Submit(draft, by: Someone("外人", Other, Capability.OrderRequest)));
        Refused(ErrorCode.NotFound, await world.Submit(draft, by: world.Supplier));
        Refused(ErrorCode.Forbidden, await world.Submit(draft, by: world.Approver));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Stock_is_stated_when_its_state_changes_and_not_with_every_order(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer(stock: 100);

        Done(await world.Order([(rice, 40, MeasureUnit.Jin)]));
        var last = Done(await world.Order([(rice, 60, MeasureUnit.Jin)]));
        Done(await world.Cancel(last));

        Assert.Equal(
            [(1L, 100m, "IN_STOCK"), (2L, 0m, "OUT"), (3L, 60m, "IN_STOCK")],
            (await world.Events<StockChanged>()).Select(s => (s.Statement, s.Available, s.State)));
    }
}
