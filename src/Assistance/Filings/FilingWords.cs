using System.Globalization;
using Commerce.Assistance.Domain;
using Commerce.Ui;
using Commerce.Ui.States;

namespace Commerce.Assistance.Filings;

/// <summary>How filings speak.</summary>
internal static class FilingWords
{
    /// <summary>备注, as the 832 form has it.</summary>
    public static string? Remark(ShareFilingVersion version, bool chinese) => version.Canteen switch
    {
        CanteenModel.None => chinese ? "无食堂" : "No canteen",
        CanteenModel.Shared => chinese ? $"共用食堂，由{version.RepresentativeName}填报" : $"Shared canteen, filed by {version.RepresentativeName}",
        CanteenModel.Outsourced => chinese ? $"承包：{version.Contractor}" : $"Run by {version.Contractor}",
        CanteenModel.Own => null,
    };

    public static string Of(this Words w, CanteenModel canteen) => canteen switch
    {
        CanteenModel.Own => w["有食堂，自办", "A canteen of its own"],
        CanteenModel.Outsourced => w["有食堂，承包", "A canteen run by a contractor"],
        CanteenModel.Shared => w["共用食堂，由代表单位填报", "A shared canteen, filed by its representative"],
        CanteenModel.None => w["无食堂（零填报）", "No canteen (zero filing)"],
    };

    public static string Of(this Words w, FilingState? state) => state is { } known ? w.Of(known) : w["未填报", "Not filed"];

    public static string Of(this Words w, FilingState state) => state switch
    {
        FilingState.Draft => w["草稿", "Draft"],
        FilingState.Submitted => w["待单位审核", "To be reviewed"],
        FilingState.Reviewed => w["待办公室批准", "To be approved"],
        FilingState.Approved => w["已批准", "Approved"],
        FilingState.SentBack => w["已退回", "Sent back"],
    };

    public static LightKind Light(FilingState? state) => state switch
    {
        FilingState.Approved => LightKind.Done,
        FilingState.SentBack => LightKind.Near,
        FilingState.Submitted or FilingState.Reviewed => LightKind.Information,
        _ => LightKind.Quiet,
    };

    public static string Of(this Words w, FilingAct act) => act switch
    {
        FilingAct.Submitted => w["提交", "Handed in"],
        FilingAct.Reviewed => w["单位审核同意", "Reviewed"],
        FilingAct.Approved => w["办公室批准", "Approved"],
        FilingAct.SentBack => w["退回", "Sent back"],
    };

    public static string Of(this Words w, ShareBase of) => of switch
    {
        ShareBase.Canteen => w["年度食堂食材采购总额", "What the canteen buys in the year"],
        ShareBase.CanteenAndUnion => w["年度食堂食材采购总额加工会采购需求", "What canteen and union buy in the year"],
    };

    public static string Of(this Words w, Trend trend) => trend switch
    {
        Trend.Done => w["已完成", "Reached"],
        Trend.Ahead => w["超前", "Ahead"],
        Trend.OnTrack => w["正常", "On track"],
        Trend.Behind => w["偏慢", "Behind"],
        Trend.AtRisk => w["有完不成的风险", "At risk"],
    };

    /// <summary>12.34 %.</summary>
    public static string Percent(decimal rate) => (rate * 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
