using Commerce.Contracts.Ordering;
using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.Testing;
using Xunit;
using static Commerce.Ordering.Tests.Slices.Settling;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

/// <summary>What is stated of orders and payments for those who report on them.</summary>
public sealed class OrderedAndPaidTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_payment_is_shared_out_over_its_statement_and_taken_back_line_by_line(DatabaseProvider provider)
    {
        await using var world = await PaymentTests.Drawn(provider);
        var payment = Done(await world.Pay(20m));
        Done(await world.Reverse(payment));

        var events = await world.Events<PaymentShared>();

        Assert.Equal([20m, -20m], events.Select(e => e.Parts.Sum(p => p.Amount)));
        Assert.Equal(events[0].Parts.Select(p => (p.SourceLineId, -p.Amount)), events[1].Parts.Select(p => (p.SourceLineId, p.Amount)));
        Assert.All(events[0].Parts, p => Assert.Contains(p.SourceLineId, world.Statement().GetAwaiter().GetResult().Lines.Select(l => l.Id)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_order_is_stated_when_it_is_confirmed_and_comes_to_nothing_when_it_is_given_up(DatabaseProvider provider)
    {
        await using var world = await SupplyTests.Ready(provider);
        var draft = await SupplyTests.Approved(world);
        var order = await SupplyTests.Approved(world);
        Done(await world.ConfirmAt(order, 5.555m));
        Done(await world.Cancel(order));
        Done(await world.Cancel(draft));

        var events = await world.Events<OrderedAmountsStated>();

        Assert.Equal([(order, 55.55m), (order, -55.55m)], events.Select(e => (e.OrderId, Assert.Single(e.Lines).Amount)));
        Assert.Equal(2, events.Select(e => e.Statement).Distinct().Count());
    }

    [Fact]
    public void Shares_come_to_the_amount_exactly_and_the_opposite_amount_has_opposite_shares()
    {
        foreach (var (fen, weights) in new (long, long[])[] { (100, [1, 1, 1]), (1, [1, 1, 1]), (1_000_001, [3_333, -200, 7_001]), (-5, [2, 3]), (7, [-10, -4]) })
        {
            var shares = Shares.Of(fen, weights);

            Assert.Equal(fen, shares.Sum());
            Assert.Equal(shares.Select(s => -s), Shares.Of(-fen, weights));
        }

        Assert.Equal([33L, 34L, 33L], Shares.Of(100, [1, 1, 1]));
        Assert.Equal([0L, 0L], Shares.Of(5, [1, -1]));
    }
}
