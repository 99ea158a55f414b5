using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Data;

/// <summary>What is chased or supervised: a measure, or a milestone (一事一单).</summary>
/// <param name="TaskId">Its task.</param>
/// <param name="Measure">Null for a milestone.</param>
/// <param name="Milestone">Null for a measure.</param>
internal sealed record Matter(Guid TaskId, Measure? Measure, Milestone? Milestone)
{
    public Guid SubjectId => Milestone?.Id ?? Measure!.Id;

    /// <summary>The measure that the story tells it under.</summary>
    public Guid? MeasureId => Measure?.Id ?? Milestone!.OnlyMeasure;

    public bool Withdrawn => (Measure?.WithdrawnAt ?? Milestone?.WithdrawnAt) is not null;

    public bool Done => Measure is { State: MeasureState.Closed } || Milestone is { DoneOn: not null };

    /// <summary>The matter in words: 任务(六)措施27“…”.</summary>
    public string Words(OfficialTask task)
    {
        var words = Measure is not null ? $"任务{task.Label}措施{Measure.Number}“{Measure.Text.TrimEnd('。', '；')}”" : $"任务{task.Label}时间节点“{Milestone!.Title}”";
        return words.Length <= SupervisionLetter.SubjectLength ? words : words[..(SupervisionLetter.SubjectLength - 2)] + "…”";
    }

    /// <summary>The gravest thing about it on a day.</summary>
    public Light Light(Standing standing) => Measure is not null
        ? standing.GravestOf(standing.Rows.Measures.First(m => m.Id == Measure.Id)) : standing.LightOf(standing.Rows.Milestones.First(m => m.Id == Milestone!.Id));
}

/// <summary>Finding what is chased or supervised.</summary>
internal static class Matters
{
    /// <summary>The one measure or milestone that an input names.</summary>
    public static async Task<Result<Matter>> MatterOf(this TaskListDbContext db, Guid? measureId, Guid? milestoneId, CancellationToken ct)
    {
        if (measureId is null == milestoneId is null)
        {
            return LetterErrors.OneMatter;
        }

        var measure = measureId is { } m ? await db.FindMeasure(m, ct) : null;
        var milestone = milestoneId is { } s ? await db.FindMilestone(s, ct) : null;
        return (measure?.TaskId ?? milestone?.TaskId) is { } task ? new Matter(task, measure, milestone) : PlatformErrors.NotFound;
    }

    /// <summary>What a letter is about, as it is now.</summary>
    public static async Task<Matter> MatterOf(this TaskListDbContext db, SupervisionLetter letter, CancellationToken ct) => letter.MilestoneId is { } milestone
        ? new(letter.TaskId, null, await db.Milestones.Include(m => m.Measures).SingleAsync(m => m.Id == milestone, ct))
        : new(letter.TaskId, await db.Measures.SingleAsync(m => m.Id == letter.MeasureId, ct), null);

    /// <summary>Chases whose matter is neither done nor dropped, and which no report of the unit has answered: <see cref="Chase.AnsweredBy"/> for the database.</summary>
    public static IQueryable<Chase> ChasesWaiting(this TaskListDbContext db) => db.Chases.AsNoTracking()
        .Where(c => c.MeasureId == null || db.Measures.Any(m => m.Id == c.MeasureId && m.WithdrawnAt == null && m.State != MeasureState.Closed))
        .Where(c => c.MilestoneId == null || db.Milestones.Any(m => m.Id == c.MilestoneId && m.WithdrawnAt == null && m.DoneOn == null))
        .Where(c => !db.Reports.Any(r => r.TaskId == c.TaskId && r.UnitId == c.UnitId && r.SubmittedAt > c.At
            && (c.MilestoneId != null
                ? db.Milestones.Any(m => m.Id == c.MilestoneId && (!m.Measures.Any() || m.Measures.Any(x => x.MeasureId == r.MeasureId)))
                : c.MeasureId == null || r.MeasureId == c.MeasureId)));

    public static Task<SupervisionLetter?> FindLetter(this TaskListDbContext db, Guid id, CancellationToken ct) =>
        db.Letters.Include(l => l.Replies).ThenInclude(r => r.Files).FirstOrDefaultAsync(l => l.Id == id, ct);
}
