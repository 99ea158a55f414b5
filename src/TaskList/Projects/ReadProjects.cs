using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Projects;

/// <summary>A project as it stands today.</summary>
internal sealed record ProjectView(Standing Standing, TaskListOptions Options, Project Project) : IHaveId
{
    public Guid Id => Project.Id;

    public int Version => Project.Version;

    public Guid TaskId => Project.TaskId;

    public Guid UnitId => Project.UnitId;

    public string UnitName => Standing.Rows.Units.NameOf(Project.UnitId);

    public string Name => Project.Name;

    public ProjectKind Kind => Project.Kind;

    public string? Leader => Project.LeaderName;

    public bool Sample => Project.Sample;

    public string? WithdrawnReason => Project.WithdrawnReason;

    public OfficialTask Task => Standing.Rows.Tasks.First(t => t.Id == TaskId);

    public Light Light => Project.LightOn(Words, Options.Lights);

    public IReadOnlyList<StepView> Steps => [.. Project.Steps.OrderBy(s => s.Position).Select(s => new StepView(this, s))];

    public IReadOnlyList<ProjectFigureView> Figures => [.. Project.Figures.OrderBy(f => f.Position).Select(f => new ProjectFigureView(this, f))];

    /// <summary>The nearest step that isn't done.</summary>
    public StepView? Next => Steps.Where(s => s.DoneOn is null).OrderBy(s => s.DueOn ?? DateOnly.MaxValue).FirstOrDefault();

    internal DayWords Words => new(Standing.AsOf, Standing.Rows.List.Year);
}

/// <summary>A step as shown.</summary>
internal sealed record StepView(ProjectView Of, ProjectStep Step) : IHaveId
{
    public Guid Id => Step.Id;

    public StepKind Kind => Step.Kind;

    public string What => Step.What;

    public DateOnly? DueOn => Step.DueOn;

    public DateOnly? FirstDueOn => Step.FirstDueOn;

    public bool Aim => Step.Aim;

    public DateOnly? DoneOn => Step.DoneOn;

    public string? Evidence => Step.Evidence;

    public string? DoneBy => Step.DoneByName;

    public FileView? File => Step.FileId is { } id ? new(id, Step.FileName!) : null;

    public Light Light => Step.LightOn(Of.Words, Of.Options.Lights);
}

/// <summary>A project's figure as shown: the value that was typed last for the latest day.</summary>
internal sealed record ProjectFigureView(ProjectView Of, ProjectFigure Figure) : IHaveId
{
    public Guid Id => Figure.Id;

    public string Label => Figure.Label;

    public string Unit => Figure.Unit;

    public decimal? Target => Figure.Target;

    public decimal? Actual => Last?.Value;

    public DateOnly? On => Last?.On;

    public string? ReportedBy => Last?.ByName;

    public string? Evidence => Last?.Evidence;

    public FileView? File => Last?.FileId is { } id ? new(id, Last.FileName!) : null;

    private ProjectValue? Last => Figure.On(Of.Standing.AsOf);
}

/// <summary>Reads projects: facts of the list, for everybody who reads it.</summary>
internal sealed class ReadProjects(TaskListDbContext db, ReadLists lists, TaskListOptions options, Actor actor)
{
    /// <summary>The projects of a year's list by task and name; those withdrawn are left out.</summary>
    /// <param name="year">The list's year; null is the latest.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<(int? Year, IReadOnlyList<ProjectView> Projects)> Of(int? year, CancellationToken ct)
    {
        var wanted = year ?? (await lists.Years(ct)).Select(y => (int?)y.Year).FirstOrDefault();
        if (wanted is not { } known || await lists.List(known, null, ct) is not { } list)
        {
            return (wanted, []);
        }

        var rows = await db.Projects.AsNoTracking().WithParts().Where(p => p.ListId == list.Id && p.WithdrawnAt == null).ToListAsync(ct);
        return (known, [.. rows.Select(p => new ProjectView(list.Standing, options, p)).OrderBy(p => p.Task.Number).ThenBy(p => p.Name, StringComparer.Ordinal)]);
    }

    public async Task<IReadOnlyDictionary<Guid, ProjectView>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var found = new Dictionary<Guid, ProjectView>();
        foreach (var project in actor.Can(Capability.TaskRead) ? await db.Projects.AsNoTracking().WithParts().Where(p => ids.Contains(p.Id)).ToListAsync(ct) : [])
        {
            found[project.Id] = new(await lists.StandingOf(project.ListId, lists.Today, ct), options, project);
        }

        return found;
    }

    public async Task<ProjectView?> One(Guid id, CancellationToken ct) => (await ByIds([id], ct)).GetValueOrDefault(id);

    /// <summary>Of steps that were sent back and aren't done again: who sent them back, what had been said and why not, as the story tells it.</summary>
    public async Task<IReadOnlyDictionary<Guid, ActView>> SentBack(ProjectView project, CancellationToken ct)
    {
        var acts = await db.Acts.AsNoTracking().Where(a => a.TaskId == project.TaskId && a.Action == TaskAction.ProjectStepReopened).OrderByDescending(a => a.Sequence).ToListAsync(ct);
        return project.Steps.Where(s => s.DoneOn is null)
            .Select(s => (s.Id, Act: acts.Find(a => a.Note!.StartsWith($"{project.Name}：{s.What}（", StringComparison.Ordinal))))
            .Where(s => s.Act is not null).ToDictionary(s => s.Id, s => new ActView(s.Act!));
    }

    /// <summary>Who may stand for a project.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> Leaders(CancellationToken ct) => !actor.Can(Capability.TaskSupervise) ? []
        : (await db.People.AsNoTracking().Where(p => !p.Disabled).Select(p => new { p.Id, p.Name }).ToListAsync(ct)).OrderBy(p => p.Name, StringComparer.Create(new("zh-CN"), false)).Select(p => (p.Id, p.Name)).ToList();
}
