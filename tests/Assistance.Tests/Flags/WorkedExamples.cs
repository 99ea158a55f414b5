using Commerce.Assistance.Domain;
using Commerce.Assistance.Flags;
using Commerce.Contracts.Ordering;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;

namespace Commerce.Assistance.Tests.Flags;

/// <summary>The examples of docs/flags.md, figure by figure.</summary>
public sealed class WorkedExamples
{
    private static readonly DateTimeOffset Eleventh = World.On(2026, 8, 11);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Orders_below_the_limit_that_reach_it_together_within_seven_days_are_one_flag(DatabaseProvider provider)
    {
        await using var world = await FlagWorld.Create(provider);
        await world.Ordered(World.On(2026, 6, 1), 4_200m);
        await world.Ordered(World.On(2026, 6, 4), 3_900m);
        await world.Ordered(World.On(2026, 6, 8), 2_500m);
        await world.Ordered(World.On(2026, 6, 9), 9_000m);
        await world.Ordered(World.On(2026, 6, 2), 10_000m);
        await world.Ordered(World.On(2026, 6, 2), 9_999.99m, World.Transport);
        await world.Ordered(World.On(2026, 6, 2), 9_000m, producer: Guid.NewGuid());

        var flag = Assert.Single(await world.Found(FlagKind.SplitOrders)).Flag;

        Assert.Equal((World.Highways, 10_600m, 202606), (flag.UnitId, flag.Amount.Amount, flag.MonthNumber));
        Assert.Equal([4_200m, 3_900m, 2_500m], flag.Papers.Select(p => p.Amount.Amount));
        Assert.Contains("3 张订单前后相隔 7 天（标准：7 天内），每张都低于 10000.00 元，合计 10600.00 元", flag.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10_000, 7, 4_200, 3_900, 1_899.99, 0)]
    [InlineData(10_000, 7, 4_200, 3_900, 1_900, 1)]
    [InlineData(10_000, 6, 4_200, 3_900, 2_500, 0)]
    [InlineData(3_900, 7, 4_200, 3_900, 2_500, 0)]
    public void A_fen_or_a_day_decides_what_is_split(decimal limit, int days, decimal first, decimal second, decimal third, int groups)
    {
        OrderedSum[] orders = [new(Guid.NewGuid(), new(2026, 6, 1), Fen(first)), new(Guid.NewGuid(), new(2026, 6, 4), Fen(second)), new(Guid.NewGuid(), new(2026, 6, 8), Fen(third))];

        Assert.Equal(groups, FlagRules.Splits(orders, days, Money.Of(limit)).Count);

        static long Fen(decimal yuan) => Money.Of(yuan).Fen;
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_row_typed_where_acceptances_are_counted_is_a_flag_and_taken_back_or_elsewhere_it_is_none(DatabaseProvider provider)
    {
        await using var world = await FlagWorld.Create(provider);
        await world.Months.SackOfRice();
        var typed = await world.Typed(100m, World.Mingdong);
        await world.Typed(-70m, World.Mingdong, await world.Typed(70m, World.Mingdong));
        await world.Typed(50m, World.Zhixin, product: FlagWorld.Grain);

        var flag = Assert.Single(await world.Found(FlagKind.TypedBesideCounted)).Flag;

        Assert.Equal((100m, typed), (flag.Amount.Amount, Assert.Single(flag.Papers).SourceId));
        Assert.Contains("验收计入 544.32 元，又手工补记 100.00 元", flag.Chinese, StringComparison.Ordinal);
        world.Options.TypedFrom = 100.01m;
        await using var other = await FlagWorld.Create(DatabaseProvider.Sqlite);
        await other.Months.SackOfRice();
        await other.Typed(100m, World.Mingdong);
        other.Options.TypedFrom = 100.01m;
        Assert.Empty(await other.Found(FlagKind.TypedBesideCounted));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_fifth_of_a_month_sent_back_in_the_first_days_of_the_next_is_a_flag_when_these_are_over(DatabaseProvider provider)
    {
        await using var world = await FlagWorld.Create(provider);
        var rice = await world.Months.SackOfRiceIn(2026, 7);
        await world.Ledger.DeliverAll([rice.Returned(10m, World.On(2026, 8, 5))]);
        world.Ledger.Clock.SetUtcNow(Eleventh.AddDays(-1));
        Assert.Empty(await world.Found(FlagKind.ReturnedAfterMonthEnd));
        world.Ledger.Clock.SetUtcNow(Eleventh);

        var flag = Assert.Single(await world.Found(FlagKind.ReturnedAfterMonthEnd)).Flag;

        Assert.Equal((112m, 202607, "RT-2026-000001"), (flag.Amount.Amount, flag.MonthNumber, Assert.Single(flag.Papers).Number));
        Assert.Contains("验收 544.32 元，次月头 10 天退货 112.00 元，占 20.6%", flag.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(10, 11)]
    public async Task Less_than_a_fifth_or_after_the_first_days_is_none(decimal kilos, int day)
    {
        await using var world = await FlagWorld.Create(DatabaseProvider.Sqlite);
        var rice = await world.Months.SackOfRice();
        await world.Ledger.DeliverAll([rice.Returned(kilos, World.On(2026, 7, day))]);

        Assert.Empty(await world.Found(FlagKind.ReturnedAfterMonthEnd));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_fifth_of_a_months_orders_cancelled_in_the_first_days_of_the_next_is_a_flag(DatabaseProvider provider)
    {
        await using var world = await FlagWorld.Create(provider);
        await world.Ordered(World.On(2026, 6, 20), 560m, cancelled: (World.On(2026, 7, 3), 168m));
        await world.Ordered(World.On(2026, 6, 20), 560m, World.Transport, cancelled: (World.On(2026, 7, 3), 111.99m));

        var flag = Assert.Single(await world.Found(FlagKind.CancelledAfterMonthEnd)).Flag;

        Assert.Equal((World.Highways, 168m), (flag.UnitId, flag.Amount.Amount));
        Assert.Contains("订货 560.00 元，次月头 10 天取消 168.00 元，占 30.0%", flag.Chinese, StringComparison.Ordinal);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Whoever_signs_and_registers_the_invoice_is_in_two_roles_and_with_the_approval_in_three(DatabaseProvider provider)
    {
        await using var world = await FlagWorld.Create(provider);
        var (orderer, approver) = (Guid.NewGuid(), Guid.NewGuid());
        await world.Ledger.Deliver(new PersonRecorded(FlagWorld.Signs, 1, "赵采购员", World.Highways, false));
        var rice = new Trade(World.Highways, World.Mingdong);
        var accepted = rice.Accepted(48.6m, World.On(2026, 6, 20)) with { OrderedById = orderer, ApprovedByIds = [approver], SignedByIds = [Guid.NewGuid(), FlagWorld.Signs] };
        await world.Ledger.DeliverAll([rice.Confirmed(), accepted]);
        Assert.Empty(await world.Found(FlagKind.OnePersonTwoRoles));
        await world.Ledger.Deliver(new InvoiceRegistered(Guid.NewGuid(), World.Highways, "明东村合作社", "收1", new(2026, 7, 5), 544.32m, FlagWorld.Signs, [rice.OrderId]));

        var view = Assert.Single(await world.Found(FlagKind.OnePersonTwoRoles));

        Assert.Equal(("赵采购员", "PO-2026-000001"), (view.Person, Assert.Single(view.Flag.Papers).Number));
        Assert.Contains("“验收签字”（AC-2026-000001）和“登记发票”（收1）是同一个人", view.Flag.Chinese, StringComparison.Ordinal);
        Assert.DoesNotContain("赵采购员", view.Flag.Chinese, StringComparison.Ordinal);
        var again = rice.Corrected(48m, World.On(2026, 7, 6)) with { ApprovedByIds = [FlagWorld.Signs], SignedByIds = [FlagWorld.Signs] };
        await world.Ledger.DeliverAll([again]);
        Assert.Equal(3, (await world.Found(FlagKind.OnePersonTwoRoles)).Count);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_price_further_above_the_median_of_five_than_the_margin_is_a_flag(DatabaseProvider provider)
    {
        await using var world = await FlagWorld.Create(provider);
        foreach (var (day, price) in new[] { (1, 5.20m), (2, 5.40m), (3, 5.60m), (4, 5.60m), (5, 5.80m) })
        {
            await world.Accepted(World.On(2026, 6, day), price, World.Transport);
        }

        await world.Accepted(World.On(2026, 6, 6), 7.28m);
        await world.Accepted(World.On(2026, 6, 7), 7.60m, World.Highways);

        var flag = Assert.Single(await world.Found(FlagKind.PriceAboveReference)).Flag;

        Assert.Equal((World.Highways, 760m), (flag.UnitId, flag.Amount.Amount));
        Assert.Contains("每斤 7.60 元，此前 180 天同一产品 6 笔的中位价 5.60 元，高出 35.7%", flag.Chinese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7.28, 5, false)]
    [InlineData(7.2801, 5, true)]
    [InlineData(7.60, 4, false)]
    public void The_margin_is_exact_and_four_purchases_are_no_reference(decimal price, int count, bool dear)
    {
        decimal[] others = [5.20m, 5.40m, 5.60m, 5.60m, 5.80m];

        Assert.Equal(dear, FlagRules.ReferenceExceeded(price, others[..count], 5, 0.30m) is not null);
        Assert.Equal(5.50m, FlagRules.Median(others[..4]));
    }
}
