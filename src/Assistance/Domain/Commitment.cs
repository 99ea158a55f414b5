using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>A year of consumption assistance (消费帮扶年度).</summary>
internal sealed class Programme
{
    public required Guid Id { get; init; }

    public required int Year { get; init; }
}

/// <summary>Which kind of figure it is.</summary>
internal enum CommitmentScope
{
    /// <summary>内部指导数: the office's own guide figure, no official target.</summary>
    OwnGuide,

    /// <summary>832 预留份额: base × dated ratio of the unit's filing, held against its purchases on the 832 platform. Another ledger, never one number with the guide figure.</summary>
    ReservedShare_832,
}

/// <summary>What a figure is reckoned from.</summary>
internal enum CommitmentBasis
{
    /// <summary>An amount as such.</summary>
    FixedAmount,

    /// <summary>A share of what the unit buys for its canteen.</summary>
    ReservedShareOfBudget,
}

/// <summary>What a guide figure is for.</summary>
internal enum GuidePurpose
{
    /// <summary>Canteen, welfare and personal together.</summary>
    All,

    /// <summary>食堂食材.</summary>
    Canteen,

    /// <summary>职工福利.</summary>
    StaffWelfare,

    /// <summary>个人.</summary>
    Personal,
}

/// <summary>How a unit stands against its guide figure on a day.</summary>
internal enum Trend
{
    /// <summary>Well before the calendar.</summary>
    Ahead,

    /// <summary>With the calendar.</summary>
    OnTrack,

    /// <summary>Behind the calendar.</summary>
    Behind,

    /// <summary>So far behind that it may not be reached.</summary>
    AtRisk,

    /// <summary>Reached.</summary>
    Done,
}

/// <summary>A unit's part in a year: its guide figure if it has one, for all that it buys or for a village, a purpose, or both. A unit that bought without one is listed too (不适用).</summary>
internal sealed class Commitment : IVersioned
{
    /// <summary>The order of the list.</summary>
    public long Position { get; init; }

    public required Guid Id { get; init; }

    public required Guid ProgrammeId { get; init; }

    public required int Year { get; init; }

    public required Guid UnitId { get; init; }

    public CommitmentScope Scope { get; set; } = CommitmentScope.OwnGuide;

    public CommitmentBasis Basis { get; set; } = CommitmentBasis.FixedAmount;

    /// <summary>Empty: goods from anywhere.</summary>
    public Guid VillageId { get; init; }

    public GuidePurpose Purpose { get; init; } = GuidePurpose.All;

    /// <summary>The figure that was entered last. Null: no base, so no rate (不适用); its purchases count all the same.</summary>
    public Money? Target { get; private set; }

    public string? Note { get; private set; }

    /// <summary>When a purchase brought the unit over this target; said once per target.</summary>
    public DateTimeOffset? ReachedAt { get; private set; }

    public int Version { get; set; }

    /// <summary>Every figure that was entered, each from a day on. Empty for figures from before they were kept.</summary>
    public List<CommitmentVersion> Versions { get; init; } = [];

    /// <summary>The figure of a day: the last that took effect by then and was entered by then; null when there was none.</summary>
    public CommitmentVersion? On(DateOnly day) => Versions.Where(v => v.EffectiveFrom <= day && v.At.DayInChina() <= day).MaxBy(v => v.Number);

    /// <summary>Its amount; null without one (不适用).</summary>
    public Money? TargetOn(DateOnly day) => Versions.Count == 0 ? Target : On(day)?.Target;

    /// <summary>Whether such goods count towards this figure.</summary>
    public bool Covers(Guid villageId, PurchasePurpose purpose) =>
        (VillageId == Guid.Empty || VillageId == villageId) && (PurchasePurpose is null || PurchasePurpose == purpose);

    /// <summary>The purpose as a purchase names it; null for all.</summary>
    public PurchasePurpose? PurchasePurpose => Purpose switch
    {
        GuidePurpose.All => null,
        GuidePurpose.Canteen => Domain.PurchasePurpose.Canteen,
        GuidePurpose.StaffWelfare => Domain.PurchasePurpose.StaffWelfare,
        GuidePurpose.Personal => Domain.PurchasePurpose.Personal,
    };

    /// <summary>As the API spells it.</summary>
    public string? PurposeSpelled => PurchasePurpose is { } one ? GraphJson.EnumName(one) : null;

    /// <summary>Sets the guide figure from a day on; a new figure can be reached anew, the earlier ones stay.</summary>
    public void Set(Money target, string? note, DateOnly from, Guid byId, string byName, DateTimeOffset at)
    {
        Versions.Add(new CommitmentVersion
        {
            Number = (Versions.Count == 0 ? 0 : Versions.Max(v => v.Number)) + 1,
            EffectiveFrom = from,
            Target = target,
            Note = note,
            ById = byId,
            ByName = byName,
            At = at,
        });
        Target = target;
        Note = note;
        ReachedAt = null;
    }
}

/// <summary>A guide figure from a day on, with who approved it. Never changed.</summary>
internal sealed class CommitmentVersion
{
    /// <summary>The commitment's place in the list.</summary>
    public long CommitmentPosition { get; init; }

    public required int Number { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    public required Money Target { get; init; }

    public string? Note { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>From which share of the calendar's figure a unit is ahead, on track, behind.</summary>
internal sealed record TrendThresholds(decimal Ahead, decimal OnTrack, decimal Behind);

/// <summary>Progress of a commitment: pure arithmetic.</summary>
internal static class CommitmentProgress
{
    /// <summary>Achieved over target to four places; null without a target (不适用).</summary>
    public static decimal? Rate(Money? target, Money achieved) =>
        target is { } t ? Rounding.HalfAwayFromZero(achieved.Amount / t.Amount, 4) : null;

    /// <summary>What the calendar alone would expect by the end of a day; null without a target.</summary>
    public static Money? ExpectedBy(Money? target, int year, DateOnly day)
    {
        if (target is not { } t)
        {
            return null;
        }

        var days = DateTime.IsLeapYear(year) ? 366 : 365;
        var elapsed = day.Year < year ? 0 : day.Year > year ? days : day.DayOfYear;
        return Money.Of(Rounding.HalfAwayFromZero(t.Amount * elapsed / days, 2));
    }

    /// <summary>How it stands; null without a target.</summary>
    public static Trend? TrendOf(Money? target, Money achieved, int year, DateOnly day, TrendThresholds thresholds)
    {
        if (target is not { } t || ExpectedBy(target, year, day) is not { } expected)
        {
            return null;
        }

        if (achieved >= t)
        {
            return Trend.Done;
        }

        if (expected == Money.Zero)
        {
            return achieved > Money.Zero ? Trend.Ahead : Trend.OnTrack;
        }

        var pace = achieved.Amount / expected.Amount;
        return pace >= thresholds.Ahead ? Trend.Ahead
            : pace >= thresholds.OnTrack ? Trend.OnTrack
            : pace >= thresholds.Behind ? Trend.Behind
            : Trend.AtRisk;
    }
}
