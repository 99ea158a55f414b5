using System.Text.RegularExpressions;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.External;

/// <summary>What somebody says of a purchase, typed or in a row of a workbook.</summary>
internal sealed record SaidPurchase(
    ExternalKind Kind, Guid UnitId, string Supplier, string Goods, Guid? ProductId, Guid? VillageId, string CountyCode, PurchasePurpose Purpose, Money Amount, DateOnly On,
    string OrderNumber, int OrderLine, string InvoiceNumber, Guid? FileId);

/// <summary>Makes a record of what somebody says, or says what is wrong with it. One set of rules for forms and workbooks.</summary>
internal sealed partial class ReadPurchase(AssistanceDbContext db, Actor actor, TimeProvider clock)
{
    private static readonly DateOnly Earliest = new(2020, 1, 1);

    // A workbook has many rows of few villages.
    private readonly Dictionary<Guid, List<string>> counties = [];

    /// <summary>The villages that there are, by what products say of themselves.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Villages(CancellationToken ct)
    {
        var ids = await db.KnownProducts.AsNoTracking().Where(p => p.VillageId != Guid.Empty).Select(p => p.VillageId).Distinct().ToListAsync(ct);
        return await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).OrderBy(n => n.Name).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
    }

    public async Task<Result<ExternalPurchase>> Read(SaidPurchase said, CancellationToken ct)
    {
        if (Check(said, clock.GetUtcNow().DayInChina()) is { Error: { } refusal })
        {
            return refusal;
        }

        KnownProduct? product = null;
        if (said.ProductId is { } productId && (product = await db.KnownProducts.AsNoTracking().SingleOrDefaultAsync(p => p.ProductId == productId, ct)) is null)
        {
            return AssistanceErrors.ProductUnknown;
        }

        var village = said.VillageId ?? product?.VillageId ?? Guid.Empty;
        if (product is not null && product.VillageId != village)
        {
            return AssistanceErrors.NotOfThisVillage;
        }

        if (said.Kind == ExternalKind.OfflineVillage && village == Guid.Empty)
        {
            return ExternalErrors.VillageNeeded;
        }

        var county = product?.CountyCode ?? said.CountyCode;
        if (village != Guid.Empty)
        {
            if (!counties.TryGetValue(village, out var codes))
            {
                counties[village] = codes = await db.KnownProducts.AsNoTracking().Where(p => p.VillageId == village).Select(p => p.CountyCode).Distinct().OrderBy(c => c).ToListAsync(ct);
            }

            if (codes.Count == 0)
            {
                return ExternalErrors.VillageUnknown;
            }

            county = codes.Contains(county) ? county : codes[0];
        }

        return Record(said, village, county, product?.Sample ?? false);
    }

    private static Result Check(SaidPurchase said, DateOnly today)
    {
        if (said.Supplier.Trim().Length is 0 or > ExternalPurchase.LongestName)
        {
            return ExternalErrors.NameWrong("supplier", "供应商", "supplier");
        }

        if (said.Goods.Trim().Length is 0 or > ExternalPurchase.LongestName)
        {
            return ExternalErrors.NameWrong("goods", "商品", "goods");
        }

        if (!FigureRule.OwnPurposes.Contains(said.Purpose))
        {
            return ExternalErrors.PurposeWrong;
        }

        if (said.Amount.Fen <= 0)
        {
            return ExternalErrors.AmountWrong;
        }

        if (said.On < Earliest || said.On > today)
        {
            return ExternalErrors.DayWrong(today);
        }

        if (said.CountyCode.Length > 0 && !County().IsMatch(said.CountyCode))
        {
            return ExternalErrors.CountyWrong;
        }

        return said.Kind == ExternalKind.Platform832 ? Order(said) : Offline(said);
    }

    private static Result Order(SaidPurchase said) =>
        !OrderNumber().IsMatch(said.OrderNumber) || said.OrderLine is < 1 or > 9999 ? ExternalErrors.OrderWrong
        : Doubles.KeyOf(said.InvoiceNumber).Length > ExternalPurchase.LongestNumber ? ExternalErrors.InvoiceNeeded
        : Result.Done;

    private static Result Offline(SaidPurchase said) =>
        said.OrderNumber.Length > 0 || said.OrderLine != 0 ? ExternalErrors.OrderNotHere
        : Doubles.KeyOf(said.InvoiceNumber).Length is 0 or > ExternalPurchase.LongestNumber ? ExternalErrors.InvoiceNeeded
        : said.FileId is null ? ExternalErrors.EvidenceNeeded
        : Result.Done;

    private ExternalPurchase Record(SaidPurchase said, Guid village, string county, bool sample)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var supplier = said.Supplier.Trim();
        return new()
        {
            Id = id,
            SourceKey = said.Kind == ExternalKind.Platform832 ? ExternalPurchase.KeyOf(said.OrderNumber, said.OrderLine) : $"offline {id:N}",
            Kind = said.Kind,
            UnitId = said.UnitId,
            Supplier = supplier,
            SupplierKey = Doubles.KeyOf(supplier),
            Goods = said.Goods.Trim(),
            ProductId = said.ProductId ?? Guid.Empty,
            VillageId = village,
            CountyCode = county,
            Purpose = said.Purpose,
            Amount = said.Amount,
            On = said.On,
            OrderNumber = said.OrderNumber.ToUpperInvariant(),
            OrderLine = said.OrderLine,
            InvoiceNumber = Doubles.KeyOf(said.InvoiceNumber),
            FileId = said.FileId,
            Sample = sample,
            RecordedById = actor.Id,
            RecordedByName = actor.Name,
            RecordedAt = LedgerEntry.Kept(now),
        };
    }

    [GeneratedRegex("^[0-9A-Za-z-]{4,40}$")]
    private static partial Regex OrderNumber();

    [GeneratedRegex("^[0-9]{6}$")]
    private static partial Regex County();
}
