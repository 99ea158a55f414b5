using Commerce.Contracts.Catalog;
using Commerce.Platform.Databases;
using Commerce.Platform.Inbox;
using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Platform.Tests;

public sealed class PastTests
{
    private static readonly DateTimeOffset Then = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    static PastTests() => EventNames.Register(typeof(Contracts.EventAttribute).Assembly);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_consumer_that_is_owed_the_past_hears_it_once_and_nothing_else_is_said_again(DatabaseProvider provider)
    {
        await using var notes = await TestDatabase<NotesDbContext>.Create(provider, "notes");
        await using var platform = await TestDatabase<PlatformDbContext>.Create(provider, "platform");
        await using (var db = notes.Open())
        {
            db.Publish(new OfferPriceChanged(Guid.NewGuid(), 1, 1, "JIN", Then), Then);
            db.Publish(new CountyDesignated(Guid.NewGuid(), "222405", "龙井市", new DateOnly(2026, 1, 1), null), Then);
            await db.SaveChangesAsync();
        }

        await CloseAll(notes);
        await Say(notes, platform, ConsumerEntry.Of<OfferPriceChanged, Hears, NotesDbContext>(past: false));
        Assert.Equal((0, 2), (await Open(notes, typeof(OfferPriceChanged)), await Closed(notes)));

        await Say(notes, platform, ConsumerEntry.Of<OfferPriceChanged, HearsThePast, NotesDbContext>(past: true));
        Assert.Equal((1, 1), (await Open(notes, typeof(OfferPriceChanged)), await Closed(notes)));

        await CloseAll(notes);
        await Say(notes, platform, ConsumerEntry.Of<OfferPriceChanged, HearsThePast, NotesDbContext>(past: true));
        Assert.Equal((0, 2), (await Open(notes, typeof(OfferPriceChanged)), await Closed(notes)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Another_host_that_starts_at_the_same_moment_stops_neither(DatabaseProvider provider)
    {
        await using var notes = await TestDatabase<NotesDbContext>.Create(provider, "notes");
        await using var platform = await TestDatabase<PlatformDbContext>.Create(provider, "platform");
        var consumer = ConsumerEntry.Of<OfferPriceChanged, HearsThePast, NotesDbContext>(past: true);

        await Say(notes, platform, consumer, whileSaying: () =>
        {
            using var db = platform.Open();
            db.Listeners.Add(new Listener { Endpoint = consumer.Endpoint, Since = DateTimeOffset.UnixEpoch });
            db.SaveChanges();
        });

        await using var after = platform.Open();
        Assert.Equal([consumer.Endpoint], await after.Listeners.Select(l => l.Endpoint).ToListAsync());
    }

    private static async Task Say(TestDatabase<NotesDbContext> notes, TestDatabase<PlatformDbContext> platform, ConsumerEntry consumer, Action? whileSaying = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton(TimeProvider.System);
        services.AddScoped(_ =>
        {
            whileSaying?.Invoke();
            return notes.Open();
        });
        services.AddScoped(_ => platform.Open());
        services.AddSingleton<IReadOnlyList<DatabaseEntry>>([new DatabaseEntry("notes", typeof(NotesDbContext))]);
        services.AddSingleton(new Consumers([consumer]));
        services.AddSingleton<Arrivals>();
        await using var house = services.BuildServiceProvider();
        await using (var scope = house.CreateAsyncScope())
        {
            await house.GetRequiredService<Arrivals>().Load(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), default);
        }

        await Past.Say(house, default);
    }

    private static async Task CloseAll(TestDatabase<NotesDbContext> notes)
    {
        await using var db = notes.Open();
        await db.Outbox.ExecuteUpdateAsync(s => s.SetProperty(e => e.ClosedAt, (DateTimeOffset?)Then));
    }

    private static async Task<int> Open(TestDatabase<NotesDbContext> notes, Type fact)
    {
        await using var db = notes.Open();
        var name = EventNames.Of(fact);
        return await db.Outbox.CountAsync(e => e.ClosedAt == null && e.Name == name);
    }

    private static async Task<int> Closed(TestDatabase<NotesDbContext> notes)
    {
        await using var db = notes.Open();
        return await db.Outbox.CountAsync(e => e.ClosedAt != null);
    }

    internal class Hears : IHandle<OfferPriceChanged>
    {
        public Task<Taken> Handle(OfferPriceChanged fact, EventContext context, CancellationToken ct) => Task.FromResult(Taken.Done);
    }

    internal sealed class HearsThePast : Hears;
}
