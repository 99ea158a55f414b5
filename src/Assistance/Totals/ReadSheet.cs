using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Totals;

/// <summary>A line of totals as a page shows it.</summary>
/// <param name="Labels">What it is of, one per asked dimension.</param>
/// <param name="Sums">Its sums.</param>
/// <param name="Narrowed">The address of the rows behind it.</param>
internal sealed record SheetRow(IReadOnlyList<string> Labels, RowSums Sums, LedgerAddress Narrowed);

/// <summary>Totals and rows as pages and files show them.</summary>
internal sealed class ReadSheet(ReadTotals totals, ReadRows rows, ReadChoices choices, Actor actor, TimeProvider clock)
{
    private static readonly TotalsBy[] Usual = [TotalsBy.Unit];

    /// <summary>What totals are shown by; by unit when the address says nothing.</summary>
    public static IReadOnlyList<TotalsBy> ByOf(LedgerAddress address) => address.By.Count > 0 ? address.By : Usual;

    public async Task<IReadOnlyList<SheetRow>> Read(LedgerAddress address, bool chinese, CancellationToken ct)
    {
        var by = ByOf(address);
        var sums = await totals.Rows(TotalsQuestion.Of(address.Year, by, address.Filter, actor.UnitsWhere(Capability.AssistanceRead)), ct);
        var names = await totals.Names(sums, ct);
        return [.. sums.Select(s => new SheetRow([.. by.Select(b => Label(b, s.Key, names, chinese))], s, Narrow(address, by, s.Key)))];
    }

    public async Task<PaperTable> Totals(LedgerAddress address, CancellationToken ct)
    {
        var sheet = await Read(address, true, ct);
        var by = ByOf(address);
        return new(
            "消费帮扶采购汇总表",
            [.. by.Select(b => new PaperColumn(LedgerWords.Of(b, true), b == TotalsBy.Product ? 26 : 20)), new("金额", 18, PaperFigure.Money), new("数量", 14, PaperFigure.Quantity), new("计量", 8), new("笔数", 10, PaperFigure.Whole)],
            [
                .. sheet.Select(r => new PaperRow([.. r.Labels.Select(l => (PaperCell)l), r.Sums.Amount, r.Sums.Quantity?.Value, r.Sums.Quantity?.Unit.Name(true), (decimal)r.Sums.Entries])),
                new PaperRow([.. by.Select((_, i) => (PaperCell)(i == 0 ? "合计" : "")), sheet.Sum(r => r.Sums.Amount), PaperCell.Empty, PaperCell.Empty, (decimal)sheet.Sum(r => r.Sums.Entries)], IsTotal: true),
            ])
        { Left = $"范围：{await Said(address, ct)}", Right = "单位：元（验收口径，含税）", Foot = Foot() };
    }

    /// <summary>Null when there are more rows than an export holds.</summary>
    public async Task<PaperTable?> Rows(LedgerAddress address, CancellationToken ct) => await rows.All(address, ct) is not { } all ? null : new(
        "消费帮扶台账明细表",
        [
            new("序号", 9, PaperFigure.Whole), new("月份", 10), new("类型", 8), new("单位", 16), new("产品", 20), new("村（产地）", 12), new("用途", 11),
            new("数量", 12, PaperFigure.Quantity), new("计量", 8), new("金额", 15, PaperFigure.Money), new("单号", 18), new("调整月份", 10), new("说明", 24),
        ],
        all.Select(r => new PaperRow(
        [
            (decimal)r.Entry.Sequence, r.Entry.Month.ToString(), LedgerWords.Of(r.Entry.Kind, true), r.Unit, r.Product, r.Origin(true), LedgerWords.Of(r.Entry.Purpose, true),
            r.Entry.QuantityMilli == 0 ? PaperCell.Empty : r.Entry.Quantity.Value, r.Entry.QuantityMilli == 0 ? "" : r.Entry.QuantityUnit.Name(true), r.Entry.Amount,
            r.Entry.DocumentNumber, r.Entry.AdjustsMonth?.ToString(), r.Entry.Reason,
        ])).Append(new PaperRow(["", "合计", "", "", "", "", "", PaperCell.Empty, "", all.Sum(r => r.Entry.Amount)], IsTotal: true)))
    { Left = $"范围：{await Said(address, ct)}", Right = "单位：元（验收口径，含税）", Foot = Foot() };

    private async Task<string> Said(LedgerAddress address, CancellationToken ct) => string.Join(" ", (await choices.Read(address.Year, ct)).Said(address, true));

    private string Foot() => $"{actor.Name} 导出，{clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)):yyyy-MM-dd HH:mm}";

    private static string Label(TotalsBy by, RowKey key, IReadOnlyDictionary<Guid, string> names, bool chinese) => by switch
    {
        TotalsBy.Unit => NameOf(names, key.Unit),
        TotalsBy.Village => key.Village == Guid.Empty ? (chinese ? "非帮扶村" : "No assisted village") : NameOf(names, key.Village),
        TotalsBy.Product => NameOf(names, key.Product),
        TotalsBy.Producer => NameOf(names, key.Producer),
        TotalsBy.Outlet => key.Outlet == Guid.Empty ? (chinese ? "未记销售点" : "No outlet") : NameOf(names, key.Outlet),
        TotalsBy.Month => new Month(key.Month).ToString(),
        TotalsBy.Purpose => LedgerWords.Of(key.Purpose!.Value, chinese),
    };

    private static string NameOf(IReadOnlyDictionary<Guid, string> names, Guid id) => names.GetValueOrDefault(id, "?");

    private static LedgerAddress Narrow(LedgerAddress address, IReadOnlyList<TotalsBy> by, RowKey key) => address with
    {
        By = [],
        Unit = by.Contains(TotalsBy.Unit) ? key.Unit : address.Unit,
        Village = by.Contains(TotalsBy.Village) ? key.Village : address.Village,
        Product = by.Contains(TotalsBy.Product) ? key.Product : address.Product,
        Month = by.Contains(TotalsBy.Month) ? new(key.Month) : address.Month,
        Purpose = by.Contains(TotalsBy.Purpose) ? key.Purpose : address.Purpose,
    };
}
