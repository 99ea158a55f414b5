using Commerce.Assistance.Data;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Reports;
using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Totals;

/// <summary>Reports and rows as files show them.</summary>
internal sealed class ReadSheet(AssistanceDbContext db, ReadReport reports, ReadRows rows, ReadChoices choices, Actor actor, TimeProvider clock)
{
    private static readonly TotalsBy[] Usual = [TotalsBy.Unit];

    /// <summary>What totals are shown by; by unit when the address says nothing.</summary>
    public static IReadOnlyList<TotalsBy> ByOf(LedgerAddress address) => address.By.Count > 0 ? address.By : Usual;

    public async Task<Result<PaperTable>> Totals(LedgerAddress address, CancellationToken ct) =>
        await reports.Read(address, true, ct) is var read && read.Error is { } refused ? refused
        : ReportPaper.Of(read.Value, await Said(address, ct), address.KnownOn, await Whose(address, ct), actor.Name, clock.GetUtcNow()) with { Mark = Mark() };

    /// <summary>The draft of a circular on it.</summary>
    public async Task<Result<PaperTable>> Briefing(LedgerAddress address, CancellationToken ct) =>
        await reports.Read(address, true, ct) is var read && read.Error is { } refused ? refused
        : Reports.Briefing.Of(read.Value, await Said(address, ct), address.KnownOn, await Whose(address, ct), actor.Name, clock.GetUtcNow()) with { Mark = Mark() };

    /// <summary>Null when there are more rows than an export holds.</summary>
    public async Task<PaperTable?> Rows(LedgerAddress address, CancellationToken ct) => await rows.All(address, ct) is not { } all ? null : new(
        "消费帮扶台账明细表",
        [
            new("序号", 9, PaperFigure.Whole), new("月份", 10), new("类型", 8), new("单位", 16), new("产品", 20), new("村（产地）", 12), new("用途", 11),
            new("数量", 12, PaperFigure.Quantity), new("计量", 8), new("金额", 15, PaperFigure.Money), new("单号", 18), new("调整月份", 10), new("渠道", 11),
        ],
        all.Select(r => new PaperRow(
        [
            (decimal)r.Entry.Sequence, r.Entry.Month.ToString(), LedgerWords.Of(r.Entry.Kind, true), r.Unit, r.Product, r.Origin(true), LedgerWords.Of(r.Entry.Purpose, true),
            r.Entry.QuantityMilli == 0 ? PaperCell.Empty : r.Entry.Quantity.Value, r.Entry.QuantityMilli == 0 ? "" : r.Entry.QuantityUnit.Name(true), r.Entry.Amount,
            r.Entry.DocumentNumber, r.Entry.AdjustsMonth?.ToString(), LedgerWords.Of(r.Entry.Channel, true),
        ])).Append(new PaperRow(["", "合计", "", "", "", "", "", PaperCell.Empty, "", all.Sum(r => r.Entry.Amount)], IsTotal: true)))
    { Left = $"范围：{await Said(address, ct)}", Right = "单位：元（验收口径，含税）", Notes = ["注：说明一栏可能写有人名，不随表导出；请在台账明细里逐条查看。"], Mark = Mark() };

    private async Task<string> Said(LedgerAddress address, CancellationToken ct) => string.Join(" ", (await choices.Read(address.Year, ct)).Said(address, true));

    private string Mark() => ExportMark.Of(actor, clock.GetUtcNow());

    // The whole department, or the units that the asker sees in it.
    public async Task<string> Whose(LedgerAddress address, CancellationToken ct) => address.Unit is { } unit ? await db.NameOf(unit, ct)
        : await db.CoversAll(actor, Capability.AssistanceRead, ct) ? await db.WholeName(ct)
        : actor.UnitIds.Count > 0 ? await db.NameOf(actor.UnitIds[0], ct) : "";

    public static string Label(TotalsBy by, RowKey key, IReadOnlyDictionary<Guid, string> names, bool chinese) => by switch
    {
        TotalsBy.Unit => NameOf(names, key.Unit),
        TotalsBy.Village => key.Village == Guid.Empty ? (chinese ? "非帮扶村" : "No assisted village") : NameOf(names, key.Village),
        TotalsBy.Product => NameOf(names, key.Product),
        TotalsBy.Producer => NameOf(names, key.Producer),
        TotalsBy.Outlet => key.Outlet == Guid.Empty ? (chinese ? "未记销售点" : "No outlet") : NameOf(names, key.Outlet),
        TotalsBy.Month => new Month(key.Month).ToString(),
        TotalsBy.Purpose => LedgerWords.Of(key.Purpose!.Value, chinese),
        TotalsBy.Channel => LedgerWords.Of(key.Channel!.Value, chinese),
        TotalsBy.Quarter => LedgerWords.Quarter(key.Quarter, chinese),
        TotalsBy.Year => chinese ? $"{key.Year}年" : $"{key.Year}",
    };

    /// <summary>The address of the rows behind a line.</summary>
    public static LedgerAddress Narrow(LedgerAddress address, IReadOnlyList<TotalsBy> by, RowKey key) => address with
    {
        By = [],
        Sort = "",
        Year = key.Year > 0 ? key.Year : address.Year,
        Since = key.Year > 0 ? null : address.Since,
        Month = by.Contains(TotalsBy.Month) ? new(key.Month) : address.Month,
        Quarter = by.Contains(TotalsBy.Month) ? null : by.Contains(TotalsBy.Quarter) ? key.Quarter : address.Quarter,
        Unit = by.Contains(TotalsBy.Unit) ? key.Unit : address.Unit,
        Village = by.Contains(TotalsBy.Village) ? key.Village : address.Village,
        Product = by.Contains(TotalsBy.Product) ? key.Product : address.Product,
        Purpose = by.Contains(TotalsBy.Purpose) ? key.Purpose : address.Purpose,
        Channel = by.Contains(TotalsBy.Channel) ? key.Channel : address.Channel,
        Outlet = by.Contains(TotalsBy.Outlet) ? key.Outlet : address.Outlet,
    };

    private static string NameOf(IReadOnlyDictionary<Guid, string> names, Guid id) => names.GetValueOrDefault(id, "?");
}
