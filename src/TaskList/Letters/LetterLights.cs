using Commerce.TaskList.Domain;
using Commerce.Ui.States;

namespace Commerce.TaskList.Letters;

/// <summary>How letters look on pages.</summary>
internal static class LetterLights
{
    public static LightKind Kind(this LetterColour colour) => colour switch
    {
        LetterColour.Blue => LightKind.Information,
        LetterColour.Yellow => LightKind.Near,
        LetterColour.Red => LightKind.Overdue,
    };

    public static LightKind Kind(this LetterState state) => state switch
    {
        LetterState.Draft => LightKind.Quiet,
        LetterState.Issued => LightKind.Information,
        LetterState.Replied => LightKind.Near,
        LetterState.Overdue => LightKind.Overdue,
        LetterState.Closed => LightKind.Done,
    };

    public static string Text(this OwedKind kind, bool chinese) => kind switch
    {
        OwedKind.Milestone => chinese ? "时间节点" : "deadline",
        OwedKind.Report => chinese ? "进度上报" : "report",
        OwedKind.Letter => chinese ? "督办函" : "letter",
        OwedKind.Chase => chinese ? "催办" : "chase",
        OwedKind.Round => chinese ? "调度" : "round",
        OwedKind.Problem => chinese ? "问题整改" : "problem",
        OwedKind.Step => chinese ? "项目节点" : "project step",
        OwedKind.Other => chinese ? "其他" : "other",
    };

    public static string Text(this TaskStage stage, bool chinese) => stage switch
    {
        TaskStage.NotStarted => chinese ? "未开始" : "not started",
        TaskStage.InProgress => chinese ? "进行中" : "in progress",
        TaskStage.AtRisk => chinese ? "有风险" : "at risk",
        TaskStage.Overdue => chinese ? "逾期" : "overdue",
        TaskStage.Done => chinese ? "已完成" : "done",
        TaskStage.Ongoing => chinese ? "长期坚持" : "standing",
    };
}
