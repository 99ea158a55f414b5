using System.Globalization;
using System.Text.Json;
using Commerce.Walkthrough;

namespace Commerce.Faults;

/// <summary>Plays whole orders, one after the other, and keeps its own books of them.</summary>
internal sealed class Worker(int number, int seed, Scene scene, Caller caller, Salvo salvo)
{
    private const string OrderFields = "id version";
    private const string Lines = "lines { id offer { id } village { id } ordered { value } price { amount } estimated { amount } }";

    // Seeded on purpose: a red run must be repeatable.
#pragma warning disable CA5394
    private readonly Random random = new((seed * 1000) + number);
#pragma warning restore CA5394
    private int chain;
    private int step;

    public List<OrderBook> Orders { get; } = [];

    public List<string> Surprises { get; } = [];

    public int Acceptances { get; private set; }

    public int Returns { get; private set; }

    public async Task Run(CancellationToken until)
    {
        while (!until.IsCancellationRequested)
        {
            chain++;
            step = 0;
            await Play();
        }
    }

    private async Task Play()
    {
        if (await Place() is not { } order)
        {
            return;
        }

        var fate = Next(100);
        if (fate < 7)
        {
            await Cancel(order);
            return;
        }

        if (fate < 12)
        {
            if (await Change("approver", "orderDecide", order, new() { ["decision"] = "REJECTED", ["comment"] = "本月不需要" }))
            {
                order.Closed = true;
            }

            return;
        }

        // Some stay where they are: what is held for them must show.
        if (fate < 15 || !await Change("approver", "orderDecide", order, new() { ["decision"] = "APPROVED" }) || fate < 18)
        {
            return;
        }

        if (!await Change("supplier", "orderConfirm", order, []))
        {
            return;
        }

        var parted = order.Lines.All(l => l.OrderedMilli >= 4000) && Next(5) == 0;
        if (await Deliver(order, l => parted ? l.OrderedMilli / 2000 * 1000 : l.OrderedMilli) is not { } first)
        {
            return;
        }

        if (parted && Next(2) == 0)
        {
            await Cancel(order);
        }
        else if (parted && await Deliver(order, l => l.OrderedMilli - l.DispatchedMilli) is null)
        {
            return;
        }
        else
        {
            order.Closed = true;
        }

        var back = Next(10);
        if (back < 4)
        {
            await Return(order, first, all: back == 0);
        }
    }

    private async Task<OrderBook?> Place()
    {
        var offers = scene.Offers.OrderBy(_ => Next(1000)).Take(1 + Next(2)).ToList();
        var lines = offers.Select(o => (Offer: o, Milli: o.MinimumMilli + (o.StepMilli * Next(20)))).ToList();
        var answer = await Ask(
            "buyer",
            "orderCreate",
            new()
            {
                ["unitId"] = scene.Unit,
                ["purpose"] = "CANTEEN",
                ["lines"] = lines.Select(l => new { offerId = l.Offer.Id, quantity = Scene.Of(l.Milli, l.Offer.Unit) }).ToArray(),
                ["submit"] = true,
            },
            "order",
            $"{OrderFields} {Lines}");
        if (answer.ErrorCode is { } code)
        {
            Expect(code is "INSUFFICIENT_STOCK", $"orderCreate was refused: {code} {answer.ErrorMessage}");
            return null;
        }

        var made = answer["order"];
        var shown = made.GetProperty("lines").EnumerateArray().ToList();
        Expect(shown.Count == lines.Count, $"order {made.Id()} has {shown.Count} lines, {lines.Count} were ordered");
        foreach (var (line, wanted) in shown.Zip(lines))
        {
            Expect(
                line.GetProperty("offer").Id() == wanted.Offer.Id && Answers.Scaled(line.GetProperty("ordered").Text("value"), 3) == wanted.Milli
                && line.GetProperty("estimated").Fen() == Arithmetic.Fen(wanted.Offer.PriceTenThousandths, wanted.Milli),
                $"a line of {made.Id()} differs from what was ordered: {line}");
        }

        var order = new OrderBook(
            made.Id(),
            scene.Unit,
            made.Number("version"),
            [.. shown.Zip(lines).Select(p => new LineBook(p.First.Id(), p.Second.Offer, p.Second.Milli, p.First.GetProperty("village") is { ValueKind: JsonValueKind.Object } v ? v.Id() : null))]);
        Orders.Add(order);
        return order;
    }

    private async Task Cancel(OrderBook order)
    {
        if (await Change("buyer", "orderCancel", order, new() { ["reason"] = "计划有变" }))
        {
            order.Closed = true;
        }
    }

