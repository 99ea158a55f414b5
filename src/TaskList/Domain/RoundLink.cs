using Commerce.Platform.Audit;

namespace Commerce.TaskList.Domain;

/// <summary>A link by which a body outside the department, where nobody has an account, answers one round. Of its token only a hash is kept.</summary>
internal sealed class RoundLink
{
    /// <summary>How long a link may hold.</summary>
    public const int MostDays = 92;

    public required Guid Id { get; init; }

    public required Guid RoundId { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>The last day on which it opens, in China.</summary>
    public required DateOnly ExpiresOn { get; init; }

    [Secret]
    public required string TokenHash { get; init; }

    public required Guid IssuedById { get; init; }

    public required string IssuedByName { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public Guid? WithdrawnById { get; private set; }

    public string? WithdrawnByName { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>How often it was opened.</summary>
    public int Uses { get; private set; }

    public DateTimeOffset? LastUsedAt { get; private set; }

    public bool Holds(DateOnly today) => WithdrawnAt is null && today <= ExpiresOn;

    public void Use(DateTimeOffset at) => (Uses, LastUsedAt) = (Uses + 1, at);

    public void Withdraw(Guid byId, string byName, DateTimeOffset at) => (WithdrawnById, WithdrawnByName, WithdrawnAt) = (byId, byName, at);
}
