using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.EndToEnd.Tests.Walls;

/// <summary>Two units: what belongs to one looks to the other exactly as what doesn't exist, by every argument that takes an id. On a host of its own: its orders would move the sums that other tests look at.</summary>
[Collection(TwoUnits.Name)]
public sealed partial class OtherUnits(RunningHost host)
{
    /// <summary>What kinds of ids each argument takes. A new argument isn't tried until it stands here, so an unknown one fails.</summary>
    private static readonly Dictionary<string, string[]> Takes = new()
    {
        ["id"] = ["po", "pol", "dlv", "acc", "ret", "led", "cmt", "usr", "rol", "rep", "ext", "st", "inv", "pay", "shf", "xp", "mv", "flg", "prq", "dev", "prb", "rnd", "ran", "rlk", "ltr", "cha", "cir"],
        ["ids"] = ["po", "pol", "dlv", "acc", "ret", "led", "cmt", "usr", "rol", "rep", "ext", "st", "inv", "pay", "shf", "xp", "mv", "flg", "prq", "dev", "prb", "rnd", "ran", "rlk", "ltr", "cha", "cir"],
        ["orderId"] = ["po"],
        ["copyFrom"] = ["po"],
        ["listId"] = ["pul"],
        ["lineId"] = ["pol", "stl"],
        ["statementId"] = ["st"],
        ["differenceId"] = ["std"],
        ["correctsInvoiceId"] = ["inv"],
        ["paymentId"] = ["pay"],
        ["purchaseId"] = ["xp"],
        ["moveId"] = ["mv"],
        ["flagId"] = ["flg"],
        ["sheetId"] = ["ds"],
        ["deviceId"] = ["dev"],
        ["refundsLineId"] = ["dsl"],
        ["deliveryId"] = ["dlv"],
        ["acceptanceId"] = ["acc"],
        ["correctsAcceptanceId"] = ["acc"],
        ["reversesEntryId"] = ["led"],
        ["accountId"] = ["usr"],
        ["assignmentId"] = ["rol"],
        ["requestId"] = ["prq"],
        ["delegationId"] = ["dlg"],
        ["reportId"] = ["rep"],
        ["extensionId"] = ["ext", "pex"],
        ["problemId"] = ["prb"],
        ["roundId"] = ["rnd"],
        ["answerId"] = ["ran"],
        ["linkId"] = ["rlk"],
        ["letterId"] = ["ltr"],
        ["circularId"] = ["cir"],
        ["correctsId"] = ["cir"],
        ["ruleId"] = [],
        ["filingId"] = ["shf"],
        ["fileId"] = ["fil"],
        ["fileIds"] = ["fil"],

        // Units, goods, shops and windows are no secret to those who signed in; what one may do with them is the matter of roles.
        ["windowId"] = [],
        ["unitId"] = [],
        ["unitIds"] = [],
        ["fromUnitId"] = [],
        ["toUnitId"] = [],
        ["supplyUnitId"] = [],
        ["homeUnitId"] = [],
        ["successorId"] = [],
        ["parentId"] = [],
        ["representativeId"] = [],
        ["countsForUnitId"] = [],
        ["servedUnitIds"] = [],
        ["canteenId"] = [],
        ["offerId"] = [],
        ["toOfferId"] = [],
        ["variantId"] = [],
        ["outletId"] = [],
        ["categoryId"] = [],
        ["categoryIds"] = [],
        ["producerId"] = [],
        ["productId"] = [],
        ["productIds"] = [],
        ["villageId"] = [],
        ["villageIds"] = [],
        ["serviceAreaId"] = [],
        ["eventId"] = [],
        ["speciesId"] = [],
        ["certificateId"] = [],
        ["batchId"] = [],
        ["imageId"] = [],
        ["imageIds"] = [],
        ["serviceAreaIds"] = [],

        // Everybody sees who speaks for which goods, where, and which brand they carry.
        ["campaignId"] = [],
        ["brandId"] = [],
        ["outletIds"] = [],

        // Words that mean the same are everybody's.
        ["groupId"] = [],

        // Photos of an acceptance: only one's own.
        ["photoIds"] = ["fil"],

        // So are the stations that suppliers send through.
        ["stationId"] = [],

        // An export is its asker's alone: nobody else's exists, as its own tests try.
        ["exportId"] = [],

        // To know a retail sale's id is to be its buyer; what its staff may do to it is tried in Ordering's own tests.
        ["saleId"] = [],

        // Months are the same for everybody; what a unit confirmed in them is the matter of roles.
        ["monthId"] = [],
        ["yearId"] = [],
        ["programmeId"] = [],
        ["commitmentIds"] = ["cmt"],

        // The official list is for every unit's readers; what units report about it isn't.
        ["taskId"] = [],
        ["measureId"] = [],
        ["measureIds"] = [],
        ["countsForIds"] = [],
        ["outsideUnitIds"] = [],
        ["milestoneId"] = [],
        ["projectId"] = [],
        ["stepId"] = [],
        ["figureId"] = [],
        ["projectFigureId"] = [],
        ["leaderId"] = [],

        // A view is its keeper's alone, as its own tests try.
        ["viewId"] = [],
        ["metricId"] = [],
        ["specialActionId"] = [],
        ["inspectionId"] = [],
        ["partnerUnitIds"] = [],
    };

