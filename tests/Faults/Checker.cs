using System.Text.Json;
using Commerce.Walkthrough;

namespace Commerce.Faults;

/// <summary>Compares what the server shows with what it had answered. Knows the public API only.</summary>
internal sealed class Checker(Scene scene, History history, IReadOnlyList<OrderBook> orders)
{
    private readonly List<string> problems = [];

    public IReadOnlyList<string> Problems => problems;

    /// <summary>What everybody sees at the end; read twice, it must not change.</summary>
    public async Task<string> Snapshot(Baseline before)
    {
        problems.Clear();
        var shown = await Scene.All(scene.People["auditor"], "purchaseOrders", "", "id number status lines { id ordered { value } estimated { amount } }");
        Orders(shown, before);
        await Stock(before);
        await Budget(before);
        var ledger = await Scene.All(scene.People["officer"], "ledgerEntries", $", year: {Scene.Year}", "id sequence kind month amount { amount } unit { id } village { id } source { type id acceptance { id } order { id } }");
        Ledger(ledger, before);
        var totals = await Totals();
        return JsonSerializer.Serialize(new { shown, ledger, totals });
    }

    /// <summary>Every key once more: the same answer, and nothing done again.</summary>
    public async Task Replay(Caller caller)
    {
        foreach (var many in history.Operations.GroupBy(o => o.Question.Key).Select(g => g.ToList()).Chunk(8))
        {
            await Task.WhenAll(many.Select(async given =>
            {
                var question = given[0].Question;
                if (given.Any(g => g.Id != given[0].Id || g.Error != given[0].Error))
                {
                    Problem($"{question.Key} had different answers: {string.Join(" | ", given.Select(g => $"{g.Id} {g.Error}"))}");
                }

                var again = await caller.Do(question);
                if (!again.Replayed || again.ErrorCode != given[0].Error || Caller.IdOf(again, question.Result) != given[0].Id)
                {
                    Problem($"{question.Key} was {given[0].Id ?? given[0].Error}, replayed it is {again.Body}");
                }
            }));
        }

        var doubled = history.Operations.Where(o => o is { Question.Field: "orderCreate", Id: not null }).DistinctBy(o => o.Question.Key).GroupBy(o => o.Id).Where(g => g.Count() > 1).ToList();
        doubled.ForEach(g => Problem($"order {g.Key} answers to {g.Count()} keys"));
    }

    private void Orders(List<JsonElement> shown, Baseline before)
    {
        var byId = shown.ToDictionary(o => o.Id());
        foreach (var order in orders)
        {
            if (!byId.TryGetValue(order.Id, out var seen))
            {
                Problem($"order {order.Id} was answered and is lost");
                continue;
            }

            var lines = seen.GetProperty("lines").EnumerateArray().ToList();
            if (!lines.Select(l => l.Id()).SequenceEqual(order.Lines.Select(l => l.Id))
                || lines.Zip(order.Lines).Any(p => Answers.Scaled(p.First.GetProperty("ordered").Text("value"), 3) != p.Second.OrderedMilli
                    || p.First.GetProperty("estimated").Fen() != Arithmetic.Fen(p.Second.Offer.PriceTenThousandths, p.Second.OrderedMilli)))
            {
                Problem($"order {order.Id} has changed: {seen}");
            }

            if (order.Closed != seen.Text("status") is "ACCEPTED" or "CANCELLED" or "REJECTED")
            {
                Problem($"order {order.Id} is {seen.Text("status")}, our books say {(order.Closed ? "closed" : "open")}");
            }
        }

        var known = orders.Select(o => o.Id).Concat(before.Orders).ToHashSet();
        foreach (var phantom in byId.Keys.Where(id => !known.Contains(id)))
        {
            Problem($"order {phantom} was never answered for: {byId[phantom]}");
        }

        var numbers = shown.Select(o => o.Text("number")).ToList();
        if (numbers.Distinct().Count() != numbers.Count)
        {
            Problem("two orders have one number");
        }

        var counters = numbers.Where(n => n.StartsWith($"PO-{Scene.Year}-", StringComparison.Ordinal)).Select(n => int.Parse(n[^6..], System.Globalization.CultureInfo.InvariantCulture)).Order().ToList();
        if (counters.Count > 0 && counters[^1] - counters[0] + 1 != counters.Count)
        {
            Problem($"order numbers have gaps: {counters[0]} to {counters[^1]} for {counters.Count} orders");
        }
    }

    private async Task Stock(Baseline before)
    {
        foreach (var offer in scene.Offers)
        {
            var gone = orders.SelectMany(o => o.Lines.Where(l => l.Offer.Id == offer.Id).Select(l => o.Closed ? l.DispatchedMilli : Math.Max(l.OrderedMilli, l.DispatchedMilli))).Sum();
            var available = await scene.Available(offer);
            if (available != before.Stock[offer.Id] - gone)
            {
                Problem($"stock of {offer.Id} is {Arithmetic.Text(available)} {offer.Unit}, {Arithmetic.Text(before.Stock[offer.Id])} less {Arithmetic.Text(gone)} would be right");
            }
        }
    }

