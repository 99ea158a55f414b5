using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Catalog;
using Commerce.Platform.Inbox;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Campaigns;

/// <summary>Keeps who speaks for which goods, when and where: the highest version that was stated.</summary>
internal sealed class RememberCampaign(AssistanceDbContext db) : IHandle<CampaignRecorded>
{
    public async Task<Taken> Handle(CampaignRecorded fact, EventContext context, CancellationToken ct)
    {
        if (fact.Target is { } yuan && !Money.IsExact(yuan))
        {
            return Taken.Refused($"{fact.Name}: {yuan} is no amount");
        }

        var target = fact.Target is { } aim ? Money.Of(aim) : (Money?)null;
        await db.Remember([(fact.VillageId, fact.VillageName)], context.OccurredAt, ct);
        if (await db.KnownCampaigns.FindAsync([fact.CampaignId], ct) is not { } known)
        {
            db.KnownCampaigns.Add(new KnownCampaign
            {
                CampaignId = fact.CampaignId,
                StatedVersion = fact.Version,
                Name = fact.Name,
                VillageId = fact.VillageId,
                Endorser = fact.Endorser,
                StartsOn = fact.StartsOn,
                LastDay = fact.EndedOn ?? fact.EndsOn,
                EndedEarly = fact.EndedOn is not null,
                OutletIds = fact.OutletIds,
                ProductIds = fact.ProductIds,
                Target = target,
                Sample = fact.Sample,
            });
        }
        else if (known.StatedVersion < fact.Version)
        {
            (known.StatedVersion, known.Name, known.VillageId, known.Endorser, known.Target, known.Sample) = (fact.Version, fact.Name, fact.VillageId, fact.Endorser, target, fact.Sample);
            (known.StartsOn, known.LastDay, known.EndedEarly) = (fact.StartsOn, fact.EndedOn ?? fact.EndsOn, fact.EndedOn is not null);
            (known.OutletIds, known.ProductIds) = (fact.OutletIds, fact.ProductIds);
        }

        return Taken.Done;
    }
}

/// <summary>Keeps which goods carry which brand: the highest version that was stated.</summary>
internal sealed class RememberBrand(AssistanceDbContext db) : IHandle<BrandRecorded>
{
    public async Task<Taken> Handle(BrandRecorded fact, EventContext context, CancellationToken ct)
    {
        if (await db.KnownBrands.FindAsync([fact.BrandId], ct) is not { } known)
        {
            db.KnownBrands.Add(new KnownBrand { BrandId = fact.BrandId, StatedVersion = fact.Version, Name = fact.Name, ProductIds = fact.ProductIds });
        }
        else if (known.StatedVersion < fact.Version)
        {
            (known.StatedVersion, known.Name, known.ProductIds) = (fact.Version, fact.Name, fact.ProductIds);
        }

        return Taken.Done;
    }
}