    /// <summary>Dispatches, weighs and has it signed by a second person. Gives the acceptance and its books, line by line.</summary>
    private async Task<(string Id, List<AcceptedBook> Books)?> Deliver(OrderBook order, Func<LineBook, long> part)
    {
        var going = order.Lines.Select(l => (Line: l, Milli: part(l))).ToList();
        var sent = await Ask(
            "supplier",
            "deliveryDispatch",
            new()
            {
                ["orderId"] = order.Id,
                ["expectedVersion"] = order.Version,
                ["lines"] = going.Select(g => new { lineId = g.Line.Id, quantity = Scene.Of(g.Milli, g.Line.Offer.Unit), batch = $"W{number}-{chain}" }).ToArray(),
            },
            "delivery",
            "id");
        if (!Expect(sent.ErrorCode is null, $"deliveryDispatch was refused: {sent.ErrorCode} {sent.ErrorMessage}"))
        {
            return null;
        }

        foreach (var (line, milli) in going)
        {
            line.DispatchedMilli += milli;
        }

        // Up to 1 % short where the weighed quantity decides: inside every tolerance, so that the line closes.
        var weighed = going.Select(g => (g.Line, Net: g.Line.Offer.CatchWeight ? g.Milli - (g.Milli / 1000 * Next(11)) : g.Milli)).ToList();
        var recorded = await Ask(
            "keeper",
            "acceptanceRecord",
            new() { ["deliveryId"] = sent["delivery"].Id(), ["lines"] = weighed.Select(w => Weighed(w.Line, w.Net)).ToArray() },
            "acceptance",
            "id");
        if (!Expect(recorded.ErrorCode is null, $"acceptanceRecord was refused: {recorded.ErrorCode} {recorded.ErrorMessage}"))
        {
            return null;
        }

        var acceptance = recorded["acceptance"].Id();
        await salvo.Join();
        var signed = await Ask("purchaser", "acceptanceSign", new() { ["acceptanceId"] = acceptance }, "acceptance", "id acceptedAt");
        salvo.Landed();
        if (!Expect(signed.ErrorCode is null, $"acceptanceSign was refused: {signed.ErrorCode} {signed.ErrorMessage}"))
        {
            return null;
        }

        Acceptances++;
        var month = Arithmetic.Month(DateTimeOffset.Parse(signed["acceptance"].Text("acceptedAt"), CultureInfo.InvariantCulture));
        var books = weighed.ConvertAll(w => new AcceptedBook(month, w.Net, w.Line.Offer.PriceTenThousandths));
        foreach (var (w, book) in weighed.Zip(books))
        {
            w.Line.Accepted.Add(book);
        }

        await Refresh(order);
        return (acceptance, books);
    }

    private async Task Return(OrderBook order, (string Id, List<AcceptedBook> Books) acceptance, bool all)
    {
        var line = order.Lines[0];
        var book = acceptance.Books[0];
        var milli = all ? book.NetMilli : Math.Min(book.NetMilli, 1000 * (1 + Next(3)));
        var month = Arithmetic.Month(DateTimeOffset.UtcNow);
        var returned = await Ask(
            "keeper",
            "goodsReturn",
            new() { ["acceptanceId"] = acceptance.Id, ["lines"] = new[] { new { lineId = line.Id, net = Scene.Of(milli, line.Offer.Unit) } }, ["reason"] = "品质不符" },
            "order",
            OrderFields);
        if (Expect(returned.ErrorCode is null, $"goodsReturn was refused: {returned.ErrorCode} {returned.ErrorMessage}"))
        {
            Returns++;
            book.Return(month, milli);
        }
    }

    /// <summary>Half of the weights that can be are written in 公斤, as the scales show them.</summary>
    private object Weighed(LineBook line, long milli)
    {
        var (value, unit) = line.Offer.Unit == "JIN" && milli % 2 == 0 && Next(2) == 0 ? (milli / 2, "KG") : (milli, line.Offer.Unit);
        return line.Offer.CatchWeight
            ? new { lineId = line.Id, gross = Scene.Of(value + 500, unit), tare = Scene.Of(500, unit), net = Scene.Of(value, unit) }
            : new { lineId = line.Id, net = Scene.Of(value, unit) };
    }

    private async Task<bool> Change(string role, string field, OrderBook order, Dictionary<string, object> more)
    {
        await Refresh(order);
        more["orderId"] = order.Id;
        more["expectedVersion"] = order.Version;
        var answer = await Ask(role, field, more, "order", OrderFields);
        if (!Expect(answer.ErrorCode is null, $"{field} was refused: {answer.ErrorCode} {answer.ErrorMessage}"))
        {
            return false;
        }

        order.Version = answer["order"].Number("version");
        return true;
    }

    /// <summary>Dispatching and signing change the order's version without showing it.</summary>
    private async Task Refresh(OrderBook order)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                order.Version = (await scene.People["buyer"].Ask("query V($id: ID!) { node(id: $id) { ... on PurchaseOrder { version } } }", new { id = order.Id })).GetProperty("node").Number("version");
                return;
            }
            catch (Exception e) when (attempt < 200 && e is HttpRequestException or TaskCanceledException or IOException or GraphRefusedException { Code: "INTERNAL" or "TIMEOUT" })
            {
                await Task.Delay(Math.Min(1000, 40 * attempt));
            }
        }
    }

    private async Task<Payload> Ask(string role, string field, Dictionary<string, object> input, string result, string selection)
    {
        step++;
        var key = $"f{seed}-w{number}-c{chain}-s{step}-{field}";
        input["idempotencyKey"] = key;
        var question = new Question(role, field, key, input, result, selection);
        var answer = await caller.Do(question);

        // Now and then an anxious client sends it once more.
        if (Next(12) == 0)
        {
            var again = await caller.Do(question);
            Expect(again.Replayed && again.ErrorCode == answer.ErrorCode && Caller.IdOf(again, result) == Caller.IdOf(answer, result), $"{key} was answered differently the second time: {again.Body}");
        }

        return answer;
    }

    private bool Expect(bool ok, string otherwise)
    {
        if (!ok)
        {
            Surprises.Add($"worker {number}, chain {chain}: {otherwise}");
        }

        return ok;
    }

#pragma warning disable CA5394
    private int Next(int below) => random.Next(below);
#pragma warning restore CA5394
}
