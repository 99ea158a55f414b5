using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>A body outside the department answers its round by a link: plain HTTP, no account. On a host of its own: it gets a county's authority, and its limits are used up.</summary>
public sealed partial class RoundByLink(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task A_link_shows_one_bodys_lines_takes_its_answer_and_opens_no_more_once_withdrawn()
    {
        var supervisor = await host.SignIn("supervisor");
        var (round, body) = await Opened(supervisor);
        var link = (await supervisor.Do("roundLink", "link { id path uses holds }", new { idempotencyKey = Api.Key(), roundId = round, unitId = body, expiresOn = "2026-06-30" })).GetProperty("link");
        var path = link.GetProperty("path").GetString()!;
        using var phone = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };

        using var opened = await phone.GetAsync(new Uri(path, UriKind.Relative));
        var page = await opened.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.True(opened.Headers.CacheControl is { NoStore: true, Private: true });
        Assert.Contains("和龙市交通运输局", page, StringComparison.Ordinal);
        Assert.DoesNotContain("公路局</b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("农村公路调度（示例）", page, StringComparison.Ordinal);

        // A figure that is none is refused, and what was typed and sent stays.
        using var wrong = await phone.PostAsync(new Uri(path, UriKind.Relative), Form(page, "三座", "已开工 2 座", "月报.txt"));
        page = await wrong.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("数值应不小于 0", page, StringComparison.Ordinal);
        Assert.Contains("已开工 2 座", page, StringComparison.Ordinal);
        Assert.Contains("月报.txt", page, StringComparison.Ordinal);

        // So is one without words; the same page mended is another request.
        using var silent = await phone.PostAsync(new Uri(path, UriKind.Relative), Form(page, "2", "", null));
        page = await silent.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, silent.StatusCode);
        Assert.Contains("进展情况请写", page, StringComparison.Ordinal);

        using var large = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = new MultipartFormDataContent { { new ByteArrayContent(new byte[42 * 1024 * 1024]), "files", "大.pdf" } } };
        large.Headers.ExpectContinue = true;
        using var tooLarge = await phone.SendAsync(large);
        Assert.Equal(HttpStatusCode.BadRequest, tooLarge.StatusCode);
        Assert.Contains("合计超过 40 MB", await tooLarge.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        // Somebody else of the body, on another phone, keeps a draft and takes it up again.
        using var kept = await phone.PostAsync(new Uri(path, UriKind.Relative), Form(page, "1", "草稿", null, "keep"));
        Assert.Equal(path + "&said=kept", kept.Headers.Location!.OriginalString);
        using var blind = await phone.PostAsync(new Uri(path, UriKind.Relative), Form(page, "2", "没看草稿", null));
        Assert.Equal(HttpStatusCode.BadRequest, blind.StatusCode);
        page = await blind.Content.ReadAsStringAsync();

        using var taken = await phone.PostAsync(new Uri(path, UriKind.Relative), Form(page, "2", "已开工 2 座", null));
        Assert.Equal((HttpStatusCode.SeeOther, path + "&said=answered"), (taken.StatusCode, taken.Headers.Location!.OriginalString));
        Assert.Contains("已提交，等督查审核", await phone.GetStringAsync(new Uri(path + "&said=answered", UriKind.Relative)), StringComparison.Ordinal);
        var unit = (await supervisor.Data("query($id: ID!) { round(id: $id) { units { name state answers { narrative answeredBy figures { value } attachments { name url } } } } }", new { id = round }))
            .GetProperty("round").GetProperty("units").EnumerateArray().Single(u => u.GetProperty("name").GetString() == "和龙市交通运输局");
        var answer = unit.GetProperty("answers")[0];
        Assert.Equal(("ANSWERED", "已开工 2 座", "和龙市交通运输局（链接）", "2"), (unit.GetProperty("state").GetString(), answer.GetProperty("narrative").GetString(), answer.GetProperty("answeredBy").GetString(), answer.GetProperty("figures")[0].GetProperty("value").ToString()));
        using var file = await supervisor.Http.GetAsync(new Uri(answer.GetProperty("attachments")[0].GetProperty("url").GetString()!, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.True((await supervisor.Data("query($id: ID!) { node(id: $id) { ... on RoundLink { uses path } } }", new { id = link.GetProperty("id").GetString() })).GetProperty("node").GetProperty("uses").GetInt32() >= 2);

        await supervisor.Do("roundLinkWithdraw", "link { holds }", new { idempotencyKey = Api.Key(), linkId = link.GetProperty("id").GetString() });
        var (gone, never) = (await Nothing(phone, path), await Nothing(phone, "/rounds/answer?key=abc"));
        Assert.Equal(never, gone);
        Assert.Contains("这个链接打不开", gone, StringComparison.Ordinal);
        using var late = await phone.PostAsync(new Uri(path, UriKind.Relative), Form(page, "3", "又开工 1 座", null));
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
    }

    [Fact]
    public async Task An_address_that_tries_links_without_end_is_stopped()
    {
        using var phone = new HttpClient { BaseAddress = host.Address };
        var seen = new List<HttpStatusCode>();
        for (var i = 0; i < 80; i++)
        {
            using var answer = await phone.GetAsync(new Uri($"/rounds/answer?key={i}", UriKind.Relative));
            seen.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests], seen.Distinct());
        host.Clock.Advance(TimeSpan.FromMinutes(2));
    }

    private static async Task<string> Nothing(HttpClient phone, string path)
    {
        using var answer = await phone.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>The form as a browser would send it: with what the page holds.</summary>
    private static MultipartFormDataContent Form(string page, string bridges, string narrative, string? file, string act = "hand-in")
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(Hidden().Match(page).Groups[1].Value), "key" },
            { new StringContent(act), "act" },
            { new StringContent(Version().Match(page).Groups[1].Value), "version" },
            { new StringContent(narrative), "narrative" },
            { new StringContent(bridges), Bridges().Match(page).Groups[1].Value },
        };
        foreach (var kept in Kept().Matches(page).Cast<Match>())
        {
            form.Add(new StringContent(kept.Groups[2].Value), kept.Groups[1].Value);
        }

        if (file is not null)
        {
            form.Add(new StringContent("会议纪要"), "files", file);
        }

        return form;
    }

    private async Task<(string Round, string Body)> Opened(Api supervisor)
    {
        var admin = await host.SignIn("admin");
        var body = (await admin.Do("unitSave", "unit { id }", new { idempotencyKey = Api.Key(), name = "和龙市交通运输局", kind = "LOCAL_AUTHORITY" })).GetProperty("unit").GetProperty("id").GetString()!;
        await new TheLine(host).UntilCounted();
        var tasks = (await supervisor.Data("{ taskList(year: 2026) { sections { tasks { id number } } } }")).GetProperty("taskList").GetProperty("sections");
        var round = (await supervisor.Do("roundOpen", "round { id }", new
        {
            idempotencyKey = Api.Key(),
            taskId = tasks.EnumerateArray().SelectMany(s => s.GetProperty("tasks").EnumerateArray()).Single(t => t.GetProperty("number").GetInt32() == 5).GetProperty("id").GetString(),
            title = "六月调度",
            from = "2026-06-01",
            to = "2026-06-30",
            dueOn = "2026-06-30",
            outsideUnitIds = new[] { body },
        })).GetProperty("round").GetProperty("id").GetString()!;
        return (round, body);
    }

    [GeneratedRegex("name=\"key\" value=\"([0-9a-f]{32})\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("name=\"version\"(?: value=\"([0-9]+)\")?")]
    private static partial Regex Version();

    [GeneratedRegex("for=\"(f-[0-9a-f]{32})\">改造危桥")]
    private static partial Regex Bridges();

    [GeneratedRegex("name=\"(k-[0-9a-f]{32})\" value=\"([^\"]*)\"")]
    private static partial Regex Kept();
}
