using Commerce.Platform.Personal;

namespace Commerce.Assistance.Domain;

/// <summary>What stands beside the ledger in a report.</summary>
internal enum FlowKind
{
    /// <summary>订货: at the agreed prices, when the supplier confirmed; given up with a minus sign.</summary>
    Ordered,

    /// <summary>付款: what was transferred, shared out over what it pays for.</summary>
    Paid,
}

/// <summary>What was ordered or paid, a line of it. Never in an official figure: the ledger alone counts. Written once; source, statement and line are unique for ever.</summary>
internal sealed class Flow : IJudged
{
    public required FlowKind Kind { get; init; }

    /// <summary>The order or the payment.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>Which statement of the order; 0 for a payment.</summary>
    public required int Statement { get; init; }

    /// <summary>The order's line, or the acceptance or return line that was paid.</summary>
    public required Guid LineId { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>Empty for goods of no assisted village.</summary>
    public required Guid VillageId { get; init; }

    public required Guid ProductId { get; init; }

    public required Guid ProducerId { get; init; }

    public required PurchasePurpose Purpose { get; init; }

    public required Channel Channel { get; init; }

    public required Guid OutletId { get; init; }

    /// <summary>202606: when it was ordered or paid, in Asia/Shanghai.</summary>
    public required int MonthNumber { get; init; }

    /// <summary>Signed.</summary>
    public required long AmountFen { get; init; }

    /// <summary>UTC server time of the saying.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    public required bool Sample { get; init; }
}

/// <summary>A name as it was said at an instant: reports of earlier days show what things were called then.</summary>
internal sealed class NameSaid
{
    public required Guid Id { get; init; }

    public required DateTimeOffset SaidAt { get; init; }

    [PersonName(nameof(Id))]
    public required string Name { get; init; }
}
