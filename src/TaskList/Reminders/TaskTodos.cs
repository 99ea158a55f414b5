using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Reminders;

/// <summary>What waits for a person in the task list: days that are near, reports sent back; for a supervisor reports, requests and closings to decide.</summary>
internal sealed class TaskTodos(TaskListDbContext db, Actor actor, ReadLists lists) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct) =>
    [
        .. actor.Can(Capability.TaskReport) ? await Near(ct) : [],
        .. actor.Can(Capability.TaskReport) ? await SentBack(ct) : [],
        .. actor.Can(Capability.TaskSupervise) ? await ToReview(ct) : [],
        .. actor.Can(Capability.TaskSupervise) ? await ToDecide(ct) : [],
        .. actor.Can(Capability.TaskSupervise) ? await ToClose(ct) : [],
        .. actor.Can(Capability.TaskSupervise) ? await ToCloseWhole(ct) : [],
    ];

    // Of several reminders of one day the last stands; it goes when the thing is done or the day has moved.
    private async Task<IEnumerable<Todo>> Near(CancellationToken ct)
    {
        Guid[] mine = [.. actor.UnitsWhere(Capability.TaskReport)];
        var told = await db.Reminders.AsNoTracking().Where(r => mine.Contains(r.UnitId)).ToListAsync(ct);
        var milestones = await lists.Milestones([.. told.Select(r => r.MilestoneId).Distinct()], ct);
        return told
            .Where(r => milestones.TryGetValue(r.MilestoneId, out var m) && m.DoneOn is null && m.WorkingDueOn == r.DueOn && m.Milestone.WithdrawnAt is null)
            .GroupBy(r => (r.MilestoneId, r.UnitId)).Select(g => g.MaxBy(r => r.At)!)
            .Select(r =>
            {
                var milestone = milestones[r.MilestoneId];
                var task = milestone.Standing.Rows.Tasks.First(t => t.Id == milestone.TaskId);
                var (what, that) = milestone.Text.Length > 0 ? ("：" + milestone.Text, ": " + milestone.Text) : ("", "");
                return new Todo(
                    $"上报任务{task.Label}{what}（{milestone.Standing.Rows.Units.NameOf(r.UnitId)}）", $"Report on task {task.Number}{that} ({milestone.Standing.Rows.Units.NameOf(r.UnitId)})",
                    TaskPaths.Task(milestone.Standing.Rows.List.Year, task.Number), r.At, r.DueOn);
            });
    }

    private async Task<IEnumerable<Todo>> SentBack(CancellationToken ct)
    {
        Guid[] mine = [.. actor.UnitsWhere(Capability.TaskReport)];
        var back = await db.Reports.AsNoTracking()
            .Where(r => mine.Contains(r.UnitId) && r.State == ReportState.Returned && !db.Reports.Any(l => l.MeasureId == r.MeasureId && l.UnitId == r.UnitId && l.Position > r.Position)).ToListAsync(ct);
        var measures = await lists.Measures([.. back.Select(r => r.MeasureId).Distinct()], ct);
        return back.Where(r => measures.TryGetValue(r.MeasureId, out var m) && m.Measure.WithdrawnAt is null && m.State != MeasureState.Closed).Select(r => new Todo(
            $"补正措施{measures[r.MeasureId].Number}的上报（退回：{r.ReturnedReason}）", $"Report anew on measure {measures[r.MeasureId].Number} (sent back: {r.ReturnedReason})",
            TaskPaths.Measure(measures[r.MeasureId]), r.ReviewedAt!.Value));
    }

    private async Task<IEnumerable<Todo>> ToReview(CancellationToken ct)
    {
        var waiting = await db.Reports.AsNoTracking().Where(r => r.State == ReportState.Submitted && r.SubmittedById != actor.Id).OrderBy(r => r.Position).ToListAsync(ct);
        var measures = await lists.Measures([.. waiting.Select(r => r.MeasureId).Distinct()], ct);
        return waiting.Where(r => measures.TryGetValue(r.MeasureId, out var m) && m.Measure.WithdrawnAt is null && Mine(m)).Select(r =>
        {
            var measure = measures[r.MeasureId];
            var unit = measure.Standing.Rows.Units.NameOf(r.UnitId);
            return new Todo($"审核措施{measure.Number}的上报（{unit}，{r.Period}）", $"Review the report on measure {measure.Number} ({unit}, {r.Period})", TaskPaths.Measure(measure), r.SubmittedAt);
        });
    }

    private async Task<IEnumerable<Todo>> ToDecide(CancellationToken ct)
    {
        var waiting = await db.Extensions.AsNoTracking().Where(e => e.State == ExtensionState.Requested && e.RequestedById != actor.Id).ToListAsync(ct);
        var milestones = await lists.Milestones([.. waiting.Select(e => e.MilestoneId).Distinct()], ct);
        return waiting.Where(e => milestones.TryGetValue(e.MilestoneId, out var m) && m.Milestone.WithdrawnAt is null && m.DoneOn is null && Mine(m.Standing, m.TaskId)).Select(e =>
        {
            var standing = milestones[e.MilestoneId].Standing;
            var task = standing.Rows.Tasks.First(t => t.Id == e.TaskId);
            var unit = standing.Rows.Units.NameOf(e.UnitId);
            return new Todo($"批任务{task.Label}的延期申请（{unit}）", $"Decide on more time for task {task.Number} ({unit})", TaskPaths.Task(standing.Rows.List.Year, task.Number), e.RequestedAt, milestones[e.MilestoneId].WorkingDueOn);
        });
    }

    private async Task<IEnumerable<Todo>> ToClose(CancellationToken ct)
    {
        var said = await db.Measures.AsNoTracking().Where(m => m.State == MeasureState.SaidDone && m.WithdrawnAt == null && db.Reports.Any(r => r.MeasureId == m.Id && r.DoneOn != null && r.State == ReportState.Accepted))
            .Select(m => m.Id).ToListAsync(ct);
        var measures = await lists.Measures(said, ct);
        var since = (await db.Reports.AsNoTracking().Where(r => said.Contains(r.MeasureId) && r.State == ReportState.Accepted && r.DoneOn != null).ToListAsync(ct))
            .GroupBy(r => r.MeasureId).ToDictionary(g => g.Key, g => g.Max(r => r.ReviewedAt!.Value));
        return measures.Values.Where(Mine).Select(m => new Todo($"为措施{m.Number}销号", $"Close measure {m.Number}", TaskPaths.Measure(m), since[m.Id]));
    }

    // A task whose measures are all closed proposes its own closing.
    private async Task<IEnumerable<Todo>> ToCloseWhole(CancellationToken ct)
    {
        var ripe = await db.Tasks.AsNoTracking().Where(t => t.ClosedOn == null && t.WithdrawnAt == null)
            .Where(t => db.Measures.Any(m => m.TaskId == t.Id && m.WithdrawnAt == null) && !db.Measures.Any(m => m.TaskId == t.Id && m.WithdrawnAt == null && m.State != MeasureState.Closed))
            .Select(t => t.Id).ToListAsync(ct);
        var tasks = await lists.Tasks(ripe, ct);
        var closed = (await db.Acts.AsNoTracking().Where(a => ripe.Contains(a.TaskId) && a.Action == TaskAction.Closed).ToListAsync(ct)).GroupBy(a => a.TaskId).ToDictionary(g => g.Key, g => g.Max(a => a.At));
        return tasks.Values.Where(t => Mine(t.Standing, t.Id) && closed.ContainsKey(t.Id)).Select(t => new Todo(
            $"任务{t.Label}的措施都已销号，请整项销号", $"All measures of task {t.Number} are closed: close the task", TaskPaths.Task(t.List.Year, t.Number), closed[t.Id]));
    }

    private bool Mine(MeasureView measure) => Mine(measure.Standing, measure.TaskId);

    private bool Mine(Standing standing, Guid taskId)
    {
        var owing = standing.AnsweringFor(taskId).Where(a => a.Owes).ToList();
        return actor.SupervisesAll(standing.Rows.Units) || (owing.Count > 0 && owing.TrueForAll(a => actor.Can(Capability.TaskSupervise, a.UnitId)));
    }
}
