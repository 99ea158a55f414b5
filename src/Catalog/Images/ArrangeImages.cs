using Commerce.Catalog.Data;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;

namespace Commerce.Catalog.Images;

/// <summary>Puts a good's pictures into another order (排列商品图片); the first is shown in lists.</summary>
internal static class ArrangeImages
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("prd")] Guid ProductId, int ExpectedVersion, [property: IdOf("img")] IReadOnlyList<Guid> ImageIds) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => writes.Run(
            input,
            async () =>
            {
                var found = await db.WithImages(actor, input.ProductId, input.ExpectedVersion, ct);
                if (found.Failed)
                {
                    return found.Error!;
                }

                var images = found.Value.Images.ToDictionary(i => i.Id);
                if (input.ImageIds.Count != images.Count || !images.Keys.ToHashSet().SetEquals(input.ImageIds))
                {
                    return ImageErrors.OtherImages;
                }

                foreach (var (id, place) in input.ImageIds.Select((id, i) => (id, i + 1)))
                {
                    images[id].Position = place;
                }

                db.Touch(found.Value, clock.GetUtcNow());
                return found.Value.Id;
            },
            ct);
    }
}
