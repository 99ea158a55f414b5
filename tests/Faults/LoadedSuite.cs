namespace Commerce.Faults;

/// <summary>Something is done to the system while eight workers order, accept and return: nothing may be lost, doubled or answered differently.</summary>
internal abstract class LoadedSuite(string name, int n, int seed, string hostDll, SetUp setUp) : Suite(name, n, seed, hostDll, setUp)
{
    protected const int Workers = 8;

    /// <summary>People, goods and money of the run.</summary>
    protected Scene Scene { get; private set; } = null!;

    /// <summary>Those who order, accept and return.</summary>
    protected IReadOnlyList<Worker> Crew { get; private set; } = [];

    /// <summary>What the nemesis asked itself and still waits for.</summary>
    protected List<Task> Owed { get; } = [];

    /// <summary>What is done.</summary>
    protected abstract Task Nemesis(Server server, Place place, History history, Salvo salvo);

    /// <summary>Through whom the workers ask; by turns when there are several.</summary>
    protected virtual IReadOnlyList<Caller> Callers(Caller first, History history) => [first];

    /// <summary>What is looked at afterwards beside the books.</summary>
    protected virtual Task After(Server server, Place place, Scene scene) => Task.CompletedTask;

    protected override async Task Play(Server server, Place place, string folder)
    {
        var scene = Scene = await Scene.Set(server, offers: 6);
        foreach (var offer in scene.Offers)
        {
            await scene.Adjust(offer, 200_000_000, $"scene-stock-{offer.Id}");
        }

        await scene.Settle(TimeSpan.FromSeconds(60));
        var before = await Baseline.Of(scene);
        using var history = new History(Path.Combine(folder, "history.jsonl"));
        var caller = new Caller(scene.People, history);
        var callers = Callers(caller, history);
        var salvo = new Salvo();
        List<Worker> workers = [.. Enumerable.Range(1, Workers).Select(w => new Worker(w, Seed, scene, callers[w % callers.Count], salvo))];
        Crew = workers;
        using (var until = new CancellationTokenSource())
        {
            var running = workers.ConvertAll(w => Guard(w.Run(until.Token)));
            try
            {
                await Nemesis(server, place, history, salvo);
                await Guard(Task.WhenAll(Owed));
            }
            finally
            {
                await until.CancelAsync();
                salvo.End();
                await Task.WhenAll(running);
            }
        }

        Problems.AddRange(workers.SelectMany(w => w.Surprises));
        var orders = workers.SelectMany(w => w.Orders).ToList();
        Figures["orders"] = orders.Count;
        Figures["acceptances"] = workers.Sum(w => w.Acceptances);
        Figures["returns"] = workers.Sum(w => w.Returns);
        Figures["questions without an answer"] = history.Unknown;
        Figures["server errors"] = history.Faults;

        if (history.Operations.Count > 0)
        {
            Figures["longest answer in ms"] = (long)history.Operations.Max(o => o.Took).TotalMilliseconds;
        }

        var settling = System.Diagnostics.Stopwatch.StartNew();
        try
        {
            await scene.Settle(TimeSpan.FromSeconds(120));
            Figures["ms until all had arrived"] = settling.ElapsedMilliseconds;
        }
        catch (SuiteFailedException late)
        {
            // Red already; what is missing is still worth telling.
            Problems.Add(late.Message);
        }

        await After(server, place, scene);
        var checker = new Checker(scene, history, orders);
        var first = await checker.Snapshot(before);
        Problems.AddRange(checker.Problems);
        if (Problems.Count > 0)
        {
            return;
        }

        await checker.Replay(caller);
        await server.Stop();
        await server.Start();
        await scene.Settle(TimeSpan.FromSeconds(60));
        var replayed = checker.Problems.Except(Problems).ToList();
        var second = await checker.Snapshot(before);
        Problems.AddRange(replayed.Concat(checker.Problems).Except(Problems));
        if (first != second)
        {
            File.WriteAllText(Path.Combine(folder, "first.json"), first);
            File.WriteAllText(Path.Combine(folder, "second.json"), second);
            Problems.Add("replaying every key and a clean restart changed what is shown (first.json, second.json)");
        }

        Figures["answers replayed"] = history.Operations.Select(o => o.Question.Key).Distinct().Count();
    }

    private async Task Guard(Task worker)
    {
        try
        {
            await worker;
        }
        catch (Exception e) when (e is SuiteFailedException or Walkthrough.GraphRefusedException or HttpRequestException or TaskCanceledException)
        {
            lock (Problems)
            {
                Problems.Add(e.Message);
            }
        }
    }
}
