using Commerce.TaskList.Domain;
using Commerce.Ui.States;

namespace Commerce.TaskList.Problems;

/// <summary>What problems are called on pages and papers.</summary>
internal static class ProblemWords
{
    public static string Of(ProblemSource source, bool chinese) => source switch
    {
        ProblemSource.SelfCheck => chinese ? "自查" : "self-check",
        ProblemSource.Inspection => chinese ? "检查" : "inspection",
        ProblemSource.Audit => chinese ? "审计" : "audit",
        ProblemSource.Patrol => chinese ? "巡视巡察" : "patrol",
    };

    public static string Of(ProblemState state, bool chinese) => state switch
    {
        ProblemState.NotStarted => chinese ? "未启动" : "not started",
        ProblemState.Mending => chinese ? "整改中" : "being mended",
        ProblemState.SaidMended => chinese ? "已整改待销号" : "to be closed",
        ProblemState.Returned => chinese ? "退回" : "sent back",
        ProblemState.Closed => chinese ? "已销号" : "closed",
        ProblemState.Standing => chinese ? "长期坚持" : "kept up",
    };

    public static string Of(ProblemAction action, bool chinese) => action switch
    {
        ProblemAction.Recorded => chinese ? "登记问题" : "recorded",
        ProblemAction.Planned => chinese ? "定措施、责任人和时限" : "measures, person and limit set",
        ProblemAction.Reported => chinese ? "报进展" : "progress reported",
        ProblemAction.SaidMended => chinese ? "报已整改" : "said to be mended",
        ProblemAction.Returned => chinese ? "退回" : "sent back",
        ProblemAction.Closed => chinese ? "销号" : "closed",
        ProblemAction.KeptUp => chinese ? "销号，长期坚持" : "closed, kept up for good",
        ProblemAction.Reopened => chinese ? "重新打开" : "opened again",
        ProblemAction.RecheckHeld => chinese ? "回头看：未反弹" : "looked at again: it held",
        ProblemAction.RecheckRelapsed => chinese ? "回头看：反弹，重新整改" : "looked at again: it came back",
        ProblemAction.ExtensionAsked => chinese ? "申请延期" : "more time asked for",
        ProblemAction.ExtensionApproved => chinese ? "同意延期" : "more time agreed to",
        ProblemAction.ExtensionRefused => chinese ? "不同意延期" : "more time refused",
        ProblemAction.Corrected => chinese ? "更正" : "corrected",
    };

    public static string Of(ProblemField field, bool chinese) => field switch
    {
        ProblemField.Text => chinese ? "问题" : "problem",
        ProblemField.Kind => chinese ? "类型" : "type",
        ProblemField.Basis => chinese ? "依据" : "where it stands written",
        ProblemField.Unit => chinese ? "责任部门" : "responsible unit",
        ProblemField.Person => chinese ? "责任人" : "responsible person",
        ProblemField.Measures => chinese ? "整改措施" : "measures",
        ProblemField.Partners => chinese ? "配合单位" : "cooperating units",
    };

    public static string Of(RecheckResult result, bool chinese) => result switch
    {
        RecheckResult.Held => chinese ? "未反弹" : "it held",
        RecheckResult.Relapsed => chinese ? "反弹" : "it came back",
    };

    /// <summary>A problem's light on a page.</summary>
    public static LightKind Kind(ProblemView view) => (view.Light.Colour, view.State) switch
    {
        (LightColour.Red, _) => LightKind.Overdue,
        (LightColour.Yellow, _) => LightKind.Near,
        (_, ProblemState.Closed or ProblemState.Standing) => LightKind.Done,
        (_, ProblemState.SaidMended) => LightKind.Information,
        _ => LightKind.Quiet,
    };

    /// <summary>A correction in words: what stood there, what stands there now.</summary>
    public static string Correction(ProblemAct act, bool chinese) => chinese
        ? $"{Of(act.Field!.Value, true)}：{act.Before ?? "（空）"} → {act.After ?? "（空）"}"
        : $"{Of(act.Field!.Value, false)}: {act.Before ?? "(nothing)"} → {act.After ?? "(nothing)"}";
}
