using System.Globalization;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>How far a day sheet is.</summary>
internal enum DaySheetState
{
    /// <summary>草稿: may be written on.</summary>
    Draft,

    /// <summary>待确认: handed in; a second person looks at it.</summary>
    Submitted,

    /// <summary>已确认: in the ledger, never changed again.</summary>
    Confirmed,
}

/// <summary>Whose goods a counter sold.</summary>
internal enum GoodsStock
{
    /// <summary>经销: the outlet's own, bought earlier; that purchase counted first-hand already.</summary>
    Own,

    /// <summary>代销: on behalf of the village, whose income it is.</summary>
    OnBehalf,
}

/// <summary>日销售单: what a counter sold for cash on a day in China. One per outlet and day; one person hands it in, another confirms it.</summary>
internal sealed class DaySheet : IVersioned
{
    public long Position { get; init; }

    public required Guid Id { get; init; }

    public required Guid OutletId { get; init; }

    /// <summary>The unit that ran the outlet when the sheet was begun.</summary>
    public required Guid UnitId { get; init; }

    public required DateOnly Day { get; init; }

    public DaySheetState State { get; private set; }

    public required bool Sample { get; init; }

    public required Guid TypedById { get; set; }

    public required string TypedByName { get; set; }

    public required DateTimeOffset TypedAt { get; set; }

    public Guid? SubmittedById { get; private set; }

    public string? SubmittedByName { get; private set; }

    public DateTimeOffset? SubmittedAt { get; private set; }

    public Guid? ConfirmedById { get; private set; }

    public string? ConfirmedByName { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>Who sent it back last, and why; gone when it is handed in again.</summary>
    public string? SentBackByName { get; private set; }

    public string? SentBackReason { get; private set; }

    public int Version { get; set; }

    public List<DaySheetLine> Lines { get; } = [];

    /// <summary>What ledger and lists call it.</summary>
    public string Number => string.Create(CultureInfo.InvariantCulture, $"DS-{Day:yyyyMMdd}-{Position}");

    public Money Total => Lines.Sum(l => l.Amount);

    /// <summary>Writes it anew.</summary>
    public Result Write(int expectedVersion, IEnumerable<DaySheetLine> lines, Signer by, DateTimeOffset now)
    {
        if (State != DaySheetState.Draft)
        {
            return DaySheetErrors.NoDraft;
        }

        if (expectedVersion != Version)
        {
            return Platform.Idempotency.PlatformErrors.Stale(Version);
        }

        Lines.Clear();
        Lines.AddRange(lines);
        (TypedById, TypedByName, TypedAt) = (by.Id, by.Name, now);
        return Result.Done;
    }

    /// <summary>Hands it in (提交).</summary>
    public Result Submit(int expectedVersion, Signer by, DateTimeOffset now)
    {
        if (State != DaySheetState.Draft)
        {
            return DaySheetErrors.NoDraft;
        }

        if (expectedVersion != Version)
        {
            return Platform.Idempotency.PlatformErrors.Stale(Version);
        }

        State = DaySheetState.Submitted;
        (SubmittedById, SubmittedByName, SubmittedAt) = (by.Id, by.Name, now);
        (SentBackByName, SentBackReason) = (null, null);
        return Result.Done;
    }

    /// <summary>A second person stands for it (确认).</summary>
    public Result Confirm(int expectedVersion, Signer by, DateTimeOffset now)
    {
        if (Decided(expectedVersion) is { Failed: true } refusal)
        {
            return refusal;
        }

        if (by.Id == SubmittedById || by.Id == TypedById)
        {
            return DaySheetErrors.OwnSheet;
        }

        State = DaySheetState.Confirmed;
        (ConfirmedById, ConfirmedByName, ConfirmedAt) = (by.Id, by.Name, now);
        return Result.Done;
    }

    /// <summary>Something is wrong with it (退回).</summary>
    public Result SendBack(int expectedVersion, Signer by, string reason)
    {
        if (Decided(expectedVersion) is { Failed: true } refusal)
        {
            return refusal;
        }

        if (reason.Trim().Length is < 4 or > 400)
        {
            return DaySheetErrors.WhySentBack;
        }

        State = DaySheetState.Draft;
        (SubmittedById, SubmittedByName, SubmittedAt) = (null, null, null);
        (SentBackByName, SentBackReason) = (by.Name, reason.Trim());
        return Result.Done;
    }

    private Result Decided(int expectedVersion) =>
        State != DaySheetState.Submitted ? DaySheetErrors.NotSubmitted
        : expectedVersion != Version ? Platform.Idempotency.PlatformErrors.Stale(Version)
        : Result.Done;
}

/// <summary>A line of a day sheet: goods sold, or money given back for goods of an earlier sheet (negative).</summary>
internal sealed class DaySheetLine
{
    public const int LongestName = 100;
    public const int LongestReason = 200;

    public required Guid Id { get; init; }

    public long SheetPosition { get; init; }

    public required int Number { get; init; }

    /// <summary>Empty for ordinary goods that aren't in the catalogue: one amount, and no help-sell.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>What it was called on that day.</summary>
    public required string Goods { get; init; }

    public required Guid VillageId { get; init; }

    public required GoodsStock Stock { get; init; }

    /// <summary>帮扶产品: its recognition held on the day of the sale. Told by the system, and kept when the sheet is confirmed.</summary>
    public required bool Recognised { get; set; }

    public required long QuantityMilli { get; init; }

    public required MeasureUnit QuantityUnit { get; init; }

    public required Money Amount { get; init; }

    /// <summary>The line of an earlier confirmed sheet that this gives money back for.</summary>
    public Guid? RefundsLineId { get; init; }

    /// <summary>Why it was given back.</summary>
    public string? Reason { get; init; }

    public Quantity Quantity => new(QuantityMilli, QuantityUnit);

    /// <summary>Goods of the catalogue enter the ledger.</summary>
    public bool Counts => ProductId != Guid.Empty;
}

/// <summary>认定与普通: what a counter sold, told apart.</summary>
/// <param name="Recognised">帮扶产品.</param>
/// <param name="Ordinary">普通商品, in the catalogue or not.</param>
internal readonly record struct SalesSplit(Money Recognised, Money Ordinary)
{
    public Money Total => Recognised + Ordinary;

    /// <summary>Recognised over all, to four places; null when nothing is left of the sales.</summary>
    public decimal? Ratio => Total > Money.Zero ? Rounding.HalfAwayFromZero(Recognised.Amount / Total.Amount, 4) : null;

    public static SalesSplit Of(IEnumerable<DaySheetLine> lines)
    {
        var all = lines.ToList();
        return new(all.Where(l => l.Recognised).Sum(l => l.Amount), all.Where(l => !l.Recognised).Sum(l => l.Amount));
    }

    public SalesSplit And(SalesSplit other) => new(Recognised + other.Recognised, Ordinary + other.Ordinary);
}
