using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.SampleData;

/// <summary>示例数据: a campaign of each village that runs now, one that is over, and the two brands.</summary>
internal sealed class SampleCampaigns(CatalogDbContext db, ReadModel.Catalogue catalogue, TimeProvider clock)
{
    private static readonly (string Name, string Village, int FromMonth, int Months, decimal? Target, bool AllChannels)[] Campaigns =
    [
        ("明东村第一书记代言（示例）", "明东村", -2, 5, 60_000m, true),
        ("智新村第一书记代言（示例）", "智新村", -1, 4, null, true),
        ("明东山货专柜代言季（示例）", "明东村", -6, 3, 20_000m, false),
    ];

    private static readonly (string Name, string English)[] Brands = [("明东", "Mingdong"), ("智新", "Zhixin")];

    public async Task Load(CancellationToken ct)
    {
        if (await db.InTransaction(_ => Store(ct), ct))
        {
            await catalogue.CatchUp(ct);
        }
    }

    private async Task<bool> Store(CancellationToken ct)
    {
        if (await db.Campaigns.AnyAsync(ct) || await db.Brands.AnyAsync(ct))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var month = now.DayInChina().AddDays(1 - now.DayInChina().Day);
        var goods = await (
            from product in db.Products
            join producer in db.Producers on product.ProducerId equals producer.Id
            where product.Sample && producer.VillageId != null && producer.Endorsement != null
            orderby product.Serial
            select new { product.Id, product.Name, producer.VillageId }).AsNoTracking().ToListAsync(ct);
        foreach (var village in await db.Villages.AsNoTracking().Where(v => v.Sample).OrderBy(v => v.Name).ToListAsync(ct))
        {
            var ofVillage = goods.Where(g => g.VillageId == village.Id).ToList();
            foreach (var sample in Campaigns.Where(c => c.Village == village.Name && ofVillage.Count > 0))
            {
                var (from, next) = (month.AddMonths(sample.FromMonth), month.AddMonths(sample.FromMonth + sample.Months));
                var campaign = new Campaign { Id = SampleId.Of("campaign", sample.Name), Sample = true };
                Sound(campaign.Say(new(
                    sample.Name, village.Id, $"{village.Name}驻村第一书记（示例）", from, next.AddDays(-1),
                    sample.AllChannels ? [] : [.. SampleOutlets.Retail.Select(SampleOutlets.IdOf)], [.. ofVillage.Select(g => g.Id)], sample.Target is { } yuan ? Money.Of(yuan) : null)));
                db.Add(campaign);
                db.State(campaign, village, now);
            }

            foreach (var (name, english) in Brands.Where(b => village.Name.StartsWith(b.Name, StringComparison.Ordinal)))
            {
                var carried = ofVillage.Where(g => g.Name.StartsWith(name, StringComparison.Ordinal)).Select(g => g.Id).ToList();
                if (carried.Count > 0)
                {
                    var brand = new Brand { Id = SampleId.Of("brand", name), Sample = true };
                    Sound(brand.Say(name, english, village.Id, carried));
                    db.Add(brand);
                    db.State(brand, village, now);
                }
            }
        }

        return await db.SaveChangesAsync(ct) > 0;
    }

    private static void Sound(Result said)
    {
        if (said.Error is { } wrong)
        {
            throw new InvalidOperationException($"A sample campaign or brand is refused: {wrong.English}");
        }
    }
}
