using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Projects;

/// <summary>Steps that are near or late, for the units that report on them and for the leaders who stand for them.</summary>
internal sealed class ProjectTodos(ReadProjects read, TaskListOptions options, Actor actor) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct)
    {
        if (!actor.Can(Capability.TaskRead))
        {
            return [];
        }

        var (_, projects) = await read.Of(null, ct);
        return
        [
            .. projects.Where(p => actor.Can(Capability.TaskReport, p.UnitId) || p.Project.LeaderId == actor.Id)
                .SelectMany(p => p.Steps.Where(s => s is { DoneOn: null, Aim: false, DueOn: not null }).Select(s => (Project: p, Step: s)))
                .Where(s => s.Step.DueOn!.Value.DayNumber - s.Project.Standing.AsOf.DayNumber <= options.NearDays)
                .Select(s => new Todo(
                    $"项目节点：{s.Project.Name}，{s.Step.What}", $"Project step: {s.Project.Name}, {s.Step.What}", ProjectWords.Of(s.Project.Id),
                    Since(s.Step.DueOn!.Value), s.Step.DueOn)),
        ];
    }

    // It waits since its day came near: the same moment whenever it is asked.
    private DateTimeOffset Since(DateOnly due) => SharedKernel.ChinaTime.StartInChina(due.AddDays(-options.NearDays));
}
