using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Totals;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Assistance.GraphQL;

/// <summary>A report as shown; what costs more is fetched when asked for.</summary>
internal sealed class TotalsReportView(TotalsQuestion question, IReadOnlyList<RowSums> sums, IReadOnlyDictionary<Guid, string> names, DateTimeOffset asOf)
{
    public TotalsQuestion Question { get; } = question;

    public Money Total { get; } = sums.Where(s => question.Adds(s)).Sum(s => s.Amount);

    /// <summary>What of the rows is help-sell; it stands beside the total, unless it alone was asked for.</summary>
    public Money HelpSell { get; } = sums.Where(s => question.HelpSellAlone || s.Key.Channel == Channel.HelpSell).Sum(s => s.Amount);

    public int Entries { get; } = sums.Sum(s => s.Entries);

    public DateTimeOffset AsOf { get; } = asOf;

    public IReadOnlyList<TotalsRowView> Rows => [.. sums.Select(s => new TotalsRowView(Question, s, Question.Adds(s) ? Total : HelpSell, names))];
}

/// <summary>A line of a report as shown.</summary>
internal sealed class TotalsRowView(TotalsQuestion question, RowSums sums, Money total, IReadOnlyDictionary<Guid, string> names)
{
    public TotalsQuestion Question { get; } = question;

    public RowKey Key => sums.Key;

    public Money Amount => sums.Amount;

    public decimal? QuantityBase => sums.QuantityBase;

    public decimal Share => total == Money.Zero ? 0m : Rounding.HalfAwayFromZero(Amount.Amount / total.Amount, 4);

    public IReadOnlyList<TotalsKeyView> Keys(bool chinese) => [.. Question.By.Select(by => KeyOf(by, chinese))];

    private TotalsKeyView KeyOf(TotalsBy by, bool chinese) => by switch
    {
        TotalsBy.Unit => Thing(by, "ou", Key.Unit, chinese ? "未知单位" : "Unknown unit"),
        TotalsBy.Village => Thing(by, "vil", Key.Village, chinese ? "其他县" : "Other counties"),
        TotalsBy.Product => Thing(by, "prd", Key.Product, Key.Product == Guid.Empty ? (chinese ? "外部采购的其他商品" : "Other goods bought elsewhere") : chinese ? "未知产品" : "Unknown product"),
        TotalsBy.Producer => Thing(by, "prc", Key.Producer, Key.Producer == Guid.Empty ? (chinese ? "外部采购的供应商" : "Suppliers elsewhere") : chinese ? "未知生产者" : "Unknown producer"),
        TotalsBy.Outlet => Thing(by, "out", Key.Outlet, Key.Outlet == Guid.Empty ? (chinese ? "未记销售点" : "No outlet") : chinese ? "未知销售点" : "Unknown outlet"),
        TotalsBy.Month => new(by, null, new Month(Key.Month).ToString()),
        TotalsBy.Purpose => new(by, null, LedgerWords.Of(Key.Purpose!.Value, chinese)),
        TotalsBy.Channel => new(by, null, LedgerWords.Of(Key.Channel!.Value, chinese)),
        TotalsBy.Quarter => new(by, null, LedgerWords.Quarter(Key.Quarter, chinese)),
        TotalsBy.Year => new(by, null, chinese ? $"{Key.Year}年" : $"{Key.Year}"),
    };

    private TotalsKeyView Thing(TotalsBy by, string prefix, Guid id, string otherwise) =>
        new(by, id == Guid.Empty ? null : NodeId.Encode(prefix, id), names.GetValueOrDefault(id, otherwise));
}

/// <summary>What a line is of, as shown.</summary>
internal sealed record TotalsKeyView(TotalsBy By, string? Id, string Label);
