using System.Globalization;

namespace Commerce.Faults;

/// <summary>The clock of a host process, turned while it runs (libfaketime).</summary>
internal sealed class Clock
{
    private readonly Server server;
    private readonly string file;

    /// <summary>For the next start of a host.</summary>
    /// <param name="server">Which.</param>
    /// <param name="folder">Where the clock's file lies.</param>
    /// <param name="ahead">Ahead of the true time.</param>
    public Clock(Server server, string folder, TimeSpan ahead = default)
    {
        this.server = server;
        file = Path.Combine(folder, "clock");
        Write(ahead);
        server.Extra["LD_PRELOAD"] = Library ?? throw new SuiteFailedException("libfaketime isn't installed");
        server.Extra["FAKETIME_TIMESTAMP_FILE"] = file;
        server.Extra["FAKETIME_CACHE_DURATION"] = "1";
        server.Extra["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";

        // Else it takes .NET's waits for waits by the wall clock, and they end at once.
        server.Extra["FAKETIME_FORCE_MONOTONIC_FIX"] = "0";
        server.Extra["TZ"] = "UTC";
    }

    /// <summary>The library; null when it isn't installed.</summary>
    public static string? Library { get; } = Directory.Exists("/usr/lib")
        ? Directory.GetDirectories("/usr/lib", "*-linux-gnu").Select(d => Path.Combine(d, "faketime", "libfaketime.so.1")).FirstOrDefault(File.Exists)
        : null;

    /// <summary>How far it is ahead of the true time.</summary>
    public TimeSpan Ahead { get; private set; }

    /// <summary>Turns it to an instant, and waits until the host believes it.</summary>
    public Task TurnTo(DateTimeOffset instant) => Turn(instant - DateTimeOffset.UtcNow);

    /// <summary>Turns it, and waits until the host believes it.</summary>
    public async Task Turn(TimeSpan ahead)
    {
        Write(ahead);
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            using var answer = await server.Http.GetAsync("/health/live");
            if (answer.Headers.Date is { } shown && (shown - (DateTimeOffset.UtcNow + ahead)).Duration() < TimeSpan.FromSeconds(2.5))
            {
                return;
            }

            if (waited.Elapsed > TimeSpan.FromSeconds(20))
            {
                throw new SuiteFailedException($"the host says {answer.Headers.Date} when its clock is {ahead} ahead");
            }

            await Task.Delay(50);
        }
    }

    private void Write(TimeSpan ahead)
    {
        Ahead = ahead;
        File.WriteAllText(file + ".new", ahead.TotalSeconds.ToString("+0.000;-0.000", CultureInfo.InvariantCulture) + "\n");
        File.Move(file + ".new", file, overwrite: true);
    }
}
