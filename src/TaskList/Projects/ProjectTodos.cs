using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Projects;

/// <summary>Steps that are near or late, for the units that report on them and for the leaders who stand for them.</summary>
internal sealed class ProjectTodos(TaskListDbContext db, ReadProjects read, TaskListOptions options, Actor actor, TimeProvider clock) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct)
    {
        if (!actor.Can(Capability.TaskRead))
        {
            return [];
        }

        // Every page shows how much waits: the list is read only for who has a step near.
        Guid[] mine = [.. actor.UnitsWhere(Capability.TaskReport)];
        var until = clock.GetUtcNow().DayInChina().AddDays(options.NearDays);
        var near = await db.Projects.AsNoTracking()
            .Where(p => p.WithdrawnAt == null && (mine.Contains(p.UnitId) || p.LeaderId == actor.Id) && p.Steps.Any(s => s.DoneOn == null && !s.Aim && s.DueOn <= until))
            .Select(p => p.Id).ToListAsync(ct);
        if (near.Count == 0)
        {
            return [];
        }

        return
        [
            .. (await read.ByIds(near, ct)).Values
                .SelectMany(p => p.Steps.Where(s => s is { DoneOn: null, Aim: false, DueOn: not null }).Select(s => (Project: p, Step: s)))
                .Where(s => s.Step.DueOn!.Value.DayNumber - s.Project.Standing.AsOf.DayNumber <= options.NearDays)
                .Select(s => new Todo(
                    $"项目节点：{s.Project.Name}，{s.Step.What}", $"Project step: {s.Project.Name}, {s.Step.What}", ProjectWords.Of(s.Project.Id),
                    Since(s.Step.DueOn!.Value), s.Step.DueOn)),
        ];
    }

    // It waits since its day came near: the same moment whenever it is asked.
    private DateTimeOffset Since(DateOnly due) => due.AddDays(-options.NearDays).StartInChina();
}
