using Commerce.Assistance.Domain;
using Commerce.SharedKernel;

namespace Commerce.Assistance.DaySheets;

/// <summary>A line while it is being typed.</summary>
internal sealed class DayLine
{
    /// <summary>Chosen for ordinary goods that aren't in the catalogue.</summary>
    public const string Elsewhere = "elsewhere";

    public bool IsRefund { get; init; }

    public string Product { get; set; } = "";

    public string Goods { get; set; } = "";

    public GoodsStock Stock { get; set; } = GoodsStock.OnBehalf;

    public decimal? Quantity { get; set; }

    public MeasureUnit Unit { get; set; } = MeasureUnit.Bag;

    public decimal? Amount { get; set; }

    /// <summary>The line for which money goes back.</summary>
    public string Sold { get; set; } = "";

    public string Reason { get; set; } = "";

    public static DayLine Of(DaySheetLine line) => new()
    {
        IsRefund = line.RefundsLineId is not null,
        Product = line.RefundsLineId is not null ? "" : line.Counts ? line.ProductId.ToString() : Elsewhere,
        Goods = line.Goods,
        Stock = line.Stock,
        Quantity = line.QuantityMilli == 0 ? null : Math.Abs(line.Quantity.Value),
        Unit = line.QuantityUnit,
        Amount = Math.Abs(line.Amount.Amount),
        Sold = line.RefundsLineId?.ToString() ?? "",
        Reason = line.Reason ?? "",
    };

    public SaveDaySheet.Line Typed(IReadOnlyList<SoldLeft> refundable)
    {
        var amount = new MoneyInput(Amount ?? 0, "CNY");
        if (IsRefund)
        {
            // A refund is measured as the sale was; a line that nobody chose is none that there is.
            var sold = Guid.TryParse(Sold, out var id) ? id : Guid.Empty;
            var unit = refundable.FirstOrDefault(r => r.Line.Id == sold)?.Line.QuantityUnit ?? Unit;
            return new(amount, RefundsLineId: sold, Quantity: Quantity is > 0 ? new(Quantity.Value, unit) : null, Reason: Reason);
        }

        return Product == Elsewhere
            ? new(amount, Goods: Goods, Stock: GoodsStock.Own)
            : new(amount, Guid.TryParse(Product, out var product) ? product : Guid.Empty, null, new(Quantity ?? 0, Unit), Stock);
    }
}
