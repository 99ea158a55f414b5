using Commerce.Catalog.Data;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;

namespace Commerce.Catalog.Images;

/// <summary>Takes a picture off a good (移除商品图片). The file stays on record and is shown to nobody but whoever uploaded it.</summary>
internal static class RemoveImage
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("prd")] Guid ProductId, int ExpectedVersion, [property: IdOf("img")] Guid ImageId) : IMutationInput;

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

                if (found.Value.Images.Find(i => i.Id == input.ImageId) is not { } image)
                {
                    return PlatformErrors.NotFound;
                }

                db.Remove(image);
                db.Touch(found.Value, clock.GetUtcNow());
                return found.Value.Id;
            },
            ct);
    }
}
