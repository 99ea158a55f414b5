using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Commerce.Platform.Faults;

/// <summary>Added to the tests' build alone. COMMERCE_FAILPOINT names a place: POINT, /ABOUT for a part of what is worked on, then :N to die at the
/// n-th time (1), or ~MILLISECONDS to pause there each time.</summary>
public static partial class Failpoint
{
    private static readonly Spec? Armed = Spec.Read(Environment.GetEnvironmentVariable("COMMERCE_FAILPOINT"));
    private static int times;

    static partial void Reached(string point, string about)
    {
        if (Armed is null || point != Armed.Point || !about.Contains(Armed.About, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (Armed.Pause is { } pause)
        {
            Thread.Sleep(pause);
        }
        else if (Interlocked.Increment(ref times) == Armed.Nth)
        {
            // SIGKILL: nothing is flushed, rolled back or disposed of.
            Console.Error.WriteLine($"failpoint {point} {about}");
            Process.GetCurrentProcess().Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }

    static partial void Watched(DbContextOptionsBuilder options) =>
        options.LogTo((id, _) => id == RelationalEventId.MigrationApplying, _ => Reached("migration.applying", ""));

    private sealed record Spec(string Point, string About, int Nth, int? Pause)
    {
        public static Spec? Read(string? text) => text is { Length: > 0 } && Regex.Match(text, @"^([a-z.-]+)(?:/([\w.]+))?(?::(\d+))?(?:~(\d+))?$") is { Success: true } m
            ? new(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Success ? Number(m.Groups[3]) : 1, m.Groups[4].Success ? Number(m.Groups[4]) : null)
            : text is { Length: > 0 } ? throw new ArgumentException($"COMMERCE_FAILPOINT is {text}") : null;

        private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);
    }
}
