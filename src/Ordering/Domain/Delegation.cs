namespace Commerce.Ordering.Domain;

/// <summary>Somebody acts in a unit for somebody else from a day to a day: decides for an approver who is away (代理), or orders as the canteen's contractor (代购).</summary>
internal sealed class Delegation
{
    public required Guid Id { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>The approver for whom the person stands in; null for a contractor who orders for the canteen.</summary>
    public required ApproverRole? Role { get; init; }

    public required Guid PersonId { get; init; }

    public required string PersonName { get; init; }

    /// <summary>Who is away, or the contractor (承包单位).</summary>
    public required string ForName { get; init; }

    /// <summary>China day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The first China day on which it holds no more.</summary>
    public required DateOnly ValidTo { get; set; }

    public required string SetByName { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    /// <summary>Holds on a China day.</summary>
    public bool HoldsOn(DateOnly day) => ValidFrom <= day && day < ValidTo;
}
