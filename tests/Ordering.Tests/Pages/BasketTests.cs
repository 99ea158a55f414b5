using Commerce.Ordering.Basket;
using Commerce.Ordering.Domain;
using Commerce.SharedKernel;
using Xunit;

namespace Commerce.Ordering.Tests.Pages;

public sealed class BasketTests
{
    [Fact]
    public void Jin_and_kilograms_are_the_same_quantity_and_cost_the_same()
    {
        var draft = new BasketDraft();
        var line = draft.Add(Rice());
        line.Typed = "100";
        Assert.Equal(560m, draft.Total.Amount);

        line.CountIn(MeasureUnit.Kg);

        Assert.Equal(("50", MeasureUnit.Kg, 560m), (line.Typed, line.Unit, draft.Total.Amount));
        line.Step(1);
        Assert.Equal("50.5", line.Typed);
        line.CountIn(MeasureUnit.Jin);
        Assert.Equal("101", line.Typed);
    }

    [Fact]
    public void Steps_keep_to_the_offers_step_and_never_fall_below_its_minimum()
    {
        var line = new BasketDraft().Add(Rice(step: 5, minimum: 10));
        Assert.Equal("10", line.Typed);
        line.Step(1);
        Assert.Equal("15", line.Typed);
        line.Typed = "17";
        line.Step(-1);
        Assert.Equal("15", line.Typed);
        line.Typed = "17";
        line.Step(1);
        Assert.Equal("20", line.Typed);
        line.Typed = "不知道";
        line.Step(-1);
        Assert.Equal("10", line.Typed);
    }

    [Fact]
    public void A_line_says_at_once_what_the_server_would_say()
    {
        var draft = new BasketDraft();
        var line = draft.Add(Rice(minimum: 10));
        Assert.Null(draft.Problem(line));
        line.Typed = "x";
        Assert.Equal(OrderingErrors.NotANumber, draft.Problem(line));
        line.Typed = "9";
        Assert.Equal(ErrorCode.Invalid, draft.Problem(line)!.Code);
        line.Typed = "2001";
        Assert.Equal(ErrorCode.InsufficientStock, draft.Problem(line)!.Code);
        line.Typed = "10";
        draft.Purpose = PurchasePurpose.StaffWelfare;
        Assert.Equal(ErrorCode.UseNotPermitted, draft.Problem(line)!.Code);
    }

    [Fact]
    public void A_request_keeps_its_key_until_something_changes()
    {
        var draft = new BasketDraft();
        var supplier = draft.Add(Rice()).Goods.Offer.SupplyUnitId;
        var key = draft.Key(supplier);
        Assert.Equal(key, draft.Key(supplier));

        draft.Changed();

        Assert.NotEqual(key, draft.Key(supplier));
    }

    [Fact]
    public void Goods_of_two_suppliers_become_two_orders()
    {
        var draft = new BasketDraft();
        draft.Add(Rice());
        draft.Add(Rice(supplier: Guid.NewGuid()));

        Assert.Equal(2, draft.Orders.Count);
    }

    private static Goods Rice(decimal step = 1, decimal minimum = 1, Guid? supplier = null) => new(
        new KnownOffer
        {
            Id = Guid.NewGuid(),
            ProductName = "明东大米",
            SoldBy = MeasureUnit.Jin,
            NominalMilli = Quantity.Of(1, MeasureUnit.Jin).Milli,
            NominalUnit = MeasureUnit.Jin,
            StepMilli = Quantity.Of(step, MeasureUnit.Jin).Milli,
            MinimumMilli = Quantity.Of(minimum, MeasureUnit.Jin).Milli,
            CatchWeight = true,
            BuyerGroup = BuyerGroup.DepartmentCanteen,
            PermittedUses = "CANTEEN",
            SupplyUnitId = supplier ?? Guid.Empty,
        },
        UnitPrice.Of(5.60m, MeasureUnit.Jin), Quantity.Of(2000, MeasureUnit.Jin), StockState.InStock, "包保帮扶工作队");
}
