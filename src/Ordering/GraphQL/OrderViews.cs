using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Ordering.GraphQL;

/// <summary>An order line as the API shows it.</summary>
internal sealed record OrderLineView(OrderLine Line) : IHaveId
{
    public Guid Id => Line.Id;

    public string ProductName => Line.ProductName;

    public string Specification => Line.Specification;

    public string ProducerName => Line.ProducerName;

    public Quantity Ordered => new(Line.OrderedMilli, Line.OrderedUnit);

    public UnitPrice Price => Line.Price;

    public decimal? TaxRate => Line.TaxBasisPoints / 100m;

    public bool CatchWeight => Line.CatchWeight;

    public decimal Tolerance => Line.ToleranceBasisPoints / 100m;

    public Money Estimated => Money.FromFen(Line.EstimatedFen);

    public Quantity Dispatched => Settling(Line.DispatchedMilli);

    public Quantity? Accepted => WasAccepted ? Settling(Line.AcceptedMilli) : null;

    public Quantity? Rejected => Line.RejectedMilli > 0 ? Settling(Line.RejectedMilli) : null;

    public Quantity? Disputed => Line.DisputedMilli > 0 ? Settling(Line.DisputedMilli) : null;

    public Quantity? AllowedExtra => Line.AllowedExtraMilli > 0 ? Settling(Line.AllowedExtraMilli) : null;

    public Quantity? Returned => Line.ReturnedMilli > 0 ? Settling(Line.ReturnedMilli) : null;

    public Quantity? Cancelled => Line.CancelledMilli > 0 ? Settling(Line.CancelledMilli) : null;

    public Quantity Outstanding => Settling(Line.UndispatchedMilli);

    public Money? Settled => WasAccepted ? Money.FromFen(Line.SettledFen) : null;

    public bool Closed => Line.Closed;

    private bool WasAccepted => Line.AcceptedMilli > 0 || Line.RejectedMilli > 0 || Line.DisputedMilli > 0;

    private Quantity Settling(long milli) => new(milli, Line.SettleUnit);
}

/// <summary>A decision as the API shows it.</summary>
internal sealed record ApprovalView(Approval Approval)
{
    public int Level => Approval.Level;

    public string By => Approval.ByName;

    public Decision Decision => Approval.Decision;

    public DateTimeOffset DecidedAt => Approval.DecidedAt;

    public string? Comment => Approval.Comment;

    public Money From => Money.FromFen(Approval.FromFen);

    public string? Flag => Approval.Flag;

    public string? OnBehalfOf => Approval.OnBehalfOf;
}

/// <summary>A line of the story as the API shows it.</summary>
internal sealed record HistoryView(HistoryEntry Entry)
{
    public DateTimeOffset At => Entry.At;

    public string By => Entry.ByName;

    public string? Note => Entry.Note;
}

/// <summary>A unit's budget as the API shows it.</summary>
internal sealed record BudgetView(Guid UnitId, long LimitFen, long ReservedFen, long SpentFen)
{
    public Money Limit => Money.FromFen(LimitFen);

    public Money Reserved => Money.FromFen(ReservedFen);

    public Money Spent => Money.FromFen(SpentFen);

    public Money Available => Money.FromFen(LimitFen - ReservedFen - SpentFen);
}
