using Commerce.Contracts.Catalog;
using Commerce.Platform.Inbox;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Outlets;

/// <summary>Keeps for which goods a first secretary speaks, from when to when and where: what stands beside measure 47. An older statement changes nothing.</summary>
internal sealed class LearnCampaign(TaskListDbContext db) : IHandle<CampaignRecorded>
{
    public async Task<Taken> Handle(CampaignRecorded fact, EventContext context, CancellationToken ct)
    {
        if (await db.KnownCampaigns.FindAsync([fact.CampaignId], ct) is not { } known)
        {
            db.KnownCampaigns.Add(new KnownCampaign
            {
                CampaignId = fact.CampaignId,
                Version = fact.Version,
                StartsOn = fact.StartsOn,
                LastDay = fact.EndedOn ?? fact.EndsOn,
                OutletIds = fact.OutletIds,
                ProductIds = fact.ProductIds,
                Sample = fact.Sample,
            });
        }
        else if (known.Version < fact.Version)
        {
            (known.Version, known.StartsOn, known.LastDay, known.Sample) = (fact.Version, fact.StartsOn, fact.EndedOn ?? fact.EndsOn, fact.Sample);
            (known.OutletIds, known.ProductIds) = (fact.OutletIds, fact.ProductIds);
        }

        return Taken.Done;
    }
}
