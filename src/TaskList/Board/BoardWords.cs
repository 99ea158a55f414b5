using System.Globalization;
using Commerce.TaskList.Domain;
using Commerce.Ui;
using Commerce.Ui.States;

namespace Commerce.TaskList.Board;

/// <summary>The words of the list's pages.</summary>
internal static class BoardWords
{
    public static LightKind Kind(this Domain.Light light) => light.Colour switch
    {
        LightColour.Red => LightKind.Overdue,
        LightColour.Yellow => LightKind.Near,
        LightColour.Green => LightKind.Quiet,
        LightColour.None => LightKind.Quiet,
    };

    public static LightKind Kind(this MeasureView measure) => measure.Standing.IsClosed(measure.Measure) ? LightKind.Done : measure.Light.Kind();

    public static LightKind Kind(this MilestoneView milestone) => milestone.State == MilestoneState.Done
        ? milestone.Assessment == Assessment.Late ? LightKind.Near : LightKind.Done
        : milestone.Light.Kind();

    public static string Name(this Words w, TaskRole role) => role switch
    {
        TaskRole.Lead => w["牵头", "leads"],
        TaskRole.Cooperate => w["配合", "cooperates"],
        TaskRole.Shared => w["分工负责", "shares"],
        TaskRole.Sole => w["负责", "alone"],
    };

    public static string Name(this Words w, MeasureKind kind) => kind switch
    {
        MeasureKind.Computed => w["系统计算", "reckoned by the platform"],
        MeasureKind.DoneHere => w["本系统办理、计数", "done here and counted"],
        MeasureKind.Figure => w["填报数据", "a figure that units type"],
        MeasureKind.TextOnly => w["文字、日期、附件", "text, date and file"],
    };

    public static string Name(this Words w, MeasureState state) => state switch
    {
        MeasureState.Open => w["办理中", "open"],
        MeasureState.SaidDone => w["已上报办结，待销号", "said to be done, to be closed"],
        MeasureState.Closed => w["已销号", "closed"],
    };

    public static (LightKind Kind, string Text) State(this Words w, ReportView report) => report.State switch
    {
        ReportState.Submitted => (LightKind.Information, w["待审核", "to be reviewed"]),
        ReportState.Accepted => (LightKind.Done, w[$"{report.ReviewedBy} 审核通过", $"accepted by {report.ReviewedBy}"]),
        ReportState.Returned => (LightKind.Near, w[$"{report.ReviewedBy} 退回：{report.ReturnedReason}", $"sent back by {report.ReviewedBy}: {report.ReturnedReason}"]),
    };

    public static (LightKind Kind, string Text) State(this Words w, ExtensionView extension) => extension.State switch
    {
        ExtensionState.Requested => (LightKind.Information, w["待批", "to be decided"]),
        ExtensionState.Approved => (LightKind.Done, w[$"{extension.DecidedBy} 同意", $"approved by {extension.DecidedBy}"]),
        ExtensionState.Refused => (LightKind.Near, w[$"{extension.DecidedBy} 不同意：{extension.Comment}", $"refused by {extension.DecidedBy}: {extension.Comment}"]),
    };

    /// <summary>41 / 42 对; 未报 when nobody has said.</summary>
    public static string Value(this Words w, FigureView figure)
    {
        var money = figure.Metric.Computed is ComputedFigure.VillagePurchases or ComputedFigure.EndorsedSales;
        var target = figure.Target is { } t ? " / " + Words.Number(t) : "";
        return figure.Actual is { } actual ? $"{(money ? actual.ToString("#,##0.00", CultureInfo.InvariantCulture) : Words.Number(actual))}{target} {figure.Unit}" : w["未报", "not reported"] + (target.Length > 0 ? w[$"（目标{target[2..]} {figure.Unit}）", $" (target{target[2..]} {figure.Unit})"] : "");
    }

    /// <summary>For a typed figure: who, when, on what ground.</summary>
    public static string? Origin(this Words w, FigureView figure) => figure is { By: { } by, On: { } on }
        ? w[$"{by}报，截至{w.Day(on)}", $"typed by {by}, as of {w.Day(on)}"]
        : null;
}
