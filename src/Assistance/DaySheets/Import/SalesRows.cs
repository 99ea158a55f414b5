using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Platform.GraphQL;
using Commerce.Platform.OfficeFiles;
using Commerce.SharedKernel;

namespace Commerce.Assistance.DaySheets.Import;

/// <summary>A row of the workbook as somebody would have typed it.</summary>
internal sealed record SalesRow(DateOnly Day, SaveDaySheet.Line Line);

/// <summary>Reads rows of the workbook as lines of a day sheet. Whether the lines hold is for <see cref="ReadLines"/> to say.</summary>
/// <param name="outlets">Those of which the asker writes the sheets.</param>
/// <param name="goods">Of the catalogue.</param>
internal sealed class SalesRows(IReadOnlyList<Choice> outlets, IReadOnlyList<Choice> goods)
{
    private readonly ILookup<string, Guid> outletsByName = outlets.ToLookup(o => FoldedName(o.Name), o => o.Id);
    private readonly ILookup<string, Guid> goodsByName = goods.ToLookup(g => FoldedName(g.Name), g => g.Id);
    private readonly Dictionary<Guid, string> nameOf = goods.ToDictionary(g => g.Id, g => FoldedName(g.Name));
    private (Guid Id, int Row)? outlet;

    /// <summary>The one outlet of the file; null while no row named one.</summary>
    public Guid? Outlet => outlet?.Id;

    public Result<SalesRow> Read(FilledRow row)
    {
        if (row.Unusable is { } unusable)
        {
            return new Error(ErrorCode.Invalid, unusable.Chinese, unusable.English);
        }

        if (Place(row) is { Error: { } nowhere })
        {
            return nowhere;
        }

        if (row.DayAt(SalesBook.Day) is not { } day)
        {
            return Wrong("day", "看不懂日期，请写成 2026-06-01。", "The day can't be read; write it as 2026-06-01.");
        }

        if (row.NumberAt(SalesBook.Amount, Money.IsExact) is not { } amount)
        {
            return Wrong("amount", "应是大于零的数，最多两位小数，如 58.00。", "It is a number above zero with at most two places, such as 58.00.");
        }

        var measured = Measured(row);
        if (measured.Failed)
        {
            return measured.Error!;
        }

        var line = row[SalesBook.Refunds].Length > 0 ? Refund(row, new(amount, "CNY"), measured.Value) : Sale(row, new(amount, "CNY"), measured.Value);
        return line.Failed ? line.Error! : new SalesRow(day, line.Value);
    }

    private Result Place(FilledRow row)
    {
        var named = row[SalesBook.Outlet];
        if (outletsByName[named].ToList() is not [var id])
        {
            return outletsByName[named].Any()
                ? Wrong("outletId", $"名为“{named}”的销售点不止一个，不能按名称导入；请在页面上填。", $"Several outlets are named {named}; write its sheet on the page.")
                : Wrong("outletId", $"没有名为“{named}”、归您填单的专柜或超市。请核对名称。", $"There is no counter or store named {named} of which you write the sheets. Check the name.");
        }

        outlet ??= (id, row.Number);
        return outlet.Value.Id == id
            ? Result.Done
            : Wrong("outletId", $"与第 {outlet.Value.Row} 行不是同一个销售点。一个文件只填一个销售点，请分成两个文件。", $"It isn't the outlet of row {outlet.Value.Row}. A file is about one outlet; split it.");
    }

    private static Result<SaveDaySheet.Measured?> Measured(FilledRow row)
    {
        if (row[SalesBook.Quantity].Length == 0)
        {
            return (SaveDaySheet.Measured?)null;
        }

        if (!SalesBook.Units.TryGetValue(row[SalesBook.Unit], out var unit))
        {
            return Wrong("unit", $"“{SalesBook.Unit}”要写：{string.Join('、', SalesBook.Units.Keys)}。", $"What it is measured in must be one of {string.Join(", ", SalesBook.Units.Keys)}.");
        }

        return row.NumberAt(SalesBook.Quantity, q => Quantity.IsExact(q, unit)) is { } quantity
            ? new SaveDaySheet.Measured(quantity, unit)
            : Wrong("quantity", "应是大于零的数，最多三位小数，如 2 或 1.5。", "It is a number above zero with at most three places, such as 2 or 1.5.");
    }

    private static Result<SaveDaySheet.Line> Refund(FilledRow row, MoneyInput amount, SaveDaySheet.Measured? measured) =>
        NodeId.TryDecode(row[SalesBook.Refunds], "dsl", out var sold)
            ? new SaveDaySheet.Line(amount, Quantity: measured, RefundsLineId: sold, Reason: row[SalesBook.Reason])
            : Wrong("refundsLineId", "不是编号。请从“可退款的销售”抄。", "It is no id. Copy it from the list of what may be refunded.");

    private Result<SaveDaySheet.Line> Sale(FilledRow row, MoneyInput amount, SaveDaySheet.Measured? measured)
    {
        GoodsStock? stock = SalesBook.Stocks.TryGetValue(row[SalesBook.Stock], out var said) ? said : null;
        if (row[SalesBook.Product] == SalesBook.Elsewhere)
        {
            return stock is null && row[SalesBook.Stock].Length > 0 ? StockUnknown : new SaveDaySheet.Line(amount, Goods: row[SalesBook.Goods], Quantity: measured, Stock: stock);
        }

        if (stock is null)
        {
            return StockUnknown;
        }

        var product = Found(row[SalesBook.Product], row[SalesBook.Goods]);
        return product.Failed ? product.Error! : new SaveDaySheet.Line(amount, product.Value, null, measured, stock);
    }

    private Result<Guid> Found(string written, string named)
    {
        if (written.Length == 0)
        {
            return goodsByName[named].ToList() switch
            {
                [var only] => only,
                [] => Wrong("goods", $"目录里没有“{named}”。请从“商品目录”抄编号；目录外的普通商品在“{SalesBook.Product}”写“{SalesBook.Elsewhere}”。", $"The catalogue has no {named}. Copy the id from the list; for goods outside it write {SalesBook.Elsewhere} instead of the id."),
                _ => Wrong("goods", $"名为“{named}”的商品不止一种。请从“商品目录”抄编号。", $"Several goods are named {named}. Copy the id from the list."),
            };
        }

        if (!NodeId.TryDecode(written, "prd", out var id) || !nameOf.TryGetValue(id, out var name))
        {
            return Wrong("productId", "目录里没有这个编号。请从“商品目录”抄。", "The catalogue has no such id. Copy it from the list.");
        }

        return named.Length == 0 || named == name
            ? id
            : Wrong("goods", $"这个编号是“{name}”，名称却写“{named}”。请核对。", $"This id is {name}, but the name says {named}. Check it.");
    }

    private static Error StockUnknown { get; } = Wrong("stock", $"“{SalesBook.Stock}”要写：{string.Join('、', SalesBook.Stocks.Keys)}。", $"Whose stock it was must be one of {string.Join(", ", SalesBook.Stocks.Keys)}.");

    private static Error Wrong(string field, string chinese, string english) => new Error(ErrorCode.Invalid, chinese, english).At(field);

    private static string FoldedName(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
