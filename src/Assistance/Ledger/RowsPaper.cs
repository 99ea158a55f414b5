using Commerce.Platform.Documents;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Ledger;

/// <summary>Ledger rows as a paper (台账明细表). 说明 stays out: it may name people.</summary>
internal static class RowsPaper
{
    /// <summary>A sheet of Excel has 1,048,576 lines; the rest is for head, total and notes.</summary>
    public const int MostInSheet = 1_000_000;

    /// <param name="rows">Read once, from top to bottom; may be a stream.</param>
    /// <param name="scope">What they are narrowed to, in words.</param>
    /// <param name="mark">Who takes them away, and when.</param>
    public static PaperTable Of(IEnumerable<NamedRow> rows, string scope, string mark) => Table("", Lines(rows, new()), scope, mark);

    /// <summary>The same as sheets that follow one another; the total of all stands at the end of the last.</summary>
    /// <param name="rows">Read once, over all sheets.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="inSheet">How many a sheet takes.</param>
    /// <param name="scope">What they are narrowed to, in words.</param>
    /// <param name="mark">Who takes them away, and when.</param>
    public static IReadOnlyList<PaperTable> Sheets(IEnumerator<NamedRow> rows, int count, int inSheet, string scope, string mark)
    {
        var sheets = Math.Max(1, (count + inSheet - 1) / inSheet);
        var sum = new Sum();
        return
        [
            .. Enumerable.Range(1, sheets).Select(number => Table(
                sheets == 1 ? "" : $"（{number}）", Lines(Next(rows, number == sheets ? int.MaxValue : inSheet), sum, number == sheets), sheets == 1 ? scope : $"{scope}，第 {number} 张，共 {sheets} 张", mark)),
        ];
    }

    private static PaperTable Table(string which, IEnumerable<PaperRow> lines, string scope, string mark) => new(
        "消费帮扶台账明细表" + which,
        [
            new("序号", 9, PaperFigure.Whole), new("月份", 10), new("类型", 8), new("单位", 16), new("产品", 20), new("村（产地）", 12), new("用途", 11),
            new("数量", 12, PaperFigure.Quantity), new("计量", 8), new("金额", 15, PaperFigure.Money), new("单号", 18), new("调整月份", 10), new("渠道", 11),
        ],
        lines)
    { Left = $"范围：{scope}", Right = "单位：元（验收口径，含税）", Notes = ["注：说明一栏可能写有人名，不随表导出；请在台账明细里逐条查看。"], Mark = mark };

    private static IEnumerable<NamedRow> Next(IEnumerator<NamedRow> rows, int most)
    {
        for (var taken = 0; taken < most && rows.MoveNext(); taken++)
        {
            yield return rows.Current;
        }
    }

    private static IEnumerable<PaperRow> Lines(IEnumerable<NamedRow> rows, Sum sum, bool last = true)
    {
        foreach (var r in rows)
        {
            sum.Amount += r.Entry.Amount;
            yield return new(
            [
                (decimal)r.Entry.Sequence, r.Entry.Month.ToString(), LedgerWords.Of(r.Entry.Kind, true), r.Unit, r.Product, r.Origin(true), LedgerWords.Of(r.Entry.Purpose, true),
                r.Entry.QuantityMilli == 0 ? PaperCell.Empty : r.Entry.Quantity.Value, r.Entry.QuantityMilli == 0 ? "" : r.Entry.QuantityUnit.Name(true), r.Entry.Amount,
                r.Entry.DocumentNumber, r.Entry.AdjustsMonth?.ToString(), LedgerWords.Of(r.Entry.Channel, true),
            ]);
        }

        if (last)
        {
            yield return new(["", "合计", "", "", "", "", "", PaperCell.Empty, "", sum.Amount], IsTotal: true);
        }
    }

    private sealed class Sum
    {
        public Money Amount { get; set; } = Money.Zero;
    }
}
