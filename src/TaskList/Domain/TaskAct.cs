namespace Commerce.TaskList.Domain;

/// <summary>What was done to a task, a measure or a milestone.</summary>
internal enum TaskAction
{
    Saved,
    TextChanged,
    Withdrawn,
    Brought,
    Reported,
    SaidDone,
    Accepted,
    Returned,
    Closed,
    Reopened,
    MilestoneDone,
    MilestoneReopened,
    MilestoneAssigned,
    ExtensionAsked,
    ExtensionApproved,
    ExtensionRefused,
    FigureTyped,
    KindChanged,
    MembersNamed,
    RoundOpened,
    RoundAnswered,
    RoundReturned,
    RoundAccepted,
    RoundHeld,
    RoundWithdrawn,
    RoundLinkIssued,
    RoundLinkWithdrawn,
    Chased,
    LetterIssued,
    LetterReplied,
    LetterReturned,
    LetterClosed,
    ProjectSaved,
    ProjectStepDone,
    ProjectStepReopened,
    ProjectFigureTyped,
    ProjectWithdrawn,
    ProjectRestored,
    TaskClosed,
    TaskReopened,
    SpecialActionSaved,
    SpecialActionSummarised,
}

/// <summary>A line of the story of a task or a measure.</summary>
internal sealed class TaskAct
{
    public long Sequence { get; init; }

    public required Guid ListId { get; init; }

    public required Guid TaskId { get; init; }

    /// <summary>Null when it concerns the whole task.</summary>
    public Guid? MeasureId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required TaskAction Action { get; init; }

    /// <summary>The day that the act itself speaks of: the day of being done.</summary>
    public DateOnly? On { get; init; }

    public string? Note { get; init; }
}

/// <summary>The story's verbs, for people.</summary>
internal static class TaskActions
{
    public static string Text(this TaskAction action, bool chinese) => action switch
    {
        TaskAction.Saved => chinese ? "立项" : "entered",
        TaskAction.TextChanged => chinese ? "清单修订" : "changed by a later edition",
        TaskAction.Withdrawn => chinese ? "清单删去" : "dropped by a later edition",
        TaskAction.Brought => chinese ? "清单恢复" : "brought back by a later edition",
        TaskAction.Reported => chinese ? "上报进度" : "progress reported",
        TaskAction.SaidDone => chinese ? "上报办结" : "said to be done",
        TaskAction.Accepted => chinese ? "审核通过" : "report accepted",
        TaskAction.Returned => chinese ? "退回" : "report sent back",
        TaskAction.Closed => chinese ? "销号" : "closed",
        TaskAction.Reopened => chinese ? "重新打开" : "opened again",
        TaskAction.MilestoneDone => chinese ? "节点办结" : "milestone done",
        TaskAction.MilestoneReopened => chinese ? "节点重新打开" : "milestone opened again",
        TaskAction.MilestoneAssigned => chinese ? "确认节点所属措施" : "milestone assigned",
        TaskAction.ExtensionAsked => chinese ? "申请延期" : "asked for more time",
        TaskAction.ExtensionApproved => chinese ? "同意延期" : "extension approved",
        TaskAction.ExtensionRefused => chinese ? "不同意延期" : "extension refused",
        TaskAction.FigureTyped => chinese ? "填报数据" : "figure typed",
        TaskAction.KindChanged => chinese ? "改变措施类型" : "kind changed",
        TaskAction.ProjectSaved => chinese ? "项目立项或修改" : "project entered or changed",
        TaskAction.ProjectStepDone => chinese ? "项目节点完成" : "project step done",
        TaskAction.ProjectStepReopened => chinese ? "项目节点退回" : "project step sent back",
        TaskAction.ProjectFigureTyped => chinese ? "项目数据填报" : "project figure typed",
        TaskAction.ProjectWithdrawn => chinese ? "项目撤下" : "project withdrawn",
        TaskAction.ProjectRestored => chinese ? "项目恢复" : "project brought back",
        TaskAction.TaskClosed => chinese ? "整项任务销号" : "task closed",
        TaskAction.TaskReopened => chinese ? "整项任务重新打开" : "task opened again",
        TaskAction.MembersNamed => chinese ? "明确有关单位" : "units named",
        TaskAction.RoundOpened => chinese ? "发起调度" : "round opened",
        TaskAction.RoundAnswered => chinese ? "答复调度" : "round answered",
        TaskAction.RoundReturned => chinese ? "退回调度答复" : "answer to a round sent back",
        TaskAction.RoundAccepted => chinese ? "调度答复通过" : "answer to a round accepted",
        TaskAction.RoundHeld => chinese ? "完成调度" : "round held",
        TaskAction.RoundWithdrawn => chinese ? "撤回调度" : "round withdrawn",
        TaskAction.RoundLinkIssued => chinese ? "发调度答复链接" : "link to a round made",
        TaskAction.RoundLinkWithdrawn => chinese ? "收回调度答复链接" : "link to a round withdrawn",
        TaskAction.Chased => chinese ? "催办" : "chased",
        TaskAction.LetterIssued => chinese ? "发督办函" : "supervision letter issued",
        TaskAction.LetterReplied => chinese ? "回复督办函" : "supervision letter answered",
        TaskAction.LetterReturned => chinese ? "退回督办回复" : "answer to a letter sent back",
        TaskAction.LetterClosed => chinese ? "督办函办结" : "supervision letter closed",
        TaskAction.SpecialActionSaved => chinese ? "专项整治设立或修改" : "special action set up or changed",
        TaskAction.SpecialActionSummarised => chinese ? "报送专项整治总结" : "summary of a special action filed",
    };
}
