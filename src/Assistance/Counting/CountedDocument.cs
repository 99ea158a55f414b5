using Commerce.Assistance.Domain;
using Commerce.Contracts.Ordering;

namespace Commerce.Assistance.Counting;

/// <summary>An acceptance or a return, as far as counting sees them alike.</summary>
internal sealed record CountedDocument(
    string SourceType, Guid Id, string Number, Guid AcceptanceId, Guid? ReturnId, Guid OrderId, Guid UnitId, string UnitName, string Purpose,
    DateTimeOffset At, string Month, string? Reason, IReadOnlyList<CountedLine> Lines)
{
    public static CountedDocument Of(GoodsAccepted fact) => new(
        LedgerSources.AcceptanceLine, fact.AcceptanceId, fact.Number, fact.AcceptanceId, null, fact.OrderId, fact.CountsForUnitId, fact.CountsForName,
        fact.Purpose, fact.AcceptedAt, fact.Month, null, fact.Lines);

    public static CountedDocument Of(GoodsReturned fact) => new(
        LedgerSources.ReturnLine, fact.ReturnId, fact.Number, fact.AcceptanceId, fact.ReturnId, fact.OrderId, fact.CountsForUnitId, fact.CountsForName,
        fact.Purpose, fact.ReturnedAt, fact.Month, fact.Reason, fact.Lines);

    /// <summary>A line that changes another one is a difference, whatever document it comes with.</summary>
    public LedgerKind KindOf(CountedLine line) => ReturnId is not null ? LedgerKind.Return
        : line.OriginalLineId is null ? LedgerKind.Purchase
        : LedgerKind.WeightAdjustment;

    /// <summary>What the document calls things.</summary>
    public IEnumerable<(Guid? Id, string? Name)> Names =>
        Lines.SelectMany(IEnumerable<(Guid?, string?)> (l) => [(l.ProductId, l.ProductName), (l.ProducerId, l.ProducerName), (l.VillageId, l.VillageName)])
            .Prepend((UnitId, UnitName));
}
