using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>Where something was bought that didn't go through an order of ours.</summary>
internal enum ExternalKind
{
    /// <summary>832平台: a line of an order there.</summary>
    Platform832,

    /// <summary>线下采购: from one of the assisted villages, with evidence.</summary>
    OfflineVillage,
}

/// <summary>How far a record is.</summary>
internal enum ExternalState
{
    /// <summary>待判定: it resembles something else, and isn't in the ledger until somebody has said that it is different.</summary>
    Held,

    /// <summary>已计入: in the ledger.</summary>
    Counted,

    /// <summary>计入后存疑: in the ledger, and something that came later resembles it.</summary>
    Questioned,

    /// <summary>判为重复: not in the ledger, or taken out again.</summary>
    Discarded,

    /// <summary>已撤回: taken back by whoever recorded it.</summary>
    Withdrawn,
}

/// <summary>外部采购记录: a purchase outside this platform, as it was recorded. Only its state moves; what was wrong is withdrawn and recorded anew.</summary>
internal sealed class ExternalPurchase : IVersioned
{
    public const int LongestName = 200;
    public const int LongestNumber = 40;

    public long Position { get; init; }

    public required Guid Id { get; init; }

    /// <summary>Unique: an 832 order line counts once for ever. A record that was withdrawn leaves its place free.</summary>
    public required string SourceKey { get; set; }

    public required ExternalKind Kind { get; init; }

    public required Guid UnitId { get; init; }

    public required string Supplier { get; init; }

    /// <summary>The supplier's name as it is compared.</summary>
    public required string SupplierKey { get; init; }

    public required string Goods { get; init; }

    /// <summary>Empty when it is none of ours.</summary>
    public required Guid ProductId { get; init; }

    /// <summary>Empty when it is of no assisted village.</summary>
    public required Guid VillageId { get; init; }

    /// <summary>GB/T 2260; empty when nobody said.</summary>
    public required string CountyCode { get; init; }

    public required PurchasePurpose Purpose { get; init; }

    public required Money Amount { get; init; }

    /// <summary>The day of the purchase, as the paper says; it counts in that day's month.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Empty for offline purchases.</summary>
    public required string OrderNumber { get; init; }

    /// <summary>The order's line; 0 for offline purchases.</summary>
    public required int OrderLine { get; init; }

    /// <summary>Invoice or receipt, without blanks; empty when there is none.</summary>
    public required string InvoiceNumber { get; init; }

    /// <summary>The evidence.</summary>
    public required Guid? FileId { get; init; }

    public required bool Sample { get; init; }

    public required Guid RecordedById { get; init; }

    public required string RecordedByName { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public ExternalState State { get; private set; } = ExternalState.Counted;

    public string? WithdrawnByName { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    public int Version { get; set; }

    /// <summary>What it resembles; kept for ever.</summary>
    public List<ExternalLikeness> Likenesses { get; } = [];

    /// <summary>What people said to that; kept for ever.</summary>
    public List<ExternalJudgement> Judgements { get; } = [];

    /// <summary>A row of the ledger stands for it.</summary>
    public bool InLedger => State is ExternalState.Counted or ExternalState.Questioned;

    /// <summary>Somebody has to say whether it is the same as what it resembles.</summary>
    public bool Waits => State is ExternalState.Held or ExternalState.Questioned;

    /// <summary>What ledger and lists call it: the order's line, or the invoice.</summary>
    public string Number => Kind == ExternalKind.Platform832 ? $"{OrderNumber}-{OrderLine}" : InvoiceNumber;

    /// <summary>The one key of an 832 order line.</summary>
    public static string KeyOf(string orderNumber, int line) => $"832 {orderNumber.ToUpperInvariant()} {line}";

    /// <summary>It resembles something: before it was counted it is held, afterwards it is questioned.</summary>
    public void Resembles(IReadOnlyList<ExternalLikeness> likenesses, bool counted)
    {
        Likenesses.AddRange(likenesses);
        State = counted ? ExternalState.Questioned : ExternalState.Held;
    }

    /// <summary>Somebody else than its recorder says whether it is the same purchase as what it resembles.</summary>
    public Result Judge(bool same, Signer by, string reason, DateTimeOffset now)
    {
        if (!Waits)
        {
            return ExternalErrors.NothingToJudge;
        }

        if (by.Id == RecordedById)
        {
            return ExternalErrors.OwnRecord;
        }

        Judgements.Add(new() { Same = same, ById = by.Id, ByName = by.Name, At = now, Reason = reason });
        State = same ? ExternalState.Discarded : ExternalState.Counted;
        return Result.Done;
    }

    /// <summary>It was recorded wrongly, or is to be recorded anew.</summary>
    public Result Withdraw(Signer by, string reason, DateTimeOffset now)
    {
        if (State == ExternalState.Withdrawn)
        {
            return ExternalErrors.WithdrawnAlready;
        }

        State = ExternalState.Withdrawn;
        (SourceKey, WithdrawnByName, WithdrawnAt, WithdrawnReason) = ($"withdrawn {Id:N}", by.Name, now, reason);
        return Result.Done;
    }
}

/// <summary>What a record is compared with.</summary>
internal enum LikenessOf
{
    /// <summary>Another external record.</summary>
    External,

    /// <summary>An acceptance of our own.</summary>
    Acceptance,

    /// <summary>An invoice in our own register.</summary>
    Invoice,
}

/// <summary>In what two things resemble each other.</summary>
internal enum LikenessRule
{
    /// <summary>The same invoice number of the same supplier.</summary>
    SameInvoice,

    /// <summary>The same unit, the same amount within a few days, the same village or supplier.</summary>
    SameAmount,
}

/// <summary>A record resembles something else.</summary>
internal sealed class ExternalLikeness
{
    public long Position { get; init; }

    public required LikenessOf Of { get; init; }

    public required Guid OtherId { get; init; }

    public required Guid OtherUnitId { get; init; }

    public required LikenessRule Rule { get; init; }

    /// <summary>What the other is called: an order's line, an acceptance, an invoice.</summary>
    public required string Number { get; init; }

    public required DateOnly On { get; init; }

    public required Money Amount { get; init; }

    public required DateTimeOffset FoundAt { get; init; }
}

/// <summary>Somebody said same or different.</summary>
internal sealed class ExternalJudgement
{
    public long Position { get; init; }

    public required bool Same { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Reason { get; init; }
}

/// <summary>An invoice of our own orders, as the register states it.</summary>
internal sealed class KnownInvoice
{
    public required Guid InvoiceId { get; init; }

    public required Guid UnitId { get; init; }

    public required string Number { get; init; }

    /// <summary>The issuer's name as it is compared.</summary>
    public required string SupplierKey { get; init; }

    public required DateOnly On { get; init; }

    public required Money Amount { get; init; }
}
