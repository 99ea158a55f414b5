namespace Commerce.Ordering.Domain;

/// <summary>差异: what one side says of a line, and what the other answers.</summary>
internal sealed class StatementDifference
{
    public required Guid Id { get; init; }

    public Guid StatementId { get; init; }

    public required Guid LineId { get; init; }

    public required StatementSide Side { get; init; }

    public required long AmountFen { get; init; }

    /// <summary>What the unit needn't pay until it is answered.</summary>
    public required long HeldFen { get; init; }

    public required string Reason { get; init; }

    public required string RaisedByName { get; init; }

    public required DateTimeOffset RaisedAt { get; init; }

    public string? Answer { get; set; }

    public string? AnsweredByName { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }
}
