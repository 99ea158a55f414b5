using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>How a unit's canteen is run; spelled as organisations spell it.</summary>
internal enum CanteenModel
{
    /// <summary>自办.</summary>
    Own,

    /// <summary>共用: a representative unit files for all who eat there (共用食堂，由XX填报).</summary>
    Shared,

    /// <summary>承包: files like any other, and names its contractor.</summary>
    Outsourced,

    /// <summary>无食堂: a zero filing; what the unit buys counts all the same.</summary>
    None,
}

/// <summary>How far a version of a filing is.</summary>
internal enum FilingState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Handed in; waits for the superior unit, or for the office where there is none.</summary>
    Submitted,

    /// <summary>Agreed to by the superior unit; waits for the office.</summary>
    Reviewed,

    /// <summary>Agreed to by both: it never changes, a change is another version.</summary>
    Approved,

    /// <summary>Sent back with a reason; is put right and handed in again.</summary>
    SentBack,
}

/// <summary>What was done with a filing.</summary>
internal enum FilingAct
{
    Submitted,

    Reviewed,

    Approved,

    SentBack,
}

/// <summary>What a unit states.</summary>
/// <param name="Canteen">Whether it has one.</param>
/// <param name="RepresentativeId">Who files for a shared one.</param>
/// <param name="RepresentativeName">Its name at that moment.</param>
/// <param name="Contractor">Who runs an outsourced one.</param>
/// <param name="UnionNeed">有无工会采购需求.</param>
/// <param name="CanteenBase">食堂食材采购总额 of the year, yuan.</param>
/// <param name="UnionBase">工会采购需求 of the year, yuan; kept apart.</param>
/// <param name="Ratio">预留比例, in ten-thousandths.</param>
/// <param name="Total">预留份额 as the unit's own paper has it, yuan.</param>
internal sealed record FilingContent(
    CanteenModel Canteen, Guid? RepresentativeId, string? RepresentativeName, string? Contractor, bool UnionNeed, Money CanteenBase, Money UnionBase, int Ratio, Money Total);

/// <summary>A unit's filing of the 832 reserved share (预留份额填报) for a year: its versions and what was done with them.</summary>
internal sealed class ShareFiling : IVersioned
{
    /// <summary>The order of the list.</summary>
    public long Position { get; init; }

    public required Guid Id { get; init; }

    public required int Year { get; init; }

    public required Guid UnitId { get; init; }

    public int Version { get; set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public List<ShareFilingVersion> Versions { get; init; } = [];

    public List<ShareFilingStep> Steps { get; init; } = [];

    /// <summary>The version that was written last; null before the first.</summary>
    public ShareFilingVersion? Latest => Versions.MaxBy(v => v.Number);

    /// <summary>What was known and in force on a day: the last version that took effect by then and was agreed to by then.</summary>
    public ShareFilingVersion? On(DateOnly day) =>
        Versions.Where(v => v.EffectiveFrom <= day && v.ApprovedAt is { } at && at.DayInChina() <= day).MaxBy(v => v.Number);

    /// <summary>Writes the draft: a new version when the last one stands already.</summary>
    public Result Write(FilingContent content, DateOnly from, DateTimeOffset now)
    {
        var approved = Versions.Where(v => v.State == FilingState.Approved).MaxBy(v => v.Number);
        if (Latest is { State: FilingState.Submitted or FilingState.Reviewed })
        {
            return FilingErrors.UnderReview;
        }

        if (from.Year != Year || from < approved?.EffectiveFrom)
        {
            return FilingErrors.WrongDay(Year, approved?.EffectiveFrom ?? new DateOnly(Year, 1, 1));
        }

        var draft = Latest is { State: not FilingState.Approved } open ? open : null;
        if (draft is null)
        {
            Versions.Add(draft = new ShareFilingVersion { FilingId = Id, Number = (Latest?.Number ?? 0) + 1 });
        }

        draft.Take(content, from);
        ChangedAt = now;
        return Result.Done;
    }

    /// <summary>Hands it in.</summary>
    public void Submit(Guid byId, string byName, DateTimeOffset now) => Move(FilingState.Submitted, FilingAct.Submitted, byId, byName, now, null);

    /// <summary>One of the two levels agrees: never somebody who had a hand in it before.</summary>
    public Result Agree(Guid byId, string byName, DateTimeOffset now)
    {
        var round = Steps.Where(s => s.Number == Latest!.Number).OrderBy(s => s.Place).ToList();
        var since = round.FindLastIndex(s => s.Act == FilingAct.Submitted);
        if (round.Skip(since).Any(s => s.ById == byId))
        {
            return FilingErrors.SamePerson;
        }

        var approves = Latest!.State == FilingState.Reviewed;
        Move(approves ? FilingState.Approved : FilingState.Reviewed, approves ? FilingAct.Approved : FilingAct.Reviewed, byId, byName, now, null);
        return Result.Done;
    }

    /// <summary>One of the two levels sends it back.</summary>
    public void SendBack(Guid byId, string byName, DateTimeOffset now, string reason) => Move(FilingState.SentBack, FilingAct.SentBack, byId, byName, now, reason);

    private void Move(FilingState to, FilingAct act, Guid byId, string byName, DateTimeOffset now, string? reason)
    {
        Latest!.Become(to, now);
        Steps.Add(new ShareFilingStep
        {
            FilingId = Id,
            Place = Steps.Count + 1,
            Number = Latest!.Number,
            Act = act,
            ById = byId,
            ByName = byName,
            At = now,
            Reason = reason,
        });
        ChangedAt = now;
    }
}

/// <summary>What a unit stated, from a day on. Once agreed to it never changes.</summary>
internal sealed class ShareFilingVersion
{
    public required Guid FilingId { get; init; }

    public required int Number { get; init; }

    public DateOnly EffectiveFrom { get; private set; }

    public FilingState State { get; private set; } = FilingState.Draft;

    public CanteenModel Canteen { get; private set; }

    public Guid? RepresentativeId { get; private set; }

    public string? RepresentativeName { get; private set; }

    public string? Contractor { get; private set; }

    public bool UnionNeed { get; private set; }

    public Money CanteenBase { get; private set; }

    public Money UnionBase { get; private set; }

    /// <summary>Ten-thousandths: 1000 is 10 %.</summary>
    public int Ratio { get; private set; }

    /// <summary>预留份额: base × ratio, rounded once.</summary>
    public Money Total { get; private set; }

    public DateTimeOffset? ApprovedAt { get; private set; }

    public FilingContent Content => new(Canteen, RepresentativeId, RepresentativeName, Contractor, UnionNeed, CanteenBase, UnionBase, Ratio, Total);

    internal void Take(FilingContent c, DateOnly from)
    {
        (Canteen, RepresentativeId, RepresentativeName, Contractor, UnionNeed) = (c.Canteen, c.RepresentativeId, c.RepresentativeName, c.Contractor, c.UnionNeed);
        (CanteenBase, UnionBase, Ratio, Total, EffectiveFrom) = (c.CanteenBase, c.UnionBase, c.Ratio, c.Total, from);
    }

    internal void Become(FilingState state, DateTimeOffset now)
    {
        State = state;
        ApprovedAt = state == FilingState.Approved ? now : null;
    }
}

/// <summary>Who did what with a version, when, and why it was sent back.</summary>
internal sealed class ShareFilingStep
{
    public required Guid FilingId { get; init; }

    public required int Place { get; init; }

    /// <summary>Of the version.</summary>
    public required int Number { get; init; }

    public required FilingAct Act { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Reason { get; init; }
}
