using Commerce.Catalog.Data;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.Campaigns;

/// <summary>Ends a campaign early (提前结束), with a reason. What it has sold until its last day stays attributed to it.</summary>
internal static class EndCampaign
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("cmp")] Guid CampaignId, int ExpectedVersion, DateOnly LastDay, string Reason) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                if (await db.Campaigns.FirstOrDefaultAsync(c => c.Id == input.CampaignId, ct) is not { } campaign)
                {
                    return PlatformErrors.NotFound;
                }

                if ((await db.MayEndorse(actor, campaign.VillageId, [], campaign.ProductIds, ct)).Error is { } notTheirs)
                {
                    return notTheirs;
                }

                if (campaign.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(campaign.Version);
                }

                var now = clock.GetUtcNow();
                if (campaign.End(input.LastDay, input.Reason, now.DayInChina()).Error is { } refused)
                {
                    return refused;
                }

                db.State(campaign, await db.Villages.AsNoTracking().SingleAsync(v => v.Id == campaign.VillageId, ct), now);
                return campaign.Id;
            },
            ct);
    }
}