    [Fact]
    public async Task Another_units_things_answer_as_things_that_do_not_exist()
    {
        var theirs = await TheirIds();
        var outsider = await Newcomer.Create(
            host, "outsider." + Guid.NewGuid().ToString("N")[..8], "运输局", "ADMINISTRATOR", "BUYER", "APPROVER", "KEEPER", "PURCHASER", "SUPPLIER", "OFFICER", "LIAISON", "SUPERVISOR", "AUDITOR");
        var ownUnit = await Newcomer.UnitId(outsider.Api, "运输局");
        var offer = (await new TheLine(host).Offer(TheLine.Rice)).GetProperty("id").GetString()!;
        var schema = host.Services.GetRequiredService<ISchema>();
        var (leaks, tried) = (new List<string>(), 0);

        foreach (var (root, mutation) in new[] { (schema.Query, false), (schema.Mutation!, true) })
        {
            foreach (var (field, path) in root.Fields.SelectMany(f => Doors.IdPaths(f).Select(p => (f, p))))
            {
                Assert.True(Takes.TryGetValue(Last(path), out var kinds), $"{field.Name}({path}) takes an id of an unknown kind");
                foreach (var id in theirs.Where(i => kinds.Contains(Kind(i))))
                {
                    var seen = await Ask(outsider.Api, field, mutation, path, id, ownUnit, offer);
                    var nothing = await Ask(outsider.Api, field, mutation, path, $"{Kind(id)}_{Guid.NewGuid():N}", ownUnit, offer);
                    tried++;
                    if (seen != nothing)
                    {
                        leaks.Add($"{field.Name}({path}: {id}): {seen} instead of {nothing}");
                    }
                }
            }
        }

        Assert.Empty(leaks);
        Assert.True(tried >= 40, $"only {tried} were tried");
        Assert.Equal(["acc", "cha", "cir", "cmt", "dev", "dlg", "dlv", "ds", "dsl", "ext", "fil", "flg", "inv", "led", "ltr", "mv", "pay", "pex", "po", "pol", "prb", "prq", "pul", "ran", "rep", "ret", "rnd", "rol", "shf", "st", "std", "stl", "usr", "xp"], theirs.Select(Kind).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Lists_filters_and_nested_fields_show_nothing_of_another_unit()
    {
        await TheirIds();
        var outsider = await Newcomer.Create(host, "outsider." + Guid.NewGuid().ToString("N")[..8], "运输局", "BUYER", "OFFICER", "SUPERVISOR", "AUDITOR");
        var theirUnit = await Newcomer.UnitId(outsider.Api, "公路局");

        var seen = await outsider.Api.Data(
            """
            query($unit: ID!, $units: [ID!]) {
              purchaseOrders(first: 100, filter: {unitIds: $units}) { nodes { id } totalCount }
              ledgerEntries(year: 2026, first: 100, filter: {unitIds: $units}) { nodes { id } totalCount }
              assistanceTotals(year: 2026, by: [UNIT], filter: {unitIds: $units}) { rows { amount { amount } } entries }
              externalPurchases(first: 100, filter: {unitIds: $units}) { nodes { id } totalCount }
              purchaseMoves(first: 100, filter: {unitIds: $units}) { nodes { id } totalCount }
              flags(first: 100, filter: {unitIds: $units}) { nodes { id } totalCount }
              supervisionLetters(first: 100, filter: {unitId: $unit}) { nodes { id } totalCount }
              problems(first: 100, filter: {unitIds: $units}) { nodes { id } totalCount }
              programme(year: 2026) { commitments(first: 100) { nodes { unit { id } } } }
              shareFilings(year: 2026) { unit { id } }
              node(id: $unit) { ... on OrgUnit { budget(year: 2026) { limit { amount } } } }
            }
            """, new { unit = theirUnit, units = new[] { theirUnit } });

        Assert.Equal("""{"nodes":[],"totalCount":0}""", seen.GetProperty("purchaseOrders").GetRawText());
        Assert.Equal("""{"nodes":[],"totalCount":0}""", seen.GetProperty("ledgerEntries").GetRawText());
        Assert.Equal("""{"nodes":[],"totalCount":0}""", seen.GetProperty("externalPurchases").GetRawText());
        Assert.Equal("""{"nodes":[],"totalCount":0}""", seen.GetProperty("purchaseMoves").GetRawText());
        Assert.Equal("""{"nodes":[],"totalCount":0}""", seen.GetProperty("flags").GetRawText());
        Assert.Equal("""{"nodes":[],"totalCount":0}""", seen.GetProperty("supervisionLetters").GetRawText());
        Assert.Equal("""{"nodes":[],"totalCount":0}""", seen.GetProperty("problems").GetRawText());
        Assert.Equal("""{"rows":[],"entries":0}""", seen.GetProperty("assistanceTotals").GetRawText());
        Assert.DoesNotContain(theirUnit, seen.GetProperty("programme").GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(theirUnit, seen.GetProperty("shareFilings").GetRawText(), StringComparison.Ordinal);
        Assert.Equal("""{"budget":null}""", seen.GetProperty("node").GetRawText());
    }

    private static async Task<string> Ask(Api api, FieldType field, bool mutation, string path, string id, string ownUnit, string offer)
    {
        var (query, variables) = Doors.Knock(field, mutation, p => p == path ? id : Last(p) switch
        {
            "unitId" or "homeUnitId" => ownUnit,
            "offerId" => offer,
            "lineId" => $"pol_{Guid.Empty:N}",
            "countsForUnitId" or "canteenId" or "windowId" or "copyFrom" or "correctsAcceptanceId" or "reversesEntryId" => null,
            var other => $"{(Takes[other] is [var kind, ..] ? kind : "none")}_{Guid.Empty:N}",
        });
        return AnyId().Replace((await api.Send(query, variables)).GetRawText(), "…");
    }

    /// <summary>Everything of 公路局 that has an id: an order with its delivery, acceptance and return, its ledger rows, its figure, its people.</summary>
    private async Task<List<string>> TheirIds()
    {
        var line = new TheLine(host);
        var buyer = await host.SignIn("buyer");
        var order = await line.Order(buyer, (await line.Offer(TheLine.Rice)).GetProperty("id").GetString()!, 2);
        var acceptance = await line.Accept(order, await line.Deliver(order, 2), 1);
        var keeper = await host.SignIn("keeper");
        await keeper.Do("goodsReturn", "order { id }", new
        {
            idempotencyKey = Api.Key(),
            acceptanceId = acceptance.GetProperty("id").GetString(),
            reason = "包装破了",
            lines = new[] { new { lineId = order.GetProperty("lines")[0].GetProperty("id").GetString(), net = new { value = 0.5m, unit = "KG" } } },
        });
        await line.UntilCounted();
        var liaison = await host.SignIn("liaison");
        var admin = await host.SignIn("admin");
        var officer = await host.SignIn("officer");
        var unit = await line.UnitOf(buyer);
        var known = (await officer.Data("{ programme(year: 2026) { commitments(first: 100) { nodes { unit { id } } } } }")).GetRawText();
        if (!known.Contains(unit, StringComparison.Ordinal))
        {
            await officer.Do("commitmentSet", "commitment { id }", new { idempotencyKey = Api.Key(), year = 2026, unitId = unit, scope = "OWN_GUIDE", basis = "FIXED_AMOUNT", target = new { amount = "1000", currency = "CNY" } });
        }

        var orders = await buyer.Data(
            "query($id: ID!) { node(id: $id) { ... on PurchaseOrder { id lines { id } deliveries { id } acceptances { id } returns { id } } } }", new { id = order.GetProperty("id").GetString() });
        var counted = await liaison.Data("{ ledgerEntries(year: 2026, first: 3) { nodes { id } } programme(year: 2026) { commitments(first: 100) { nodes { id unit { name } } } } shareFilings(year: 2026) { id unit { name } } }");
        var people = await admin.Data("{ accounts(first: 100) { nodes { id homeUnit { name } roles { id } } } }");
        return
        [
            .. AnyId().Matches(orders.GetRawText()).Select(m => m.Value),
            .. AnyId().Matches(counted.GetProperty("ledgerEntries").GetRawText()).Select(m => m.Value),
            .. Of(counted.GetProperty("programme").GetProperty("commitments"), c => c.GetProperty("unit")),
            counted.GetProperty("shareFilings").EnumerateArray().First(f => f.GetProperty("unit").GetProperty("name").GetString() == "公路局").GetProperty("id").GetString()!,
            .. Of(people.GetProperty("accounts"), a => a.GetProperty("homeUnit")),
            (await buyer.Do("purchaseListSave", "list { id }", new
            {
                idempotencyKey = Api.Key(),
                unitId = unit,
                name = "常买" + Api.Key()[..8],
                lines = new[] { new { offerId = (await line.Offer(TheLine.Rice)).GetProperty("id").GetString(), quantity = new { value = 1m, unit = "KG" } } },
            })).GetProperty("list").GetProperty("id").GetString()!,
            await TheirPurchaseElsewhere(buyer, unit),
            await TheirMove(buyer, unit, acceptance),
            await TheirFlag(officer, unit),
            .. await TheirDaySheet(),
            await TheirScreen(),
            .. await TheirProgress(liaison, unit),
            .. await TheirRound(liaison, unit),
            .. await TheirLetter(liaison, unit),
            .. await TheirProblem(liaison, unit),
            .. await TheirStatements(officer),
            .. await TheirDelegation(officer, people, unit),
            await TheirErasure(admin),
        ];
    }

    /// <summary>Of the sample units that the outsider isn't of: a statement that is paid, and one with a difference.</summary>
    private async Task<IEnumerable<string>> TheirStatements(Api officer)
    {
        const string all = "{ statements(first: 100) { nodes { id state unit { name } lines { id } differences { id } invoices { id } payments { id } } } }";
        var others = (await officer.Data(all)).GetProperty("statements").GetProperty("nodes").EnumerateArray().Where(s => s.GetProperty("unit").GetProperty("name").GetString() != "运输局").ToList();
        if (others.TrueForAll(s => s.GetProperty("differences").GetArrayLength() == 0))
        {
            var open = others.First(s => s.GetProperty("state").GetString() == "OPEN");
            var team = await host.SignIn("supplier");
            await team.Do("differenceRaise", "statement { id }", new { idempotencyKey = Api.Key(), statementId = open.GetProperty("id").GetString(), lineId = open.GetProperty("lines")[0].GetProperty("id").GetString(), reason = "数量待核" });
            others = [.. (await officer.Data(all)).GetProperty("statements").GetProperty("nodes").EnumerateArray().Where(s => s.GetProperty("id").GetString() == open.GetProperty("id").GetString()), .. others];
        }

        return new[] { others.First(s => s.GetProperty("differences").GetArrayLength() > 0), others.First(s => s.GetProperty("invoices").GetArrayLength() > 0 && s.GetProperty("payments").GetArrayLength() > 0) }
            .SelectMany(s => AnyId().Matches(s.GetRawText()).Select(m => m.Value));
    }

    /// <summary>A line of an order on the 832 platform.</summary>
    private static async Task<string> TheirPurchaseElsewhere(Api buyer, string unit) => (await buyer.Do("externalPurchaseRecord", "purchase { id }", new
    {
        idempotencyKey = Api.Key(),
        kind = "PLATFORM832",
        unitId = unit,
        supplier = "龙井某公司",
        goods = "黑木耳",
        purpose = "CANTEEN",
        amount = new { amount = "12.80", currency = "CNY" },
        purchasedOn = "2026-06-10",
        orderNumber = Api.Key()[..12],
        orderLine = 1,
    })).GetProperty("purchase").GetProperty("id").GetString()!;

    /// <summary>A row typed where acceptances are counted.</summary>
    private static async Task<string> TheirFlag(Api officer, string unit)
    {
        var row = (await officer.Data("query($units: [ID!]) { ledgerEntries(year: 2026, first: 100, filter: {unitIds: $units}) { nodes { kind month product { id } village { id } } } }", new { units = new[] { unit } }))
            .GetProperty("ledgerEntries").GetProperty("nodes").EnumerateArray().Last(n => n.GetProperty("kind").GetString() == "PURCHASE" && n.GetProperty("village").ValueKind == JsonValueKind.Object);
        await officer.Do("ledgerAdjust", "entry { id }", new
        {
            idempotencyKey = Api.Key(),
            year = 2026,
            month = row.GetProperty("month").GetString(),
            unitId = unit,
            villageId = row.GetProperty("village").GetProperty("id").GetString(),
            productId = row.GetProperty("product").GetProperty("id").GetString(),
            amount = new { amount = "1.00", currency = "CNY" },
            reason = "系统上线前的采购",
        });
        await officer.Do("flagsSearch", "search { found }", new { idempotencyKey = Api.Key(), unitId = unit });
        return (await officer.Data("query($units: [ID!]) { flags(first: 100, filter: {unitIds: $units, kind: TYPED_BESIDE_COUNTED}) { nodes { id } } }", new { units = new[] { unit } }))
            .GetProperty("flags").GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }

    /// <summary>A request to a third unit.</summary>
    private static async Task<string> TheirMove(Api buyer, string unit, JsonElement acceptance)
    {
        var number = (await buyer.Data("query($id: ID!) { node(id: $id) { ... on Acceptance { number } } }", new { id = acceptance.GetProperty("id").GetString() })).GetProperty("node").GetProperty("number").GetString();
        return (await buyer.Do("purchaseMoveAsk", "move { id }", new
        {
            idempotencyKey = Api.Key(),
            number,
            fromUnitId = unit,
            toUnitId = await Newcomer.UnitId(buyer, "设计院"),
            reason = "代设计院订的货",
        })).GetProperty("move").GetProperty("id").GetString()!;
    }

    /// <summary>That somebody who has left be erased.</summary>
    private async Task<string> TheirErasure(Api admin)
    {
        var (_, id, version, _) = await Newcomer.Create(host, "zz." + Guid.NewGuid().ToString("N")[..8], "公路局");
        var disabled = (await admin.Do("accountDisable", "account { version }", new { idempotencyKey = Api.Key(), accountId = id, expectedVersion = version })).GetProperty("account").GetProperty("version").GetInt32();
        return (await admin.Do("erasureAsk", "request { id }", new { idempotencyKey = Api.Key(), accountId = id, expectedVersion = disabled, reason = "已离任" })).GetProperty("request").GetProperty("id").GetString()!;
    }

    /// <summary>What a counter of 吉高集团 sold on some day.</summary>
    private async Task<IEnumerable<string>> TheirDaySheet()
    {
        var sheet = (await (await host.SignIn("clerk")).Do("daySheetSave", "sheet { id lines { id } }", new
        {
            idempotencyKey = Api.Key(),
            outletId = NodeId.Encode("out", SampleId.Of("outlet", "石头口门服务区专柜（长春方向）")),
            day = new DateOnly(2021, 1, 1).AddDays(Random.Shared.Next(1500)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            lines = new[] { new { goods = "矿泉水", amount = new { amount = "5.00", currency = "CNY" } } },
        })).GetProperty("sheet");
        return [sheet.GetProperty("id").GetString()!, sheet.GetProperty("lines")[0].GetProperty("id").GetString()!];
    }

    /// <summary>At a counter of 吉高集团.</summary>
    private async Task<string> TheirScreen() => (await (await host.SignIn("clerk")).Do("deviceRegister", "device { id }", new
    {
        idempotencyKey = Api.Key(),
        outletId = NodeId.Encode("out", SampleId.Of("outlet", "石头口门服务区专柜（长春方向）")),
        name = Api.Key(),
    })).GetProperty("device").GetProperty("id").GetString()!;

    /// <summary>Somebody who stands in for an approver.</summary>
    private static async Task<IEnumerable<string>> TheirDelegation(Api officer, JsonElement people, string unit)
    {
        var person = people.GetProperty("accounts").GetProperty("nodes").EnumerateArray().First(a => a.GetProperty("homeUnit").GetProperty("name").GetString() == "公路局").GetProperty("id").GetString();
        var set = await officer.Do(
            "delegationSet", "unit { delegations { id } }", new { idempotencyKey = Api.Key(), unitId = unit, accountId = person, role = "APPROVER", forName = "李审批", validTo = "2027-01-01" });
        return AnyId().Matches(set.GetProperty("unit").GetProperty("delegations").GetRawText()).Select(m => m.Value);
    }

    /// <summary>A report with a file, and a request for more time.</summary>
    private static async Task<IEnumerable<string>> TheirProgress(Api liaison, string unit)
    {
        using var form = new MultipartFormDataContent { { new StringContent("会议纪要"), "file", "佐证.txt" } };
        var file = (await (await liaison.Http.PostAsync("/files/tasks.evidence", form)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        var list = (await liaison.Data("{ taskList(year: 2026) { sections { tasks { number measures { id } milestones { id dueOn } } } } }")).GetProperty("taskList").GetProperty("sections");
        var task = list.EnumerateArray().SelectMany(s => s.GetProperty("tasks").EnumerateArray()).Single(t => t.GetProperty("number").GetInt32() == 4);
        var report = await liaison.Do("progressSubmit", "report { id }", new
        {
            idempotencyKey = Api.Key(),
            measureId = task.GetProperty("measures")[0].GetProperty("id").GetString(),
            unitId = unit,
            period = "2026-06",
            narrative = "已到现场解决问题",
            fileIds = new[] { file },
        });
        var last = task.GetProperty("milestones").EnumerateArray().Single(m => m.GetProperty("dueOn").GetString() == "2026-12-31").GetProperty("id").GetString();
        var asked = await liaison.Send(
            "mutation($input: ExtensionRequestInput!) { extensionRequest(input: $input) { extension { id } } }",
            new { input = new { idempotencyKey = Api.Key(), milestoneId = last, unitId = unit, newDueOn = "2027-01-31", reason = "天气寒冷停工", progress = "完成八成" } });
        return [file, .. AnyId().Matches(report.GetRawText()).Select(m => m.Value), .. AnyId().Matches(asked.GetRawText()).Select(m => m.Value)];
    }

    /// <summary>A round on what 公路局 alone answers for, and its answer.</summary>
    private async Task<IEnumerable<string>> TheirRound(Api liaison, string unit)
    {
        var supervisor = await host.SignIn("supervisor");
        var tasks = (await supervisor.Data("{ taskList(year: 2026) { sections { tasks { id number } } } }")).GetProperty("taskList").GetProperty("sections");
        var round = (await supervisor.Do("roundOpen", "round { id }", new
        {
            idempotencyKey = Api.Key(),
            taskId = tasks.EnumerateArray().SelectMany(s => s.GetProperty("tasks").EnumerateArray()).Single(t => t.GetProperty("number").GetInt32() == 5).GetProperty("id").GetString(),
            title = "六月调度",
            from = "2026-06-01",
            to = "2026-06-30",
            dueOn = "2026-12-31",
        })).GetProperty("round").GetProperty("id").GetString()!;
        var answer = await liaison.Do("roundAnswer", "answer { id }", new { idempotencyKey = Api.Key(), roundId = round, unitId = unit, handIn = true, narrative = "路基完成过半" });
        return [round, .. AnyId().Matches(answer.GetRawText()).Select(m => m.Value)];
    }

    /// <summary>A letter that was issued to it, a chase, and the draft of a circular, which is the department's supervisors' alone.</summary>
    private async Task<IEnumerable<string>> TheirLetter(Api liaison, string unit)
    {
        var supervisor = await host.SignIn("supervisor");
        var today = host.Services.GetRequiredService<TimeProvider>().GetUtcNow().DayInChina();
        var list = (await liaison.Data("{ taskList(year: 2026) { sections { tasks { measures { id number } } } } }")).GetProperty("taskList").GetProperty("sections");
        var measure = list.EnumerateArray().SelectMany(s => s.GetProperty("tasks").EnumerateArray()).SelectMany(t => t.GetProperty("measures").EnumerateArray()).Single(m => m.GetProperty("number").GetInt32() == 21).GetProperty("id").GetString();
        var known = (await liaison.Data("query($id: ID!) { node(id: $id) { ... on Measure { letters { id } } } }", new { id = measure })).GetProperty("node").GetProperty("letters").EnumerateArray().Select(l => l.GetProperty("id").GetString()!).ToList();
        if (known.Count == 0)
        {
            var drafted = (await supervisor.Do("letterDraft", "letter { id version }", new
            {
                idempotencyKey = Api.Key(),
                toUnitId = unit,
                measureId = measure,
                demand = "请列出剩余手续和完成日期",
                replyDueOn = today.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                colour = "RED",
                raisedReason = "重点工程，提前督办",
            })).GetProperty("letter");
            known.Add(drafted.GetProperty("id").GetString()!);
            await supervisor.Do("supervisionIssue", "letter { id }", new
            {
                idempotencyKey = Api.Key(),
                letterId = known[0],
                expectedVersion = drafted.GetProperty("version").GetInt32(),
                number = "试督" + Api.Key()[..8],
                issuedOn = today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            });
        }

        var chased = await supervisor.Do("chase", "chase { id }", new { idempotencyKey = Api.Key(), unitId = unit, measureId = measure, word = "请尽快上报" });
        var circular = await supervisor.Do("circularDraft", "circular { id }", new { idempotencyKey = Api.Key(), year = 2026, asOf = today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) });
        return [known[0], .. AnyId().Matches(circular.GetRawText()).Select(m => m.Value), .. AnyId().Matches(chased.GetRawText()).Select(m => m.Value)];
    }

    /// <summary>What a self-check found, with a request for more time.</summary>
    private static async Task<IEnumerable<string>> TheirProblem(Api liaison, string unit)
    {
        var problem = (await liaison.Do("problemRecord", "problem { id version }", new
        {
            idempotencyKey = Api.Key(),
            source = "SELF_CHECK",
            foundOn = "2026-06-01",
            text = "一处护栏缺失",
            kind = "工程质量",
            unitId = unit,
        })).GetProperty("problem");
        var id = problem.GetProperty("id").GetString()!;
        await liaison.Do("problemPlan", "problem { id }", new
        {
            idempotencyKey = Api.Key(),
            problemId = id,
            expectedVersion = problem.GetProperty("version").GetInt32(),
            measures = "补装护栏",
            person = "张三",
            dueOn = "2027-06-30",
        });
        var asked = await liaison.Do(
            "problemExtensionRequest", "problem { extensions { id } }", new { idempotencyKey = Api.Key(), problemId = id, unitId = unit, newDueOn = "2027-07-31", reason = "等待材料到货" });
        return [id, .. AnyId().Matches(asked.GetProperty("problem").GetProperty("extensions").GetRawText()).Select(m => m.Value)];
    }

    private static IEnumerable<string> Of(JsonElement page, Func<JsonElement, JsonElement> unit) => page.GetProperty("nodes").EnumerateArray()
        .Where(n => unit(n).GetProperty("name").GetString() == "公路局").Take(3).SelectMany(n => AnyId().Matches(n.GetRawText()).Select(m => m.Value));

    private static string Kind(string id) => id[..id.IndexOf('_', StringComparison.Ordinal)];

    private static string Last(string path) => path[(path.LastIndexOf('.') + 1)..];

    [GeneratedRegex("[a-z]+_[0-9a-f]{32}")]
    private static partial Regex AnyId();
}

/// <summary>A server of its own, while nothing else runs: it has much to count.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TwoUnits : ICollectionFixture<RunningHost>
{
    public const string Name = "two units";
}
