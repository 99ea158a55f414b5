using System.Text;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>Something that a record may be the double of, as far as the comparison sees it.</summary>
/// <param name="Of">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Number">What people call it.</param>
/// <param name="UnitId">Whose purchase.</param>
/// <param name="VillageId">Empty when it is of none, or nobody knows.</param>
/// <param name="SupplierKey">As <see cref="Doubles.KeyOf"/> makes it.</param>
/// <param name="Amount">Gross.</param>
/// <param name="On">The day.</param>
/// <param name="InvoiceNumber">Empty when it has none.</param>
internal sealed record Resembled(
    LikenessOf Of, Guid Id, string Number, Guid UnitId, Guid VillageId, string SupplierKey, Money Amount, DateOnly On, string InvoiceNumber)
{
    public static Resembled From(ExternalPurchase record) => new(
        LikenessOf.External, record.Id, record.Number, record.UnitId, record.VillageId, record.SupplierKey, record.Amount, record.On, record.InvoiceNumber);

    public static Resembled From(KnownInvoice invoice) => new(
        LikenessOf.Invoice, invoice.InvoiceId, invoice.Number, invoice.UnitId, Guid.Empty, invoice.SupplierKey, invoice.Amount, invoice.On, invoice.Number);
}

/// <summary>Two records of one purchase (疑似重复): docs/external-purchases.md has the rule with an example.</summary>
internal static class Doubles
{
    // As wide as its column; normalizing makes some signs longer.
    private const int LongestKey = 400;

    /// <summary>A name or number without what typing makes different: width, blanks, case.</summary>
    public static string KeyOf(string name) =>
        string.Concat(name.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c)).Take(LongestKey)).ToUpperInvariant();

    /// <summary>In what a record resembles something; null when it doesn't.</summary>
    /// <param name="record">The record.</param>
    /// <param name="other">Not itself.</param>
    /// <param name="orderOfOther">The other's 832 order, when it has one.</param>
    /// <param name="withinDays">How many days apart at most.</param>
    public static LikenessRule? Between(ExternalPurchase record, Resembled other, string orderOfOther, int withinDays)
    {
        if (record.OrderNumber.Length > 0 && record.OrderNumber == orderOfOther)
        {
            return null; // The platform itself tells the lines of one order apart.
        }

        var sameSupplier = record.SupplierKey == other.SupplierKey;
        if (sameSupplier && record.InvoiceNumber.Length > 0 && record.InvoiceNumber == other.InvoiceNumber)
        {
            return LikenessRule.SameInvoice;
        }

        var sameVillage = record.VillageId != Guid.Empty && record.VillageId == other.VillageId;
        return record.UnitId == other.UnitId && record.Amount == other.Amount && Math.Abs(record.On.DayNumber - other.On.DayNumber) <= withinDays && (sameSupplier || sameVillage)
            ? LikenessRule.SameAmount
            : null;
    }
}
