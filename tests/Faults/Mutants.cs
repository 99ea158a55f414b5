namespace Commerce.Faults;

/// <summary>A broken piece that a suite must catch: a check without one proves nothing.</summary>
/// <param name="Name">Its patch is broken/NAME-*.patch, and COMMERCE_MUTANT=NAME switches it on.</param>
/// <param name="What">What is broken.</param>
/// <param name="On">Where it shows.</param>
/// <param name="Judge">A short run that must go red, given the special build.</param>
/// <param name="Sign">How its problem begins when it is red for this reason and no other.</param>
internal sealed record Mutant(string Name, string What, SetUp On, Func<string, Suite> Judge, string Sign)
{
    public static IReadOnlyList<Mutant> All { get; } =
    [
        new("M1", "an event is closed when it is published, not when its consumers have committed", SetUp.Embedded,
            dll => new PointsSuite(1, 7, dll, SetUp.Embedded, "consumer.handled/CountPurchase"), "the ledger has "),
        new("M2", "stock is read before the transaction and written back in it", SetUp.Embedded,
            dll => new RaceSuite(3, 7, dll, SetUp.Embedded) { Extra = { ["COMMERCE_FAILPOINT"] = "order.stock-read~400" } }, "oversold "),
        new("M3", "an event that comes again is taken in again: no inbox key, no key on the ledger's rows", SetUp.Embedded,
            dll => new EventsSuite(1, 7, dll, SetUp.Embedded) { LedgerKey = false }, "twice in the ledger"),
        new("M4", "two requests under one key don't see each other", SetUp.Servers,
            dll => new KeysSuite(1, 7, dll, SetUp.Servers) { AtOnce = 4, Extra = { ["COMMERCE_FAILPOINT"] = "mutation.begun/CreateOrder~400" } }, "two effects of one key"),
        new("M5", "the ledger takes what it is told, for orders that nobody knows", SetUp.Embedded,
            dll => new EventsSuite(1, 7, dll, SetUp.Embedded), "from nowhere in the ledger"),
        new("M8", "months are cut in UTC", SetUp.Embedded,
            dll => new ClockSuite(1, 7, dll, SetUp.Embedded), "in the wrong month"),
    ];

    public static Mutant Named(string name) => All.Single(m => m.Name == name);

    /// <summary>Red, and for the right reason.</summary>
    public bool Caught(Verdict verdict) => verdict.Problems.Any(p => p.StartsWith(Sign, StringComparison.Ordinal));

    /// <summary>Switches it on and lets the suite judge. What the run leaves is of use only when it isn't caught.</summary>
    public async Task<Verdict> Run()
    {
        var judge = Judge(await SpecialBuild.Dll());
        judge.Extra["COMMERCE_MUTANT"] = Name;
        var verdict = await judge.Run();
        if (Caught(verdict) && verdict.Folder is { } left)
        {
            Directory.Delete(left, recursive: true);
            return verdict with { Folder = null };
        }

        return verdict;
    }
}
