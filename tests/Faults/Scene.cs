using System.Text.Json;
using Commerce.Walkthrough;

namespace Commerce.Faults;

/// <summary>The people, goods and money of a run, set up through the public API.</summary>
internal sealed class Scene
{
    private static readonly string[] Roles = ["buyer", "buyer2", "approver", "supplier", "keeper", "purchaser", "officer", "admin", "auditor"];

    private static readonly TimeSpan Standstill = TimeSpan.FromSeconds(12);

    private Scene(IReadOnlyDictionary<string, GraphClient> people, string unit, string otherUnit, IReadOnlyList<OfferFacts> offers)
    {
        People = people;
        Unit = unit;
        OtherUnit = otherUnit;
        Offers = offers;
    }

    public IReadOnlyDictionary<string, GraphClient> People { get; }

    /// <summary>The buyer's unit.</summary>
    public string Unit { get; }

    /// <summary>buyer2's unit.</summary>
    public string OtherUnit { get; }

    /// <summary>Canteen offers that one may order, priced by the unit they are sold by.</summary>
    public IReadOnlyList<OfferFacts> Offers { get; }

    /// <summary>Parked events that a suite has put there on purpose.</summary>
    public int ExpectedParked { get; set; }

    public static int Year => DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).Year;

    public static async Task<Scene> Set(Server server, int offers, int? year = null)
    {
        var people = SignInAll(server);
        var unit = await UnitOf(people["buyer"]);
        var other = await UnitOf(people["buyer2"]);
        foreach (var id in new[] { unit, other })
        {
            await SetBudget(people["officer"], id, 9_000_000_000, $"scene-budget-{id}-{year ?? Year}", year ?? Year);
        }

        return new Scene(people, unit, other, await Find(people["buyer"], offers));
    }

    public static Dictionary<string, GraphClient> SignInAll(Server server) => Roles.ToDictionary(r => r, server.SignIn);

    /// <summary>Changes stock; the statement that follows makes the catalogue's figure exact.</summary>
    public async Task Adjust(OfferFacts offer, long milli, string key) =>
        await Done(People["supplier"], "stockAdjust", new { idempotencyKey = key, offerId = offer.Id, delta = Of(milli, offer.Unit), reason = "试验备货" });

    public Task SetBudget(string unit, long fen, string key) => SetBudget(People["officer"], unit, fen, key, Year);

    public async Task<long> Available(OfferFacts offer)
    {
        var node = (await People["supplier"].Ask("query S($id: ID!) { node(id: $id) { ... on Offer { available { base } variant { soldBy { toBase } } } } }", new { id = offer.Id })).GetProperty("node");
        return Milli(node.GetProperty("available"), node.GetProperty("variant").GetProperty("soldBy"));
    }

    public async Task<BudgetFacts> Budget(string unit)
    {
        var budget = (await People["officer"].Ask("query B($id: ID!, $year: Int!) { node(id: $id) { ... on OrgUnit { budget(year: $year) { reserved { amount } spent { amount } } } } }", new { id = unit, year = Year }))
            .GetProperty("node").GetProperty("budget");
        return new(budget.GetProperty("reserved").Fen(), budget.GetProperty("spent").Fen());
    }

    /// <summary>Waits until nothing is on its way between the modules.</summary>
    public async Task Settle(TimeSpan limit)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        var moving = System.Diagnostics.Stopwatch.StartNew();
        for (var calm = 0; calm < 2;)
        {
            var backlog = (await People["admin"].Ask("{ eventBacklog { pending parked { name reason } } }")).GetProperty("eventBacklog");
            var parked = backlog.GetProperty("parked");
            calm = backlog.Number("pending") == 0 && parked.GetArrayLength() == ExpectedParked ? calm + 1 : 0;
            if (backlog.Number("pending") > 0)
            {
                moving.Restart();
            }

            // Nothing moves any more, and other events are parked than should be: that won't change.
            if (waited.Elapsed > limit || moving.Elapsed > Standstill)
            {
                throw new SuiteFailedException($"no recovery in {waited.Elapsed.TotalSeconds:0} s: {backlog.Number("pending")} events pending, {parked.GetArrayLength()} parked{(parked.GetArrayLength() > 0 ? $" (first: {parked[0].Text("name")}: {parked[0].Text("reason")})" : "")}");
            }

            await Task.Delay(150);
        }
    }

    public static Dictionary<string, string> Of(long milli, string unit) => new() { ["value"] = Arithmetic.Text(milli), ["unit"] = unit };

    /// <summary>All nodes of a connection.</summary>
    public static async Task<List<JsonElement>> All(GraphClient client, string connection, string arguments, string selection, object? variables = null)
    {
        var all = new List<JsonElement>();
        for (string? after = null; ;)
        {
            var page = (await client.Ask($"{{ {connection}(first: 100{(after is null ? "" : $", after: \"{after}\"")}{arguments}) {{ nodes {{ {selection} }} pageInfo {{ hasNextPage endCursor }} }} }}", variables)).GetProperty(connection);
            all.AddRange(page.GetProperty("nodes").EnumerateArray());
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                return all;
            }

            after = page.GetProperty("pageInfo").Text("endCursor");
        }
    }

    /// <summary>An offer of the supplier's that no canteen sees, so that its price may change under a run.</summary>
    public static async Task<string> OfferForOthers(GraphClient supplier) =>
        (from product in await All(supplier, "products", "", "variants { offers { id buyerGroup } }")
         from variant in product.GetProperty("variants").EnumerateArray()
         from offer in variant.GetProperty("offers").EnumerateArray()
         where offer.Text("buyerGroup") == "STAFF_WELFARE"
         select offer.Id()).First();

    private static async Task<string> UnitOf(GraphClient person) =>
        (await person.Ask("{ viewer { units { id } } }")).GetProperty("viewer").GetProperty("units")[0].Id();

    private static async Task<List<OfferFacts>> Find(GraphClient buyer, int count)
    {
        var found = new List<OfferFacts>();
        foreach (var text in new[] { "大米", "" })
        {
            var filter = text.Length == 0 ? "" : $", filter: {{ text: \"{text}\" }}";
            foreach (var product in await All(buyer, "products", filter, "variants { catchWeight soldBy { code toBase } pricedBy { code } offers { id buyerGroup price { amount per { code } } step { base } minimum { base } } }"))
            {
                found.AddRange(
                    from variant in product.GetProperty("variants").EnumerateArray()
                    let sold = variant.GetProperty("soldBy")
                    from offer in variant.GetProperty("offers").EnumerateArray()
                    where offer.Text("buyerGroup") == "DEPARTMENT_CANTEEN" && sold.Text("code") == offer.GetProperty("price").GetProperty("per").Text("code")
                    select new OfferFacts(
                        offer.Id(), sold.Text("code"), Answers.Scaled(offer.GetProperty("price").Text("amount"), 4), variant.GetProperty("catchWeight").GetBoolean(),
                        Milli(offer.GetProperty("minimum"), sold), Milli(offer.GetProperty("step"), sold)));
            }
        }

        found = [.. found.DistinctBy(o => o.Id).OrderByDescending(o => o.CatchWeight).Take(count)];
        return found.Count > 0 ? found : throw new SuiteFailedException("the sample data has no canteen offer that is priced as it is sold");
    }

    private static long Milli(JsonElement quantity, JsonElement unit) =>
        (long)(decimal.Parse(quantity.Text("base"), System.Globalization.CultureInfo.InvariantCulture) * 1000 / decimal.Parse(unit.Text("toBase"), System.Globalization.CultureInfo.InvariantCulture));

    private static Task SetBudget(GraphClient officer, string unit, long fen, string key, int year) => Done(
        officer,
        "budgetSet",
        new { idempotencyKey = key, unitId = unit, year, fund = "CANTEEN_BUDGET", limit = new { amount = (fen / 100m).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture), currency = "CNY" } });

    private static async Task Done(GraphClient person, string field, object input)
    {
        var answer = await person.Mutate(field, input, "");
        if (answer.ErrorCode is { } code)
        {
            throw new SuiteFailedException($"the scene can't be set, {field}: {code} {answer.ErrorMessage}");
        }
    }
}

/// <summary>A unit's canteen money in fen.</summary>
internal sealed record BudgetFacts(long Reserved, long Spent);
