using Commerce.SharedKernel;

namespace Commerce.TaskList.Domain;

/// <summary>A task with those who answer for it: what every act on it asks first.</summary>
/// <param name="List">Its list.</param>
/// <param name="Task">The task.</param>
/// <param name="Units">All known units.</param>
/// <param name="Answering">The units of the task today, groups expanded.</param>
internal sealed record Scene(OfficialList List, OfficialTask Task, UnitBook Units, IReadOnlyList<Answering> Answering)
{
    /// <summary>The units that must report.</summary>
    public IEnumerable<Answering> Owing => Answering.Where(a => a.Owes);

    /// <summary>What a unit is in the task; null when it has no part.</summary>
    public Answering? Of(Guid unitId) => Answering.FirstOrDefault(a => a.UnitId == unitId);

    /// <summary>A line of the story.</summary>
    public TaskAct Act(TaskAction action, Guid? measureId, Guid byId, string byName, DateTimeOffset at, DateOnly? on = null, string? note = null) => new()
    {
        ListId = List.Id,
        TaskId = Task.Id,
        MeasureId = measureId,
        At = at,
        ById = byId,
        ByName = byName,
        Action = action,
        On = on,
        Note = note?.Length > 2000 ? note[..2000] : note,
    };

    /// <summary>A day of completion lies in the list's time and not ahead.</summary>
    public Result CheckDone(DateOnly done, DateTimeOffset now) =>
        done > now.DayInChina() ? TaskListErrors.DoneAhead : done.Year < List.Year ? TaskListErrors.DoneBefore(List.Year) : Result.Done;
}
