using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.Synonyms;

/// <summary>Names a group of words that mean the same, or changes one. Every host searches by it within two seconds.</summary>
internal static class SaveSynonyms
{
    // GroupId: a new one when left out.
    public sealed record Input(string IdempotencyKey, [property: IdOf("syn")] Guid? GroupId, int? ExpectedVersion, IReadOnlyList<string> Words) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                var words = SynonymGroup.Read(input.Words);
                if (words.Failed)
                {
                    return words.Error!;
                }

                // A few dozen groups at most: read whole, so that a word is told apart as people do, in capitals or not.
                var groups = await db.SynonymGroups.ToListAsync(ct);
                if (SynonymGroup.Shared(words.Value, groups.Where(g => g.Id != input.GroupId)) is { } shared)
                {
                    return SynonymErrors.InAnotherGroup(shared);
                }

                if (input.GroupId is not { } id)
                {
                    var group = new SynonymGroup { Id = Guid.CreateVersion7(clock.GetUtcNow()), Words = words.Value };
                    db.Add(group);
                    return group.Id;
                }

                if (groups.Find(g => g.Id == id) is not { } known)
                {
                    return PlatformErrors.NotFound;
                }

                if (known.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(known.Version);
                }

                known.Words = words.Value;
                return known.Id;
            },
            ct);
    }
}
