using Xunit;

namespace Commerce.Faults;

/// <summary>The smoke: short runs of each suite, and the proof that they can go red.</summary>
[Collection("one server at a time")]
public sealed class FaultTests
{
    [Fact]
    public async Task Twenty_kills_lose_and_double_nothing()
    {
        var verdict = await new KillSuite(20, 42, Repository.HostDll()).Run();

        Assert.True(verdict.Green, verdict.ToString());
        Assert.True(verdict.Figures["acceptances"] > 40 && verdict.Figures["returns"] > 5, $"too little happened to prove anything: {verdict}");
    }

    [Fact]
    public async Task Two_hundred_last_unit_races_oversell_nothing()
    {
        var verdict = await new RaceSuite(200, 42, Repository.HostDll()).Run();

        Assert.True(verdict.Green, verdict.ToString());
        Assert.Equal(200, verdict.Figures["with exactly one winner"]);
    }

    [Fact]
    public Task The_broken_build_M1_is_caught() => IsCaught("M1");

    [Fact]
    public Task The_broken_build_M2_is_caught() => IsCaught("M2");

    private static async Task IsCaught(string name)
    {
        var mutant = Mutant.Named(name);

        var verdict = await mutant.Run();

        Assert.True(mutant.Caught(verdict), $"{mutant.What}, and that went unnoticed: {verdict}");
    }
}
