using Commerce.Catalog.ReadModel;
using Commerce.Ui;
using Commerce.Ui.States;

namespace Commerce.Catalog.Campaigns;

/// <summary>How campaigns speak on pages.</summary>
internal static class CampaignWords
{
    /// <summary>running, coming or over.</summary>
    public static string CampaignState(this Words w, string state) => state switch
    {
        "running" => w["正在代言", "running"],
        "coming" => w["还没开始", "to come"],
        _ => w["已结束", "over"],
    };

    /// <summary>A campaign's days as a light.</summary>
    public static (LightKind Kind, string Text) State(this Words w, CampaignView campaign, DateOnly today) =>
        campaign.RunsOn(today) ? (LightKind.Done, w[$"正在代言，{w.Day(campaign.StartsOn)}至{w.Day(campaign.LastDay)}", $"running, {w.Day(campaign.StartsOn)} to {w.Day(campaign.LastDay)}"])
        : today < campaign.StartsOn && campaign.StartsOn <= campaign.LastDay ? (LightKind.Information, w[$"{w.Day(campaign.StartsOn)}开始，到{w.Day(campaign.LastDay)}", $"from {w.Day(campaign.StartsOn)} to {w.Day(campaign.LastDay)}"])
        : campaign.LastDay < campaign.StartsOn ? (LightKind.Quiet, w["开始前已取消", "called off before it began"])
        : (LightKind.Quiet, w[$"已结束，{w.Day(campaign.StartsOn)}至{w.Day(campaign.LastDay)}", $"over, {w.Day(campaign.StartsOn)} to {w.Day(campaign.LastDay)}"]);

    /// <summary>Where it runs.</summary>
    public static string Channels(this Words w, CampaignView campaign) => campaign.Outlets switch
    {
        [] => w["所有渠道", "all channels"],
        [var one] => one.Name,
        [var first, ..] all => w[$"{first.Name}等 {all.Count} 处", $"{first.Name} and {all.Count - 1} more"],
    };
}
