using Commerce.Ordering.Domain;
using Commerce.SharedKernel;
using Xunit;

namespace Commerce.Ordering.Tests.Domain;

/// <summary>The rules on plain objects.</summary>
public sealed class OrderRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 12, 28, 2, 0, 0, TimeSpan.Zero);
    private static readonly Person Buyer = new(Guid.NewGuid(), "申请人");
    private static readonly Person Approver = new(Guid.NewGuid(), "审批人");
    private static readonly Person Keeper = new(Guid.NewGuid(), "保管员");
    private static readonly Person Second = new(Guid.NewGuid(), "采购员");
    private static readonly Person Seller = new(Guid.NewGuid(), "驻村队员");

    [Theory]
    [InlineData("CANTEEN,WELFARE", "DepartmentCanteen", "Canteen", true)]
    [InlineData("CANTEEN", "Public", "Canteen", true)]
    [InlineData("CANTEEN", "StaffWelfare", "Canteen", false)]
    [InlineData("MEDICINAL", "Public", "Canteen", false)]
    [InlineData("WELFARE,KIOSK", "Public", "Canteen", false)]
    [InlineData("WELFARE", "StaffWelfare", "StaffWelfare", true)]
    [InlineData("KIOSK", "Public", "StaffWelfare", false)]
    [InlineData("KIOSK", "Public", "Personal", true)]
    [InlineData("WELFARE", "DepartmentCanteen", "StaffWelfare", false)]
    [InlineData("CANTEEN", "Public", "StaffWelfare", false)]
    [InlineData("KIOSK", "StaffWelfare", "Personal", true)]
    [InlineData("MEDICINAL", "Public", "Personal", false)]
    [InlineData("KIOSK", "DepartmentCanteen", "Personal", false)]
    public void Goods_serve_a_purpose_when_use_and_buyers_fit(string uses, string buyers, string purpose, bool may)
    {
        var offer = Rice();
        offer.PermittedUses = uses;
        offer.BuyerGroup = Enum.Parse<BuyerGroup>(buyers);

        var result = offer.MayServe(Enum.Parse<PurchasePurpose>(purpose));

        Assert.Equal(may ? null : ErrorCode.UseNotPermitted, result.Error?.Code);
    }

    [Theory]
    [InlineData(100, MeasureUnit.Jin, true)]
    [InlineData(50, MeasureUnit.Kg, true)]
    [InlineData(10, MeasureUnit.Liang, false)]
    [InlineData(0, MeasureUnit.Jin, false)]
    [InlineData(-5, MeasureUnit.Jin, false)]
    [InlineData(4, MeasureUnit.Jin, false)]
    [InlineData(12.5, MeasureUnit.Jin, false)]
    [InlineData(5, MeasureUnit.L, false)]
    [InlineData(5, MeasureUnit.Piece, false)]
    public void A_quantity_is_a_multiple_of_the_step_from_the_minimum_on(double quantity, MeasureUnit unit, bool may)
    {
        var offer = Rice();
        offer.StepMilli = Quantity.Of(1, MeasureUnit.Jin).Milli;
        offer.MinimumMilli = Quantity.Of(5, MeasureUnit.Jin).Milli;

        var result = offer.MayBeOrdered(Quantity.Of((decimal)quantity, unit));

        Assert.Equal(!may, result.Failed);
    }

    [Fact]
    public void A_hundred_jin_are_fifty_kilograms_and_cost_the_same()
    {
        var jin = Line(Rice(), Quantity.Of(100, MeasureUnit.Jin));
        var kg = Line(Rice(), Quantity.Of(50, MeasureUnit.Kg));

        Assert.Equal(56_000, jin.EstimatedFen);
        Assert.Equal((jin.OrderedMilli, jin.EstimatedFen), (kg.OrderedMilli, kg.EstimatedFen));
        Assert.Equal(MeasureUnit.Kg, kg.OrderedUnit);
    }

    [Fact]
    public void The_status_follows_the_quantities()
    {
        var order = Confirmed(100);
        Assert.Equal(OrderStatus.Confirmed, order.Status);

        var first = Send(order, 60);
        Assert.Equal(OrderStatus.Dispatched, order.Status);
        Accept(order, first, 60);
        Assert.Equal(OrderStatus.PartlyAccepted, order.Status);
        var second = Send(order, 40);
        Assert.Equal(OrderStatus.PartlyAccepted, order.Status);
        Accept(order, second, 38);

        Assert.Equal(OrderStatus.Accepted, order.Status);
        Assert.True(order.Lines[0].Closed);
        Assert.Equal(0, order.Holdings.HeldFen);
    }

    [Fact]
    public void All_rejected_goes_back_to_confirmed_and_can_be_sent_again()
    {
        var order = Confirmed(100);
        var delivery = Send(order, 100);

        Accept(order, delivery, 0, 100);

        Assert.Equal(OrderStatus.Confirmed, order.Status);
        Assert.Equal(56_000, order.Holdings.HeldFen);
        Accept(order, Send(order, 100), 100);
        Assert.Equal((OrderStatus.Accepted, 56_000L), (order.Status, order.SettledFen));
    }

    [Theory]
    [InlineData(97, true)]
    [InlineData(96.9, false)]
    public void Short_weight_within_the_tolerance_closes_the_line(double net, bool closed)
    {
        var order = Confirmed(100);

        Accept(order, Send(order, 100), (decimal)net);

        Assert.Equal(closed, order.Lines[0].Closed);
        Assert.Equal(closed ? OrderStatus.Accepted : OrderStatus.PartlyAccepted, order.Status);
    }

    [Theory]
    [InlineData(103, null)]
    [InlineData(103.001, ErrorCode.WeightOutOfTolerance)]
    public void Nobody_may_send_beyond_the_tolerance(double sent, ErrorCode? refusal)
    {
        var order = Confirmed(100);

        var result = order.Dispatch(
            Guid.NewGuid(), "DN", [new(order.Lines[0].Id, Quantity.Of((decimal)sent, MeasureUnit.Jin), null, null, null)], null, null, Seller, Now);

        Assert.Equal(refusal, result.Error?.Code);
    }

    [Fact]
    public void Expired_goods_and_impossible_dates_are_not_sent()
    {
        var today = Now.DayInChina();
        foreach (var (made, ends) in new (DateOnly?, DateOnly?)[] { (null, today.AddDays(-1)), (today, today.AddDays(-1)), (today.AddDays(1), null) })
        {
            var order = Confirmed(100);

            var result = order.Dispatch(Guid.NewGuid(), "DN", [new(order.Lines[0].Id, Quantity.Of(1, MeasureUnit.Jin), "B", made, ends)], null, null, Seller, Now);

            Assert.Equal(ErrorCode.Invalid, result.Error?.Code);
        }
    }

    [Fact]
    public void What_was_sent_to_the_fen_bounds_what_can_arrive()
    {
        var order = Confirmed(100);
        var delivery = Send(order, 10);

        var result = order.Weigh(Guid.NewGuid(), "AC", delivery, null, [Net(order, 10.4m)], null, Keeper, Now);

        Assert.Equal(ErrorCode.WeightOutOfTolerance, result.Error?.Code);
    }

    [Fact]
    public void An_order_of_one_year_accepted_in_the_next_counts_in_the_next_and_is_paid_by_the_first()
    {
        var order = Confirmed(100);
        var delivery = Send(order, 100);
        var acceptance = order.Weigh(Guid.NewGuid(), "AC", delivery, null, [Net(order, 100)], null, Keeper, Now).Value;

        var signedAt = new DateTimeOffset(2026, 12, 31, 16, 0, 0, TimeSpan.Zero);
        Assert.False(order.Sign(acceptance, delivery, null, signedAt, Second, signedAt, 30).Failed);

        Assert.Equal((Month.Of(2027, 1), 2026), (acceptance.CountedIn!.Value, order.BudgetYear!.Value));
        Assert.Equal(new DateOnly(2027, 1, 31), acceptance.DueOn);
    }

    [Fact]
    public void Nobody_signs_in_the_future()
    {
        var order = Confirmed(100);
        var delivery = Send(order, 100);
        var acceptance = order.Weigh(Guid.NewGuid(), "AC", delivery, null, [Net(order, 100)], null, Keeper, Now).Value;

        var result = order.Sign(acceptance, delivery, null, Now.AddSeconds(1), Second, Now, 30);

        Assert.Equal(ErrorCode.Invalid, result.Error?.Code);
    }

    [Theory]
    [InlineData("3.3333", "9.999", "0.001")]
    [InlineData("0.0001", "7777.777", "1.111")]
    [InlineData("19.9999", "1.005", "0.335")]
    [InlineData("5.6", "97.2", "10")]
    [InlineData("0.005", "3", "1")]
    public void However_goods_go_back_a_full_return_is_exactly_nothing(string price, string net, string step)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var (all, part) = (decimal.Parse(net, culture), decimal.Parse(step, culture));
        var order = Confirmed(Math.Ceiling(all), decimal.Parse(price, culture));
        var delivery = Send(order, Math.Ceiling(all));
        var acceptance = Accept(order, delivery, all);
        var posted = acceptance.PostedFen;
        Assert.Equal((long)Math.Round(all * decimal.Parse(price, culture) * 100, MidpointRounding.AwayFromZero), posted);

        for (var left = all; left > 0;)
        {
            var back = Math.Min(left, Math.Max(part, all / 50));
            back = Math.Max(0.001m, decimal.Truncate(back * 1000) / 1000);
            var goods = order.Return(Guid.NewGuid(), "RT", acceptance, [(order.Lines[0].Id, Quantity.Of(back, MeasureUnit.Jin))], "退", false, Keeper, Now);
            posted += goods.Value.PostedFen;
            left -= back;
        }

        Assert.Equal((0L, 0L), (posted, order.SettledFen));
    }

    [Fact]
    public void Only_what_is_weighed_or_priced_as_it_is_sold_has_an_amount()
    {
        var boxes = Boxes(catchWeight: false);

        // 5 kg a box at a price per 斤 has no weight of its own: the ledger couldn't follow it. A price per piece of a box of many says nothing of the box.
        Assert.Equal(ErrorCode.StateNotAllowed, LineOf(boxes, MeasureUnit.Jin).Error?.Code);
        Assert.Equal(ErrorCode.StateNotAllowed, LineOf(boxes, MeasureUnit.Piece).Error?.Code);
        Assert.Equal(ErrorCode.StateNotAllowed, LineOf(boxes, MeasureUnit.Bag).Error?.Code);
        Assert.Equal(MeasureUnit.Box, LineOf(boxes, MeasureUnit.Box).Value.SettleUnit);
        Assert.Equal(MeasureUnit.Jin, LineOf(Boxes(catchWeight: true), MeasureUnit.Jin).Value.SettleUnit);

        static Result<OrderLine> LineOf(KnownOffer offer, MeasureUnit pricedBy) =>
            OrderLine.Of(Guid.NewGuid(), 0, offer, UnitPrice.Of(5, pricedBy), Quantity.Of(2, MeasureUnit.Box));
    }

    [Fact]
    public void A_price_that_does_not_fit_the_content_makes_no_line()
    {
        var offer = Rice();

        var line = OrderLine.Of(Guid.NewGuid(), 0, offer, UnitPrice.Of(1, MeasureUnit.Bag), Quantity.Of(1, MeasureUnit.Jin));

        Assert.Equal(ErrorCode.StateNotAllowed, line.Error?.Code);
    }

    private static KnownOffer Rice() => new()
    {
        Id = Guid.NewGuid(),
        ProductName = "明东大米",
        PermittedUses = "CANTEEN",
        BuyerGroup = BuyerGroup.DepartmentCanteen,
        SoldBy = MeasureUnit.Jin,
        NominalMilli = Quantity.Of(1, MeasureUnit.Jin).Milli,
        NominalUnit = MeasureUnit.Jin,
        CatchWeight = true,
        ToleranceBasisPoints = 300,
        StepMilli = 1,
        MinimumMilli = 1,
        ValidFrom = Now.AddYears(-1),
    };

    private static KnownOffer Boxes(bool catchWeight) => new()
    {
        Id = Guid.NewGuid(),
        ProductName = "笨鸡蛋",
        SoldBy = MeasureUnit.Box,
        NominalMilli = Quantity.Of(5, MeasureUnit.Kg).Milli,
        NominalUnit = MeasureUnit.Kg,
        CatchWeight = catchWeight,
        StepMilli = 1000,
        MinimumMilli = 1000,
        ValidFrom = Now.AddYears(-1),
    };

    private static OrderLine Line(KnownOffer offer, Quantity quantity, decimal price = 5.60m) =>
        OrderLine.Of(Guid.NewGuid(), 0, offer, UnitPrice.Of(price, MeasureUnit.Jin), quantity).Value;

    private static Order Confirmed(decimal jin, decimal price = 5.60m)
    {
        var offer = Rice();
        var order = new Order
        {
            Id = Guid.NewGuid(),
            Number = "PO-2026-000001",
            Serial = 1,
            Purpose = PurchasePurpose.Canteen,
            UnitId = Guid.NewGuid(),
            CountsForUnitId = Guid.NewGuid(),
            RequestedById = Buyer.Id,
            RequestedByName = Buyer.Name,
            CreatedAt = Now,
        };
        Assert.False(order.Write([Line(offer, Quantity.Of(jin, MeasureUnit.Jin), price)], offer.SupplyUnitId, Buyer, Now).Failed);
        var known = new Dictionary<Guid, (KnownOffer, UnitPrice?)> { [offer.Id] = (offer, UnitPrice.Of(price, MeasureUnit.Jin)) };
        Assert.False(order.Submit(known, ApprovalPolicy.Usual, Buyer, Now).Failed);
        Assert.False(order.Decide(Decision.Approved, null, ApprovalPolicy.Usual, null, null, Approver, Now).Failed);
        Assert.False(order.Confirm(null, null, Seller, Now).Failed);
        return order;
    }

    private static Delivery Send(Order order, decimal jin) => order.Dispatch(
        Guid.NewGuid(), "DN", [new(order.Lines[0].Id, Quantity.Of(jin, MeasureUnit.Jin), null, null, null)], null, null, Seller, Now).Value;

    private static Weighed Net(Order order, decimal jin, decimal rejected = 0) => new(
        order.Lines[0].Id, null, null, Quantity.Of(jin, MeasureUnit.Jin), rejected == 0 ? null : Quantity.Of(rejected, MeasureUnit.Jin), rejected == 0 ? null : "霉变");

    private static Acceptance Accept(Order order, Delivery delivery, decimal jin, decimal rejected = 0)
    {
        var acceptance = order.Weigh(Guid.NewGuid(), "AC", delivery, null, [Net(order, jin, rejected)], null, Keeper, Now).Value;
        Assert.False(order.Sign(acceptance, delivery, null, Now, Second, Now, 30).Failed);
        return acceptance;
    }
}
