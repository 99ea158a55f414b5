using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.Campaigns;

/// <summary>Records an endorsement campaign (第一书记代言), or says one anew as a whole.</summary>
internal static class SaveCampaign
{
    // CampaignId: a new one when left out. OutletIds: all channels when left out or empty.
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("cmp")] Guid? CampaignId, int? ExpectedVersion, string Name, [property: IdOf("vil")] Guid VillageId, string Endorser,
        DateOnly StartsOn, DateOnly EndsOn, [property: IdOf("prd")] IReadOnlyList<Guid> ProductIds, [property: IdOf("out")] IReadOnlyList<Guid>? OutletIds, MoneyInput? Target) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                Money? target = null;
                if (input.Target is { } said)
                {
                    var read = said.Read();
                    if (read.Error is { } unread)
                    {
                        return unread;
                    }

                    target = read.Value;
                }

                var now = clock.GetUtcNow();
                var campaign = input.CampaignId is { } id ? await db.Campaigns.FirstOrDefaultAsync(c => c.Id == id, ct) : new Campaign { Id = Guid.CreateVersion7(now) };
                if (campaign is null)
                {
                    return PlatformErrors.NotFound;
                }

                if (await db.Villages.AsNoTracking().FirstOrDefaultAsync(v => v.Id == input.VillageId, ct) is not { } village)
                {
                    return CampaignErrors.NoSuchVillage;
                }

                if ((await db.MayEndorse(actor, village.Id, input.ProductIds, campaign.ProductIds, ct)).Error is { } notTheirs)
                {
                    return notTheirs;
                }

                if (input.CampaignId is not null && campaign.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(campaign.Version);
                }

                var outlets = input.OutletIds ?? [];
                if (await db.Outlets.CountAsync(o => outlets.Contains(o.Id), ct) < outlets.Distinct().Count())
                {
                    return CampaignErrors.NoSuchOutlet;
                }

                if (campaign.Say(new(input.Name, village.Id, input.Endorser, input.StartsOn, input.EndsOn, outlets, input.ProductIds, target)).Error is { } refused)
                {
                    return refused;
                }

                if (input.CampaignId is null)
                {
                    db.Add(campaign);
                }
                else
                {
                    db.Entry(campaign).Property(c => c.Name).IsModified = true; // Saying the same again is a saying, too.
                }

                db.State(campaign, village, now);
                return campaign.Id;
            },
            ct);
    }
}
