using Commerce.Platform.Databases;

namespace Commerce.TaskList.Domain;

/// <summary>A row of the list (工作任务). Its text stays as printed; what we think it should say is kept apart.</summary>
internal sealed class OfficialTask : IVersioned
{
    public const int TextLength = 4000;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required Guid ListId { get; init; }

    public required Guid SectionId { get; set; }

    /// <summary>1 to 14.</summary>
    public required int Number { get; init; }

    /// <summary>(一).</summary>
    public required string Label { get; set; }

    public required string Text { get; set; }

    public string? CorrectedText { get; set; }

    /// <summary>完成时限, as printed.</summary>
    public required string DeadlineText { get; set; }

    /// <summary>责任单位, as printed.</summary>
    public required string ResponsibleText { get; set; }

    /// <summary>备注.</summary>
    public string? Remark { get; set; }

    /// <summary>A later edition of the list no longer has it; what was reported stays.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>整项销号: the day on which a supervisor closed the task as a whole; null while it is open.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>All its measures are closed, and so is it.</summary>
    public void Close(DateOnly day) => ClosedOn = day;

    /// <summary>It is open again: one of its measures is, or a supervisor says why.</summary>
    public void Reopen() => ClosedOn = null;
}

/// <summary>What a unit is in a task.</summary>
internal enum TaskRole
{
    /// <summary>牵头.</summary>
    Lead,

    /// <summary>配合: may report, can't close.</summary>
    Cooperate,

    /// <summary>分工负责: no lead, all must report.</summary>
    Shared,

    /// <summary>One unit and no role word.</summary>
    Sole,
}

/// <summary>A unit or a group of units that a task names.</summary>
internal sealed class Responsibility
{
    public required Guid Id { get; init; }

    public required Guid TaskId { get; init; }

    public required Guid ListId { get; init; }

    public required int Position { get; set; }

    public required TaskRole Role { get; set; }

    /// <summary>As printed.</summary>
    public required string Printed { get; set; }

    /// <summary>Under which the unit or group is known: both spellings of one unit meet here.</summary>
    public required string Name { get; set; }

    /// <summary>For an open group (有关…): the units that a supervisor named for this task.</summary>
    public List<NamedMember> Named { get; init; } = [];
}

/// <summary>A unit that a supervisor named as one of an open group, for one task.</summary>
internal sealed class NamedMember
{
    public required Guid ResponsibilityId { get; init; }

    public required Guid UnitId { get; init; }
}
