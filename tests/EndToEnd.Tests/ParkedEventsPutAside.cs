using Commerce.Platform.Databases;
using Commerce.Platform.Inbox;
using Commerce.Platform.Parked;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>An event that must never count, a forged one for instance, is put aside by a person with a reason.</summary>
[Collection(OneHost.Name)]
public sealed class ParkedEventsPutAside(RunningHost host)
{
    private const string Backlog = "{ eventBacklog { parked { id name reason } } }";

    [Fact]
    public async Task A_parked_event_is_put_aside_with_a_reason_and_stays_on_record()
    {
        var admin = await host.SignIn("admin");
        var forged = Guid.NewGuid();
        await Park(forged);
        var id = await Parked(admin, forged);

        var refused = await admin.Refused("parkedEventDismiss", new { idempotencyKey = Api.Key(), eventId = id, reason = "  " });
        Assert.Equal("INVALID", refused);
        Assert.Equal(id, await Parked(admin, forged));

        var done = await admin.Do("parkedEventDismiss", "event { id dismissedAt dismissReason }", new { idempotencyKey = Api.Key(), eventId = id, reason = "来路不明" });

        Assert.Equal("来路不明", done.GetProperty("event").GetProperty("dismissReason").GetString());
        Assert.Null(await Parked(admin, forged));
        Assert.Equal("NOT_FOUND", await admin.Refused("parkedEventReplay", new { idempotencyKey = Api.Key(), eventId = id }));
        await using var scope = host.Services.CreateAsyncScope();
        var audited = await scope.ServiceProvider.GetRequiredService<PlatformDbContext>().AuditTrail.Where(a => a.Operation == "DismissParkedEvent").ToListAsync();
        Assert.Contains(audited, a => a.Changes.Contains("来路不明", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_put_aside_is_not_back_when_the_event_comes_again()
    {
        var admin = await host.SignIn("admin");
        var forged = Guid.NewGuid();
        await Park(forged);
        await admin.Do("parkedEventDismiss", "event { id }", new { idempotencyKey = Api.Key(), eventId = await Parked(admin, forged), reason = "来路不明" });

        await Park(forged);

        Assert.Null(await Parked(admin, forged));
    }

    private Task Park(Guid eventId) => host.Services.GetRequiredService<ParkedEvents>().Park(
        eventId, "Test.Forged", "nobody:listens", "{}", host.Clock.GetUtcNow(), Taken.Refused($"forged {eventId}"), default);

    private static async Task<string?> Parked(Api admin, Guid eventId) => (await admin.Data(Backlog)).GetProperty("eventBacklog").GetProperty("parked").EnumerateArray()
        .Where(p => p.GetProperty("reason").GetString() == $"forged {eventId}").Select(p => p.GetProperty("id").GetString()).SingleOrDefault();
}
