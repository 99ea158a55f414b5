using System.Net;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Commerce.EndToEnd.Tests.Walls;

/// <summary>What is taken away is gone with the next request, whatever token or cookie is in hand.</summary>
[Collection(OneHost.Name)]
public sealed class RightsWithdrawn(RunningHost host)
{
    private const string Ask = "{ purchaseOrders(first: 1) { totalCount } }";

    [Fact]
    public async Task A_disabled_account_is_nobody_at_once_by_token_and_by_cookie()
    {
        var (name, person, browser) = await SignedInTwice();
        var admin = await host.SignIn("admin");

        await admin.Do("accountDisable", "account { disabled }", new { idempotencyKey = Api.Key(), accountId = person.Id, expectedVersion = person.Version });

        Assert.Equal(["UNAUTHENTICATED"], Doors.Codes(await person.Api.Send(Ask)));
        Assert.DoesNotContain("您已登录", await browser.Form(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await new Browser(host.Address).SignIn(name, Newcomer.Password)).StatusCode);
    }

    [Fact]
    public async Task An_ended_role_allows_nothing_more_at_once()
    {
        var (_, person, browser) = await SignedInTwice();
        var admin = await host.SignIn("admin");

        await admin.Do("roleEnd", "assignment { id }", new { idempotencyKey = Api.Key(), assignmentId = person.Roles[0].Id, expectedVersion = person.Roles[0].Version });

        Assert.Equal(["FORBIDDEN"], Doors.Codes(await person.Api.Send(Ask)));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Http.GetAsync(new Uri("/", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_changed_security_stamp_ends_what_was_signed_in_before_within_five_seconds()
    {
        var (name, person, browser) = await SignedInTwice();

        // As another host, or a restore, would: past this host's memory.
        using (var db = new SqliteConnection($"Data Source={host.FileOf("organisations.db")};Pooling=False"))
        {
            db.Open();
            using var command = db.CreateCommand();
            command.CommandText = "update users set SecurityStamp = 'another' where UserName = $name; update directory_state set Version = Version + 1";
            command.Parameters.AddWithValue("$name", name);
            Assert.Equal(2, command.ExecuteNonQuery());
        }

        host.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["UNAUTHENTICATED"], Doors.Codes(await person.Api.Send(Ask)));
        Assert.DoesNotContain("您已登录", await browser.Form(), StringComparison.Ordinal);
    }

    private async Task<(string Name, Newcomer Person, Browser Browser)> SignedInTwice()
    {
        var name = "leaver." + Guid.NewGuid().ToString("N")[..8];
        var person = await Newcomer.Create(host, name, "公路局", "AUDITOR");
        var browser = new Browser(host.Address);
        Assert.Equal(HttpStatusCode.Found, (await browser.SignIn(name, Newcomer.Password)).StatusCode);
        Assert.Empty(Doors.Codes(await person.Api.Send(Ask)));
        Assert.Contains("您已登录", await browser.Form(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.Http.GetAsync(new Uri("/", UriKind.Relative))).StatusCode);
        return (name, person, browser);
    }
}
