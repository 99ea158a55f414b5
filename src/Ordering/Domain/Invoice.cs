using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>发票种类.</summary>
internal enum InvoiceKind
{
    /// <summary>增值税专用发票: taxed, never exempt.</summary>
    VatSpecial,

    /// <summary>增值税普通发票.</summary>
    VatOrdinary,

    /// <summary>农产品收购发票: written by the buyer for what growers sell; exempt.</summary>
    Purchase,

    /// <summary>红字发票: takes back an earlier one, or a part of it.</summary>
    CreditNote,
}

/// <summary>A line as a person reads it off the invoice.</summary>
/// <param name="Percent">Per cent; null is 免税, which isn't 0 %.</param>
/// <param name="GrossFen">价税合计, above zero.</param>
/// <param name="TaxFen">As printed; worked out of the gross when null.</param>
internal sealed record InvoiceLineRead(decimal? Percent, long? GrossFen, long? TaxFen);

/// <summary>An invoice in the register (发票登记簿), always of one statement.</summary>
internal sealed class Invoice
{
    private const int MostLines = 50;

    public required Guid Id { get; init; }

    /// <summary>The order of lists.</summary>
    public required long Serial { get; init; }

    public required Guid StatementId { get; init; }

    public required InvoiceKind Kind { get; init; }

    /// <summary>As printed: 20 digits, or code and number together. Once per issuer.</summary>
    public required string Number { get; init; }

    /// <summary>统一社会信用代码 of whoever wrote it.</summary>
    public required string IssuerCode { get; init; }

    public required string IssuerName { get; init; }

    public required DateOnly IssuedOn { get; init; }

    /// <summary>The blue one that a red one takes back.</summary>
    public required Guid? CorrectsId { get; init; }

    public required Guid? FileId { get; init; }

    public required string RegisteredByName { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>价税合计; negative when red.</summary>
    public long TotalFen { get; private set; }

    /// <summary>税额; null when every line is exempt.</summary>
    public long? TaxFen { get; private set; }

    /// <summary>Raised with each red one, so that two at once can't take back the same amount.</summary>
    public int Reds { get; set; }

    public List<InvoiceLine> Lines { get; } = [];

    /// <summary>Tax contained in a gross amount: gross / (1 + r) × r, rounded once per line, half away from zero.</summary>
    public static long TaxWithin(long grossFen, int basisPoints) =>
        (long)Rounding.HalfAwayFromZero(grossFen * (decimal)basisPoints / (10_000 + basisPoints), 0);

    /// <summary>Reads the lines: rates in force, tax that fits its gross, no tax on what is exempt.</summary>
    /// <param name="read">As a person read them.</param>
    /// <param name="original">What a red one takes back: its blue one, and the red ones before.</param>
    /// <param name="rates">In force on the day.</param>
    /// <param name="toleranceFen">How far the printed tax of a line may be off: an invoice rounds its net first.</param>
    public Result Read(IReadOnlyList<InvoiceLineRead> read, (Invoice Blue, IReadOnlyList<Invoice> Reds)? original, TaxRates rates, long toleranceFen)
    {
        if ((Kind == InvoiceKind.CreditNote) != (CorrectsId is not null))
        {
            return SettlementErrors.KindNeedsOriginal;
        }

        if (read.Count is 0 or > MostLines || read.Any(l => l.GrossFen is not > 0))
        {
            return SettlementErrors.NoLines;
        }

        var sign = Kind == InvoiceKind.CreditNote ? -1 : 1;
        foreach (var (line, at) in read.Select((l, i) => (l, i)))
        {
            if (KindAllows(line).Error is { } notOnThis)
            {
                return notOnThis;
            }

            // A red invoice has the rates of its blue one, whatever is in force today.
            var knownRate = original is { } earlier ? earlier.Blue.Lines.Exists(l => l.TaxBasisPoints == TaxRates.BasisPoints(line.Percent)) : rates.Has(line.Percent, IssuedOn);
            if (line.Percent is { } percent && !knownRate)
            {
                return SettlementErrors.RateUnknown(percent, IssuedOn).AtLine(at);
            }

            var rate = TaxRates.BasisPoints(line.Percent);
            var computed = rate is { } r ? TaxWithin(line.GrossFen!.Value, r) : (long?)null;
            if (computed is null && line.TaxFen is not null)
            {
                return SettlementErrors.ExemptHasNoTax.AtLine(at);
            }

            if (line.TaxFen is { } printed && Math.Abs(printed - computed!.Value) > toleranceFen)
            {
                return SettlementErrors.TaxOff(Money.FromFen(printed), Money.FromFen(computed.Value)).AtLine(at);
            }

            Lines.Add(new InvoiceLine { Position = at, TaxBasisPoints = rate, GrossFen = sign * line.GrossFen!.Value, TaxFen = sign * (line.TaxFen ?? computed) });
        }

        TotalFen = Lines.Sum(l => l.GrossFen);
        TaxFen = Lines.TrueForAll(l => l.TaxFen is null) ? null : Lines.Sum(l => l.TaxFen ?? 0);
        return original is { } first ? NotMoreThanIsLeft(first.Blue, first.Reds) : Result.Done;
    }

    private Result KindAllows(InvoiceLineRead line) => (Kind, line.Percent) switch
    {
        (InvoiceKind.VatSpecial, null) => SettlementErrors.SpecialNeedsTax,
        (InvoiceKind.Purchase, not null) => SettlementErrors.PurchaseIsExempt,
        _ => Result.Done,
    };

    private Result NotMoreThanIsLeft(Invoice blue, IReadOnlyList<Invoice> reds)
    {
        foreach (var rate in Lines.GroupBy(l => l.TaxBasisPoints))
        {
            var left = reds.Append(blue).SelectMany(i => i.Lines).Where(l => l.TaxBasisPoints == rate.Key).Sum(l => l.GrossFen);
            if (left + rate.Sum(l => l.GrossFen) < 0)
            {
                return SettlementErrors.RedTooLarge(blue.Number, rate.Key / 100m, Money.FromFen(left));
            }
        }

        return Result.Done;
    }
}

/// <summary>A line of an invoice.</summary>
internal sealed class InvoiceLine
{
    public Guid InvoiceId { get; init; }

    public required int Position { get; init; }

    /// <summary>Null is 免税.</summary>
    public required int? TaxBasisPoints { get; init; }

    /// <summary>Signed.</summary>
    public required long GrossFen { get; init; }

    /// <summary>Signed; null when exempt.</summary>
    public required long? TaxFen { get; init; }
}
