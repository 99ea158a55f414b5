namespace Commerce.Faults;

/// <summary>The program dies while it migrates, loads the sample data, takes a backup or brings one back: what comes next goes on as if it hadn't.</summary>
/// <remarks>N deaths at each point. Needs the special build.</remarks>
internal sealed class VerbsSuite(int n, int seed, string specialDll, SetUp setUp) : Suite("verbs", n, seed, specialDll, setUp)
{
    private const string Failpoint = "COMMERCE_FAILPOINT";

    public static int Points => 4;

    protected override bool Empty => true;

    /// <summary>Dies between the changes of a half migrated database, each time a little further; then in the middle of the sample data.</summary>
    protected override async Task Begin(Server server, Place place)
    {
        for (var i = 1; i <= N; i++)
        {
            await Dies(server, i == 1 ? "migration.applying" : "migration.applying:2", () => SetUp == SetUp.Servers ? server.Verb("migrate") : Ended(server));
        }

        if (SetUp == SetUp.Servers && await server.Verb("migrate") is var code and not 0)
        {
            Problems.Add($"after a death while migrating, migrate ends with {code}");
        }

        for (var i = 1; i <= N; i++)
        {
            await Dies(server, $"sample.loaded:{2 + (i % 3)}", () => Ended(server));
        }

        await server.Start();
    }

    protected override async Task Play(Server server, Place place, string folder)
    {
        var scene = await Scene.Set(server, offers: 2);
        await scene.Settle(TimeSpan.FromSeconds(60));
        var before = await Seen(scene);
        for (var i = 1; i <= N; i++)
        {
            // Beside the running server, to which nothing happens.
            var backup = Path.Combine(folder, $"backup-{i}");
            await Dies(server, "backup.copied", () => server.Verb("backup", "--to", backup));
            if (Path.Exists(backup))
            {
                Problems.Add("a backup that was cut off lies there as if it were whole");
            }

            if (await server.Verb("backup", "--to", backup) is var code and not 0)
            {
                Problems.Add($"after a backup was cut off, the next one ends with {code}");
            }
        }

        await server.Stop();
        for (var i = 1; i <= N; i++)
        {
            await Restored(server, place, Path.Combine(folder, $"backup-{i}"));
        }

        await server.Start();
        scene = await Scene.Set(server, offers: 2);
        await scene.Settle(TimeSpan.FromSeconds(60));
        if (await Seen(scene) is var after && after != before)
        {
            Problems.Add($"before the backup {before} was shown, after the restore {after}");
        }
    }

    private async Task Restored(Server server, Place place, string backup)
    {
        await Dies(server, SetUp == SetUp.Embedded ? "restore.moving/ordering" : "restore.moving", () => server.Verb("restore", "--from", backup, "--force"));
        if (SetUp == SetUp.Embedded && await server.TryStart())
        {
            Problems.Add("a server starts on files of which a restore has moved in only some");
            await server.Kill();
        }

        if (await server.Verb("restore", "--from", backup, "--force") is var code and not 0)
        {
            Problems.Add($"after a restore was cut off, the next one ends with {code}");
        }

        if (await server.Verb("doctor") is var said and not 0)
        {
            Problems.Add($"after the restore the doctor ends with {said}");
        }
    }

    private static async Task<int> Ended(Server server) => await server.TryStart() ? 0 : server.ExitCode!.Value;

    private async Task Dies(Server server, string point, Func<Task<int>> act)
    {
        server.Extra[Failpoint] = point;
        var code = await act();
        server.Extra.Remove(Failpoint);
        if (code != 137)
        {
            Problems.Add($"at {point} the program ended with {code}");
        }

        Figures["deaths"] = Figures.GetValueOrDefault("deaths") + 1;
    }

    private static async Task<string> Seen(Scene scene)
    {
        var orders = await Scene.All(scene.People["auditor"], "purchaseOrders", "", "id number status");
        var ledger = await Scene.All(scene.People["officer"], "ledgerEntries", $", year: {Scene.Year}", "id sequence amount { amount }");
        return string.Join(' ', orders.Concat(ledger));
    }
}
