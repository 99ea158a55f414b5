namespace Commerce.Faults;

/// <summary>A host process that believes in another time (libfaketime).</summary>
internal static class Clock
{
    /// <summary>The library; null when it isn't installed.</summary>
    public static string? Library { get; } = Directory.Exists("/usr/lib")
        ? Directory.GetDirectories("/usr/lib", "*-linux-gnu").Select(d => Path.Combine(d, "faketime", "libfaketime.so.1")).FirstOrDefault(File.Exists)
        : null;

    /// <summary>For the next start.</summary>
    /// <param name="server">Which host.</param>
    /// <param name="time">Relative such as +25h, or "@2026-12-31 15:59:00" in UTC.</param>
    public static void Set(Server server, string time)
    {
        server.Extra["LD_PRELOAD"] = Library!;
        server.Extra["FAKETIME"] = time;
        server.Extra["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
        server.Extra["TZ"] = "UTC";
    }
}
