namespace Commerce.Faults;

/// <summary>kill -9 at seeded moments.</summary>
internal sealed class KillSuite(int n, int seed, string hostDll, SetUp setUp) : LoadedSuite("kill", n, seed, hostDll, setUp)
{
    // What each kill finds done since the one before, on average, however slow the machine is; a run that did less proves little.
    private const int AcceptancesAKill = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Every second kill falls upon many second signatures at once, when facts are on their way to the ledger.</summary>
    protected override async Task Nemesis(Server server, Place place, History history, Salvo salvo)
    {
#pragma warning disable CA5394 // seeded on purpose: a red run must be repeatable
        var random = new Random(Seed);
        for (var i = 1; i <= N; i++)
        {
            await Worked(i, salvo);
            var waited = System.Diagnostics.Stopwatch.StartNew();
            if (i % 2 == 0)
            {
                await history.More(random.Next(5, 40));
                salvo.Fire();
                await Task.Delay(random.Next(0, 150));
            }
            else
            {
                while (salvo.Waiting < Workers - 2 && waited.Elapsed < TimeSpan.FromSeconds(3))
                {
                    await Task.Delay(2);
                }

                salvo.Fire();
                await Task.WhenAny(salvo.FirstLanded, Task.Delay(TimeSpan.FromSeconds(3)));
                await Task.Delay(random.Next(5, 60));
            }

            await server.Kill();
            history.Note("kill -9", i);
            await server.Start();
            history.Note("ready again", i);
            Figures["kills"] = i;
        }
#pragma warning restore CA5394
    }

    private async Task Worked(int kill, Salvo salvo)
    {
        var limit = System.Diagnostics.Stopwatch.StartNew();
        while ((Crew.Sum(w => w.Acceptances) < kill * AcceptancesAKill || Crew.Sum(w => w.Returns) < kill / 2) && limit.Elapsed < Patience)
        {
            if (salvo.Waiting >= Workers - 2)
            {
                salvo.Fire();
            }

            await Task.Delay(20);
        }
    }
}
