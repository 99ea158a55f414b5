using Commerce.Platform.Databases;
using Commerce.Platform.Faults;
using Commerce.Platform.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.Inbox;

/// <summary>Takes an event into a module: its effect and its inbox key commit together, so a second delivery does nothing.</summary>
internal static class Intake
{
    public static async Task<Taken> Run<TEvent, THandler, TDb>(IServiceProvider services, TEvent fact, EventContext context, CancellationToken ct)
        where TEvent : class
        where THandler : class, IHandle<TEvent>
        where TDb : ModuleDbContext
    {
        var db = services.GetRequiredService<TDb>();
        var handler = services.GetRequiredService<THandler>();
        var endpoint = ConsumerEntry.EndpointOf(typeof(THandler));
        var published = false;
        var taken = await db.InTransaction(
            async transaction =>
            {
                published = false;
                if (await db.Inbox.AnyAsync(e => e.Endpoint == endpoint && e.EventId == context.EventId, ct))
                {
                    return Taken.Done;
                }

                await transaction.CreateSavepointAsync("intake", ct);
                var result = await handler.Handle(fact, context, ct);
                if (result.Reason is not null)
                {
                    await transaction.RollbackToSavepointAsync("intake", ct);
                    db.ChangeTracker.Clear();
                    db.ForgetAfterCommit();
                    return result;
                }

                db.Inbox.Add(new InboxEntry { Endpoint = endpoint, EventId = context.EventId, TakenAt = services.GetRequiredService<TimeProvider>().GetUtcNow() });
                published = db.ChangeTracker.Entries<OutboxEvent>().Any();
                await db.SaveChangesAsync(ct);
                Failpoint.Reach("consumer.handled", endpoint);
                return result;
            },
            ct);
        Failpoint.Reach("consumer.committed", endpoint);
        if (published)
        {
            services.GetRequiredService<OutboxBell>().Ring();
        }

        return taken;
    }
}
