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
    public async Task<PaperTable?> Rows(LedgerAddress address, CancellationToken ct) =>
        await rows.All(address, ct) is { } all ? RowsPaper.Of(all, await Said(address, ct), Mark()) : null;

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
