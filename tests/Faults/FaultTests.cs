using Xunit;

namespace Commerce.Faults;

/// <summary>The smoke on SQLite and the in-memory bus: short runs of every suite that makes sense there.</summary>
[Collection("on files")]
public sealed class OnFiles
{
    [Fact]
    public async Task Kills_lose_and_double_nothing()
    {
        var verdict = await Smoke.Run("kill", SetUp.Embedded);

        Assert.True(verdict.Figures["acceptances"] > 40 && verdict.Figures["returns"] > 5, $"too little happened to prove anything: {verdict}");
    }

    [Fact]
    public Task A_death_at_any_named_point_loses_and_doubles_nothing() => Smoke.Run("points", SetUp.Embedded);

    [Fact]
    public Task A_verb_that_died_can_be_run_again() => Smoke.Run("verbs", SetUp.Embedded);

    [Fact]
    public Task A_database_that_somebody_holds_loses_nothing() => Smoke.Run("database-down", SetUp.Embedded);

    [Fact]
    public Task A_stop_finishes_what_has_begun() => Smoke.Run("stop", SetUp.Embedded);

    [Fact]
    public Task One_key_has_one_effect() => Smoke.Run("keys", SetUp.Embedded);

    [Fact]
    public Task Events_that_come_again_late_or_forged_count_nothing_twice() => Smoke.Run("events", SetUp.Embedded);

    [Fact]
    public Task In_whatever_order_events_come_the_ledger_is_the_same() => Smoke.Run("shuffle", SetUp.Embedded);

    [Fact]
    public Task A_signature_counts_in_its_Chinese_month_whatever_the_clock_does() => Smoke.Run("clock", SetUp.Embedded);

    [Fact]
    public async Task The_last_unit_is_sold_once()
    {
        var verdict = await Smoke.Run("race", SetUp.Embedded);

        Assert.Equal(verdict.N, verdict.Figures["with exactly one winner"]);
    }

    [Fact]
    public Task Crowds_share_stock_and_budget_to_the_last_unit() => Smoke.Run("crowd", SetUp.Embedded);

    [Theory]
    [InlineData("M1")]
    [InlineData("M2")]
    [InlineData("M3")]
    [InlineData("M5")]
    [InlineData("M8")]
    public Task A_broken_build_is_caught(string mutant) => Smoke.Catches(mutant);
}

/// <summary>The smoke on PostgreSQL and RabbitMQ, which are started once for all of it.</summary>
[Collection("on servers")]
public sealed class OnServers
{
    [SkippableTheory]
    [InlineData("kill", "kills lose and double nothing")]
    [InlineData("points", "nor does a death at any named point")]
    [InlineData("verbs", "a verb that died can be run again")]
    [InlineData("broker-down", "without the broker orders go on, and the totals catch up")]
    [InlineData("database-down", "a restart of the database loses nothing")]
    [InlineData("two-hosts", "two hosts count every event once")]
    [InlineData("stop", "a stop finishes what has begun")]
    [InlineData("keys", "one key has one effect")]
    [InlineData("events", "events that come again, late or forged count nothing twice")]
    [InlineData("shuffle", "in whatever order events come the ledger is the same")]
    [InlineData("clock", "a signature counts in its Chinese month")]
    [InlineData("race", "the last unit is sold once")]
    [InlineData("crowd", "crowds share stock and budget to the last unit")]
    public Task On_real_servers(string suite, string promise) => Smoke.Run(suite, SetUp.Servers, promise);

    [SkippableFact]
    public Task The_broken_build_M4_is_caught() => Smoke.Catches("M4");
}

/// <summary>What the smoke tests do alike.</summary>
internal static class Smoke
{
    private const int Seed = 42;

    public static async Task<Verdict> Run(string suite, SetUp on, string promise = "")
    {
        Need(on);
        var run = Faults.Run.Named(suite);

        var verdict = await run.Start(on, run.Smoke, Seed);

        Assert.True(verdict.Green, $"{promise} {verdict}");
        return verdict;
    }

    public static async Task Catches(string name)
    {
        var mutant = Mutant.Named(name);
        Need(mutant.On);

        var verdict = await mutant.Run();

        Assert.True(mutant.Caught(verdict), $"{mutant.What}, and that went unnoticed: {verdict}");
    }

    private static void Need(SetUp on)
    {
        var missing = on == SetUp.Servers ? PrivateServers.Missing : null;
        Assert.True(missing is null || Environment.GetEnvironmentVariable("CI") != "true", missing);
        Skip.If(missing is not null, $"PostgreSQL and RabbitMQ: {missing}");
    }
}
