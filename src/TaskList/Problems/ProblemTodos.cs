using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Problems;

/// <summary>What waits for a person in the ledger of problems: for the responsible unit what isn't planned, was sent back, is near or late, and summaries of special actions; for a reviewer what is to be closed, and requests for more time.</summary>
internal sealed class ProblemTodos(TaskListDbContext db, Actor actor, TaskListOptions options, TimeProvider clock) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct) =>
    [
        .. actor.Can(Capability.TaskReport) ? await ToMend(ct) : [],
        .. actor.Can(Capability.TaskReport) ? await ToSummarise(ct) : [],
        .. actor.Can(Capability.TaskSupervise) ? await ToClose(ct) : [],
        .. actor.Can(Capability.TaskSupervise) ? await ToDecide(ct) : [],
    ];

    private async Task<IEnumerable<Todo>> ToMend(CancellationToken ct)
    {
        var mine = actor.UnitsWhere(Capability.TaskReport);
        var today = clock.GetUtcNow().DayInChina();
        var near = today.AddDays(options.NearDays);
        var open = await db.Problems.AsNoTracking().Where(p => mine.Contains(p.UnitId)
            && (p.State == ProblemState.NotStarted || p.State == ProblemState.Returned || (p.State == ProblemState.Mending && p.WorkingDueOn <= near))).OrderBy(p => p.Position).ToListAsync(ct);
        return open.Select(p => p.State switch
        {
            ProblemState.NotStarted => new Todo($"为问题 {p.Number} 定措施、责任人和时限", $"Set measures, person and limit for problem {p.Number}", Path(p), p.RecordedAt),
            ProblemState.Returned => new Todo($"重新整改问题 {p.Number}（退回：{p.ReturnedReason}）", $"Mend problem {p.Number} anew (sent back: {p.ReturnedReason})", Path(p), p.SaidAt!.Value, p.WorkingDueOn),
            _ => new Todo($"整改问题 {p.Number}{(p.WorkingDueOn < today ? "（已逾期）" : "")}", $"Mend problem {p.Number}{(p.WorkingDueOn < today ? " (late)" : "")}", Path(p), p.RecordedAt, p.WorkingDueOn),
        });
    }

    // Any unit that must report on the action's task files its summary, once.
    private async Task<IEnumerable<Todo>> ToSummarise(CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInChina();
        return (await db.SummariesDue(today.AddDays(options.NearDays), today, ct)).Where(s => actor.Can(Capability.TaskReport, s.Unit.UnitId)).Select(s =>
        {
            var (action, late) = (s.Action, s.Action.SummaryDueOn < today);
            return new Todo(
                $"报送专项整治“{action.Name}”的工作总结（{s.Unit.Name}）{(late ? "（已逾期）" : "")}", $"File the summary of the special action “{action.Name}” ({s.Unit.Name}){(late ? " (late)" : "")}",
                Path(action), action.SummaryDueOn.AddDays(-options.NearDays).StartInChina(), action.SummaryDueOn);
        });
    }

    private async Task<IEnumerable<Todo>> ToClose(CancellationToken ct)
    {
        var mine = actor.UnitsWhere(Capability.TaskSupervise);
        var said = await db.Problems.AsNoTracking().Where(p => p.State == ProblemState.SaidMended && mine.Contains(p.UnitId) && p.SaidById != actor.Id).OrderBy(p => p.SaidAt).ToListAsync(ct);
        return said.Where(p => !actor.IsOfUnit(p)).Select(p => new Todo($"为问题 {p.Number} 销号", $"Close problem {p.Number}", Path(p), p.SaidAt!.Value));
    }

    private async Task<IEnumerable<Todo>> ToDecide(CancellationToken ct)
    {
        var mine = actor.UnitsWhere(Capability.TaskSupervise);
        var asked = await (from e in db.ProblemExtensions.AsNoTracking()
                           join p in db.Problems.AsNoTracking() on e.ProblemId equals p.Id
                           where e.State == ExtensionState.Requested && mine.Contains(p.UnitId) && e.RequestedById != actor.Id
                           orderby e.RequestedAt
                           select new { Problem = p, e.RequestedAt }).ToListAsync(ct);
        return asked.Where(a => !actor.IsOfUnit(a.Problem))
            .Select(a => new Todo($"批问题 {a.Problem.Number} 的延期申请", $"Decide on more time for problem {a.Problem.Number}", Path(a.Problem), a.RequestedAt, a.Problem.WorkingDueOn));
    }

    internal static string Path(SpecialAction action) => $"/tasks/problems/actions#a{action.Id:N}";

    internal static string Path(Problem problem) => $"/tasks/problems/{NodeId.Encode("prb", problem.Id)}";
}
