using Commerce.Platform.Modules;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList;

/// <summary>Settings <c>Commerce:TaskList</c>.</summary>
internal sealed class TaskListOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Commerce:TaskList";

    /// <summary>So many days before a deadline its light is yellow.</summary>
    public int NearDays { get; set; } = 7;

    /// <summary>So many points of a hundred behind the calendar a light is yellow.</summary>
    public int BehindPoints { get; set; } = 20;

    /// <summary>How often standing work (长期坚持) is reported: Monthly or Quarterly.</summary>
    public Rhythm Rhythm { get; set; } = Rhythm.Quarterly;

    /// <summary>Days after a period in which its report may still come.</summary>
    public int RhythmGraceDays { get; set; } = 10;

    /// <summary>Days before a deadline on which the inbox says so, by commas.</summary>
    public string RemindDays { get; set; } = "30,15,7,3,1";

    /// <summary>The villages of measure 47, by commas.</summary>
    public string Villages { get; set; } = "明东村,智新村";

    /// <summary>How often an address may open or send the page of a round's link within a minute.</summary>
    public int LinksPerMinute { get; set; } = 60;

    internal LightRules Lights => new(NearDays, BehindPoints, Rhythm, RhythmGraceDays);

    internal IReadOnlyList<string> VillageNames => [.. Villages.Split([',', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The largest first.</summary>
    internal IReadOnlyList<int> RemindLevels => [.. Days().Select(d => d!.Value).OrderDescending()];

    /// <summary>Stops the host when a setting is wrong.</summary>
    /// <exception cref="WrongSettingException">Names the key.</exception>
    internal void Check()
    {
        Within(nameof(NearDays), NearDays, 0, 90);
        Within(nameof(BehindPoints), BehindPoints, 0, 100);
        Within(nameof(RhythmGraceDays), RhythmGraceDays, 0, 60);
        Within(nameof(LinksPerMinute), LinksPerMinute, 1, 100_000);
        if (Days() is not { Count: > 0 } days || days.Any(d => d is null or < 1 or > 366) || days.Distinct().Count() != days.Count)
        {
            throw new WrongSettingException($"{Section}:{nameof(RemindDays)}", "must be different numbers of days from 1 to 366, by commas, such as 30,15,7,3,1");
        }

        if (VillageNames.Count == 0)
        {
            throw new WrongSettingException($"{Section}:{nameof(Villages)}", "must name at least one village");
        }
    }

    private List<int?> Days() => [.. RemindDays.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(d => int.TryParse(d, out var n) ? n : (int?)null)];

    private static void Within(string name, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            throw new WrongSettingException($"{Section}:{name}", $"must be from {least} to {most}");
        }
    }
}
