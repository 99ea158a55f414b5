using Commerce.Assistance.Domain;
using Commerce.SharedKernel;
using Xunit;

namespace Commerce.Assistance.Tests.Domain;

public sealed class CountableLineTests
{
    private static readonly UnitPrice Agreed = UnitPrice.Of(5.60m, MeasureUnit.Jin);

    [Fact]
    public void A_purchase_at_the_agreed_price_and_the_settled_amount_counts() =>
        Assert.Null(Refuse(LedgerKind.Purchase, 48.6m, 544.32m));

    [Fact]
    public void A_purchase_off_by_one_fen_is_refused() =>
        Assert.NotNull(Refuse(LedgerKind.Purchase, 48.6m, 544.33m));

    [Fact]
    public void A_negative_purchase_is_refused() =>
        Assert.NotNull(Refuse(LedgerKind.Purchase, -48.6m, -544.32m));

    [Fact]
    public void Another_price_is_refused_even_if_the_amount_is_right() =>
        Assert.NotNull(CountableLine.Refuse(new(LedgerKind.Purchase, UnitPrice.Of(11.20m, MeasureUnit.Kg), Quantity.Of(48.6m, MeasureUnit.Kg), Money.Of(544.32m)), Agreed));

    [Fact]
    public void Pieces_cannot_be_priced_by_weight() =>
        Assert.NotNull(CountableLine.Refuse(new(LedgerKind.Purchase, Agreed, Quantity.Of(10m, MeasureUnit.Piece), Money.Of(56m)), Agreed));

    [Theory]
    [InlineData(56.01)]
    [InlineData(55.99)]
    [InlineData(56.00)]
    public void A_return_may_be_off_by_one_fen_because_it_is_a_difference_of_rounded_amounts(double amount) =>
        Assert.Null(Refuse(LedgerKind.Return, -5m, -(decimal)amount));

    [Fact]
    public void A_return_off_by_two_fen_is_refused() =>
        Assert.NotNull(Refuse(LedgerKind.Return, -5m, -56.02m));

    [Theory]
    [InlineData(5, 56)]
    [InlineData(0, 0)]
    public void A_return_that_gives_goods_is_refused(int kilos, int amount) =>
        Assert.NotNull(Refuse(LedgerKind.Return, kilos, amount));

    [Theory]
    [InlineData(5, 56)]
    [InlineData(-5, -56)]
    public void A_correction_goes_either_way(int kilos, int amount) =>
        Assert.Null(Refuse(LedgerKind.WeightAdjustment, kilos, amount));

    [Fact]
    public void Nothing_is_left_below_nothing()
    {
        var left = new LineLeft(5600, 5_000_000);

        Assert.Equal(new LineLeft(0, 0), CountableLine.Apply(left, Line(LedgerKind.Return, -5m, -56m)));
        Assert.Null(CountableLine.Apply(left, Line(LedgerKind.Return, -5.001m, -56m)));
        Assert.Null(CountableLine.Apply(left, Line(LedgerKind.Return, -5m, -56.01m)));
    }

    private static string? Refuse(LedgerKind kind, decimal kilos, decimal amount) => CountableLine.Refuse(Line(kind, kilos, amount), Agreed);

    private static LineToCount Line(LedgerKind kind, decimal kilos, decimal amount) =>
        new(kind, Agreed, Quantity.Of(kilos, MeasureUnit.Kg), Money.Of(amount));
}
