using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>How far a request is.</summary>
internal enum MoveState
{
    /// <summary>待对方确认: the other unit hasn't said anything yet.</summary>
    Asked,

    /// <summary>已改计: agreed and posted for both.</summary>
    Agreed,

    /// <summary>不同意.</summary>
    Refused,

    /// <summary>已撤回: by the unit that asked.</summary>
    Withdrawn,
}

/// <summary>改计单位: an acceptance that counts for one unit is to count for another. Asked by one of the two, decided by the other.
/// What was bought stays as it was; only whom it counts for changes, and that by rows of the ledger.</summary>
internal sealed class PurchaseMove : IVersioned
{
    public const int ShortestReason = 4;
    public const int LongestReason = 400;

    public long Position { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Unique: an acceptance has one request under way at most. A request that is over leaves the place free.</summary>
    public required string OpenKey { get; set; }

    public required Guid AcceptanceId { get; init; }

    /// <summary>AC-2026-000001.</summary>
    public required string Number { get; init; }

    /// <summary>The unit that has it.</summary>
    public required Guid FromUnitId { get; init; }

    /// <summary>The unit that should.</summary>
    public required Guid ToUnitId { get; init; }

    /// <summary>Which of the two asks.</summary>
    public required Guid AskedByUnitId { get; init; }

    public required Guid AskedById { get; init; }

    public required string AskedByName { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required string Reason { get; init; }

    public MoveState State { get; private set; } = MoveState.Asked;

    /// <summary>Who decided, or withdrew.</summary>
    public string? EndedByName { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it was refused or withdrawn; what was said on agreeing.</summary>
    public string? EndedReason { get; private set; }

    /// <summary>What was moved; nothing before it was agreed.</summary>
    public Money Amount { get; private set; }

    public int Version { get; set; }

    /// <summary>Whose turn it is.</summary>
    public Guid DecidingUnitId => AskedByUnitId == FromUnitId ? ToUnitId : FromUnitId;

    public static string KeyOf(Guid acceptanceId) => $"acceptance {acceptanceId:N}";

    /// <summary>Whether this person may decide now.</summary>
    public Result MayDecide(Signer by) =>
        State != MoveState.Asked ? MoveErrors.NothingToDecide
        : by.Id == AskedById ? MoveErrors.OwnRequest
        : Result.Done;

    /// <summary>The other unit agrees, and this much is posted.</summary>
    public Result Agree(Signer by, string reason, Money amount, DateTimeOffset now)
    {
        if (MayDecide(by) is { Failed: true } refused)
        {
            return refused;
        }

        Amount = amount;
        End(MoveState.Agreed, by, reason, now);
        return Result.Done;
    }

    /// <summary>The other unit says no.</summary>
    public Result Refuse(Signer by, string reason, DateTimeOffset now)
    {
        if (MayDecide(by) is { Failed: true } refused)
        {
            return refused;
        }

        End(MoveState.Refused, by, reason, now);
        return Result.Done;
    }

    /// <summary>The unit that asked takes its request back.</summary>
    public Result Withdraw(Signer by, string reason, DateTimeOffset now)
    {
        if (State != MoveState.Asked)
        {
            return MoveErrors.NothingToDecide;
        }

        End(MoveState.Withdrawn, by, reason, now);
        return Result.Done;
    }

    private void End(MoveState state, Signer by, string reason, DateTimeOffset now) =>
        (State, OpenKey, EndedByName, EndedAt, EndedReason) = (state, $"over {Id:N}", by.Name, now, reason.Length == 0 ? null : reason);
}
