using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>A figure that purchases count to. Each is another ledger; they are never added up.</summary>
internal enum CountedFigure
{
    /// <summary>月报: the month's fixed table.</summary>
    MonthTable,

    /// <summary>内部指导数: a unit's own figure.</summary>
    OwnGuide,

    /// <summary>832 预留份额.</summary>
    ReservedShare,

    /// <summary>措施 47: what the department's own units bought from the two villages.</summary>
    Measure47,
}

/// <summary>Which moment of a purchase counts.</summary>
internal enum CountingBasis
{
    /// <summary>验收: at the second signature, as weighed.</summary>
    Accepted,

    /// <summary>订货: when the supplier confirmed, as agreed.</summary>
    Ordered,

    /// <summary>付款: when it was transferred.</summary>
    Paid,
}

/// <summary>How far a version of a rule is.</summary>
internal enum RuleState
{
    /// <summary>Waits for a second person.</summary>
    Proposed,

    /// <summary>In force from its month on.</summary>
    Agreed,

    /// <summary>Refused with a reason, or taken back; never in force.</summary>
    Refused,
}

/// <summary>计数口径: which purchases count to a figure, on which basis, from a month on. A version never changes once it is agreed to; another one takes its place. Closed months keep theirs.</summary>
internal sealed class FigureRule : IVersioned
{
    /// <summary>What a unit buys for itself; trade and retail are never its own purchases.</summary>
    public static readonly IReadOnlyList<PurchasePurpose> OwnPurposes = [PurchasePurpose.Canteen, PurchasePurpose.StaffWelfare, PurchasePurpose.Personal];

    /// <summary>Channels by which a unit buys. What counters sell (帮销) is no purchase and counts to no figure of any unit.</summary>
    public static readonly IReadOnlyList<Channel> Buying = [Channel.Direct, Channel.Resale, Channel.Platform832, Channel.Offline];

    private static readonly IReadOnlyList<Channel> Without832 = [Channel.Direct, Channel.Resale, Channel.Offline];

    public required Guid Id { get; init; }

    public required CountedFigure Figure { get; init; }

    /// <summary>1 for the rule that the platform comes with; 2, 3 … as they were proposed.</summary>
    public required int Number { get; init; }

    /// <summary>202607: the first month in which it holds.</summary>
    public required int FromMonthNumber { get; init; }

    /// <summary>In the API's spelling, as <see cref="Purposes"/>.</summary>
    public required string PurposesSpelled { get; init; }

    /// <summary>In the API's spelling, as <see cref="VillageChannels"/>.</summary>
    public required string VillageChannelsSpelled { get; init; }

    /// <summary>In the API's spelling, as <see cref="OtherChannels"/>.</summary>
    public required string OtherChannelsSpelled { get; init; }

    public required CountingBasis Basis { get; init; }

    /// <summary>依据: the paper that says so.</summary>
    public required string Ground { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public RuleState State { get; private set; } = RuleState.Proposed;

    public Guid? DecidedById { get; private set; }

    public string? DecidedByName { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was refused.</summary>
    public string? DecisionReason { get; private set; }

    public int Version { get; set; }

    public IReadOnlyList<PurchasePurpose> Purposes => Read<PurchasePurpose>(PurposesSpelled);

    /// <summary>The channels by which goods of an assisted village count.</summary>
    public IReadOnlyList<Channel> VillageChannels => Read<Channel>(VillageChannelsSpelled);

    /// <summary>The channels by which goods from elsewhere count; none when only the villages' count.</summary>
    public IReadOnlyList<Channel> OtherChannels => Read<Channel>(OtherChannelsSpelled);

    public bool IsBuiltIn => Number == 1;

    /// <summary>Whether such a purchase counts.</summary>
    public bool Counts(Guid villageId, PurchasePurpose purpose, Channel channel) =>
        Purposes.Contains(purpose) && (villageId == Guid.Empty ? OtherChannels : VillageChannels).Contains(channel);

    public bool SaysTheSameAs(FigureRule other) =>
        (PurposesSpelled, VillageChannelsSpelled, OtherChannelsSpelled, Basis) == (other.PurposesSpelled, other.VillageChannelsSpelled, other.OtherChannelsSpelled, other.Basis);

    /// <summary>A second person agrees; it holds from its month on.</summary>
    public Result Agree(Guid byId, string byName, DateTimeOffset at) => Decide(RuleState.Agreed, byId, byName, at, null);

    /// <summary>A second person refuses it, or whoever proposed it takes it back.</summary>
    public Result Refuse(Guid byId, string byName, DateTimeOffset at, string reason) => Decide(RuleState.Refused, byId, byName, at, reason);

    private Result Decide(RuleState state, Guid byId, string byName, DateTimeOffset at, string? reason)
    {
        if (State != RuleState.Proposed)
        {
            return RuleErrors.NotWaiting;
        }

        if (state == RuleState.Agreed && byId == ById)
        {
            return RuleErrors.SamePerson;
        }

        (State, DecidedById, DecidedByName, DecidedAt, DecisionReason) = (state, byId, byName, at, reason);
        return Result.Done;
    }

    /// <summary>The rule that holds until the office agrees on another: own purposes by acceptance. What the two villages sell on the 832 platform is the villages' too; what others sell there belongs to the reserved share alone.</summary>
    public static FigureRule BuiltIn(CountedFigure figure) => figure switch
    {
        CountedFigure.MonthTable => First(figure, OwnPurposes, Buying, Buying),
        CountedFigure.OwnGuide => First(figure, OwnPurposes, Buying, Without832),
        CountedFigure.ReservedShare => First(figure, OwnPurposes, [Channel.Platform832], [Channel.Platform832]),
        CountedFigure.Measure47 => First(figure, [PurchasePurpose.Canteen, PurchasePurpose.StaffWelfare], Buying, []),
    };

    /// <summary>Members as the API spells them, in their order, each once.</summary>
    public static string Spell<T>(IEnumerable<T> members)
        where T : struct, Enum => string.Join(',', members.Distinct().Order().Select(m => GraphJson.EnumName(m)));

    private static T[] Read<T>(string spelled)
        where T : struct, Enum =>
        [.. spelled.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(GraphJson.ReadEnum<T>)];

    private static FigureRule First(CountedFigure figure, IReadOnlyList<PurchasePurpose> purposes, IReadOnlyList<Channel> villages, IReadOnlyList<Channel> others) => new()
    {
        Id = Guid.Parse($"00000000-0000-0000-0000-0000000000{(int)figure + 1:00}"),
        Figure = figure,
        Number = 1,
        FromMonthNumber = 0,
        PurposesSpelled = Spell(purposes),
        VillageChannelsSpelled = Spell(villages),
        OtherChannelsSpelled = Spell(others),
        Basis = CountingBasis.Accepted,
        Ground = "",
        ById = Guid.Empty,
        ByName = "",
        At = DateTimeOffset.UnixEpoch,
        State = RuleState.Agreed,
        DecidedAt = DateTimeOffset.UnixEpoch,
    };
}
