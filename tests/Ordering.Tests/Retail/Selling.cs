using Commerce.Ordering.Domain;
using Commerce.Ordering.Retail;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Xunit;

namespace Commerce.Ordering.Tests.Retail;

/// <summary>From the goods held to the goods handed over, refunds, and what is refused.</summary>
public sealed class Selling
{
    [Fact]
    public async Task Goods_are_held_before_Stripe_is_asked_and_leave_the_shelf_when_they_are_handed_over()
    {
        await using var counter = await Counter.Open(stock: 10);

        var started = await counter.Started();
        var held = await counter.World.StockNow(counter.Flour);
        await counter.Stripe.Pay(started.SessionId!);
        await counter.Pay(started.Id);
        var paid = await counter.Sale(started.Id);
        World.Done(await counter.HandOver(paid.Id, paid.PickupCode));

        Assert.Equal((10, 2), held);
        Assert.Equal(8500, counter.Stripe.Session(started.SessionId!).AmountTotal);
        Assert.Equal(RetailState.Paid, paid.State);
        Assert.Equal(8500, paid.PaidFen);
        Assert.Equal((8, 0), await counter.World.StockNow(counter.Flour));
        Assert.Equal(RetailState.HandedOver, (await counter.Sale(paid.Id)).State);
        World.Refused(ErrorCode.StateNotAllowed, await counter.HandOver(paid.Id, paid.PickupCode));
        Assert.Single(await counter.World.AuditTrail(nameof(TakeAnswer)));
    }

    [Fact]
    public async Task Nobody_can_pay_for_goods_that_are_not_there()
    {
        await using var counter = await Counter.Open(stock: 3);
        await counter.Started();

        World.Refused(ErrorCode.InsufficientStock, await counter.Start());

        Assert.Single(counter.Stripe.Sessions);
        Assert.Equal((3, 2), await counter.World.StockNow(counter.Flour));
    }

    [Fact]
    public async Task The_same_button_pressed_again_leads_to_the_same_page()
    {
        await using var counter = await Counter.Open();
        var key = Counter.Key();

        var first = World.Done(await counter.Start(key: key));
        var second = await counter.Start(key: key);
        await counter.Pay(first);

        Assert.Equal(first, second.Id);
        Assert.True(second.Replayed);
        Assert.Single(counter.Stripe.Sessions);
    }

    [Fact]
    public async Task What_is_not_paid_in_time_is_ended_at_Stripe_first_and_then_put_back()
    {
        await using var counter = await Counter.Open(stock: 10);
        var sale = await counter.Started();

        counter.Clock.Advance(TimeSpan.FromMinutes(15));
        await counter.TheClock();

        Assert.Equal("expired", counter.Stripe.Session(sale.SessionId!).Status);
        Assert.False(await counter.Stripe.Pay(sale.SessionId!));
        Assert.Equal(RetailState.Lapsed, (await counter.Sale(sale.Id)).State);
        Assert.Equal((10, 0), await counter.World.StockNow(counter.Flour));
    }

    [Fact]
    public async Task Paid_at_the_last_moment_with_every_message_lost_is_found_by_the_clock_and_keeps_its_goods()
    {
        await using var counter = await Counter.Open(stock: 10);
        var sale = await counter.Started();
        await counter.Stripe.Pay(sale.SessionId!);

        counter.Clock.Advance(TimeSpan.FromMinutes(20));
        await counter.TheClock();

        Assert.Equal(RetailState.Paid, (await counter.Sale(sale.Id)).State);
        Assert.Equal((10, 2), await counter.World.StockNow(counter.Flour));
    }

    [Fact]
    public async Task While_Stripe_does_not_answer_the_goods_stay_held()
    {
        await using var counter = await Counter.Open(stock: 10);
        var sale = await counter.Started();
        counter.Clock.Advance(TimeSpan.FromMinutes(20));

        counter.Stripe.Fail("/v1/checkout/sessions/", afterEffect: false);
        await counter.TheClock();
        var unanswered = await counter.Sale(sale.Id);
        await counter.TheClock();

        Assert.Equal(RetailState.Reserved, unanswered.State);
        Assert.Equal(RetailState.Lapsed, (await counter.Sale(sale.Id)).State);
    }

    [Fact]
    public async Task A_page_that_was_made_but_answered_500_holds_the_goods_until_it_has_ended_by_itself()
    {
        await using var counter = await Counter.Open(stock: 10);
        counter.Stripe.Fail("/v1/checkout/sessions");

        var sale = World.Done(await counter.Start());
        counter.Clock.Advance(TimeSpan.FromMinutes(20));
        await counter.TheClock();
        var unclear = await counter.Sale(sale);
        counter.Clock.Advance(TimeSpan.FromMinutes(45));
        await counter.TheClock();

        Assert.Equal(RetailState.Reserved, unclear.State);
        Assert.Null(unclear.SessionId);
        Assert.Single(counter.Stripe.Sessions);
        Assert.Equal(RetailState.Lapsed, (await counter.Sale(sale)).State);
        Assert.Equal((10, 0), await counter.World.StockNow(counter.Flour));
    }

