using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Commerce.Faults;

/// <summary>Runs the suites at full size, or at a share of it, and writes docs/scorecard.md. Verdicts are kept under artifacts, so that the table can be filled in several goes.</summary>
internal static class Scorecard
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string Store = Path.Combine(Repository.Root, "artifacts", "scorecard.json");
    private static readonly string Document = Path.Combine(Repository.Root, "docs", "scorecard.md");

    private static readonly (int Row, string Promise, string Target)[] Promises =
    [
        (1, "kill -9 of the server at random moments loses or doubles no order and changes no answer", "0 lost, 0 doubled, 0 changed in 200 kills on each set-up"),
        (2, "nor does a death at any named point of the work", "10 deaths at each of 12 points or more, 0 violations"),
        (4, "while the broker is away or asleep orders go on; then the totals catch up", "60 s each; 0 orders refused, everything in the ledger within 60 s"),
        (5, "the database may restart in the middle of work, or sleep", "20 outages; 0 lost, 0 doubled, no question unanswered for more than 35 s"),
        (7, "two hosts share one database and one broker: each event counts once", "one asleep for 40 s and killed; ledger equal, sign-in on both, catalogue within 2 s"),
        (8, "a stop finishes what has begun", "50 stops; 0 requests cut, exit code 0 within 30 s"),
        (9, "one key, one effect: at once, after a restart, after a day", "200 keys, 50 questions at once; 1 order each, the same answer for ever"),
        (10, "a misused key is refused, somebody else's is out of sight", "all refused, nothing changed"),
        (11, "events that come again count nothing twice", "10,000 events again, some after 31 minutes and a restart; 0 doubled"),
        (12, "in whatever order events come, the ledger has the same rows", "all 120 orders of 5 events and 2,000 shuffles; 0 differences"),
        (13, "false, foreign and unreadable events neither block nor count, and are shown", "0 counted, all parked with a reason"),
        (14, "the ledger is the sum of what was accepted less what went back, by unit, village and month", "0 fen of difference after every fault above"),
        (16, "months are Chinese months, whatever the clock does", "all signatures in their month; back an hour and a day, ahead a month"),
        (18, "the last unit is sold once", "1,000 races of two and 100 crowds of twenty; 0 oversold, 0 without a winner"),
        (19, "an order of several lines takes all or nothing, and crossed orders don't block each other", "100 rounds of eight crossed orders; 0 in part, 0 server errors"),
        (24, "parallel orders don't overdraw a budget", "100 crowds of twenty for ten; 0 overdrawn"),
    ];

    /// <summary>Gives how many runs were red.</summary>
    public static async Task<int> Write(double share, int seed, IReadOnlyCollection<string> only, SetUp? on)
    {
        var red = 0;
        foreach (var run in Run.All.Where(r => only.Count == 0 || only.Contains(r.Name)))
        {
            foreach (var setUp in run.On.Where(s => on is null || s == on))
            {
                var n = Math.Max(Math.Min(run.Smoke, run.Full), (int)Math.Round(run.Full * share));
                var verdict = await run.Start(setUp, n, seed);
                Console.WriteLine(verdict);
                red += verdict.Green ? 0 : 1;
                Keep($"{run.Name} {setUp}", new(
                    run.Name, setUp, n, run.Full, seed, verdict.Green, verdict.Seconds, verdict.Figures.ToDictionary(), verdict.Problems.Count > 0 ? verdict.Problems[0] : null, await Commit(),
                    DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
            }
        }

        foreach (var mutant in Mutant.All.Where(m => only.Count == 0 || only.Contains("mutants")))
        {
            var verdict = await mutant.Run();
            Console.WriteLine($"{mutant.Name} {(mutant.Caught(verdict) ? "caught" : "NOT caught")}: {verdict}");
            red += mutant.Caught(verdict) ? 0 : 1;
            Keep(mutant.Name, new(
                mutant.Name, mutant.On, verdict.N, verdict.N, verdict.Seed, mutant.Caught(verdict), verdict.Seconds, [],
                verdict.Problems.FirstOrDefault(p => p.StartsWith(mutant.Sign, StringComparison.Ordinal)), await Commit(),
                DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        await File.WriteAllTextAsync(Document, Text(Read()));
        Console.WriteLine($"written: {Path.GetRelativePath(Repository.Root, Document)}; {red} red");
        return red;
    }

    private static string Text(SortedDictionary<string, Kept> kept)
    {
        var text = new StringBuilder("""
            # Scorecard

            What is promised about faults, and what was measured. `dotnet run -c Release --project tests/Faults -- scorecard` runs every suite at full size (some hours) and writes this
            file; `--share 0.1` runs a tenth, `--only kill,points` some suites, `--on Servers` one set-up. Each change is tested at smoke size (`dotnet test tests/Faults`).

            *Embedded* is SQLite with the in-memory bus, *Servers* is PostgreSQL with RabbitMQ, each run on the machine at hand. n is what was run; the full size stands behind it where
            less was run. A figure is of one run with that seed; again: `dotnet run -c Release --project tests/Faults -- SUITE --n N --seed SEED --on SETUP`.


            """);
        text.AppendLine("| row | promise | target | set-up | result | n (of) | figures | seed | commit | date |").AppendLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (var (row, promise, target) in Promises)
        {
            // What the books say is checked after every run under load.
            var runs = Run.All.Where(r => r.Rows.Contains(row)).ToList();
            if (row == 14)
            {
                var loaded = kept.Values.Where(k => k.Figures.ContainsKey("answers replayed") || k.Figures.ContainsKey("acceptances")).ToList();
                text.AppendLine(CultureInfo.InvariantCulture, $"| {row} | {promise} | {target} | both | {(loaded.Count == 0 ? "not run" : loaded.All(k => k.Green) ? "held" : "**broken**")} | {loaded.Count} runs under load | {loaded.Sum(k => k.Figures.GetValueOrDefault("acceptances"))} acceptances, {loaded.Sum(k => k.Figures.GetValueOrDefault("returns"))} returns, {loaded.Count(k => !k.Green)} runs with a difference | | | |");
                continue;
            }

            var first = true;
            foreach (var (run, on) in runs.SelectMany(r => r.On.Select(s => (r, s))))
            {
                var k = kept.GetValueOrDefault($"{run.Name} {on}");
                text.AppendLine(CultureInfo.InvariantCulture, $"| {(first ? row : "")} | {(first ? promise : "")} | {(first ? target : "")} | {on} | {(k is null ? "not run" : k.Green ? "held" : $"**broken**: {k.Problem}")} | {(k is null ? "" : $"{k.N}{(k.N < k.Full ? $" (of {k.Full})" : "")} {run.Unit}")} | {(k is null ? "" : string.Join(", ", k.Figures.Select(f => $"{f.Value} {f.Key}")))} | {k?.Seed} | {k?.Commit} | {k?.Date} |");
                first = false;
            }
        }

        text.AppendLine().AppendLine("## Broken on purpose").AppendLine().AppendLine("A check that can't go red proves nothing. Each of these builds is judged by a run of a few seconds and counts as caught only for its own sign.").AppendLine()
            .AppendLine("| build | broken | caught | by | seconds | commit | date |").AppendLine("|---|---|---|---|---|---|---|");
        foreach (var mutant in Mutant.All)
        {
            var k = kept.GetValueOrDefault(mutant.Name);
            text.AppendLine(CultureInfo.InvariantCulture, $"| {mutant.Name} | {mutant.What} | {(k is null ? "not run" : k.Green ? "yes" : "**no**")} | {k?.Problem} | {k?.Seconds:0} | {k?.Commit} | {k?.Date} |");
        }

        return text.ToString();
    }

    private static SortedDictionary<string, Kept> Read() => File.Exists(Store) ? JsonSerializer.Deserialize<SortedDictionary<string, Kept>>(File.ReadAllText(Store), Json)! : [];

    private static void Keep(string key, Kept verdict)
    {
        var kept = Read();
        kept[key] = verdict;
        Directory.CreateDirectory(Path.GetDirectoryName(Store)!);
        File.WriteAllText(Store, JsonSerializer.Serialize(kept, Json));
    }

    private static async Task<string> Commit()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["rev-parse", "--short", "HEAD"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true })!;
        var said = await git.StandardOutput.ReadToEndAsync();
        await git.WaitForExitAsync();
        return said.Trim();
    }
}

/// <summary>A verdict as it is kept for the table.</summary>
internal sealed record Kept(
    string Suite, SetUp SetUp, int N, int Full, int Seed, bool Green, double Seconds, Dictionary<string, long> Figures, string? Problem, string Commit, string Date);
