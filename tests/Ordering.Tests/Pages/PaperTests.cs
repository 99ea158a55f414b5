using Commerce.Ordering.Basket;
using Commerce.Ordering.Browse;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Papers;
using Commerce.SharedKernel;
using Xunit;

namespace Commerce.Ordering.Tests.Pages;

public sealed class PaperTests
{
    [Theory]
    [InlineData("0.00", "零元整")]
    [InlineData("0.05", "伍分")]
    [InlineData("0.30", "叁角整")]
    [InlineData("0.32", "叁角贰分")]
    [InlineData("10.00", "壹拾元整")]
    [InlineData("544.32", "伍佰肆拾肆元叁角贰分")]
    [InlineData("600.00", "陆佰元整")]
    [InlineData("1409.50", "壹仟肆佰零玖元伍角整")]
    [InlineData("6007.14", "陆仟零柒元壹角肆分")]
    [InlineData("325.04", "叁佰贰拾伍元零肆分")]
    [InlineData("107000.53", "壹拾万柒仟元伍角叁分")]
    [InlineData("16409.02", "壹万陆仟肆佰零玖元零贰分")]
    [InlineData("100000000.00", "壹亿元整")]
    [InlineData("100000001.00", "壹亿零壹元整")]
    [InlineData("20003000.00", "贰仟万叁仟元整")]
    [InlineData("-56.00", "负伍拾陆元整")]
    public void Amounts_are_written_in_capital_characters_as_bills_want_them(string amount, string capital) =>
        Assert.Equal(capital, CapitalAmount.Of(Money.Of(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData("48.6", 48.6)]
    [InlineData(" 100 ", 100)]
    [InlineData("４９．６", 49.6)]
    [InlineData("49。6", 49.6)]
    [InlineData("1,000", 1000)]
    [InlineData("1，000", 1000)]
    [InlineData(".5", 0.5)]
    public void Numbers_are_read_as_people_type_them(string typed, decimal value) => Assert.Equal(value, TypedQuantity.Number(typed));

    [Theory]
    [InlineData("")]
    [InlineData("一百")]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("4.8.6")]
    [InlineData("100斤")]
    public void What_is_no_number_is_refused(string typed) => Assert.Equal(OrderingErrors.NotANumber, TypedQuantity.Read(typed, MeasureUnit.Kg).Error);

    [Fact]
    public void A_quantity_finer_than_can_be_kept_is_refused() => Assert.Equal(OrderingErrors.TooFine, TypedQuantity.Read("0.0000001", MeasureUnit.Kg).Error);

    [Fact]
    public void What_an_address_asks_for_is_read_and_what_it_can_not_ask_for_is_left_out()
    {
        var unit = Guid.NewGuid();
        var filter = new OrderQuestion("PARTLY_ACCEPTED", "STAFF_WELFARE", unit.ToString("N"), "nonsense", "2026-06-01", "2026-06-31", "大米").Filter;

        Assert.Equal([OrderStatus.PartlyAccepted], filter.Status!);
        Assert.Equal(PurchasePurpose.StaffWelfare, filter.Purpose);
        Assert.Equal([unit], filter.UnitIds!);
        Assert.Null(filter.VillageIds);
        Assert.Equal((new DateOnly(2026, 6, 1), null, "大米"), (filter.Placed!.From, filter.Placed.To, filter.Text));
        Assert.Equal(default(OrderStatus?), new OrderQuestion("3", null, null, null, null, null, null).Filter.Status?[0]);
    }
}
