using Commerce.Platform.Modules;

namespace Commerce.Platform.GraphQL.Streams;

/// <summary>Settings <c>Commerce:GraphQL:Streams</c>.</summary>
public sealed class StreamOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Commerce:GraphQL:Streams";

    /// <summary>How many streams one address may keep open; the screens of a service area share one.</summary>
    public int PerAddress { get; set; } = 100;

    /// <summary>How many streams this host keeps open in all.</summary>
    public int InAll { get; set; } = 2000;

    /// <summary>How often an idle stream is written to, so that no proxy takes it for dead.</summary>
    public int HeartbeatSeconds { get; set; } = 12;

    /// <summary>Stops the host when a setting is wrong.</summary>
    /// <exception cref="WrongSettingException">Names the key.</exception>
    public void Check()
    {
        Within(nameof(PerAddress), PerAddress, 1, 100_000);
        Within(nameof(InAll), InAll, 1, 100_000);
        Within(nameof(HeartbeatSeconds), HeartbeatSeconds, 1, 60);
    }

    private static void Within(string name, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            throw new WrongSettingException($"{Section}:{name}", $"must be from {least} to {most}");
        }
    }
}
