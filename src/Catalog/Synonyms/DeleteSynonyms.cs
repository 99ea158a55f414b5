using Commerce.Catalog.Data;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.Synonyms;

/// <summary>Deletes a group of words that mean the same; the trail keeps it.</summary>
internal static class DeleteSynonyms
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("syn")] Guid GroupId, int ExpectedVersion) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                if (await db.SynonymGroups.FirstOrDefaultAsync(g => g.Id == input.GroupId, ct) is not { } group)
                {
                    return PlatformErrors.NotFound;
                }

                if (group.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(group.Version);
                }

                db.Remove(group);
                return group.Id;
            },
            ct);
    }
}
