using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;

namespace Commerce.Assistance;

/// <summary>Settings <c>Commerce:Assistance</c>.</summary>
internal sealed class AssistanceOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Commerce:Assistance";

    /// <summary>From this share of the calendar's figure a unit is ahead.</summary>
    public decimal AheadFrom { get; set; } = 1.10m;

    /// <summary>From this share of the calendar's figure a unit is on track.</summary>
    public decimal OnTrackFrom { get; set; } = 0.90m;

    /// <summary>From this share of the calendar's figure a unit is behind; below it, at risk.</summary>
    public decimal BehindFrom { get; set; } = 0.70m;

    /// <summary>疑似重复: how many days apart the same amount may be and still be taken for one purchase.</summary>
    public int SimilarWithinDays { get; set; } = 3;

    /// <summary>疑点: how many days are looked through for flags.</summary>
    public int FlagsLookBackDays { get; set; } = 120;

    /// <summary>疑似拆单: what orders below it may not reach together, yuan.</summary>
    public decimal SplitLimit { get; set; } = 10_000m;

    /// <summary>疑似拆单: how many days may lie between the first and the last order.</summary>
    public int SplitWithinDays { get; set; } = 7;

    /// <summary>有验收又手工补记: from this amount on, yuan.</summary>
    public decimal TypedFrom { get; set; } = 0.01m;

    /// <summary>月后退货, 月后取消: how many first days of the next month are looked at.</summary>
    public int LateDays { get; set; } = 10;

    /// <summary>月后退货, 月后取消: from this part of the month on.</summary>
    public decimal LateShare { get; set; } = 0.20m;

    /// <summary>价格偏高: how many days before give the reference.</summary>
    public int PriceWithinDays { get; set; } = 180;

    /// <summary>价格偏高: how many purchases a reference needs.</summary>
    public int PriceAtLeast { get; set; } = 5;

    /// <summary>价格偏高: how far above the reference a price may lie.</summary>
    public decimal PriceMargin { get; set; } = 0.30m;

    internal TrendThresholds Thresholds => new(AheadFrom, OnTrackFrom, BehindFrom);

    /// <summary>Stops the host when a setting is wrong.</summary>
    /// <exception cref="WrongSettingException">Names the key.</exception>
    internal void Check()
    {
        if (BehindFrom <= 0)
        {
            throw new WrongSettingException($"{Section}:{nameof(BehindFrom)}", "must be more than 0");
        }

        if (SimilarWithinDays is < 0 or > 60)
        {
            throw new WrongSettingException($"{Section}:{nameof(SimilarWithinDays)}", "must lie between 0 and 60");
        }

        CheckFlags();
        if (OnTrackFrom <= BehindFrom)
        {
            throw new WrongSettingException($"{Section}:{nameof(OnTrackFrom)}", $"must be more than {Section}:{nameof(BehindFrom)}");
        }

        if (AheadFrom <= OnTrackFrom)
        {
            throw new WrongSettingException($"{Section}:{nameof(AheadFrom)}", $"must be more than {Section}:{nameof(OnTrackFrom)}");
        }
    }

    // Thresholds of what is looked at; docs/flags.md.
    private void CheckFlags()
    {
        Demand(FlagsLookBackDays is > 0 and <= 800, nameof(FlagsLookBackDays), "must lie between 1 and 800");
        Demand(SplitLimit > 0, nameof(SplitLimit), "must be more than 0");
        Demand(SplitWithinDays is > 0 and <= 92, nameof(SplitWithinDays), "must lie between 1 and 92");
        Demand(TypedFrom > 0, nameof(TypedFrom), "must be more than 0");
        Demand(LateDays is > 0 and <= 28, nameof(LateDays), "must lie between 1 and 28");
        Demand(LateShare is > 0 and <= 1, nameof(LateShare), "must be more than 0 and at most 1");
        Demand(PriceWithinDays is > 0 and <= 800, nameof(PriceWithinDays), "must lie between 1 and 800");
        Demand(PriceAtLeast > 0, nameof(PriceAtLeast), "must be more than 0");
        Demand(PriceMargin > 0, nameof(PriceMargin), "must be more than 0");
    }

    private static void Demand(bool right, string name, string problem)
    {
        if (!right)
        {
            throw new WrongSettingException($"{Section}:{name}", problem);
        }
    }
}
