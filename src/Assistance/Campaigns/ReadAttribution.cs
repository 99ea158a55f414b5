using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Campaigns;

/// <summary>What endorsement campaigns (第一书记代言) sold: rows of the ledger of their goods, whose purchase or sale lies between their days and at their points of sale
/// (docs/campaigns.md). Of the units that the asker may see.</summary>
internal sealed class ReadAttribution(AssistanceDbContext db, Actor actor, Demonstration demonstration, TimeProvider clock)
{
    // What people typed without a day can't be said to lie within days.
    private static readonly LedgerKind[] Bases = [LedgerKind.Purchase, LedgerKind.Sale, LedgerKind.External];

    public async Task<Attribution> Read(CampaignAddress address, CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInChina();
        var all = (await db.KnownCampaigns.AsNoTracking().Where(c => demonstration.On || !c.Sample).ToListAsync(ct))
            .OrderByDescending(c => c.StartsOn).ThenBy(c => c.Name, StringComparer.Ordinal).ThenBy(c => c.CampaignId).ToList();
        var chosen = all.Where(c =>
            (address.Village is not { } village || c.VillageId == village) && (address.State is not { } state || StateOf(c, today) == state) && (address.Campaign is not { } one || c.CampaignId == one)).ToList();
        var rows = await Rows(chosen, ct);
        var brands = (await db.KnownBrands.AsNoTracking().ToListAsync(ct)).OrderBy(b => b.Name, StringComparer.Ordinal)
            .SelectMany(b => b.ProductIds, (b, product) => (product, b.Name)).DistinctBy(p => p.product).ToDictionary(p => p.product, p => p.Name);
        var ids = all.Select(c => c.VillageId).Concat(rows.Select(r => r.ProductId)).Concat(rows.Select(r => r.UnitId)).Distinct().ToList();
        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        return new(
            [.. chosen.SelectMany(c => Lines(c, rows.Where(r => c.SpeaksFor(r.ProductId, r.Day, r.OutletId)).ToList()))],
            Sold.Of(rows),
            rows,
            [.. all.Select(c => c.VillageId).Distinct().Select(v => (v, Name(v))).OrderBy(v => v.Item2, StringComparer.Ordinal)],
            all.CountBy(c => StateOf(c, today)).ToDictionary(),
            names,
            today);

        string Name(Guid id) => names.GetValueOrDefault(id, "?");

        IEnumerable<CampaignLine> Lines(KnownCampaign campaign, List<AttributedRow> own) => address.By switch
        {
            CampaignsBy.Month => own.GroupBy(r => r.Month).OrderBy(g => g.Key.Number).Select(g => new CampaignLine(campaign, Name(campaign.VillageId), g.Key, null, Sold.Of(g))),
            CampaignsBy.Brand => own.GroupBy(r => brands.GetValueOrDefault(r.ProductId, "")).OrderBy(g => g.Key.Length == 0).ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new CampaignLine(campaign, Name(campaign.VillageId), null, g.Key, Sold.Of(g))),
            CampaignsBy.Campaign => [new CampaignLine(campaign, Name(campaign.VillageId), null, null, Sold.Of(own))],
        };
    }

    /// <summary>running, coming or over, as the address writes it.</summary>
    public static string StateOf(KnownCampaign campaign, DateOnly today) =>
        campaign.StartsOn <= today && today <= campaign.LastDay ? "running" : today < campaign.StartsOn && campaign.StartsOn <= campaign.LastDay ? "coming" : "over";

    /// <summary>Each row that is attributed to one of the campaigns, once, the last first.</summary>
    private async Task<List<AttributedRow>> Rows(List<KnownCampaign> campaigns, CancellationToken ct)
    {
        if (campaigns.Count == 0)
        {
            return [];
        }

        var products = campaigns.SelectMany(c => c.ProductIds).Distinct().ToList();
        var from = campaigns.Min(c => c.StartsOn).StartInChina();
        var before = campaigns.Max(c => c.LastDay).AddDays(1).StartInChina();
        var visible = actor.UnitsWhere(Capability.AssistanceRead);

        // A return, a correction or a move lies where the purchase or sale lies that it belongs to, whoever has the goods now.
        var bases = await db.LedgerEntries.AsNoTracking().ThatCount(demonstration)
            .Where(e => products.Contains(e.ProductId) && Bases.Contains(e.Kind) && e.OccurredAt >= from && e.OccurredAt < before && e.SourceLineId == e.OriginalLineId)
            .Select(e => new { e.SourceLineId, e.OccurredAt, e.OutletId }).ToDictionaryAsync(e => e.SourceLineId, ct);
        var rows = await db.LedgerEntries.AsNoTracking().ThatCount(demonstration)
            .Where(e => products.Contains(e.ProductId) && e.OccurredAt >= from && visible.Contains(e.UnitId) && e.Purpose != PurchasePurpose.OutletTrade)
            .OrderByDescending(e => e.Sequence)
            .Select(e => new { e.Id, e.Sequence, e.Channel, e.UnitId, e.ProductId, e.MonthNumber, e.AmountFen, e.OriginalLineId, e.DocumentNumber }).ToListAsync(ct);
        return
        [
            .. rows.Where(r => bases.ContainsKey(r.OriginalLineId)).Select(r => new AttributedRow(
                r.Id, r.Sequence, r.Channel, r.UnitId, r.ProductId, bases[r.OriginalLineId].OutletId, new Month(r.MonthNumber), bases[r.OriginalLineId].OccurredAt.DayInChina(), Money.FromFen(r.AmountFen), r.DocumentNumber))
                .Where(r => campaigns.Exists(c => c.SpeaksFor(r.ProductId, r.Day, r.OutletId))),
        ];
    }
}

