using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.SaveSpecies;

/// <summary>Names a species (种类) and says when it stood in the baseline list of own stores. The office keeps the list: whoever sells doesn't set what they are counted against.</summary>
internal static class SaveSpecies
{
    // SpeciesId: a new one when left out.
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("spe")] Guid? SpeciesId, int? ExpectedVersion, string Name, DateOnly? BaselineFrom, DateOnly? BaselineTo) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                var name = input.Name.Trim();
                if (name.Length is 0 or > 40)
                {
                    return CatalogErrors.SpeciesNameShape;
                }

                if (input.BaselineTo is { } to && !(input.BaselineFrom <= to))
                {
                    return CatalogErrors.BaselineOrder;
                }

                if (await db.Species.AnyAsync(s => s.Name == name && s.Id != input.SpeciesId, ct))
                {
                    return CatalogErrors.SpeciesNameTaken;
                }

                var now = clock.GetUtcNow();
                var species = new Species { Id = Guid.CreateVersion7(now), Name = name, BaselineFrom = input.BaselineFrom, BaselineTo = input.BaselineTo };
                if (input.SpeciesId is not { } id)
                {
                    db.Add(species);
                    return species.Id;
                }

                if (await db.Species.FirstOrDefaultAsync(s => s.Id == id, ct) is not { } known)
                {
                    return PlatformErrors.NotFound;
                }

                if (known.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(known.Version);
                }

                (known.Name, known.BaselineFrom, known.BaselineTo) = (name, input.BaselineFrom, input.BaselineTo);
                await db.StateSpeciesOf(db.Products.Where(p => p.SpeciesId == id), now, ct);
                return known.Id;
            },
            ct);
    }
}
