using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Commerce.Assistance.Rebuild;
using Commerce.EndToEnd.Tests.Walls;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.EndToEnd.Tests.People;

/// <summary>A person who has left is erased by two administrators: the name is nowhere any more, everything else is as it was.</summary>
public sealed class Erased(SqliteHouse shared) : IClassFixture<SqliteHouse>
{
    [SkippableTheory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_name_stands_nowhere_any_more_and_amounts_papers_and_the_chain_stay(DatabaseProvider provider)
    {
        await using var own = provider == DatabaseProvider.Sqlite ? null : await OwnHouse.Open(provider);
        var house = own ?? shared.House;
        var host = house.Host;
        const string Name = "欧阳甲乙";
        const string UserName = "ouyang.jiayi";
        var person = await house.Join(UserName, Name, "BUYER", "KEEPER");
        var (order, acceptance) = await house.Play(person, Name);
        await house.SaveList(person, "每周一购");
        Assert.Equal("INVALID", await house.Admin.Refused("accountCreate", new { idempotencyKey = Api.Key(), userName = UserName, name = "别人", homeUnitId = house.UnitId, password = Newcomer.Password }));
        await new TheLine(host).UntilCounted();
        var before = await Proof(host);
        Assert.Contains("ordering.signatures.ByName", await Kept.ColumnsWith(host, Name));
        Assert.Contains("organisations.outbox.Body", await Kept.ColumnsWith(host, Name));

        await house.Disable(person);
        var (label, keptIn) = await house.Erase(person);

        Assert.StartsWith("已删除人员 ", label, StringComparison.Ordinal);
        Assert.Equal(["ordering.approvals.Comment 1", "ordering.order_history.Note 1"], keptIn);
        Assert.Equal(["ordering.approvals.Comment", "ordering.audit.Changes", "ordering.order_history.Note", "ordering.outbox.Body"], (await Kept.ColumnsWith(host, Name)).Order(StringComparer.Ordinal));
        Assert.Equal([], await Kept.ColumnsWith(host, UserName));
        Assert.Equal(before, await Proof(host));
        var papers = await (await host.SignIn("approver")).Data(
            "query($o: ID!, $a: ID!) { order: node(id: $o) { ... on PurchaseOrder { status requestedBy } } acceptance: node(id: $a) { ... on Acceptance { signatures { by } } } }", new { o = order, a = acceptance });
        Assert.Equal((label, "REJECTED"), (papers.GetProperty("order").GetProperty("requestedBy").GetString(), papers.GetProperty("order").GetProperty("status").GetString()));
        var signers = papers.GetProperty("acceptance").GetProperty("signatures").EnumerateArray().Select(s => s.GetProperty("by").GetString()).ToList();
        Assert.Equal((2, true), (signers.Distinct().Count(), signers.Contains(label)));
        Assert.DoesNotContain(Name, Encoding.UTF8.GetString(await (await host.SignIn("auditor")).Http.GetByteArrayAsync(new Uri("/audit/history.csv?module=organisations", UriKind.Relative))), StringComparison.Ordinal);
        foreach (var (user, password) in new[] { (UserName, Newcomer.Password), (label, Newcomer.Password), (label, "") })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.Anybody().Http.PostAsJsonAsync("/account/login", new { userName = user, password })).StatusCode);
        }

        if (provider == DatabaseProvider.Sqlite)
        {
            Assert.Equal(["ordering"], await Kept.FilesWith(host, Name));
            Assert.Equal([], await Kept.FilesWith(host, UserName));
        }
    }

    [Fact]
    public async Task Whoever_has_the_same_name_keeps_it()
    {
        const string Name = "司马丙丁";
        var house = shared.House;
        var (leaves, stays) = (await house.Join("leaves", Name, "BUYER"), await house.Join("stays", Name, "BUYER"));
        await house.SaveList(leaves, "走的人的单子");
        await house.SaveList(stays, "留的人的单子");
        await house.Disable(leaves);

        var (label, _) = await house.Erase(leaves);

        var lists = (await stays.Api.Data("{ purchaseLists { name savedBy } }")).GetProperty("purchaseLists").EnumerateArray()
            .ToDictionary(l => l.GetProperty("name").GetString()!, l => l.GetProperty("savedBy").GetString());
        Assert.Equal((label, Name), (lists["走的人的单子"], lists["留的人的单子"]));
        Assert.Equal(Name, (await stays.Api.Data("{ viewer { name } }")).GetProperty("viewer").GetProperty("name").GetString());
    }

    [Fact]
    public async Task It_takes_a_disabled_account_nothing_left_undone_a_reason_and_two_people()
    {
        const string Name = "诸葛戊己";
        var house = shared.House;
        var (host, line) = (house.Host, new TheLine(house.Host));
        var person = await house.Join("zhuge.wuji", Name, "BUYER");
        var order = await line.Order(person.Api, (await line.Offer(TheLine.Rice)).GetProperty("id").GetString()!, 10);

        Assert.Equal("STATE_NOT_ALLOWED", (await house.Ask(person, "离任")).Code);
        await house.Disable(person);
        Assert.Equal("INVALID", (await house.Ask(person, " ")).Code);
        var undone = await house.Ask(person, "离任");
        Assert.Equal("STATE_NOT_ALLOWED", undone.Code);
        Assert.Contains(order.GetProperty("number").GetString()!, undone.Message, StringComparison.Ordinal);
        await (await host.SignIn("approver")).Do("orderDecide", "order { status }", new { idempotencyKey = Api.Key(), orderId = order.GetProperty("id").GetString(), expectedVersion = order.GetProperty("version").GetInt32(), decision = "REJECTED", comment = "不用了" });
        var asked = await house.Ask(person, "离任");
        Assert.Null(asked.Code);
        Assert.Equal("STATE_NOT_ALLOWED", (await house.Ask(person, "再问一次")).Code);
        Assert.Equal("SAME_PERSON", await Decide(house.Admin, asked.Id!, true, null));
        Assert.Equal("INVALID", await Decide(house.Second, asked.Id!, false, ""));
        Assert.Equal("NOT_FOUND", await Decide((await Newcomer.Create(host, "elsewhere", "运输局", "ADMINISTRATOR")).Api, asked.Id!, true, null));
        Assert.Null(await Decide(house.Second, asked.Id!, false, "还要查账"));
        Assert.Equal("STATE_NOT_ALLOWED", await Decide(house.Second, asked.Id!, true, null, 2));
        Assert.Contains("organisations.users.DisplayName", await Kept.ColumnsWith(host, Name));

        await house.Erase(person);

        Assert.Equal("STATE_NOT_ALLOWED", (await house.Ask(person, "又一次")).Code);
    }

    [Fact]
    public async Task A_person_takes_all_that_is_kept_about_them_and_an_administrator_does_so_for_them_with_a_reason()
    {
        const string Name = "上官庚辛";
        var house = shared.House;
        var person = await house.Join("shangguan.gengxin", Name, "BUYER", "KEEPER");
        await house.Play(person, Name);

        var own = await Unpacked(await person.Api.Http.GetAsync(new Uri("/account/me/copy.zip", UriKind.Relative)));
        var request = (await house.Admin.Do("accountCopy", "request { id kind state reason }", new { idempotencyKey = Api.Key(), accountId = person.Id, reason = "本人书面申请" })).GetProperty("request");
        var path = $"/accounts/copies/{request.GetProperty("id").GetString()}";
        var given = await Unpacked(await house.Admin.Http.GetAsync(new Uri(path, UriKind.Relative)));

        Assert.Equal(["记录.csv", "记录.json", "说明.txt"], own.Keys.Order(StringComparer.Ordinal));
        foreach (var part in new[] { "账号", "岗位", "订单,", "验收签字", "操作记录", Name, "第一签字人" })
        {
            Assert.Contains(part, own["记录.csv"], StringComparison.Ordinal);
        }

        Assert.Contains($"{Name} {house.Host.Clock.GetUtcNow().DayInChina():yyyy-MM-dd}", own["说明.txt"], StringComparison.Ordinal);
        Assert.Contains("本人书面申请", given["说明.txt"], StringComparison.Ordinal);
        Assert.DoesNotContain("PasswordHash", own["记录.json"], StringComparison.Ordinal);
        Assert.Equal("INVALID", await house.Admin.Refused("accountCopy", new { idempotencyKey = Api.Key(), accountId = person.Id, reason = " " }));
        Assert.Equal(HttpStatusCode.NotFound, (await house.Second.Http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        house.Host.Clock.Advance(TimeSpan.FromDays(1));
        await house.SignIn();
        Assert.Equal(HttpStatusCode.NotFound, (await house.Admin.Http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
    }

    private static async Task<string?> Decide(Api api, string request, bool agreed, string? answer, int version = 1)
    {
        var errors = (await api.Try("erasureDecide", "", new { idempotencyKey = Api.Key(), requestId = request, expectedVersion = version, agreed, answer })).GetProperty("errors");
        return errors.GetArrayLength() == 0 ? null : errors[0].GetProperty("code").GetString();
    }

    private static async Task<Dictionary<string, string>> Unpacked(HttpResponseMessage answer)
    {
        Assert.Equal((HttpStatusCode.OK, "attachment"), (answer.StatusCode, answer.Content.Headers.ContentDisposition?.DispositionType));
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        var files = new Dictionary<string, string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            files[entry.Name] = await reader.ReadToEndAsync();
        }

        return files;
    }

    private static async Task<(long Rows, string Head, bool Good)> Proof(RunningHost host)
    {
        await using var scope = host.Services.CreateAsyncScope();
        var proof = await scope.ServiceProvider.GetRequiredService<ProveLedger>().Read(null, CancellationToken.None);
        return (proof.Rows, proof.Head, proof.Fault is null);
    }
}
