using System.Diagnostics;
using Commerce.Walkthrough;

namespace Commerce.Faults;

/// <summary>The broker dies, and later sleeps: orders go on, and the totals catch up.</summary>
/// <remarks>N is the length of each outage in seconds.</remarks>
internal sealed class BrokerDownSuite(int n, int seed, string hostDll) : LoadedSuite("broker-down", n, seed, hostDll, SetUp.Servers)
{
    protected override async Task Nemesis(Server server, Place place, History history, Salvo salvo)
    {
        salvo.End();
        await history.More(60);
        var away = history.Now;
        await PrivateServers.KillBroker();
        history.Note("broker killed", N);
        await Task.Delay(TimeSpan.FromSeconds(N));
        Figures["p99 of an order in ms before"] = history.P99("orderCreate", TimeSpan.Zero, away);
        Figures["p99 of an order in ms without the broker"] = history.P99("orderCreate", away, history.Now);
        await PrivateServers.StartBroker();
        await history.More(30);
        await PrivateServers.Signal(PrivateServers.BrokerPid, "STOP");
        history.Note("broker asleep", N);
        await Task.Delay(TimeSpan.FromSeconds(N));
        await PrivateServers.Signal(PrivateServers.BrokerPid, "CONT");
        await history.More(30);
        if (history.Unknown > 0)
        {
            Problems.Add($"{history.Unknown} questions had no answer while only the broker was away");
        }
    }
}

/// <summary>The database restarts in the middle of work and sleeps; on SQLite somebody else holds its files.</summary>
internal sealed class DatabaseDownSuite(int n, int seed, string hostDll, SetUp setUp) : LoadedSuite("database-down", n, seed, hostDll, setUp)
{
    private TimeSpan Sleep => TimeSpan.FromSeconds(N < 10 ? 3 : 10);

    protected override async Task Nemesis(Server server, Place place, History history, Salvo salvo)
    {
        salvo.End();
        for (var i = 1; i <= N; i++)
        {
            await history.More(40);
            if (place.SetUp == SetUp.Servers)
            {
                await PrivateServers.RestartPostgres();
                history.Note("database restarted", i);
            }
            else
            {
                await Hold(place, i % 2 == 0 ? "assistance" : "ordering", TimeSpan.FromSeconds(2));
            }
        }

        if (place.SetUp == SetUp.Servers)
        {
            await Asleep(PrivateServers.PostgresPid);
        }
        else
        {
            await Hold(place, "ordering", Sleep);
        }

        await history.More(40);
    }

    private static async Task Hold(Place place, string module, TimeSpan time)
    {
        await using var db = await place.Open(module);
        await using var begin = db.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync();
        await Task.Delay(time);
        begin.CommandText = "ROLLBACK";
        await begin.ExecuteNonQueryAsync();
    }

