using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Platform.Faults;

/// <summary>Names the places at which tests/Faults lets the process die. The program has none of them: the calls exist only in the build of
/// those tests (FAILPOINTS), which also adds what happens there.</summary>
public static partial class Failpoint
{
    /// <summary>The work has come here.</summary>
    /// <param name="point">The place.</param>
    /// <param name="about">What is worked on: operation, event or endpoint.</param>
    [Conditional("FAILPOINTS")]
    public static void Reach(string point, string about = "") => Reached(point, about);

    /// <summary>A migration is about to change a database: that place lies inside EF.</summary>
    [Conditional("FAILPOINTS")]
    internal static void WatchMigrations(DbContextOptionsBuilder options) => Watched(options);

    static partial void Reached(string point, string about);

    static partial void Watched(DbContextOptionsBuilder options);
}