/// <summary>What a line of the table stands for.</summary>
internal enum CampaignsBy
{
    Campaign,
    Month,
    Brand,
}

/// <summary>A row of the ledger that is attributed.</summary>
/// <param name="Id">The row.</param>
/// <param name="Sequence">Its place in the ledger.</param>
/// <param name="Channel">Help-sell, or how a unit bought.</param>
/// <param name="UnitId">Whose.</param>
/// <param name="ProductId">The product.</param>
/// <param name="OutletId">Where it was bought or sold first.</param>
/// <param name="Month">In which it counts.</param>
/// <param name="Day">The day in China on which it was bought or sold first.</param>
/// <param name="Amount">Signed.</param>
/// <param name="Number">Of its document.</param>
internal sealed record AttributedRow(Guid Id, long Sequence, Channel Channel, Guid UnitId, Guid ProductId, Guid OutletId, Month Month, DateOnly Day, Money Amount, string? Number);

/// <summary>Two figures that are never added up: goods of one and the same village may be in both.</summary>
/// <param name="HelpSold">帮销: sold to travellers, net of what went back.</param>
/// <param name="Bought">单位采购: bought by units, net of what went back; without what outlets bought to sell.</param>
internal sealed record Sold(Money HelpSold, Money Bought)
{
    public static Sold Of(IEnumerable<AttributedRow> rows)
    {
        var sums = rows.ToLookup(r => r.Channel == Channel.HelpSell, r => r.Amount);
        return new(sums[true].Sum(a => a), sums[false].Sum(a => a));
    }
}

/// <summary>A line of the table.</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="Village">Its village's name.</param>
/// <param name="Month">The month; null when the table isn't by month.</param>
/// <param name="Brand">The brand, empty for goods without one; null when the table isn't by brand.</param>
/// <param name="Sold">What it sold.</param>
internal sealed record CampaignLine(KnownCampaign Campaign, string Village, Month? Month, string? Brand, Sold Sold)
{
    /// <summary>Help-sell against the campaign's aim, in per cent; null without an aim, and for a part of the campaign.</summary>
    public decimal? Percent => Month is null && Brand is null && Campaign.Target is { Fen: > 0 } aim ? Math.Round(Sold.HelpSold.Fen * 100m / aim.Fen, 1, MidpointRounding.AwayFromZero) : null;
}

/// <summary>What campaigns sold.</summary>
/// <param name="Lines">Each campaign's own: what two of them speak for stands in both.</param>
/// <param name="Total">Each sale once.</param>
/// <param name="Rows">What all of it is made of, the last first.</param>
/// <param name="Villages">Those that have campaigns.</param>
/// <param name="States">How many campaigns each state would leave.</param>
/// <param name="Names">Of units and products.</param>
/// <param name="Today">In China.</param>
internal sealed record Attribution(
    IReadOnlyList<CampaignLine> Lines, Sold Total, IReadOnlyList<AttributedRow> Rows, IReadOnlyList<(Guid Id, string Name)> Villages,
    IReadOnlyDictionary<string, int> States, IReadOnlyDictionary<Guid, string> Names, DateOnly Today);
