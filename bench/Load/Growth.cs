using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Commerce.Walkthrough;
using Microsoft.Data.Sqlite;

namespace Commerce.Load;

/// <summary>How the catalogue's cost grows with its products: the same questions at 1,000 and at many more. Each question differs from every other, so no kept answer is given.</summary>
internal static class Growth
{
    private const int Base = 1000;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task Run(string hostDll, int products, int seconds, int connections)
    {
        var work = Directory.CreateTempSubdirectory("commerce-growth-").FullName;
        var data = Path.Combine(work, "data");
        try
        {
            await using (var host = await Start(hostDll, work))
            {
                using var http = new HttpClient { BaseAddress = new Uri(host.Url), Timeout = TimeSpan.FromSeconds(60) };
                await new Catalogue(role => SignIn(http, data, role), Base).Fill();
            }

            var few = await Measure(hostDll, work, Base, seconds, connections);
            var watch = Stopwatch.StartNew();
            Multiply(Path.Combine(data, "catalog.db"), products / Base);
            Console.Error.WriteLine($"  {products} products written in {watch.Elapsed.TotalSeconds:0} s ...");
            var many = await Measure(hostDll, work, products, seconds, connections);

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n| | {Base:N0} products | {products:N0} products | ratio |\n|---|--:|--:|--:|"));
            foreach (var ((what, small), (_, large)) in few.Zip(many))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {small:0.00} | {large:0.00} | {large / small:0.00} |"));
            }
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task<List<(string What, double Value)>> Measure(string hostDll, string work, int products, int seconds, int connections)
    {
        await using var host = await Start(hostDll, work);
        using var http = new HttpClient { BaseAddress = new Uri(host.Url), Timeout = TimeSpan.FromSeconds(120) };
        var reading = Stopwatch.StartNew();
        var total = await Total(new GraphClient(http));
        var read = host.StartSeconds + reading.Elapsed.TotalSeconds;
        if (total < products)
        {
            throw new InvalidOperationException($"{total} products are there, not {products}.");
        }

        await host.Calm();
        var memory = host.Memory;
        var rows = new List<(string, double)>();
        foreach (var (name, body) in Questions())
        {
            Console.Error.WriteLine($"  {products} products: {name} ...");
            var measured = await Wrk.Measure(host, "/graphql", [body], seconds, connections);
            if (measured.Bad > 0)
            {
                throw new InvalidOperationException($"{name}: {measured.Bad} failed.");
            }

            rows.Add(($"{name}, server CPU ms", measured.CpuMs!.Value));
        }

        rows.Add(("a new price until it is seen, ms", await PriceSeen(http, Path.Combine(work, "data"))));
        rows.Add(("resident memory idle, MiB", memory));
        rows.Add(("start until the first answer, s", read));
        return rows;
    }

    /// <summary>The first question waits for the whole catalogue to be read, longer than a question may take when there is much of it.</summary>
    private static async Task<int> Total(GraphClient anonymous)
    {
        while (true)
        {
            try
            {
                return (await anonymous.Ask("{ products(first: 1) { totalCount } }")).GetProperty("products").Number("totalCount");
            }
            catch (GraphRefusedException late) when (late.Code == "TIMEOUT")
            {
                // Still reading.
            }
        }
    }

    /// <summary>As passers-by ask them. A variable that the question doesn't use makes each differ from every other.</summary>
    private static IEnumerable<(string Name, string Body)> Questions()
    {
        const string Fields = "nodes { id name slug category { name } producer { name } variants { id specification offers { id price { amount } stockState } } } totalCount";
        yield return ("list of 20", Body($"{{ products(first: 20, orderBy: NAME) {{ {Fields} }} }}"));
        yield return ("list of 20 under a price", Body($"{{ products(first: 20, filter: {{ priceMax: \"100\" }}, orderBy: PRICE_ASC) {{ {Fields} }} }}"));
        yield return ("search 人参 (one of twenty products is a hit)", Body($"{{ products(first: 20, filter: {{ text: \"人参\" }}) {{ {Fields} }} }}"));
        yield return ("search for one product", Body($"{{ products(first: 20, filter: {{ text: \"靠山屯特级人参礼盒\" }}) {{ {Fields} }} }}"));
        yield return ("one product", Body("{ product(slug: \"bench-00007\") { id name summary producer { name } variants { id specification offers { id price { amount } stockState } } } }"));
    }

    /// <summary>Until an anonymous reader sees it; the median of five.</summary>
    private static async Task<double> PriceSeen(HttpClient http, string data)
    {
        var supplier = SignIn(http, data, "supplier");
        var anonymous = new GraphClient(http);
        var times = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            var slug = $"bench-{i:00000}";
            var offer = (await supplier.Ask($"{{ product(slug: \"{slug}\") {{ variants {{ offers {{ id version }} }} }} }}")).GetProperty("product").GetProperty("variants")[0].GetProperty("offers")[0];
            var amount = $"{700 + (Environment.TickCount64 % 100)}.{i:00}";
            var watch = Stopwatch.StartNew();
            var answer = await supplier.Mutate(
                "offerSetPrice",
                new { idempotencyKey = Guid.NewGuid().ToString("N"), offerId = offer.Id(), amount, per = "BAG", validFrom = DateTimeOffset.UtcNow.AddSeconds(-1), reason = "试验", expectedVersion = offer.Number("version") },
                "");
            if (answer.ErrorCode is { } refused)
            {
                throw new InvalidOperationException($"offerSetPrice: {refused} {answer.ErrorMessage}");
            }

            // Each question differs: what is kept for a second must not be measured.
            for (var n = 0; ; n++)
            {
                var seen = await anonymous.Ask($"query Q{i}x{n} {{ product(slug: \"{slug}\") {{ variants {{ offers {{ price {{ amount }} }} }} }} }}");
                if (seen.GetProperty("product").GetProperty("variants")[0].GetProperty("offers")[0].GetProperty("price").Text("amount") == amount)
                {
                    break;
                }
            }

            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return times[2];
    }

    /// <summary>Copies of the products that were put on sale, each with its own names and numbers, written straight into the file while nobody has it open.</summary>
    private static void Multiply(string file, int times)
    {
        using var db = new SqliteConnection($"Data Source={file};Foreign Keys=False");
        db.Open();
        using var all = db.BeginTransaction();
        Run("CREATE TEMP TABLE p AS SELECT * FROM products WHERE Slug LIKE 'bench-_____'");
        Run("CREATE TEMP TABLE v AS SELECT * FROM product_variants WHERE ProductId IN (SELECT Id FROM p)");
        Run("CREATE TEMP TABLE o AS SELECT * FROM offers WHERE VariantId IN (SELECT Id FROM v)");
        Run("CREATE TEMP TABLE c AS SELECT * FROM offer_prices WHERE OfferId IN (SELECT Id FROM o)");
        for (var k = 1; k < times; k++)
        {
            // An id is a text of 36: four of its characters say which copy it belongs to.
            Run($"""
                INSERT INTO products SELECT {Copy("Id")}, CategoryId, Name || ' 第{k}批', PermittedUses, ProducerId, Sample, Serial + {k} * 1000000, Slug || '-{k}', SpeciesId, Summary, Synonyms,
                  TaxBasisPoints, UpdatedAt, Version, ChangedIn, SeasonFrom, SeasonTo, ShelfLifeNumber, ShelfLifeUnit, Storage FROM p
                """);
            Run($"""
                INSERT INTO product_variants SELECT {Copy("Id")}, {Copy("ProductId")}, Position, Sku || '-{k}', Barcode, Specification, SoldBy, PricedBy, NominalMilli, NominalUnit, CatchWeight, ToleranceBasisPoints
                FROM v
                """);
            Run($"""
                INSERT INTO offers SELECT {Copy("Id")}, {Copy("VariantId")}, OutletId, BuyerGroup, ValidFrom, ValidTo, StepMilli, MinimumMilli, Unit, UpdatedAt, Version, ChangedIn
                FROM o
                """);
            Run($"""
                INSERT INTO offer_prices SELECT {Copy("Id")}, {Copy("OfferId")}, ValidFrom, TenThousandths, Per, Reason
                FROM c
                """);

            string Copy(string id) => $"substr({id}, 1, 19) || '{k:X4}' || substr({id}, 24)";
        }

        Run("UPDATE revisions SET Value = Value + 1 WHERE Name = 'catalogue'");
        all.Commit();

        void Run(string sql)
        {
#pragma warning disable CA2100 // Written here.
            using var command = new SqliteCommand(sql, db, all);
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }

    private static Task<Running> Start(string hostDll, string work) =>
        Running.Start(Path.Combine(work, $"host-{Guid.NewGuid():N}.log"), hostDll, "--data", Path.Combine(work, "data"), "--urls", "URL", "--demo", "true");

    private static GraphClient SignIn(HttpClient http, string data, string role)
    {
        var account = JsonDocument.Parse(File.ReadAllText(Path.Combine(data, "demo-accounts.json"))).RootElement.GetProperty(role);
        return new(http, account.Text("userName"), account.Text("password"));
    }

    private static string Body(string query) => JsonSerializer.Serialize(new { query, variables = new { n = "1@@" } }, Json);
}
