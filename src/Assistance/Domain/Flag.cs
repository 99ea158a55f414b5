using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>What looks wrong. docs/flags.md has the formula and the threshold of each.</summary>
internal enum FlagKind
{
    /// <summary>拆单: orders below the limit that together reach it.</summary>
    SplitOrders,

    /// <summary>手工补记与验收并存: a typed row where acceptances are counted.</summary>
    TypedBesideCounted,

    /// <summary>月后退货: accepted in a month, and much of it sent back in the first days of the next.</summary>
    ReturnedAfterMonthEnd,

    /// <summary>月后取消: ordered in a month, and much of it cancelled in the first days of the next.</summary>
    CancelledAfterMonthEnd,

    /// <summary>一人兼两岗: one person in two roles of the same order.</summary>
    OnePersonTwoRoles,

    /// <summary>价格偏高: far above what others paid for the same product.</summary>
    PriceAboveReference,
}

/// <summary>How far a flag is.</summary>
internal enum FlagState
{
    /// <summary>待说明.</summary>
    Open,

    /// <summary>已说明 by the unit.</summary>
    Explained,

    /// <summary>已上报 by the office or an auditor.</summary>
    Escalated,
}

/// <summary>疑点: something to look at, with the figures it was found from. It changes no figure and accuses nobody; nothing of it is ever deleted.</summary>
internal sealed class Flag : IVersioned
{
    public const int ShortestText = 4;
    public const int LongestText = 1000;

    public long Position { get; init; }

    public required Guid Id { get; init; }

    public required FlagKind Kind { get; init; }

    /// <summary>Unique: the same thing is found once.</summary>
    public required string Key { get; init; }

    /// <summary>Who has to explain it.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>202606: when it happened, in Asia/Shanghai.</summary>
    public required int MonthNumber { get; init; }

    /// <summary>The money that is concerned.</summary>
    public required Money Amount { get; init; }

    /// <summary>The figures and thresholds of that moment, in words.</summary>
    public required string Chinese { get; init; }

    public required string English { get; init; }

    /// <summary>The person in two roles; their name is looked up, not kept.</summary>
    public required Guid? PersonId { get; init; }

    public required bool Sample { get; init; }

    public required DateTimeOffset FoundAt { get; init; }

    public FlagState State { get; private set; } = FlagState.Open;

    public int Version { get; set; }

    /// <summary>What it was found from.</summary>
    public List<FlagPaper> Papers { get; } = [];

    /// <summary>What people said to it; kept for ever.</summary>
    public List<FlagAnswer> Answers { get; } = [];

    /// <summary>The unit explains it, or adds to what it explained. What was escalated stays so.</summary>
    public void Explain(Signer by, string text, DateTimeOffset now)
    {
        Answers.Add(new() { Escalates = false, ById = by.Id, ByName = by.Name, At = now, Text = text });
        State = State == FlagState.Escalated ? FlagState.Escalated : FlagState.Explained;
    }

    /// <summary>The office or an auditor takes it further.</summary>
    public Result Escalate(Signer by, string text, DateTimeOffset now)
    {
        if (State == FlagState.Escalated)
        {
            return FlagErrors.EscalatedAlready;
        }

        Answers.Add(new() { Escalates = true, ById = by.Id, ByName = by.Name, At = now, Text = text });
        State = FlagState.Escalated;
        return Result.Done;
    }
}

/// <summary>What a flag was found from.</summary>
internal enum FlagPaperKind
{
    Order,

    /// <summary>A row of the ledger.</summary>
    LedgerRow,
}

/// <summary>A paper or row behind a flag, as it was when it was found.</summary>
internal sealed class FlagPaper
{
    public long Position { get; init; }

    public required FlagPaperKind Kind { get; init; }

    public required Guid SourceId { get; init; }

    /// <summary>PO-2026-000001, AC-…; a row's number.</summary>
    public required string Number { get; init; }

    public required DateOnly On { get; init; }

    public required Money Amount { get; init; }
}

/// <summary>Somebody explained or escalated.</summary>
internal sealed class FlagAnswer
{
    public long Position { get; init; }

    public required bool Escalates { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Text { get; init; }
}

/// <summary>Somebody, or the program once a day, looked for flags.</summary>
internal sealed class FlagSearch
{
    public long Position { get; init; }

    public required Guid Id { get; init; }

    /// <summary>China day.</summary>
    public required DateOnly Day { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null for the program.</summary>
    public required string? ByName { get; init; }

    /// <summary>How many new ones.</summary>
    public required int Found { get; init; }
}

/// <summary>In what an order needs somebody.</summary>
internal enum OrderRole
{
    /// <summary>申请.</summary>
    Orderer,

    /// <summary>审批.</summary>
    Approver,

    /// <summary>验收签字.</summary>
    Signer,

    /// <summary>登记发票.</summary>
    Invoicer,
}

/// <summary>Who did what for an order, as ordering states it.</summary>
internal sealed class KnownRole
{
    public required Guid OrderId { get; init; }

    public required OrderRole Role { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>The paper on which it stands.</summary>
    public required string Number { get; init; }

    public required DateOnly On { get; init; }
}
