using Commerce.Platform.Databases;
using Commerce.Platform.Personal;
using Commerce.SharedKernel;

namespace Commerce.TaskList.Domain;

/// <summary>How far a project was when the year began.</summary>
internal enum ProjectKind
{
    /// <summary>续建.</summary>
    Continued,

    /// <summary>新开工.</summary>
    Starting,

    /// <summary>拟开工: preparation is under way.</summary>
    Planned,
}

/// <summary>What a step of a project is.</summary>
internal enum StepKind
{
    Other,

    /// <summary>开工.</summary>
    Start,

    /// <summary>通车、投用.</summary>
    Opening,
}

/// <summary>A project of a task (高速公路、干线公路、客运站 …), with its own steps, leader and figures.</summary>
internal sealed class Project : IVersioned
{
    public const int NameLength = 100;

    /// <summary>A project has few steps and figures; more are a list of works, which isn't kept here.</summary>
    public const int MostParts = 30;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required Guid ListId { get; init; }

    public required Guid TaskId { get; init; }

    public required string Name { get; set; }

    public required ProjectKind Kind { get; set; }

    /// <summary>The unit that reports on it; one of those that answer for the task.</summary>
    public required Guid UnitId { get; set; }

    /// <summary>包保领导: the account of the one who stands for it.</summary>
    public Guid? LeaderId { get; set; }

    [PersonName(nameof(LeaderId))]
    public string? LeaderName { get; set; }

    public required bool Sample { get; init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawnReason { get; private set; }

    public List<ProjectStep> Steps { get; init; } = [];

    public List<ProjectFigure> Figures { get; init; } = [];

    /// <summary>It is no project of the task any more; what was written about it stays.</summary>
    public void Withdraw(string reason, DateTimeOffset now) => (WithdrawnReason, WithdrawnAt) = (reason, now);

    /// <summary>It is one again.</summary>
    public void Restore() => (WithdrawnReason, WithdrawnAt) = (null, null);

    /// <summary>The gravest light of its open steps; of equals the nearest.</summary>
    public Light LightOn(DayWords words, LightRules rules)
    {
        var open = Steps.Where(s => !s.DoneBy(words.AsOf)).OrderBy(s => s.DueOn ?? DateOnly.MaxValue).ThenBy(s => s.Position).ToList();
        return Steps.Count == 0 ? new(LightColour.None, "还没有设节点", "no steps yet")
            : open.Count == 0 ? new(LightColour.Green, "节点均已完成", "all steps are done")
            : Light.Worst(open.Select(s => s.LightOn(words, rules)), new(LightColour.None, "节点没有定日期", "its steps have no day"));
    }
}

/// <summary>A step of a project (节点), with its day; openings and starts are facts with evidence once they have happened.</summary>
internal sealed class ProjectStep
{
    public const int WhatLength = 200;

    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required int Position { get; set; }

    public required StepKind Kind { get; set; }

    public required string What { get; set; }

    /// <summary>The last day, included; null while none is set.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>The last day as it was set first, once it has been moved: what is done is held against it. Null while it never moved.</summary>
    public DateOnly? FirstDueOn { get; set; }

    /// <summary>力争: an aim, shown, never late.</summary>
    public bool Aim { get; set; }

    public DateOnly? DoneOn { get; private set; }

    /// <summary>Where it stands written.</summary>
    public string? Evidence { get; private set; }

    public Guid? FileId { get; private set; }

    public string? FileName { get; private set; }

    public Guid? DoneById { get; private set; }

    public string? DoneByName { get; private set; }

    public DateTimeOffset? SaidAt { get; private set; }

    public bool DoneBy(DateOnly day) => DoneOn <= day;

    /// <summary>It happened on a day, as a unit says with evidence.</summary>
    public void Finish(DateOnly day, string evidence, Guid? fileId, string? fileName, Guid byId, string byName, DateTimeOffset now) =>
        (DoneOn, Evidence, FileId, FileName, DoneById, DoneByName, SaidAt) = (day, evidence, fileId, fileName, byId, byName, now);

    /// <summary>It hadn't happened after all.</summary>
    public void Reopen() => (DoneOn, Evidence, FileId, FileName, DoneById, DoneByName, SaidAt) = (null, null, null, null, null, null, null);

    public Light LightOn(DayWords words, LightRules rules)
    {
        if (DoneOn is { } done && done <= words.AsOf)
        {
            // An aim is never late; everything else is held against its first day.
            return Aim || (FirstDueOn ?? DueOn) is not { } day || done <= day
                ? new(LightColour.Green, $"{words.Of(done)}完成", $"done {done:yyyy-MM-dd}")
                : new(LightColour.Green, $"{words.Of(done)}完成，晚于{(day == DueOn ? "" : "原定")}{words.Of(day)} {done.DayNumber - day.DayNumber} 天", $"done {done:yyyy-MM-dd}, {done.DayNumber - day.DayNumber} days after {day:yyyy-MM-dd}");
        }

        return DueOn is { } due
            ? Lights.Due(new Milestone { Id = Id, TaskId = ProjectId, ListId = ProjectId, Position = Position, Kind = MilestoneKind.Due, What = What, Aim = Aim, DueOn = FirstDueOn < due ? FirstDueOn : due }, due, words, rules)
            : new(LightColour.None, $"没有定日期（{What}）", $"no day set ({What})");
    }
}

/// <summary>A figure of a project: its length, what was invested, its towns.</summary>
internal sealed class ProjectFigure
{
    public required Guid Id { get; init; }

    public required Guid ProjectId { get; init; }

    public required int Position { get; set; }

    public required string Label { get; set; }

    public required string Unit { get; set; }

    public decimal? Target { get; set; }

    public List<ProjectValue> Values { get; init; } = [];

    /// <summary>The value that holds on a day; null when none was typed.</summary>
    public ProjectValue? On(DateOnly day) => Values.Where(v => v.On <= day).OrderBy(v => v.On).ThenBy(v => v.Position).LastOrDefault();
}

/// <summary>A project's figure as a unit typed it. A correction is another row.</summary>
internal sealed class ProjectValue
{
    public long Position { get; init; }

    public required Guid FigureId { get; init; }

    public required decimal Value { get; init; }

    /// <summary>The day for which it holds.</summary>
    public required DateOnly On { get; init; }

    public required string Evidence { get; init; }

    public Guid? FileId { get; init; }

    public string? FileName { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>Who has an account, as Organisations stated it: leaders are chosen from them.</summary>
internal sealed class KnownPerson
{
    public required Guid Id { get; init; }

    public required int PersonVersion { get; set; }

    [PersonName(nameof(Id))]
    public required string Name { get; set; }

    public required Guid UnitId { get; set; }

    public required bool Disabled { get; set; }
}
