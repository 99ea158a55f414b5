using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>带动成效（填报）: households helped and income raised in a village, as a person typed them from a paper. Never told from turnover, and never added to it.
/// Written once: a later version takes the place of an earlier one, which stays beside it.</summary>
internal sealed class VillageFigure : IHaveId
{
    public required Guid Id { get; init; }

    public required Guid VillageId { get; init; }

    public required int Year { get; init; }

    /// <summary>1 to 4; 0 for the whole year.</summary>
    public required int Quarter { get; init; }

    /// <summary>1, and one more with each correction.</summary>
    public required int Number { get; init; }

    /// <summary>带动户数.</summary>
    public required int Households { get; init; }

    /// <summary>带动增收.</summary>
    public required Money IncomeRaised { get; init; }

    /// <summary>The paper it was typed from.</summary>
    public required Guid EvidenceId { get; init; }

    public required string EvidenceName { get; init; }

    public string? Note { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}
