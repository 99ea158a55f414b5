namespace Commerce.Faults;

/// <summary>A suite as it is run: how long in the smoke of each change, how long in full.</summary>
/// <param name="Name">Its word on the command line.</param>
/// <param name="Rows">The promises of the scorecard that it keeps watch over.</param>
/// <param name="Unit">What N counts.</param>
/// <param name="Smoke">N on each change.</param>
/// <param name="Full">N of the promise.</param>
/// <param name="On">Where it makes sense.</param>
/// <param name="Special">Needs the build with named points.</param>
/// <param name="Make">From N, seed, host and set-up.</param>
internal sealed record Run(string Name, int[] Rows, string Unit, int Smoke, int Full, SetUp[] On, bool Special, Func<int, int, string, SetUp, Suite> Make)
{
    private static readonly SetUp[] Both = [SetUp.Embedded, SetUp.Servers];
    private static readonly SetUp[] Servers = [SetUp.Servers];

    public static IReadOnlyList<Run> All { get; } =
    [
        new("kill", [1], "kills", 12, 200, Both, false, (n, s, dll, on) => new KillSuite(n, s, dll, on)),
        new("points", [2], $"deaths at each of {PointsSuite.Points} points", 1, 10, Both, true, (n, s, dll, on) => new PointsSuite(n, s, dll, on)),
        new("verbs", [2], $"deaths at each of {VerbsSuite.Points} more", 1, 10, Both, true, (n, s, dll, on) => new VerbsSuite(n, s, dll, on)),
        new("broker-down", [4], "seconds of each outage", 8, 60, Servers, false, (n, s, dll, _) => new BrokerDownSuite(n, s, dll)),
        new("database-down", [5], "outages", 2, 20, Both, false, (n, s, dll, on) => new DatabaseDownSuite(n, s, dll, on)),
        new("two-hosts", [7], "seconds asleep", 33, 40, Servers, false, (n, s, dll, _) => new TwoHostsSuite(n, s, dll)),
        new("stop", [8], "stops", 3, 50, Both, true, (n, s, dll, on) => new StopSuite(n, s, dll, on)),
        new("keys", [9, 10], "keys, each asked 50 times at once", 3, 200, Both, false, (n, s, dll, on) => new KeysSuite(n, s, dll, on)),
        new("events", [11, 13], "rounds of sending a fifth of all events again", 3, 60, Both, false, (n, s, dll, on) => new EventsSuite(n, s, dll, on)),
        new("shuffle", [12], "orders of coming", 120, 2120, Both, false, (n, s, dll, on) => new ShuffleSuite(n, s, dll, on)),
        new("clock", [16], "signatures at each of five times", 2, 20, Both, false, (n, s, dll, on) => new ClockSuite(n, s, dll, on)),
        new("race", [18], "races", 60, 1000, Both, false, (n, s, dll, on) => new RaceSuite(n, s, dll, on)),
        new("crowd", [18, 19, 24], "rounds of each crowd", 2, 100, Both, false, (n, s, dll, on) => new CrowdSuite(n, s, dll, on)),
    ];

    public static Run Named(string name) => All.Single(r => r.Name == name);

    public async Task<Verdict> Start(SetUp on, int n, int seed) => await Make(n, seed, Special ? await SpecialBuild.Dll() : Repository.HostDll(), on).Run();
}
