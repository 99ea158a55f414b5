using Commerce.Assistance.Domain;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Moves;

/// <summary>The pairs of rows by which goods go from one unit's figures to another's. A pair adds up to nothing, line by line, so the
/// ledger as a whole still says what ordering states; what ordering states of a unit is left where it states it.</summary>
internal static class MovedRows
{
    /// <summary>What is left of a line leaves one unit and comes to another.</summary>
    public static IEnumerable<LedgerEntry> Of(PurchaseMove move, StandingLine line, string from, string to, Month month, DateTimeOffset now)
    {
        var original = line.Original;
        var adjusts = original.CrossesYear ? original.AdjustsMonthNumber : original.MonthNumber < month.Number ? original.MonthNumber : 0;
        var source = new Source(move.Id, Guid.CreateVersion7(now), move.Id, original.AcceptanceId, null, original.DocumentNumber, now, move.Reason);
        return
        [
            Row(LedgerKind.MovedOut, move.FromUnitId, from, -line.Fen, -line.Milli, original, month.Number, adjusts, source, now),
            Row(LedgerKind.MovedIn, move.ToUnitId, to, line.Fen, line.Milli, original, month.Number, adjusts, source, now),
        ];
    }

    /// <summary>A return or a correction of goods that were moved: ordering states it of the unit that ordered, and it goes on to the one that has the goods now.</summary>
    /// <param name="change">The row as ordering states it.</param>
    /// <param name="moved">The last row by which the goods came to the unit that has them.</param>
    public static IEnumerable<LedgerEntry> Following(LedgerEntry change, LedgerEntry moved)
    {
        var source = new Source(moved.SourceId, change.SourceLineId, change.EventId, change.AcceptanceId, change.ReturnId, change.DocumentNumber, change.OccurredAt, change.Reason);
        return
        [
            Row(LedgerKind.MovedOut, change.UnitId, change.UnitName, -change.AmountFen, -change.QuantityMilli, change, change.MonthNumber, change.AdjustsMonthNumber, source, change.RecordedAt),
            Row(LedgerKind.MovedIn, moved.UnitId, moved.UnitName, change.AmountFen, change.QuantityMilli, change, change.MonthNumber, change.AdjustsMonthNumber, source, change.RecordedAt),
        ];
    }

    private static LedgerEntry Row(
        LedgerKind kind, Guid unitId, string unit, long fen, long milli, LedgerEntry goods, int month, int adjusts, Source source, DateTimeOffset now) => new()
        {
            Id = Guid.CreateVersion7(now),
            Kind = kind,
            Channel = goods.Channel,
            Purpose = goods.Purpose,
            UnitId = unitId,
            UnitName = unit,
            VillageId = goods.VillageId,
            ProductId = goods.ProductId,
            ProducerId = goods.ProducerId,
            OutletId = goods.OutletId,
            CountyCode = goods.CountyCode,
            MonthNumber = month,
            AdjustsMonthNumber = adjusts,
            Designated = goods.Designated,
            AmountFen = fen,
            QuantityMilli = milli,
            QuantityUnit = goods.QuantityUnit,
            SourceType = LedgerSources.Move,
            SourceId = source.MoveId,
            SourceLineId = source.LineId,
            OriginalLineId = goods.OriginalLineId,
            EventId = source.EventId,
            OrderId = goods.OrderId,
            AcceptanceId = source.AcceptanceId,
            ReturnId = source.ReturnId,
            DocumentNumber = source.Number,
            OccurredAt = LedgerEntry.Kept(source.At),
            RecordedAt = LedgerEntry.Kept(now),
            Reason = source.Reason,
            Sample = goods.Sample,
        };

    // LineId: with the kind of row unique for ever.
    private sealed record Source(Guid MoveId, Guid LineId, Guid EventId, Guid? AcceptanceId, Guid? ReturnId, string? Number, DateTimeOffset At, string? Reason);
}
