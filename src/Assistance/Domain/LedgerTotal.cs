using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>What a rollup is kept by.</summary>
internal sealed record LedgerTotalKey(
    Guid UnitId, Guid VillageId, Guid ProductId, Guid ProducerId, PurchasePurpose Purpose, Channel Channel, Guid OutletId, int MonthNumber,
    MeasureDimension Dimension, bool Sample, bool Designated, int AdjustsMonthNumber, int ForwardFromNumber)
{
    public static LedgerTotalKey Of(LedgerEntry e) => new(
        e.UnitId, e.VillageId, e.ProductId, e.ProducerId, e.Purpose, e.Channel, e.OutletId, e.MonthNumber, e.QuantityUnit.Dimension(), e.Sample,
        e.Designated, e.AdjustsMonthNumber, e.ForwardFromNumber);
}

/// <summary>Sums over ledger rows with the same key, raised in the very transaction that inserts the rows. Can be recomputed at any time.</summary>
internal sealed class LedgerTotal : IJudged
{
    public required Guid UnitId { get; init; }

    public required Guid VillageId { get; init; }

    public required Guid ProductId { get; init; }

    public required Guid ProducerId { get; init; }

    public required PurchasePurpose Purpose { get; init; }

    public required Channel Channel { get; init; }

    public required Guid OutletId { get; init; }

    public required int MonthNumber { get; init; }

    /// <summary>Grams and pieces are never added.</summary>
    public required MeasureDimension Dimension { get; init; }

    public required bool Sample { get; init; }

    /// <summary>Of a county on the list, from no assisted village.</summary>
    public bool Designated { get; init; }

    /// <summary>The earlier month that these rows put right; 0 for none.</summary>
    public int AdjustsMonthNumber { get; init; }

    /// <summary>The month that their documents say, closed by then; 0 when it is this one.</summary>
    public int ForwardFromNumber { get; init; }

    public long AmountFen { get; set; }

    /// <summary>The part of the amount that people typed, recorded or moved between units: ordering knows nothing of it.</summary>
    public long TypedFen { get; set; }

    public long QuantityMilli { get; set; }

    public int Rows { get; set; }

    /// <summary>How many of the rows people typed, recorded or moved.</summary>
    public int TypedRows { get; set; }

    public LedgerTotalKey Key => new(UnitId, VillageId, ProductId, ProducerId, Purpose, Channel, OutletId, MonthNumber, Dimension, Sample, Designated, AdjustsMonthNumber, ForwardFromNumber);

    public (long AmountFen, long TypedFen, long QuantityMilli, int Rows, int TypedRows) Sums => (AmountFen, TypedFen, QuantityMilli, Rows, TypedRows);

    /// <summary>This and another of the same key together.</summary>
    public LedgerTotal With(LedgerTotal other)
    {
        AmountFen += other.AmountFen;
        TypedFen += other.TypedFen;
        QuantityMilli += other.QuantityMilli;
        Rows += other.Rows;
        TypedRows += other.TypedRows;
        return this;
    }

    /// <summary>What rows with the same key add up to.</summary>
    public static LedgerTotal SumOf(LedgerTotalKey key, IReadOnlyCollection<LedgerEntry> rows) => new()
    {
        UnitId = key.UnitId,
        VillageId = key.VillageId,
        ProductId = key.ProductId,
        ProducerId = key.ProducerId,
        Purpose = key.Purpose,
        Channel = key.Channel,
        OutletId = key.OutletId,
        MonthNumber = key.MonthNumber,
        Dimension = key.Dimension,
        Sample = key.Sample,
        Designated = key.Designated,
        AdjustsMonthNumber = key.AdjustsMonthNumber,
        ForwardFromNumber = key.ForwardFromNumber,
        AmountFen = rows.Sum(r => r.AmountFen),
        TypedFen = rows.Where(r => r.IsTyped).Sum(r => r.AmountFen),
        QuantityMilli = rows.Sum(r => r.QuantityMilli),
        Rows = rows.Count,
        TypedRows = rows.Count(r => r.IsTyped),
    };
}

/// <summary>What ordering says of itself for a unit, village and month; the ledger is proved against it.</summary>
internal sealed class StatedTotal
{
    public required Guid UnitId { get; init; }

    public required Guid VillageId { get; init; }

    public required int MonthNumber { get; init; }

    public required long AmountFen { get; set; }

    public required int Lines { get; set; }

    /// <summary>The highest one heard; an older one changes nothing.</summary>
    public required long Statement { get; set; }
}
