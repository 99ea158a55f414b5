using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Commerce.Load;
using Commerce.Walkthrough;

// Called by bench/run: dotnet Commerce.Load.dll HOST_DLL BARE_DLL BARE_ORDER_DLL RESULTS_FOLDER
// and by bench/run-catalogue: dotnet Commerce.Load.dll growth HOST_DLL
Console.OutputEncoding = Encoding.UTF8;
if (args is ["growth", var host])
{
    await Growth.Run(host, Setting("PRODUCTS", 200_000), Setting("SECS", 5), Setting("CONNS", 8));
    return 0;
}

var (hostDll, bareDll, bareOrderDll, results) = (args[0], args[1], args[2], args[3]);
int seconds = Setting("SECS", 5), connections = Setting("CONNS", 16), products = Setting("PRODUCTS", 2000);
var peerFolder = Environment.GetEnvironmentVariable("COMMERCE_BENCH_PEER");
var work = Directory.CreateTempSubdirectory("commerce-bench-").FullName;
var answers = Directory.CreateDirectory(Path.Combine(work, "answers")).FullName;
var rows = new List<Row>();
var notes = new List<string>();

Say("starting the host");
await using (var ours = await Running.Start(Path.Combine(work, "host.log"), hostDll, "--data", Path.Combine(work, "data"), "--urls", "URL", "--demo", "true"))
{
    notes.Add($"first start, databases and sample data made: {ours.StartSeconds:0.0} s");
    using var http = new HttpClient { BaseAddress = new Uri(ours.Url), Timeout = TimeSpan.FromSeconds(60) };
    var accounts = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(work, "data", "demo-accounts.json"))).RootElement;
    GraphClient SignIn(string role) => new(http, accounts.GetProperty(role).Text("userName"), accounts.GetProperty(role).Text("password"));

    Say($"putting {products} products on sale");
    var watch = System.Diagnostics.Stopwatch.StartNew();
    var catalogue = new Catalogue(SignIn, products);
    await catalogue.Fill();
    notes.Add($"{products} products put on sale through the API in {watch.Elapsed.TotalSeconds:0} s");
    var buyer = SignIn("buyer");
    var unit = (await buyer.Ask("{ viewer { units { id } } }")).GetProperty("viewer").GetProperty("units")[0].Id();
    var budget = await SignIn("officer").Mutate(
        "budgetSet",
        new { idempotencyKey = "bench-budget", unitId = unit, year = DateTimeOffset.UtcNow.AddHours(8).Year, fund = "CANTEEN_BUDGET", limit = new { amount = "900000000.00", currency = "CNY" } },
        "");
    if (budget.ErrorCode is { } refused)
    {
        throw new InvalidOperationException($"budgetSet: {refused} {budget.ErrorMessage}");
    }

    await ours.Calm();
    notes.Add($"resident memory idle, {products} products: {ours.Memory:0} MiB");
    var anonymous = new GraphClient(http);
    var reads = await Reads.Of(anonymous, products);
    foreach (var read in reads)
    {
        await read.Check(http, answers);
        Say(read.Name);
        rows.Add(new(read.Name) { Ours = await Wrk.Measure(ours, "/graphql", read.Bodies, seconds, connections), Kib = new FileInfo(Path.Combine(answers, read.File + ".json")).Length / 1024.0 });
        await read.Check(http, answers);
    }

    Say("orders");
    rows.Add(new("order, two lines, submitted") { Ours = await Orders.Measure(ours, buyer, unit, catalogue.Orderable, seconds, connections) });
    notes.Add($"resident memory after all: {ours.Memory:0} MiB");

    await using var bare = await Running.Start(Path.Combine(work, "bare.log"), bareDll, "URL", answers, Path.Combine(work, "data"));
    foreach (var (read, row) in reads.Zip(rows))
    {
        Say($"bare: {read.Name}");
        row.Bare = await Wrk.Measure(bare, "/" + read.File, read.Bodies, seconds, connections);
    }

    Say("by hand: the distinct list with Dapper and System.Text.Json");
    var byHand = await Wrk.Measure(bare, "/by-hand", reads.Single(r => r.File == "distinct").Bodies, seconds, connections);
    var distinct = rows.Single(r => r.What.Contains("another variable", StringComparison.Ordinal)).Ours!;
    notes.Add(string.Create(CultureInfo.InvariantCulture, $"distinct list by hand (Dapper, System.Text.Json, the same database): {byHand.PerSecond:0} a second, {byHand.CpuMs:0.000} ms CPU; ours takes {distinct.CpuMs / byHand.CpuMs:0.00} of that CPU"));
}

