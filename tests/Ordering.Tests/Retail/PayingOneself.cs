using Commerce.Contracts.Ordering;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Payments;
using Commerce.Ordering.Retail;
using Commerce.Ordering.Tests.Slices;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Retail;

/// <summary>An employee pays for their own order by phone, once it was weighed.</summary>
public sealed class PayingOneself
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_buyer_pays_exactly_what_was_accepted_and_the_order_is_paid(DatabaseProvider provider)
    {
        await using var counter = await Counter.Open(provider);
        var (order, _, _) = await counter.OwnOrder(9.5m);
        Assert.Contains("53.20", Assert.Single(await counter.Unpaid()).Chinese, StringComparison.Ordinal);
        Assert.Equal(53.20m, (await counter.Owed(order))!.Owed.Amount);
        var events = (await counter.World.EventsSince(0)).Count;

        var sale = await counter.Sale(Done(await counter.PayOrder(order)));
        var session = counter.Stripe.Session(sale.SessionId!);
        await counter.Stripe.Pay(session.Id);
        await counter.Pay(sale.Id);

        var paid = await counter.World.Read(order);
        Assert.Equal((5320, $"https://shop.example.cn/orders/{paid.Number}"), (session.AmountTotal, session.SuccessUrl));
        Assert.Equal((5320, 5320, 0), (paid.SettledFen, paid.PaidFen, paid.OwedFen));
        Assert.Equal((RetailState.HandedOver, 5320), ((await counter.Sale(sale.Id)).State, (await counter.Sale(sale.Id)).PaidFen));
        var said = await counter.World.Ask(db => db.Set<HistoryEntry>().AsNoTracking().OrderBy(h => h.Sequence).LastAsync(h => h.OrderId == order));
        Assert.Equal((HistoryAction.Paid, "申请人", $"{sale.Number}：53.20 元"), (said.Action, said.ByName, said.Note));
        Assert.Null(await counter.World.Ask(db => db.Orders.AsNoTracking().Where(o => o.Id == order).Select(Commerce.Ordering.Data.OrderView.From).SingleAsync()) is { Due: { } due } ? due : null);
        Assert.Empty(await counter.Unpaid());
        Refused(ErrorCode.StateNotAllowed, await counter.PayOrder(order));
        Assert.Single(counter.Stripe.Sessions);

        // No figure moved: what the ledger hears is the acceptance alone.
        Assert.Equal(events, (await counter.World.EventsSince(0)).Count);
        Assert.Empty(await counter.Faults());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Only_the_buyer_pays_and_only_what_came_and_nobody_without_a_key(DatabaseProvider provider)
    {
        await using var counter = await Counter.Open(provider);
        var (order, _, _) = await counter.OwnOrder();
        var world = counter.World;
        var waiting = Done(await world.Order([(counter.Rice!.Value, 10, MeasureUnit.Jin)], purpose: PurchasePurpose.Personal));
        Done(await world.Budget(1_000m, FundingSource.Union));
        var welfare = Done(await world.Order([(counter.Rice.Value, 10, MeasureUnit.Jin)], purpose: PurchasePurpose.StaffWelfare));

        Outcome[] tries =
        [
            await counter.PayOrder(order, offered: false), await counter.PayOrder(waiting), await counter.PayOrder(welfare), await counter.PayOrder(Guid.NewGuid()),
            await counter.PayOrder(order, world.Purchaser), await counter.PayOrder(order, Someone("外单位", Other, Capability.OrderRequest)), await counter.PayOrder(order, world.Supplier),
        ];

        Assert.Equal(
            [ErrorCode.StateNotAllowed, ErrorCode.StateNotAllowed, ErrorCode.StateNotAllowed, ErrorCode.NotFound, ErrorCode.NotFound, ErrorCode.NotFound, ErrorCode.NotFound],
            tries.Select(t => t.Error?.Code));
        Assert.Null(await counter.Owed(order, offered: false));
        Assert.Null(await counter.Owed(order, world.Purchaser));
        Assert.Empty(await counter.Unpaid(offered: false));
        Assert.Empty(await counter.Unpaid(world.Purchaser));
        Assert.Empty(counter.Stripe.Sessions);
        Assert.Equal(0, (await world.Read(order)).PaidFen);
    }

    [Fact]
    public async Task Pressed_again_it_leads_to_the_same_page_and_after_its_time_to_another()
    {
        await using var counter = await Counter.Open();
        var (order, _, _) = await counter.OwnOrder();

        var first = Done(await counter.PayOrder(order));
        Assert.Equal(first, Done(await counter.PayOrder(order)));
        counter.Clock.Advance(TimeSpan.FromMinutes(15));
        await counter.TheClock();
        Assert.Equal(RetailState.Lapsed, (await counter.Sale(first)).State);
        Assert.False(await counter.Stripe.Pay((await counter.Sale(first)).SessionId!));

        var second = Done(await counter.PayOrder(order));
        Assert.NotEqual(first, second);
        Assert.Equal(2, counter.Stripe.Sessions.Count);
        Assert.Equal("open", counter.Stripe.Session((await counter.Sale(second)).SessionId!).Status);
    }

    [Fact]
    public async Task Another_amount_is_owed_so_the_first_page_ends_before_a_second_opens()
    {
        await using var counter = await Counter.Open();
        var (order, acceptance, line) = await counter.OwnOrder();
        var first = await counter.Sale(Done(await counter.PayOrder(order)));
        Done(await counter.World.Return(acceptance, line, 4));

        counter.Stripe.Fail("/expire", afterEffect: false);
        Refused(ErrorCode.StateNotAllowed, await counter.PayOrder(order));
        Assert.Single(counter.Stripe.Sessions);
        var second = await counter.Sale(Done(await counter.PayOrder(order)));

        Assert.False(await counter.Stripe.Pay(first.SessionId!));
        Assert.Equal((RetailState.Lapsed, 3360), ((await counter.Sale(first.Id)).State, second.TotalFen));
    }

    [Fact]
    public async Task Goods_that_go_back_while_the_page_stands_open_are_given_back_of_what_was_paid()
    {
        await using var counter = await Counter.Open();
        var (order, acceptance, line) = await counter.OwnOrder();
        var sale = await counter.Sale(Done(await counter.PayOrder(order)));

        Done(await counter.World.Return(acceptance, line, 4));
        await counter.Stripe.Pay(sale.SessionId!);
        await counter.Pay(sale.Id);

        Assert.Equal(2240, Assert.Single(counter.Stripe.Refunds).Amount);
        Assert.Equal((3360, 3360), ((await counter.World.Read(order)).PaidFen, (await counter.World.Read(order)).SettledFen));
        Assert.Empty(await counter.Faults());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Goods_that_go_back_after_payment_bring_their_money_back_and_never_more_than_was_paid(DatabaseProvider provider)
    {
        await using var counter = await Counter.Open(provider);
        var (order, acceptance, line, sale) = await counter.OwnOrderPaid();

        Done(await counter.World.Return(acceptance, line, 3));
        Assert.Equal((3920, 0), ((await counter.World.Read(order)).PaidFen, counter.Stripe.Refunds.Count));
        await counter.TheClock();
        var refund = Assert.Single((await counter.Sale(sale.Id)).Refunds);
        Assert.Equal((1680, RefundState.Done, "保管员"), (refund.AmountFen, refund.State, refund.ByName));
        Done(await counter.World.Return(acceptance, line, 7));
        await counter.TheClock();

        Assert.Equal([1680L, 3920L], counter.Stripe.Refunds.Select(r => r.Amount));
        Assert.Equal((5600, RetailState.HandedOver), ((await counter.Sale(sale.Id)).RefundedFen, (await counter.Sale(sale.Id)).State));
        Assert.Equal((0, 0), ((await counter.World.Read(order)).SettledFen, (await counter.World.Read(order)).PaidFen));
        Refused(ErrorCode.Invalid, await counter.Refund(sale.Id, 0.01m));
        Refused(ErrorCode.StateNotAllowed, await counter.PayOrder(order));
        Assert.Empty(await counter.Faults());
    }

    [Fact]
    public async Task Goods_that_go_back_unpaid_bring_nothing_back()
    {
        await using var counter = await Counter.Open();
        var (order, acceptance, line) = await counter.OwnOrder();

        Done(await counter.World.Return(acceptance, line, 3));
        await counter.TheClock();

        Assert.Empty(counter.Stripe.Refunds);
        Assert.Equal(39.20m, (await counter.Owed(order))!.Owed.Amount);
    }

    [Fact]
    public async Task A_corrected_weight_is_paid_back_or_paid_for()
    {
        await using var counter = await Counter.Open();
        var (order, acceptance, line, first) = await counter.OwnOrderPaid();
        var delivery = await counter.World.Ask(db => db.Acceptances.Where(a => a.Id == acceptance).Select(a => a.DeliveryId).SingleAsync());

        var less = Done(await counter.World.Weigh(delivery, [Net(line, 9)], acceptance));
        Done(await counter.World.Sign(less));
        await counter.TheClock();
        Assert.Equal(560, Assert.Single(counter.Stripe.Refunds).Amount);
        Done(await counter.World.Sign(Done(await counter.World.Weigh(delivery, [Net(line, 10)], less))));
        var second = await counter.Sale(Done(await counter.PayOrder(order)));

        Assert.Equal((560, 560), (first.PaidFen - 5040, second.TotalFen));
        Assert.Empty(await counter.Faults());
    }

    [Fact]
    public async Task When_the_message_is_lost_the_clock_finds_the_payment()
    {
        await using var counter = await Counter.Open();
        var (order, _, _) = await counter.OwnOrder();
        var sale = await counter.Sale(Done(await counter.PayOrder(order)));
        await counter.Stripe.Pay(sale.SessionId!);

        counter.Clock.Advance(TimeSpan.FromMinutes(1));
        await counter.TheClock();

        Assert.Equal(0, (await counter.World.Read(order)).OwedFen);
    }

    [Fact]
    public async Task A_message_pays_the_order_once_however_often_it_comes()
    {
        await using var counter = await Counter.Open();
        var (order, _, _) = await counter.OwnOrder();
        var sale = await counter.Sale(Done(await counter.PayOrder(order)));
        await counter.Stripe.Pay(sale.SessionId!);

        foreach (var id in (string[])["evt_1", "evt_1", "evt_2"])
        {
            var body = counter.Stripe.Session(sale.SessionId!).Event(id, "checkout.session.completed", counter.Clock.GetUtcNow());
            Assert.Equal(System.Net.HttpStatusCode.OK, await counter.Send(body, counter.Sign(body)));
        }

        await counter.Until(sale.Id, RetailState.HandedOver);
        await counter.TheClock();
        Assert.Equal(5600, (await counter.World.Read(order)).PaidFen);
        Assert.Equal(2, (await counter.Messages()).Count);
    }

    [Fact]
    public async Task A_500_after_the_payment_is_asked_about_again_and_never_paid_twice()
    {
        await using var counter = await Counter.Open();
        var (order, _, _) = await counter.OwnOrder();
        var sale = await counter.Sale(Done(await counter.PayOrder(order)));
        await counter.Stripe.Pay(sale.SessionId!);
        counter.Stripe.Fail("/v1/checkout/sessions/");

        // Pressed at once, Stripe doesn't say how it stands: the same page, which can't be paid again, leads on. Pressed again, it says so.
        Assert.Equal(sale.Id, Done(await counter.PayOrder(order)));
        Assert.Equal(5600, (await counter.World.Read(order)).OwedFen);
        Assert.Equal(sale.Id, Done(await counter.PayOrder(order)));
        Assert.False(await counter.Stripe.Pay(sale.SessionId!));
        Refused(ErrorCode.StateNotAllowed, await counter.PayOrder(order));

        Assert.Equal(1, Assert.Single(counter.Stripe.Sessions).Captures);
        Assert.Equal(5600, (await counter.World.Read(order)).PaidFen);
    }

    [Fact]
    public async Task A_500_when_the_page_was_made_finds_the_same_page_again()
    {
        await using var counter = await Counter.Open();
        var (order, _, _) = await counter.OwnOrder();
        counter.Stripe.Fail("/v1/checkout/sessions");

        var sale = Done(await counter.PayOrder(order));
        Assert.Null((await counter.Sale(sale)).PayUrl);
        Assert.Equal(sale, Done(await counter.PayOrder(order)));

        Assert.Single(counter.Stripe.Sessions);
        Assert.Equal(RetailState.Reserved, (await counter.Sale(sale)).State);
    }

    [Fact]
    public async Task Money_that_does_not_fit_pays_nothing_and_nothing_is_paid_beside_it_until_somebody_looked()
    {
        await using var counter = await Counter.Open();
        var (order, _, _) = await counter.OwnOrder();
        var sale = await counter.Sale(Done(await counter.PayOrder(order)));
        await counter.Stripe.Pay(sale.SessionId!);
        counter.Stripe.Session(sale.SessionId!).AmountTotal--;
        await counter.Pay(sale.Id);

        Assert.Equal((RetailState.Unclear, 0), ((await counter.Sale(sale.Id)).State, (await counter.World.Read(order)).PaidFen));
        Refused(ErrorCode.StateNotAllowed, await counter.PayOrder(order));
        Assert.Single(await counter.World.Ask(db => new RetailToDo(db, counter.Clerk).Read(default)));
        Done(await counter.Refund(sale.Id));

        Assert.NotEqual(sale.Id, Done(await counter.PayOrder(order)));
        Assert.Empty(await counter.Faults());
    }

    [Fact]
    public async Task A_refund_that_Stripe_refuses_is_said_and_the_order_counts_as_paid_again()
    {
        await using var counter = await Counter.Open();
        var (order, acceptance, line, sale) = await counter.OwnOrderPaid();
        counter.Stripe.Session(sale.SessionId!).CapturedFen = 100;

        Done(await counter.World.Return(acceptance, line, 3));
        await counter.TheClock();

        Assert.Equal((5600, -1680), ((await counter.World.Read(order)).PaidFen, (await counter.World.Read(order)).OwedFen));
        Assert.NotNull((await counter.Sale(sale.Id)).Trouble);
        Assert.Equal(0m, (await counter.Owed(order))!.Owed.Amount);
        Assert.Empty(await counter.Faults());
    }

    [Fact]
    public async Task What_a_clerk_gives_back_is_owed_again_and_nobody_hands_the_order_over_a_second_time()
    {
        await using var counter = await Counter.Open();
        var (order, _, _, sale) = await counter.OwnOrderPaid();

        Refused(ErrorCode.StateNotAllowed, await counter.HandOver(sale.Id, ""));
        Refused(ErrorCode.Invalid, await counter.Refund(sale.Id, 56.01m));
        Refused(ErrorCode.NotFound, await counter.Refund(sale.Id, 1, Someone("别处的人", Other, Capability.RetailServe)));
        Done(await counter.Refund(sale.Id, 20m));

        Assert.Equal(20m, (await counter.Owed(order))!.Owed.Amount);
        Assert.Equal(2000, (await counter.Sale(Done(await counter.PayOrder(order)))).TotalFen);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_payment_recorded_by_hand_never_pays_it_once_more(DatabaseProvider provider)
    {
        await using var counter = await Counter.Open(provider);
        var world = counter.World;
        await counter.OwnOrderPaid();
        Done(await world.Budget(1_000m, FundingSource.CanteenBudget));
        await world.Accepted(await world.Offer(), 10, MeasureUnit.Jin, 10, MeasureUnit.Jin);
        await world.Draw();

        // The unit's statement holds the canteen's 56.00 alone, so the employee's 56.00 can't be recorded on it.
        Assert.Equal(5600, (await world.Statement()).AmountFen);
        Refused(ErrorCode.StateNotAllowed, await world.Pay(112.00m));
        Assert.Equal(5600, Assert.Single(await world.Ask(db => new ReadPayables(db, Slices.Settling.Leader, world.Clock).Read(false, default))).Item.OwedFen);
        Done(await world.Pay(56.00m));
        Refused(ErrorCode.StateNotAllowed, await world.Pay(56.00m, "A2"));
        Assert.Empty(await counter.Faults());
        Assert.Equal(2, (await world.Events<GoodsAccepted>()).Count);
    }
}
