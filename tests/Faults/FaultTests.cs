using Xunit;

namespace Commerce.Faults;

/// <summary>The smoke: short runs of suites, some on both set-ups, and the proof that they can go red.</summary>
[Collection("one server at a time")]
public sealed class FaultTests
{
    private const string NeedsServers = "PostgreSQL and RabbitMQ";

    public static TheoryData<string> SetUps => ["Embedded", "Servers"];

    [Fact]
    public async Task Twenty_kills_lose_and_double_nothing()
    {
        var verdict = await new KillSuite(20, 42, Repository.HostDll(), SetUp.Embedded).Run();

        Assert.True(verdict.Green, verdict.ToString());
        Assert.True(verdict.Figures["acceptances"] > 40 && verdict.Figures["returns"] > 5, $"too little happened to prove anything: {verdict}");
    }

    [Fact]
    public async Task Two_hundred_last_unit_races_oversell_nothing()
    {
        var verdict = await new RaceSuite(200, 42, Repository.HostDll(), SetUp.Embedded).Run();

        Assert.True(verdict.Green, verdict.ToString());
        Assert.Equal(200, verdict.Figures["with exactly one winner"]);
    }

    [SkippableTheory]
    [MemberData(nameof(SetUps))]
    public Task Crowds_share_stock_and_budget_to_the_last_unit(string on) => IsGreen(new CrowdSuite(3, 42, Repository.HostDll(), SetUpOf(on)));

    [Fact]
    public Task One_key_has_one_effect() => IsGreen(new KeysSuite(3, 42, Repository.HostDll(), SetUp.Embedded));

    [Fact]
    public Task Events_that_come_again_late_or_forged_count_nothing_twice() => IsGreen(new EventsSuite(8, 42, Repository.HostDll(), SetUp.Embedded));

    [Fact]
    public Task The_broken_build_M1_is_caught() => IsCaught("M1");

    [Fact]
    public Task The_broken_build_M2_is_caught() => IsCaught("M2");

    private static SetUp SetUpOf(string name)
    {
        var setUp = Enum.Parse<SetUp>(name);
        var missing = setUp == SetUp.Servers ? PrivateServers.Missing : null;
        Assert.True(missing is null || Environment.GetEnvironmentVariable("CI") != "true", missing);
        Skip.If(missing is not null, $"{NeedsServers}: {missing}");
        return setUp;
    }

    private static async Task IsGreen(Suite suite)
    {
        var verdict = await suite.Run();

        Assert.True(verdict.Green, verdict.ToString());
    }

    private static async Task IsCaught(string name)
    {
        var mutant = Mutant.Named(name);

        var verdict = await mutant.Run();

        Assert.True(mutant.Caught(verdict), $"{mutant.What}, and that went unnoticed: {verdict}");
    }
}
