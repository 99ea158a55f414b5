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

        if (OnTrackFrom <= BehindFrom)
        {
            throw new WrongSettingException($"{Section}:{nameof(OnTrackFrom)}", $"must be more than {Section}:{nameof(BehindFrom)}");
        }

        if (AheadFrom <= OnTrackFrom)
        {
            throw new WrongSettingException($"{Section}:{nameof(AheadFrom)}", $"must be more than {Section}:{nameof(OnTrackFrom)}");
        }
    }
}