Say("bare: orders");
rows[^1].Bare = await BareOrders();
if (string.IsNullOrEmpty(peerFolder))
{
    notes.Add("the peer was not measured: COMMERCE_BENCH_PEER names no folder");
}
else
{
    Say("the peer (installing it takes some minutes)");
    var peer = await Peer.Measure(peerFolder, Path.Combine(work, "peer"), seconds, connections, products);
    string[] names = ["list of 20, search index", "list of 20, search index", "search 人参 (index)", "product detail", $"order, 2 requests, {connections} clients"];
    foreach (var (row, name) in rows.Zip(names))
    {
        row.Peer = peer.GetValueOrDefault(name);
    }
}

Directory.CreateDirectory(results);
var file = Path.Combine(results, $"{DateTime.UtcNow:yyyyMMdd-HHmmss}.json");
await File.WriteAllTextAsync(
    file,
    JsonSerializer.Serialize(
        new { date = DateTime.UtcNow, cores = Environment.ProcessorCount, seconds, connections, products, notes, rows },
        new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
Directory.Delete(work, recursive: true);

Console.WriteLine($"\n{Environment.ProcessorCount} cores shared with the load client, {connections} connections, {seconds} s each, {products} products; CPU = the server process's own, ms for one\n");
Console.WriteLine("| what | ours /s | p50 ms | p99 ms | CPU ms | KiB | bare /s | bare CPU ms | ours/bare | peer /s | peer CPU ms | ours/peer | failed |");
Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
foreach (var r in rows)
{
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {r.What} | {r.Ours!.PerSecond:0} | {r.Ours.P50:0.00} | {r.Ours.P99:0.00} | {r.Ours.CpuMs:0.000} | {r.Kib:0.0} | {r.Bare?.PerSecond:0} | {r.Bare?.CpuMs:0.000} | {r.Ours.PerSecond / r.Bare?.PerSecond:0.00} | {r.Peer?.PerSecond:0.0} | {r.Peer?.CpuMs:0.0} | {r.Ours.PerSecond / r.Peer?.PerSecond:0.0} | {r.Ours.Bad} |"));
}

Console.WriteLine();
notes.ForEach(n => Console.WriteLine($"- {n}"));
Console.WriteLine($"- kept in {Path.GetRelativePath(Environment.CurrentDirectory, file)}");
return 0;

async Task<Measured> BareOrders()
{
    var start = new System.Diagnostics.ProcessStartInfo("dotnet", [bareOrderDll, Path.Combine(work, "bare-orders.db"), seconds.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true };
    start.Environment["DOTNET_gcServer"] = "1";
    using var run = System.Diagnostics.Process.Start(start)!;
    var answer = JsonDocument.Parse(await run.StandardOutput.ReadToEndAsync()).RootElement;
    double Of(string name) => answer.GetProperty(name).GetDouble();
    return new(Of("perSecond"), Of("p50"), Of("p99"), Of("cpuMs"), 0);
}

static int Setting(string name, int fallback) =>
    Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : fallback;

static void Say(string text) => Console.Error.WriteLine($"  {text} ...");

/// <summary>A line of the table.</summary>
internal sealed record Row(string What)
{
    public Measured? Ours { get; init; }

    public double? Kib { get; init; }

    public Measured? Bare { get; set; }

    public Measured? Peer { get; set; }
}
