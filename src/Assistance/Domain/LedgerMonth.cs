using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>How far a month is.</summary>
internal enum MonthState
{
    /// <summary>Rows may still come.</summary>
    Open,

    /// <summary>The first of two people signed its figures; rows may still come.</summary>
    Signed,

    /// <summary>Two people closed it: rows go forward to the next open month.</summary>
    Closed,
}

/// <summary>A person on a paper.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">As it stands on papers.</param>
internal sealed record Signer(Guid Id, string Name);

/// <summary>A month of the ledger as people have dealt with it. A month without a row here is open and nobody has touched it.</summary>
internal sealed class LedgerMonth : IVersioned
{
    public required int MonthNumber { get; init; }

    public MonthState State { get; private set; } = MonthState.Open;

    /// <summary>Who signed first; null while nobody has.</summary>
    public Guid? FirstById { get; private set; }

    public string? FirstByName { get; private set; }

    public DateTimeOffset? FirstAt { get; private set; }

    /// <summary>How many ledger rows the first signer saw in the month.</summary>
    public int FirstEntries { get; private set; }

    /// <summary>How often it was closed: the number of its last version.</summary>
    public int Closings { get; private set; }

    public int Version { get; set; }

    /// <summary>The first signature under the month's figures; may be given anew while the second is missing.</summary>
    public Result Sign(Signer by, int entries, DateTimeOffset now)
    {
        if (State == MonthState.Closed)
        {
            return AssistanceErrors.AlreadyClosed;
        }

        State = MonthState.Signed;
        (FirstById, FirstByName, FirstAt, FirstEntries) = (by.Id, by.Name, now, entries);
        return Result.Done;
    }

    /// <summary>The second signature, by another person, under the very same figures.</summary>
    public Result Close(Signer by, int entries)
    {
        if (State == MonthState.Closed)
        {
            return AssistanceErrors.AlreadyClosed;
        }

        if (State == MonthState.Open)
        {
            return AssistanceErrors.NotSignedYet;
        }

        if (FirstById == by.Id)
        {
            return AssistanceErrors.SameCloser;
        }

        if (FirstEntries != entries)
        {
            return AssistanceErrors.MovedSinceFirst;
        }

        State = MonthState.Closed;
        Closings++;
        return Result.Done;
    }

    /// <summary>Open again: the version that was closed stays.</summary>
    public Result Reopen()
    {
        if (State != MonthState.Closed)
        {
            return AssistanceErrors.NotClosed;
        }

        State = MonthState.Open;
        (FirstById, FirstByName, FirstAt, FirstEntries) = (null, null, null, 0);
        return Result.Done;
    }
}

/// <summary>A unit's leader stands for its figures of a month. It holds as long as no further row comes; the last one counts.</summary>
internal sealed class MonthConfirmation
{
    public long Position { get; init; }

    public required Guid Id { get; init; }

    public required int MonthNumber { get; init; }

    public required Guid UnitId { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>How many ledger rows the figures were made of.</summary>
    public required int Entries { get; init; }

    public required Money Total { get; init; }
}

/// <summary>A month as it was closed: written once, never changed.</summary>
internal sealed class MonthVersion
{
    public required Guid Id { get; init; }

    public required int MonthNumber { get; init; }

    /// <summary>1, and one more after each reopening.</summary>
    public required int Number { get; init; }

    public required Guid FirstById { get; init; }

    public required string FirstByName { get; init; }

    public required DateTimeOffset FirstAt { get; init; }

    public required Guid SecondById { get; init; }

    public required string SecondByName { get; init; }

    public required DateTimeOffset ClosedAt { get; init; }

    /// <summary>How many ledger rows the month had.</summary>
    public required int Entries { get; init; }

    public required Money Total { get; init; }

    public required int Unconfirmed { get; init; }

    /// <summary>The ledger's last row at that moment.</summary>
    public required long LastSequence { get; init; }

    /// <summary>The hash of that row: whoever holds the paper can prove the ledger.</summary>
    public required string LedgerHash { get; init; }

    /// <summary>The lines of the table as JSON, of all units.</summary>
    public required string Lines { get; init; }
}

/// <summary>A closed month's table as a file, byte for byte as it was first given out.</summary>
internal sealed class MonthFile
{
    /// <summary>The whole department instead of a unit.</summary>
    public static readonly Guid Whole = Guid.Empty;

    public required Guid VersionId { get; init; }

    /// <summary>The unit, or <see cref="Whole"/>.</summary>
    public required Guid UnitId { get; init; }

    public required string Hash { get; init; }

    /// <summary>The audit trail names it without a second copy.</summary>
    [Platform.Audit.Secret]
    public required byte[] Content { get; init; }
}

/// <summary>Who opened a closed month again, and why.</summary>
internal sealed class MonthReopening
{
    public required Guid VersionId { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Reason { get; init; }
}
