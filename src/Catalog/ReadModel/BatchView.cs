using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.ReadModel;

/// <summary>A batch with what it is a batch of.</summary>
internal sealed class BatchView : IHaveId
{
    public required Batch Row { get; init; }

    public required ProductView Product { get; init; }

    public VariantView? Variant { get; init; }

    public Guid Id => Row.Id;

    public string Code => Row.Code;

    public string Number => Row.Number;

    public ProducerView Producer => Product.Producer;

    public DateOnly? HarvestedOn => Row.HarvestedOn;

    public DateOnly? ProducedOn => Row.ProducedOn;

    public DateOnly? ExpiresOn => Row.ExpiresOn;

    public Quantity? Quantity => Row.Quantity;

    public string? Place => Row.Place;

    public string? Note => Row.Note;

    public DateOnly? WithdrawnOn => Row.WithdrawnOn;

    public string? WithdrawnBecause => Row.WithdrawnBecause;

    public bool Sample => Row.Sample;

    public int Version => Row.Version;

    /// <summary>Who speaks for it.</summary>
    public string? Endorsement => Producer.Endorsement;

    /// <summary>The certificates that held on the day it was made, recognition among them.</summary>
    public IReadOnlyList<CertificateView> Certificates => [.. Product.Certificates.Where(c => c.HeldOn(Row.MadeOn))];

    /// <summary>认定 on the day it was made.</summary>
    public bool Recognised => Certificates.Any(c => c.Kind == Certificate.Recognition);

    public IReadOnlyList<CorrectionView> Corrections => [.. Row.Corrections.OrderBy(c => c.Position).Select(c => new CorrectionView(
        c.At, c.Reason, c.Earlier.Number, c.Earlier.HarvestedOn, c.Earlier.ProducedOn, c.Earlier.ExpiresOn, c.Earlier.Quantity, c.Earlier.Place, c.Earlier.Note))];
}

/// <summary>更正: what was said before it.</summary>
internal sealed record CorrectionView(
    DateTimeOffset At, string Reason, string Number, DateOnly? HarvestedOn, DateOnly? ProducedOn, DateOnly? ExpiresOn, Quantity? Quantity, string? Place, string? Note);

/// <summary>Reads batches with what they are batches of.</summary>
internal static class BatchReading
{
    /// <summary>The batch with that code, in capitals or not; null when there is none.</summary>
    public static async Task<BatchView?> BatchByCode(this CatalogDbContext db, CatalogueSnapshot catalogue, string code, CancellationToken ct)
    {
        var asked = code.Trim().ToUpperInvariant();
        return asked.Length == Batch.CodeLength && await db.Batches.AsNoTracking().Include(b => b.Corrections).FirstOrDefaultAsync(b => b.Code == asked, ct) is { } batch
            ? View(catalogue, batch)
            : null;
    }

    /// <summary>Batches in the order in which they came.</summary>
    public static async Task<List<BatchView>> ReadBatches(this IQueryable<Batch> batches, CatalogueSnapshot catalogue, CancellationToken ct) =>
        [.. (await batches.AsNoTracking().Include(b => b.Corrections).OrderBy(b => b.Serial).ToListAsync(ct)).Select(b => View(catalogue, b)).OfType<BatchView>()];

    /// <summary>Did it hold on that day? A first day that nobody recorded lies far back.</summary>
    public static bool HeldOn(this CertificateView paper, DateOnly day) =>
        (paper.ValidFrom is not { } first || first <= day) && (paper.ValidTo is not { } last || day <= last) && (paper.WithdrawnOn is not { } gone || day < gone);

    private static BatchView? View(CatalogueSnapshot catalogue, Batch batch) => catalogue.ProductsById.TryGetValue(batch.ProductId, out var product)
        ? new() { Row = batch, Product = product, Variant = product.Variants.Find(v => v.Id == batch.VariantId) }
        : null;
}
