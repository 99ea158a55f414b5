using System.Security.Cryptography;
using System.Text;
using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Organisations.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Leases;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Commerce.Organisations.Notices;

/// <summary>Writes each person's digest once a day: what came, and once more what is due today or tomorrow. Each thing is told once for
/// each of the two reasons, whatever hosts and restarts there are: the mail and the note that it was told are written together.</summary>
internal sealed class WriteDigests(OrganisationsDbContext db, OrgDirectory directory, MailSettings settings, IServiceScopeFactory scopes, TimeProvider clock, ILogger<WriteDigests> log) : IScheduledWork
{
    // What has gone from somebody's inbox for so long isn't the same thing when it comes again.
    private const int Remembered = 60;

    public async Task Run(CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInChina();
        if (!settings.IsOn || clock.GetUtcNow().ClockInChina().Hour < settings.DigestHour)
        {
            return;
        }

        var people = await db.NoticeAddresses.AsNoTracking()
            .Where(a => a.ConfirmedAt != null && a.RefusedAt == null && (a.LookedOn == null || a.LookedOn < today)).Select(a => a.UserId).ToListAsync(ct);
        foreach (var person in people)
        {
            try
            {
                if ((await directory.Read(ct)).ActorOf(person) is { } actor)
                {
                    await Write(actor, await InboxOf(actor, ct), today, ct);
                }
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                // Whoever stands behind gets theirs; this one is looked at again with the next run.
                log.LogError(e, "The digest of {Person} couldn't be written; it is tried again", person);
                db.ChangeTracker.Clear();
            }
        }
    }

    internal static string KeyOf(Todo todo) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{todo.Path} {todo.Since.UtcTicks / TimeSpan.TicksPerSecond} {todo.Due:O}")));

    private async Task<IReadOnlyList<Todo>> InboxOf(Actor actor, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return await scope.ServiceProvider.GetRequiredService<Inbox>().Read(ct);
    }

    private Task<bool> Write(Actor actor, IReadOnlyList<Todo> todos, DateOnly today, CancellationToken ct) => db.InTransaction(
        async _ =>
        {
            // Another host may have written it, or the person stopped it, since the list was read.
            if (await db.NoticeAddresses.SingleOrDefaultAsync(a => a.UserId == actor.Id && a.ConfirmedAt != null, ct) is not { } address || address.LookedOn >= today)
            {
                return false;
            }

            address.LookedOn = today;
            var told = await db.ToldTodos.Where(t => t.UserId == actor.Id).ToListAsync(ct);
            var known = told.Select(t => (t.Key, t.Near)).ToHashSet();
            var near = todos.Where(t => t.Due <= today.AddDays(1) && !known.Contains((KeyOf(t), true))).ToList();
            var fresh = todos.Where(t => !near.Contains(t) && !known.Contains((KeyOf(t), false)) && !known.Contains((KeyOf(t), true))).ToList();
            if (near.Count + fresh.Count > 0)
            {
                db.Mails.Add(NoticeText.OfDigest(actor, address.Address, today, near, fresh, todos.Count, new Uri(settings.PublicAddress), clock.GetUtcNow()));
            }

            var keys = todos.Select(KeyOf).ToHashSet();
            db.ToldTodos.RemoveRange(told.Where(t => !keys.Contains(t.Key) && t.On < today.AddDays(-Remembered)));
            db.ToldTodos.AddRange(near.Select(t => Told(t, true)).Concat(fresh.Select(t => Told(t, false))).DistinctBy(t => (t.Key, t.Near)));
            await db.SaveChangesAsync(ct);
            return true;

            ToldTodo Told(Todo todo, bool soon) => new() { UserId = actor.Id, Key = KeyOf(todo), Near = soon, On = today };
        },
        ct);
}
