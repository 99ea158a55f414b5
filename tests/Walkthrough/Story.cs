using System.Globalization;
using System.Text.Json;

namespace Commerce.Walkthrough;

/// <summary>One order through the public API: from the village's rice to the unit's total, with every figure checked.</summary>
/// <remarks>The server may already hold purchases, so that only differences are compared. Each run uses fresh keys.</remarks>
/// <param name="signIn">The account of a role.</param>
/// <param name="sheet">What is written down.</param>
/// <param name="promise">Within which the ledger shows an acceptance; 5 s if not said otherwise.</param>
internal sealed class Story(Func<string, GraphClient> signIn, Sheet sheet, TimeSpan? promise = null)
{
    private const long Ordered = 560_00; // 100 斤 × 5.60 元/斤
    private const long Accepted = 544_32; // 48.6 公斤 = 97.2 斤 × 5.60
    private const long Returned = -56_00; // 10 斤 × 5.60

    private readonly TimeSpan promise = promise ?? TimeSpan.FromSeconds(5);
    private readonly string run = Guid.NewGuid().ToString("N");
    private readonly DateTimeOffset china = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8));
    private readonly GraphClient buyer = signIn("buyer");
    private readonly GraphClient approver = signIn("approver");
    private readonly GraphClient supplier = signIn("supplier");
    private readonly GraphClient keeper = signIn("keeper");
    private readonly GraphClient purchaser = signIn("purchaser");
    private readonly GraphClient officer = signIn("officer");

    private string Month => china.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public async Task Play()
    {
        var unit = await People();
        var rice = await FindOffer("明东大米", "DEPARTMENT_CANTEEN", v => v.GetProperty("soldBy").Text("code") == "JIN");
        var price = rice.GetProperty("price");
        sheet.Check("明东大米 散装，每斤 5.60 元", Answers.Scaled(price.Text("amount"), 4) == 56_000 && price.GetProperty("per").Text("code") == "JIN", $"{price.Text("amount")} 元/{price.GetProperty("per").Text("name")}");

        sheet.Heading("之前");
        var before = await Still(unit);
        Show(before);
        var budget = await EnoughBudget(unit);
        Show(budget);

        var order = await Order(unit, rice.Id(), budget);
        var (acceptance, signKey) = await DeliverAndAccept(order);
        var after = await Arrived(unit, before.Unit + Accepted);
        sheet.Heading("验收之后");
        Show(after);
        ShowDifference(before, after, Accepted);
        var spent = await Budget(unit);
        Show(spent);
        sheet.Amount("预算已用之差", spent.Spent - budget.Spent, Accepted);
        sheet.Amount("预算可用之差", spent.Available - budget.Available, -Accepted);
        await LedgerAndBack(order, acceptance);

        await Return(order, acceptance);
        var settled = await Arrived(unit, before.Unit + Accepted + Returned);
        sheet.Heading("退货 10 斤之后");
        Show(settled);
        ShowDifference(after, settled, Returned);
        sheet.Amount("本年净增", settled.Unit - before.Unit, Accepted + Returned);
        var last = await Budget(unit);
        sheet.Amount("预算已用之差（与最初相比）", last.Spent - budget.Spent, Accepted + Returned);

        sheet.Heading("同一把钥匙再来一次");
        var replay = await purchaser.Mutate("acceptanceSign", new { idempotencyKey = signKey, acceptanceId = acceptance }, "acceptance { id }");
        sheet.Check("重放：replayed = true，同一张验收单", replay is { Replayed: true, ErrorCode: null } && replay["acceptance"].Id() == acceptance, $"replayed: {(replay.Replayed ? "true" : "false")}");
        var unmoved = await Still(unit);
        sheet.Amount("合计没有再动", unmoved.Unit - settled.Unit, 0);
        sheet.Check("台账与采购自报的数一致（reconciled）", unmoved.Reconciled);
    }

    private async Task<string> People()
    {
        sheet.Heading("登录");
        var unit = "";
        foreach (var (role, client) in new[] { ("采购申请人", buyer), ("审批人", approver), ("供应方（工作队代办）", supplier), ("验收人（保管员）", keeper), ("复核人（采购员）", purchaser), ("消费帮扶办公室", officer) })
        {
            var viewer = (await client.Ask("{ viewer { name units { id name } } }")).GetProperty("viewer");
            var units = viewer.GetProperty("units").EnumerateArray().ToList();
            sheet.Line($"{role}：{viewer.Text("name")}（{string.Join("、", units.Select(u => u.Text("name")))}）");
            unit = client == buyer ? units[0].Id() : unit;
        }

        return unit;
    }

    private async Task<JsonElement> FindOffer(string text, string group, Func<JsonElement, bool> variantFits)
    {
        var data = await buyer.Ask(
            """
            query Find($text: String!) { products(first: 20, filter: { text: $text }) { totalCount nodes { id name variants { id specification soldBy { code } catchWeight
              offers { id buyerGroup price { amount per { code name } } available { value unit { code } } } } } } }
            """,
            new { text });
        var offers = from product in data.GetProperty("products").GetProperty("nodes").EnumerateArray()
                     from variant in product.GetProperty("variants").EnumerateArray()
                     where variantFits(variant)
                     from offer in variant.GetProperty("offers").EnumerateArray()
                     orderby offer.Text("buyerGroup") == @group descending
                     select offer;
        return offers.Cast<JsonElement?>().FirstOrDefault() ?? throw new StoryStoppedException($"没有找到在售的“{text}”");
    }

    private async Task<string> Order(string unit, string rice, BudgetState before)
    {
        sheet.Heading("下单与审批");
        var herb = await FindOffer("苍术", "DEPARTMENT_CANTEEN", _ => true);
        var refused = await buyer.Mutate("orderCreate", Request("herb", unit, herb.Id(), "1", "KG"), "order { id }");
        sheet.Check("苍术不得进食堂，被拒：USE_NOT_PERMITTED", refused.ErrorCode == "USE_NOT_PERMITTED", refused.ErrorMessage);

        var created = Done(await buyer.Mutate("orderCreate", Request("rice", unit, rice, "100", "JIN"), "order { id number version status estimated { amount } }"), "下单")["order"];
        sheet.Amount($"{created.Text("number")} 明东大米 100 斤，预计", created.GetProperty("estimated").Fen(), Ordered);
        var reserved = await Budget(unit);
        Show(reserved);
        sheet.Amount("预算占用之差", reserved.Reserved - before.Reserved, Ordered);

        var decided = Done(
            await approver.Mutate("orderDecide", new { idempotencyKey = Key("decide"), orderId = created.Id(), expectedVersion = created.Number("version"), decision = "APPROVED", comment = "同意" }, "order { id version status }"),
            "审批")["order"];
        sheet.Check("审批人已同意", decided.Text("status") == "APPROVED", decided.Text("status"));
        return created.Id();
    }

    private async Task<(string Acceptance, string SignKey)> DeliverAndAccept(string order)
    {
        sheet.Heading("确认、发货、过磅验收");
        var seen = (await supplier.Ask("query O($id: ID!) { node(id: $id) { ... on PurchaseOrder { version lines { id } } } }", new { id = order })).GetProperty("node");
        var line = seen.GetProperty("lines")[0].Id();
        var confirmed = Done(await supplier.Mutate("orderConfirm", new { idempotencyKey = Key("confirm"), orderId = order, expectedVersion = seen.Number("version") }, "order { version status }"), "确认")["order"];
        var delivery = Done(
            await supplier.Mutate(
                "deliveryDispatch",
                new
                {
                    idempotencyKey = Key("dispatch"),
                    orderId = order,
                    expectedVersion = confirmed.Number("version"),
                    lines = new[] { new { lineId = line, quantity = Of("100", "JIN"), batch = $"MD-{china:yyyyMMdd}", producedOn = china.AddDays(-20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) } },
                },
                "delivery { id number lines { batch quantity { value unit { name } } } }"),
            "发货")["delivery"];
        sheet.Line($"{delivery.Text("number")} 已发 100 斤，批次 {delivery.GetProperty("lines")[0].Text("batch")}");

        var recorded = Done(
            await keeper.Mutate(
                "acceptanceRecord",
                new { idempotencyKey = Key("record"), deliveryId = delivery.Id(), lines = new[] { new { lineId = line, gross = Of("49.1", "KG"), tare = Of("0.5", "KG"), net = Of("48.6", "KG") } } },
                "acceptance { id number }"),
            "验收")["acceptance"];
        sheet.Line($"{recorded.Text("number")} 毛重 49.1 公斤，皮重 0.5 公斤，净重 48.6 公斤");

        var same = await keeper.Mutate("acceptanceSign", new { idempotencyKey = Key("same"), acceptanceId = recorded.Id() }, "acceptance { id }");
        sheet.Check("同一个人签第二次，被拒：SAME_PERSON", same.ErrorCode == "SAME_PERSON", same.ErrorMessage);

        var signKey = Key("sign");
        Done(await purchaser.Mutate("acceptanceSign", new { idempotencyKey = signKey, acceptanceId = recorded.Id() }, "acceptance { id }"), "复核签字");
        return (recorded.Id(), signKey);
    }

    /// <summary>From the acceptance down to its ledger row, and from the row back to the acceptance and both names.</summary>
    private async Task LedgerAndBack(string order, string acceptance)
    {
        sheet.Heading("台账与它的来历");
        var document = await officer.Ask(
            """
            query A($order: ID!, $acceptance: ID!) {
              order: node(id: $order) { ... on PurchaseOrder { status settled { amount } } }
              acceptance: node(id: $acceptance) { ... on Acceptance { lines { id } ledgerEntries { sequence kind month amount { amount } quantity { value unit { name } } unit { name } village { name } product { name }
                source { id number acceptance { number signatures { by recordedAt } } } } } } }
            """,
            new { order, acceptance });
        var rows = document.GetProperty("acceptance").GetProperty("ledgerEntries").EnumerateArray().ToList();
        if (rows.Count != 1)
        {
            throw new StoryStoppedException($"这张验收单在台账里有 {rows.Count} 行，应为 1 行");
        }

        var row = rows[0];
        var source = row.GetProperty("source");
        sheet.Amount($"第 {row.Number("sequence")} 行 {row.GetProperty("unit").Text("name")} {row.GetProperty("village").Text("name")} {row.GetProperty("product").Text("name")} {row.Text("month")}", row.GetProperty("amount").Fen(), Accepted);
        sheet.Line($"数量 {row.GetProperty("quantity").Text("value")} {row.GetProperty("quantity").GetProperty("unit").Text("name")}");
        var names = source.GetProperty("acceptance").GetProperty("signatures").EnumerateArray().Select(s => s.Text("by")).ToList();
        sheet.Check($"来自验收单 {source.Text("number")}，两人签字", names.Distinct().Count() == 2, string.Join("、", names));
        sheet.Amount($"订单结算（{document.GetProperty("order").Text("status")}）", document.GetProperty("order").GetProperty("settled").Fen(), Accepted);
    }

    private async Task Return(string order, string acceptance)
    {
        var line = (await keeper.Ask("query O($id: ID!) { node(id: $id) { ... on PurchaseOrder { lines { id } } } }", new { id = order })).GetProperty("node").GetProperty("lines")[0].Id();
        Done(
            await keeper.Mutate("goodsReturn", new { idempotencyKey = Key("return"), acceptanceId = acceptance, lines = new[] { new { lineId = line, net = Of("10", "JIN"), reason = "有霉味" } }, reason = "有霉味" }, "order { id }"),
            "退货");
    }

    private async Task<TotalsState> Totals(string unit)
    {
        var data = await officer.Ask(
            "query T($year: Int!) { units: assistanceTotals(year: $year, by: [UNIT]) { total { amount } reconciled rows { keys { id label } amount { amount } } } months: assistanceTotals(year: $year, by: [MONTH]) { rows { keys { id label } amount { amount } } } }",
            new { year = china.Year });
        long Row(string report, Func<JsonElement, bool> key) => data.GetProperty(report).GetProperty("rows").EnumerateArray().Where(r => key(r.GetProperty("keys")[0])).Sum(r => r.GetProperty("amount").Fen());
        return new(
            Row("units", k => k.GetProperty("id").GetString() == unit),
            Row("months", k => k.Text("label") == Month || k.GetProperty("id").GetString() == Month),
            data.GetProperty("units").GetProperty("total").Fen(),
            data.GetProperty("units").GetProperty("reconciled").GetBoolean());
    }

    /// <summary>The totals once nothing is on its way: what others bought would be taken for ours, and a figure is proved only then.</summary>
    private async Task<TotalsState> Still(string unit)
    {
        var start = System.Diagnostics.Stopwatch.StartNew();
        var now = await Totals(unit);
        while (!now.Reconciled && start.Elapsed < TimeSpan.FromSeconds(60))
        {
            await Task.Delay(100);
            now = await Totals(unit);
        }

        return now;
    }

    /// <summary>The promise: the ledger shows an acceptance soon after the second signature.</summary>
    private async Task<TotalsState> Arrived(string unit, long expected)
    {
        var start = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            var now = await Totals(unit);
            var inTime = start.Elapsed <= promise;
            if (now.Unit == expected || !inTime)
            {
                sheet.Heading("等台账");
                sheet.Check($"{promise.TotalSeconds:0} 秒之内到账", now.Unit == expected && inTime, $"{start.ElapsedMilliseconds} 毫秒");
                return now;
            }

            await Task.Delay(50);
        }
    }

    private async Task<BudgetState> EnoughBudget(string unit)
    {
        var budget = await Budget(unit);
        if (budget.Available >= Ordered)
        {
            return budget;
        }

        var limit = Sheet.Yuan(budget.Limit + 10_000_00).Replace(",", "", StringComparison.Ordinal);
        Done(await officer.Mutate("budgetSet", new { idempotencyKey = Key("budget"), unitId = unit, year = china.Year, fund = "CANTEEN_BUDGET", limit = new { amount = limit, currency = "CNY" } }, ""), "增加预算");
        sheet.Line("预算不够这一单，消费帮扶办公室已增加 10,000.00 元");
        return await Budget(unit);
    }

    private async Task<BudgetState> Budget(string unit)
    {
        var b = (await buyer.Ask("query B($id: ID!, $year: Int!) { node(id: $id) { ... on OrgUnit { budget(year: $year) { limit { amount } reserved { amount } spent { amount } available { amount } } } } }", new { id = unit, year = china.Year }))
            .GetProperty("node").GetProperty("budget");
        return new(b.GetProperty("limit").Fen(), b.GetProperty("reserved").Fen(), b.GetProperty("spent").Fen(), b.GetProperty("available").Fen());
    }

    private void Show(TotalsState t)
    {
        sheet.Amount($"本单位 {china.Year} 年合计", t.Unit);
        sheet.Amount($"全部单位 {Month} 合计", t.Month);
        sheet.Amount($"全部单位 {china.Year} 年合计", t.All);
    }

    private void ShowDifference(TotalsState from, TotalsState to, long expected)
    {
        sheet.Amount("差额：本单位", to.Unit - from.Unit, expected);
        sheet.Amount("差额：本月", to.Month - from.Month, expected);
        sheet.Amount("差额：本年", to.All - from.All, expected);
    }

    private void Show(BudgetState b)
    {
        sheet.Amount("食堂预算 额度", b.Limit);
        sheet.Amount("         占用", b.Reserved);
        sheet.Amount("         已用", b.Spent);
        sheet.Amount("         可用", b.Available, b.Limit - b.Reserved - b.Spent);
    }

    private object Request(string name, string unit, string offer, string value, string measure) => new
    {
        idempotencyKey = Key(name),
        unitId = unit,
        purpose = "CANTEEN",
        lines = new[] { new { offerId = offer, quantity = Of(value, measure) } },
        submit = true,
    };

    private static Dictionary<string, string> Of(string value, string unit) => new() { ["value"] = value, ["unit"] = unit };

    private static Payload Done(Payload answer, string step) =>
        answer.ErrorCode is null ? answer : throw new StoryStoppedException($"{step}：{answer.ErrorCode} {answer.ErrorMessage}");

    private string Key(string step) => $"walkthrough-{run}-{step}";

    private sealed record TotalsState(long Unit, long Month, long All, bool Reconciled);

    private sealed record BudgetState(long Limit, long Reserved, long Spent, long Available);
}

/// <summary>A step was refused that the story needs.</summary>
internal sealed class StoryStoppedException(string message) : Exception(message);
