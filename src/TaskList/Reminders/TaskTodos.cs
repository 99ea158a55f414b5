using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Reminders;

/// <summary>What waits for a person in the task list: days that are near, reports sent back; for a supervisor reports, requests and closings to decide.
/// Every page shows how much waits: what doesn't wait isn't read, nor is any list.</summary>
internal sealed class TaskTodos(TaskListDbContext db, Actor actor, ReadLists lists, TaskListOptions options) : ITodo
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

    // Of several reminders of one day the last stands; it goes when the thing is done, is said to be done or the day has moved.
    private async Task<IEnumerable<Todo>> Near(CancellationToken ct)
    {
        Guid[] mine = [.. actor.UnitsWhere(Capability.TaskReport)];
        var told = await (from r in db.Reminders.AsNoTracking()
                          join m in db.Milestones.AsNoTracking() on r.MilestoneId equals m.Id
                          join t in db.Tasks on m.TaskId equals t.Id
                          join l in db.Lists on m.ListId equals l.Id
                          where mine.Contains(r.UnitId) && m.DoneOn == null && m.WithdrawnAt == null && !m.Aim && m.WorkingDueOn == r.DueOn
                          select new { r.MilestoneId, r.UnitId, r.At, r.DueOn, m.What, t.Label, t.Number, l.Year }).ToListAsync(ct);
        var units = await db.UnitNames(told.Select(r => r.UnitId), ct);
        var waiting = await db.SaidDone(told.Select(r => r.MilestoneId), lists.Today, options.Lights, ct);
        return told.Where(r => !waiting.Contains(r.MilestoneId)).GroupBy(r => (r.MilestoneId, r.UnitId)).Select(g => g.MaxBy(r => r.At)!).Select(r =>
        {
            var (what, that) = r.What.Length > 0 ? ("：" + r.What, ": " + r.What) : ("", "");
            return new Todo($"上报任务{r.Label}{what}（{units[r.UnitId]}）", $"Report on task {r.Number}{that} ({units[r.UnitId]})", TaskPaths.Task(r.Year, r.Number), r.At, r.DueOn);
        });
    }

    private async Task<IEnumerable<Todo>> SentBack(CancellationToken ct)
    {
        Guid[] mine = [.. actor.UnitsWhere(Capability.TaskReport)];
        var back = await (from r in db.Reports.AsNoTracking()
                          join m in db.Measures on r.MeasureId equals m.Id
                          join l in db.Lists on m.ListId equals l.Id
                          where mine.Contains(r.UnitId) && r.State == ReportState.Returned && m.WithdrawnAt == null && m.State != MeasureState.Closed
                              && !db.Reports.Any(later => later.MeasureId == r.MeasureId && later.UnitId == r.UnitId && later.Position > r.Position)
                          select new { Report = r, m.Number, l.Year }).ToListAsync(ct);
        return back.Select(r => new Todo(
            $"补正措施{r.Number}的上报（退回：{r.Report.ReturnedReason}）", $"Report anew on measure {r.Number} (sent back: {r.Report.ReturnedReason})", TaskPaths.Measure(r.Year, r.Number), r.Report.ReviewedAt!.Value));
    }

    private async Task<IEnumerable<Todo>> ToReview(CancellationToken ct)
    {
        var (all, theirs) = await Supervised(ct);
        var waiting = await (from r in db.Reports.AsNoTracking()
                             join m in db.Measures on r.MeasureId equals m.Id
                             join l in db.Lists on m.ListId equals l.Id
                             where r.State == ReportState.Submitted && r.SubmittedById != actor.Id && m.WithdrawnAt == null && (all || theirs.Contains(m.TaskId))
                             orderby r.Position
                             select new { Report = r, m.Number, l.Year }).ToListAsync(ct);
        var units = await db.UnitNames(waiting.Select(r => r.Report.UnitId), ct);
        return waiting.Select(r => new Todo(
            $"审核措施{r.Number}的上报（{units[r.Report.UnitId]}，{r.Report.Period}）", $"Review the report on measure {r.Number} ({units[r.Report.UnitId]}, {r.Report.Period})", TaskPaths.Measure(r.Year, r.Number),
            r.Report.SubmittedAt));
    }

    private async Task<IEnumerable<Todo>> ToDecide(CancellationToken ct)
    {
        var (all, theirs) = await Supervised(ct);
        var waiting = await (from e in db.Extensions.AsNoTracking()
                             join m in db.Milestones on e.MilestoneId equals m.Id
                             join t in db.Tasks on e.TaskId equals t.Id
                             join l in db.Lists on e.ListId equals l.Id
                             where e.State == ExtensionState.Requested && e.RequestedById != actor.Id && m.WithdrawnAt == null && m.DoneOn == null && (all || theirs.Contains(e.TaskId))
                             orderby e.RequestedAt
                             select new { e.UnitId, e.RequestedAt, m.WorkingDueOn, t.Label, t.Number, l.Year }).ToListAsync(ct);
        var units = await db.UnitNames(waiting.Select(e => e.UnitId), ct);
        return waiting.Select(e => new Todo(
            $"批任务{e.Label}的延期申请（{units[e.UnitId]}）", $"Decide on more time for task {e.Number} ({units[e.UnitId]})", TaskPaths.Task(e.Year, e.Number), e.RequestedAt, e.WorkingDueOn));
    }

    private async Task<IEnumerable<Todo>> ToClose(CancellationToken ct)
    {
        var (all, theirs) = await Supervised(ct);
        var said = await (from r in db.Reports.AsNoTracking()
                          join m in db.Measures on r.MeasureId equals m.Id
                          join l in db.Lists on m.ListId equals l.Id
                          where m.State == MeasureState.SaidDone && m.WithdrawnAt == null && r.DoneOn != null && r.State == ReportState.Accepted && (all || theirs.Contains(m.TaskId))
                          select new { r.ReviewedAt, m.Number, l.Year }).ToListAsync(ct);
        return said.GroupBy(r => (r.Year, r.Number)).Select(g => new Todo($"为措施{g.Key.Number}销号", $"Close measure {g.Key.Number}", TaskPaths.Measure(g.Key.Year, g.Key.Number), g.Max(r => r.ReviewedAt!.Value)));
    }

    // A task whose measures are all closed proposes its own closing.
    private async Task<IEnumerable<Todo>> ToCloseWhole(CancellationToken ct)
    {
        var (all, theirs) = await Supervised(ct);
        var ripe = await (from t in db.Tasks.AsNoTracking()
                          join l in db.Lists on t.ListId equals l.Id
                          where t.ClosedOn == null && t.WithdrawnAt == null && (all || theirs.Contains(t.Id))
                              && db.Measures.Any(m => m.TaskId == t.Id && m.WithdrawnAt == null) && !db.Measures.Any(m => m.TaskId == t.Id && m.WithdrawnAt == null && m.State != MeasureState.Closed)
                          select new { t.Id, t.Label, t.Number, l.Year }).ToListAsync(ct);
        Guid[] ids = [.. ripe.Select(t => t.Id)];
        var closed = ids.Length == 0 ? [] : (await db.Acts.AsNoTracking().Where(a => ids.Contains(a.TaskId) && a.Action == TaskAction.Closed).Select(a => new { a.TaskId, a.At }).ToListAsync(ct))
            .GroupBy(a => a.TaskId).ToDictionary(g => g.Key, g => g.Max(a => a.At));
        return ripe.Where(t => closed.ContainsKey(t.Id)).Select(t => new Todo(
            $"任务{t.Label}的措施都已销号，请整项销号", $"All measures of task {t.Number} are closed: close the task", TaskPaths.Task(t.Year, t.Number), closed[t.Id]));
    }

    private async Task<(bool All, Guid[] Theirs)> Supervised(CancellationToken ct)
    {
        var tasks = await lists.Supervised(ct);
        return (tasks is null, [.. tasks ?? []]);
    }
}