    private async Task Budget(Baseline before)
    {
        var spent = orders.SelectMany(o => o.Lines).SelectMany(l => l.Accepted).Sum(a => a.AcceptedFen + a.Returns.Sum(r => r.Fen));
        var held = orders.Where(o => !o.Closed).SelectMany(o => o.Lines).Sum(l => Arithmetic.Fen(l.Offer.PriceTenThousandths, l.OrderedMilli));
        var now = await scene.Budget(scene.Unit);
        if (now.Spent - before.Budget.Spent != spent || now.Reserved - before.Budget.Reserved != held)
        {
            Problem($"the budget shows {now.Spent - before.Budget.Spent} fen spent and {now.Reserved - before.Budget.Reserved} held, {spent} and {held} would be right");
        }
    }

    private void Ledger(List<JsonElement> rows, Baseline before)
    {
        var mine = rows.Where(r => !before.Ledger.Contains(r.Id())).ToList();
        var known = orders.Select(o => o.Id).ToHashSet();
        foreach (var stray in mine.Where(r => !(r.GetProperty("source").GetProperty("order") is { ValueKind: JsonValueKind.Object } o && known.Contains(o.Id()))))
        {
            Problem($"from nowhere in the ledger: {stray}");
        }

        // Of every row, those of before among them: what comes again may be old.
        foreach (var twice in rows.GroupBy(r => (r.GetProperty("source").Text("type"), r.GetProperty("source").Text("id"), r.Text("kind"))).Where(g => g.Count() > 1))
        {
            Problem($"twice in the ledger: {twice.Key} stands there {twice.Count()} times");
        }

        var right = new Dictionary<(string Unit, string? Village, string Month), (long Fen, int Rows)>();
        void Add(OrderBook order, LineBook line, string month, long fen)
        {
            var key = (order.UnitId, line.VillageId, month);
            var (sum, count) = right.GetValueOrDefault(key);
            right[key] = (sum + fen, count + 1);
        }

        foreach (var (order, line, accepted) in orders.SelectMany(o => o.Lines.SelectMany(l => l.Accepted.Select(a => (o, l, a)))))
        {
            Add(order, line, accepted.Month, accepted.AcceptedFen);
            accepted.Returns.ForEach(r => Add(order, line, r.Month, r.Fen));
        }

        var seen = mine.GroupBy(r => (Unit: r.GetProperty("unit").Id(), Village: r.GetProperty("village") is { ValueKind: JsonValueKind.Object } v ? v.Id() : null, Month: r.Text("month")))
            .ToDictionary(g => g.Key, g => (Fen: g.Sum(r => r.GetProperty("amount").Fen()), Rows: g.Count()));
        foreach (var key in right.Keys.Union(seen.Keys))
        {
            var (a, b) = (right.GetValueOrDefault(key), seen.GetValueOrDefault(key));
            if (a != b)
            {
                Problem($"the ledger has {b.Fen} fen in {b.Rows} rows for {key}, {a.Fen} fen in {a.Rows} rows would be right");
            }
        }

        var sequence = rows.Select(r => r.Number("sequence")).ToList();
        if (sequence.Distinct().Count() != sequence.Count)
        {
            Problem("the ledger's sequence repeats");
        }
    }

    private async Task<JsonElement> Totals()
    {
        var report = (await scene.People["officer"].Ask($"{{ assistanceTotals(year: {Scene.Year}, by: [UNIT, VILLAGE, MONTH]) {{ total {{ amount }} entries reconciled rows {{ keys {{ by id label }} amount {{ amount }} }} }} }}")).GetProperty("assistanceTotals");
        // With a parked event somewhere nobody may say that all is well.
        if (report.GetProperty("reconciled").GetBoolean() != (scene.ExpectedParked == 0))
        {
            Problem($"the report says reconciled = {report.GetProperty("reconciled")} with {scene.ExpectedParked} events parked on purpose");
        }

        if (report.GetProperty("rows").EnumerateArray().Sum(r => r.GetProperty("amount").Fen()) != report.GetProperty("total").Fen())
        {
            Problem("the rows of the report don't add up to its total");
        }

        return report;
    }

    private void Problem(string text)
    {
        lock (problems)
        {
            problems.Add(text);
        }
    }
}

/// <summary>What was there before the run.</summary>
internal sealed record Baseline(IReadOnlySet<string> Orders, IReadOnlySet<string> Ledger, IReadOnlyDictionary<string, long> Stock, BudgetFacts Budget)
{
    public static async Task<Baseline> Of(Scene scene)
    {
        var stock = new Dictionary<string, long>();
        foreach (var offer in scene.Offers)
        {
            stock[offer.Id] = await scene.Available(offer);
        }

        return new(
            (await Scene.All(scene.People["auditor"], "purchaseOrders", "", "id")).Select(o => o.Id()).ToHashSet(),
            (await Scene.All(scene.People["officer"], "ledgerEntries", $", year: {Scene.Year}", "id")).Select(o => o.Id()).ToHashSet(),
            stock,
            await scene.Budget(scene.Unit));
    }
}
