using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.Images;

/// <summary>Hangs an uploaded picture behind a good's others (添加商品图片).</summary>
internal static class AddImage
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("prd")] Guid ProductId, int ExpectedVersion, [property: IdOf("fil")] Guid FileId, string Alt) : IMutationInput;

    internal sealed class Handler(CatalogDbContext db, CatalogueWrites writes, FileStore files, Actor actor, TimeProvider clock)
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

                var product = found.Value;
                var alt = input.Alt.Trim();
                if (alt.Length is 0 or > ProductImage.LongestAlt)
                {
                    return ImageErrors.AltShape;
                }

                if (product.Images.Count >= ProductImage.Most)
                {
                    return ImageErrors.TooMany;
                }

                if (!(await files.Own(Picture.Purpose, [input.FileId], ct)).ContainsKey(input.FileId)
                    || await db.Images.AnyAsync(i => i.FileId == input.FileId, ct)
                    || await files.OpenJudged(Picture.Purpose, input.FileId, ct) is not { } file
                    || PictureSize.Of(file.Bytes) is not { } size)
                {
                    return ImageErrors.NoSuchFile;
                }

                var now = clock.GetUtcNow();
                db.Add(new ProductImage
                {
                    Id = Guid.CreateVersion7(now),
                    ProductId = product.Id,
                    FileId = input.FileId,
                    Position = product.Images.Select(i => i.Position).DefaultIfEmpty().Max() + 1,
                    Alt = alt,
                    Width = size.Width,
                    Height = size.Height,
                });
                db.Touch(product, now);
                return product.Id;
            },
            ct);
    }
}