    [Fact]
    public async Task An_amount_that_Stripe_does_not_take_ends_the_sale_at_once()
    {
        await using var counter = await Counter.Open();
        var cheap = await counter.World.Offer(o => World.Bags(o) with { OutletId = Counter.Outlet, BuyerGroup = "PUBLIC", PermittedUses = ["KIOSK"], Price = 1m }, 5);

        var sale = await counter.Sale(World.Done(await counter.Start(1, offer: cheap)));

        Assert.Equal(RetailState.Lapsed, sale.State);
        Assert.Equal((5, 0), await counter.World.StockNow(cheap));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Another_amount_or_currency_than_agreed_is_never_taken_for_payment(bool amount, bool currency)
    {
        await using var counter = await Counter.Open(stock: 10);
        var sale = await counter.Started();
        await counter.Stripe.Pay(sale.SessionId!);
        var session = counter.Stripe.Session(sale.SessionId!);
        session.AmountTotal -= amount ? 1 : 0;
        session.Currency = currency ? "usd" : "cny";

        await counter.Pay(sale.Id);
        var unclear = await counter.Sale(sale.Id);

        Assert.Equal(RetailState.Unclear, unclear.State);
        Assert.NotNull(unclear.Trouble);
        Assert.Equal((10, 2), await counter.World.StockNow(counter.Flour));
        World.Refused(ErrorCode.StateNotAllowed, await counter.HandOver(sale.Id, sale.PickupCode));
        Assert.Contains(sale.Number, Assert.Single(await counter.World.Ask(db => new RetailToDo(db, counter.Clerk).Read(default))).Chinese, StringComparison.Ordinal);
        Assert.Empty(await counter.World.Ask(db => new RetailToDo(db, counter.World.Keeper).Read(default)));
        Assert.Equal(new RetailTrouble(1, 0), await counter.World.Ask(db => RetailTrouble.Read(db, default)));
    }

    [Fact]
    public async Task Money_that_comes_after_the_goods_went_back_goes_back_too()
    {
        await using var counter = await Counter.Open(stock: 10);
        var sale = await counter.Started();
        counter.Clock.Advance(TimeSpan.FromMinutes(15));
        await counter.TheClock();
        var session = counter.Stripe.Session(sale.SessionId!);
        session.Status = "open";
        await counter.Stripe.Pay(session.Id);

        await counter.Pay(sale.Id);
        var late = await counter.Sale(sale.Id);

        Assert.Equal(RetailState.Lapsed, late.State);
        Assert.Equal(RefundState.Done, Assert.Single(late.Refunds).State);
        Assert.Equal(8500, Assert.Single(counter.Stripe.Refunds).Amount);
        Assert.Equal((10, 0), await counter.World.StockNow(counter.Flour));
    }

    [Fact]
    public async Task A_refund_of_everything_before_the_goods_left_frees_them_and_a_part_does_not()
    {
        await using var counter = await Counter.Open(stock: 10);
        var sale = await counter.Paid();

        World.Done(await counter.Refund(sale.Id, 10m));
        var part = await counter.Sale(sale.Id);
        World.Done(await counter.Refund(sale.Id));
        var all = await counter.Sale(sale.Id);

        Assert.Equal((RetailState.Paid, 1000), (part.State, part.RefundedFen));
        Assert.Equal((RetailState.Refunded, 8500), (all.State, all.RefundedFen));
        Assert.Equal((10, 0), await counter.World.StockNow(counter.Flour));
        Assert.Equal(8500, counter.Stripe.Refunds.Sum(r => r.Amount));
        World.Refused(ErrorCode.Invalid, await counter.Refund(sale.Id, 0.01m));
        World.Refused(ErrorCode.StateNotAllowed, await counter.HandOver(sale.Id, sale.PickupCode));
    }

    [Fact]
    public async Task A_refund_that_was_made_but_answered_500_is_found_and_never_made_twice()
    {
        await using var counter = await Counter.Open();
        var sale = await counter.Paid();
        counter.Stripe.Fail("/v1/refunds");

        World.Done(await counter.Refund(sale.Id, 20m));
        counter.Clock.Advance(TimeSpan.FromMinutes(5));
        await counter.TheClock();

        Assert.Equal(2000, Assert.Single(counter.Stripe.Refunds).Amount);
        Assert.Equal(RefundState.Done, Assert.Single((await counter.Sale(sale.Id)).Refunds).State);
    }

    [Fact]
    public async Task A_refund_that_failed_with_500_before_anything_was_done_is_asked_for_again_under_another_key()
    {
        await using var counter = await Counter.Open();
        var sale = await counter.Paid();
        counter.Stripe.Fail("/v1/refunds", afterEffect: false);

        World.Done(await counter.Refund(sale.Id, 20m));
        var unclear = Assert.Single((await counter.Sale(sale.Id)).Refunds).State;
        await counter.TheClock();
        var soon = counter.Stripe.Refunds.Count;
        counter.Clock.Advance(TimeSpan.FromMinutes(5));
        await counter.TheClock();

        Assert.Equal(RefundState.Asked, unclear);
        Assert.Equal(0, soon);
        Assert.Equal(2000, Assert.Single(counter.Stripe.Refunds).Amount);
        Assert.Equal(RefundState.Done, Assert.Single((await counter.Sale(sale.Id)).Refunds).State);
    }

    [Fact]
    public async Task A_refund_that_Stripe_refuses_is_taken_back_and_said()
    {
        await using var counter = await Counter.Open();
        var sale = await counter.Paid();
        counter.Stripe.Session(sale.SessionId!).CapturedFen = 100;

        World.Done(await counter.Refund(sale.Id, 20m));
        var after = await counter.Sale(sale.Id);

        Assert.Equal(RefundState.Failed, Assert.Single(after.Refunds).State);
        Assert.Equal(0, after.RefundedFen);
        Assert.NotNull(after.Trouble);
    }

    [Fact]
    public async Task Refusals_say_what_to_do_and_change_nothing()
    {
        await using var counter = await Counter.Open(stock: 500);
        var loose = await counter.World.Offer(o => o with { OutletId = Counter.Outlet, BuyerGroup = "PUBLIC" }, 5);
        var others = await counter.World.Offer(o => World.Bags(o) with { OutletId = Counter.Outlet, PermittedUses = ["KIOSK"] }, 5);
        var sale = await counter.Started();

        World.Refused(ErrorCode.Invalid, await counter.Start(key: "short"));
        World.Refused(ErrorCode.UseNotPermitted, await counter.Start(offer: loose, unit: MeasureUnit.Jin));
        World.Refused(ErrorCode.UseNotPermitted, await counter.Start(offer: others));
        World.Refused(ErrorCode.NotFound, await counter.Start(offer: Guid.NewGuid()));
        World.Refused(ErrorCode.Invalid, await counter.Start(0.5m));
        World.Refused(ErrorCode.Invalid, await counter.Start(118));
        World.Refused(ErrorCode.StateNotAllowed, await counter.HandOver(sale.Id, sale.PickupCode));
        World.Refused(ErrorCode.StateNotAllowed, await counter.Refund(sale.Id, 1));
        var paid = await counter.Paid();
        World.Refused(ErrorCode.Invalid, await counter.HandOver(paid.Id, "nothing"));
        World.Refused(ErrorCode.Invalid, await counter.Refund(paid.Id, 85.01m));
        World.Refused(ErrorCode.Invalid, await counter.Refund(paid.Id, reason: " "));
        var stranger = World.Someone("别处的人", World.Other, Capability.RetailServe);
        World.Refused(ErrorCode.NotFound, await counter.HandOver(paid.Id, paid.PickupCode, stranger));
        World.Refused(ErrorCode.NotFound, await counter.Refund(paid.Id, 1, stranger));

        Assert.Equal((500, 4), await counter.World.StockNow(counter.Flour));
        Assert.Empty(counter.Stripe.Refunds);
    }

    [Fact]
    public async Task What_a_suspended_producer_made_or_what_has_lost_its_paper_is_not_sold()
    {
        await using var counter = await Counter.Open(stock: 10);
        var (coop, goods) = (Guid.NewGuid(), Guid.NewGuid());
        var flour = await counter.World.Offer(o => World.Bags(o) with { OutletId = Counter.Outlet, BuyerGroup = "PUBLIC", PermittedUses = ["KIOSK"], ProducerId = coop, ProductId = goods }, 5);
        var now = counter.Clock.GetUtcNow();
        var suspension = new Commerce.Contracts.Catalog.ProducerSuspended(Guid.NewGuid(), coop, "明东村合作社", now.AddDays(-1), null, "抽检不合格");

        await counter.World.Learn(suspension);
        World.Refused(ErrorCode.StateNotAllowed, await counter.Start(offer: flour));
        counter.Clock.Advance(TimeSpan.FromMinutes(1));
        await counter.World.Learn(suspension with { To = now });
        World.Done(await counter.Start(1, offer: flour));
        await counter.World.Learn(new Commerce.Contracts.Catalog.CertificateRecorded(Guid.NewGuid(), goods, "GREEN_FOOD", "LB-1", null, new DateOnly(2026, 6, 9), null, false));
        World.Refused(ErrorCode.StateNotAllowed, await counter.Start(offer: flour));

        Assert.Equal((5, 1), await counter.World.StockNow(flour));
    }

    [Fact]
    public async Task One_hand_cannot_hold_a_whole_counter()
    {
        await using var counter = await Counter.Open();
        for (var i = 0; i < 30; i++)
        {
            World.Done(await counter.Start(1));
        }

        World.Refused(ErrorCode.StateNotAllowed, await counter.Start(1));
    }
}
