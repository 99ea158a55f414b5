using Commerce.SharedKernel;
using Xunit;

namespace Commerce.SharedKernel.Tests;

public sealed class MoneyTests
{
    [Fact]
    public void The_weighed_sack_costs_544_32()
    {
        var price = UnitPrice.Of(5.60m, MeasureUnit.Jin);

        var amount = Money.Settle(price, Quantity.Of(48.6m, MeasureUnit.Kg));

        Assert.Equal("544.32", amount.ToString());
    }

    [Theory]
    [InlineData("0.005", "1", "0.01")]
    [InlineData("0.0049", "1", "0.00")]
    [InlineData("0.015", "1", "0.02")]
    [InlineData("1.005", "1", "1.01")]
    [InlineData("0.005", "-1", "-0.01")]
    [InlineData("3.3333", "0.3", "1.00")]
    public void Half_a_fen_goes_away_from_zero(string price, string jin, string amount)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;

        var settled = Money.Settle(UnitPrice.Of(decimal.Parse(price, invariant), MeasureUnit.Jin), Quantity.Of(decimal.Parse(jin, invariant), MeasureUnit.Jin));

        Assert.Equal(amount, settled.ToString());
    }

    [Fact]
    public void A_price_per_jin_meets_a_weight_in_kilograms_and_back()
    {
        Assert.Equal(Money.Of(544.32m), Money.Settle(UnitPrice.Of(11.20m, MeasureUnit.Kg), Quantity.Of(97.2m, MeasureUnit.Jin)));
        Assert.Equal(UnitPrice.Of(11.20m, MeasureUnit.Kg), UnitPrice.Of(5.60m, MeasureUnit.Jin).PerUnit(MeasureUnit.Kg));
        Assert.Equal(97.2m, Quantity.Of(48.6m, MeasureUnit.Kg).In(MeasureUnit.Jin));
    }

    [Fact]
    public void A_bag_has_no_price_by_weight() =>
        Assert.Throws<ArgumentException>(() => Money.Settle(UnitPrice.Of(5.60m, MeasureUnit.Jin), Quantity.Of(2, MeasureUnit.Bag)));

    [Fact]
    public void More_than_two_places_are_no_money_and_more_than_four_no_price()
    {
        Assert.Throws<InexactAmountException>(() => Money.Of(1.001m));
        Assert.Throws<InexactAmountException>(() => UnitPrice.Of(1.00001m, MeasureUnit.Jin));
        Assert.Throws<InexactAmountException>(() => Quantity.Of(0.0000001m, MeasureUnit.Kg));
        Assert.False(Money.IsExact(1.001m));
        Assert.True(Quantity.IsExact(48.6m, MeasureUnit.Kg));
    }

    [Theory]
    [InlineData("79228162514264337593543950335")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("10000000000")]
    public void An_absurd_number_is_neither_money_nor_a_price_nor_a_quantity(string number)
    {
        var absurd = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);

        Assert.False(Money.IsExact(absurd));
        Assert.False(UnitPrice.IsExact(absurd));
        Assert.False(Quantity.IsExact(absurd, MeasureUnit.Kg));
    }

    [Fact]
    public void The_dearest_price_times_the_largest_quantity_still_fits() =>
        Assert.True(Money.Settle(UnitPrice.Of(9_999_999m, MeasureUnit.Kg), Quantity.Of(999_999_999m, MeasureUnit.Kg)) > Money.Zero);
}