    /// <summary>Every process of the cluster sleeps.</summary>
    private async Task Asleep(int postmaster)
    {
        using var list = Process.Start(new ProcessStartInfo("ps", ["--ppid", $"{postmaster}", "-o", "pid="]) { RedirectStandardOutput = true })!;
        var children = (await list.StandardOutput.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(p => int.Parse(p, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        foreach (var pid in children.Prepend(postmaster))
        {
            await PrivateServers.Signal(pid, "STOP");
        }

        await Task.Delay(Sleep);
        foreach (var pid in children.Append(postmaster))
        {
            await PrivateServers.Signal(pid, "CONT");
        }
    }
}

/// <summary>SIGTERM under load, again and again: what has begun is finished, slow questions too, and the program ends with 0.</summary>
/// <remarks>Needs the special build: second signatures take their time in it.</remarks>
internal sealed class StopSuite(int n, int seed, string specialDll, SetUp setUp) : LoadedSuite("stop", n, seed, specialDll, setUp)
{
    private readonly Gate gate = new();

    protected override Task Begin(Server server, Place place)
    {
        server.Extra["COMMERCE_FAILPOINT"] = "mutation.committed/SignAcceptance~1500";
        server.Extra["Commerce__DrainSeconds"] = "1";
        return server.Start();
    }

    /// <summary>Through a gate that closes as a balancer's does.</summary>
    protected override IReadOnlyList<Caller> Callers(Caller first, History history) => [new Caller(Scene.People, history, gate)];

    protected override async Task Nemesis(Server server, Place place, History history, Salvo salvo)
    {
        salvo.End();
        for (var i = 1; i <= N; i++)
        {
            await history.More(20);
            Figures["under way at the stops"] = Figures.GetValueOrDefault("under way at the stops") + history.UnderWay;
            var watch = Stopwatch.StartNew();
            var stopping = server.Stop();
            await UntilUnready(server);
            gate.Close();
            if (await stopping is var code && code != 0)
            {
                Problems.Add($"stop {i}: the host ended with {code?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "nothing within its time"}");
            }

            Figures["longest stop in ms"] = Math.Max(Figures.GetValueOrDefault("longest stop in ms"), watch.ElapsedMilliseconds);
            await server.Start();
            gate.Open();
        }

        server.Extra.Remove("COMMERCE_FAILPOINT");
        Figures["stops"] = N;
        Figures["requests cut off"] = history.Cut;
        if (history.Cut > 0)
        {
            Problems.Add($"{history.Cut} requests that had begun were cut off");
        }
    }

    private static async Task UntilUnready(Server server)
    {
        try
        {
            while ((await server.Http.GetAsync("/health/ready")).IsSuccessStatusCode)
            {
                await Task.Delay(20);
            }
        }
        catch (HttpRequestException)
        {
            // Gone already.
        }
    }
}

/// <summary>Two hosts on one database and one broker. One sleeps past its lease, wakes up, is killed, comes again.</summary>
/// <remarks>N is the sleep in seconds; the relay's lease is 30.</remarks>
internal sealed class TwoHostsSuite(int n, int seed, string hostDll) : LoadedSuite("two-hosts", n, seed, hostDll, SetUp.Servers)
{
    private Server? second;

    protected override bool Empty => true;

    /// <summary>Both at once on an empty database: one of them loads the sample data, the other waits.</summary>
    protected override async Task Begin(Server server, Place place)
    {
        second = NewServer(Path.GetDirectoryName(place.Data)!, place, "second.log");
        if (await server.Verb("migrate") is var code and not 0)
        {
            Problems.Add($"migrate ends with {code}");
        }

        await Task.WhenAll(server.Start(), second.Start());
    }

    protected override IReadOnlyList<Caller> Callers(Caller first, History history) =>
        [first, new Caller(Scene.SignInAll(second!), history)];

    protected override async Task Nemesis(Server server, Place place, History history, Salvo salvo)
    {
        try
        {
            salvo.End();
            await OneSignInServesBoth(server);
            await PricesShowWithinTwoSeconds(server);
            await ParkedEventsAreTriedByOne(place);
            await PrivateServers.Signal(second!.Pid, "STOP");
            history.Note("second host asleep", N);
            await Task.Delay(TimeSpan.FromSeconds(N));
            await PrivateServers.Signal(second.Pid, "CONT");
            await history.More(40);
            await second.Kill();
            history.Note("second host killed", 1);
            await history.More(40);
            await second.Start();
            await history.More(40);
        }
        catch
        {
            await second!.Kill();
            throw;
        }
    }

    protected override async Task After(Server server, Place place, Scene scene)
    {
        await second!.DisposeAsync();
    }

    /// <summary>Scheduled work is done by one host: an event that waits is tried after 1, 2 and 4 seconds, not twice as often.</summary>
    private async Task ParkedEventsAreTriedByOne(Place place)
    {
        var nobodys = Guid.NewGuid().ToString();
        await Forgery.Add(place, "GoodsAccepted", fact => fact["orderId"] = nobodys);
        Scene.ExpectedParked++;
        var waited = Stopwatch.StartNew();
        var tries = 0L;
        while (tries < 2 && waited.Elapsed < TimeSpan.FromSeconds(30))
        {
            await Task.Delay(100);
            tries = await place.Count("platform", $"SELECT COALESCE(SUM(\"Tries\"), 0) FROM parked_events WHERE \"Body\" LIKE '%{nobodys}%'");
        }

        if (tries != 2 || waited.Elapsed < TimeSpan.FromSeconds(2.5))
        {
            Problems.Add($"two hosts tried a parked event {tries} times in {waited.Elapsed.TotalSeconds:0} s");
        }
    }

    private async Task OneSignInServesBoth(Server server)
    {
        var token = await server.SignIn("buyer").CurrentToken();
        using var ask = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7Bviewer%7Bname%7D%7D");
        ask.Headers.Authorization = new("Bearer", token);
        using var answer = await second!.Http.SendAsync(ask);
        if (!(await answer.Content.ReadAsStringAsync()).Contains("\"name\":\"", StringComparison.Ordinal))
        {
            Problems.Add("a sign-in at one host isn't one at the other");
        }
    }

    private async Task PricesShowWithinTwoSeconds(Server server)
    {
        var supplier = server.SignIn("supplier");
        var there = second!.SignIn("supplier");
        for (var i = 1; i <= 5; i++)
        {
            var change = await PriceChange.Of(supplier, $"fresh-{i}");
            var set = await supplier.Mutate("offerSetPrice", change.Question.Input, "offer { id }");
            var watch = Stopwatch.StartNew();
            if (set.ErrorCode is not null)
            {
                Problems.Add($"offerSetPrice was refused: {set.ErrorCode} {set.ErrorMessage}");
                return;
            }

            while (watch.Elapsed < TimeSpan.FromSeconds(10) && await PriceChange.Shown(there, change.Offer) != change.Price)
            {
                await Task.Delay(20);
            }

            Figures["longest catalogue lag in ms"] = Math.Max(Figures.GetValueOrDefault("longest catalogue lag in ms"), watch.ElapsedMilliseconds);
        }

        if (Figures["longest catalogue lag in ms"] > 2000)
        {
            Problems.Add("the other host shows a change of the catalogue later than after two seconds");
        }
    }
}
