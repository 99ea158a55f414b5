using System.Security.Cryptography;
using System.Text.Json;
using Commerce.Platform.Audit;
using Commerce.Platform.Databases;
using Commerce.Platform.Faults;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Platform.Idempotency;

/// <summary>The input of a mutation.</summary>
public interface IMutationInput
{
    /// <summary>1-255 printable ASCII characters, chosen by the client; the same key with the same body is the same request, for ever.</summary>
    string IdempotencyKey { get; }
}

/// <summary>The answer to a mutation.</summary>
/// <param name="Id">The thing it made or changed; null when refused.</param>
/// <param name="Error">Why it was refused; null when done.</param>
/// <param name="Replayed">True when this key had been answered before: the same id and error come again.</param>
public sealed record Outcome(Guid? Id, Error? Error, bool Replayed)
{
    /// <summary>Refused before anything was looked at.</summary>
    public static Outcome Refused(Error error) => new(null, error, false);
}

/// <summary>Runs a mutation exactly once per key: its effect, its events, its audit entry and its answer commit together.</summary>
/// <param name="actor">Who asks; keys of other people are out of sight.</param>
/// <param name="clock">Server time.</param>
/// <param name="bell">Told after a commit that events wait.</param>
public sealed class Once(Actor actor, TimeProvider clock, OutboxBell bell)
{
    /// <summary>Runs <paramref name="work"/>, or gives the answer it gave before.</summary>
    /// <param name="db">The module's context. The work adds, changes and calls <see cref="ModuleDbContext.Publish"/>; it doesn't save.</param>
    /// <param name="input">The whole input; its declaring slice is the operation's name.</param>
    /// <param name="work">Gives the id of what it made or changed. A refusal changes nothing.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<Outcome> Run<TInput>(ModuleDbContext db, TInput input, Func<Task<Result<Guid>>> work, CancellationToken ct)
        where TInput : IMutationInput
    {
        var key = input.IdempotencyKey;
        if (!IsKey(key))
        {
            return Outcome.Refused(PlatformErrors.BadKey);
        }

        var operation = typeof(TInput).DeclaringType?.Name ?? typeof(TInput).Name;
        var hash = Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(input, GraphJson.Options)));
        var published = false;
        var outcome = await db.InTransaction(
            async transaction =>
            {
                published = false;
                var known = await db.IdempotencyKeys.AsNoTracking()
                    .FirstOrDefaultAsync(e => e.ActorId == actor.Id && e.Operation == operation && e.Key == key, ct);
                if (known is not null)
                {
                    return known.RequestHash == hash
                        ? new Outcome(known.ResultId, known.Error is null ? null : JsonSerializer.Deserialize<Error>(known.Error, GraphJson.Options), true)
                        : Outcome.Refused(PlatformErrors.KeyReused);
                }

                Failpoint.Reach("mutation.begun", operation);
                await transaction.CreateSavepointAsync("work", ct);
                var result = await work();
                if (result.Failed)
                {
                    await transaction.RollbackToSavepointAsync("work", ct);
                    db.ChangeTracker.Clear();
                    db.ForgetAfterCommit();
                }

                var now = clock.GetUtcNow();
                published = db.ChangeTracker.Entries<OutboxEvent>().Any();
                if (!result.Failed)
                {
                    db.AuditTrail.Add(AuditEntry.Of(db, actor, operation, result.Value, now));
                }

                db.IdempotencyKeys.Add(new IdempotencyEntry
                {
                    ActorId = actor.Id,
                    Operation = operation,
                    Key = key,
                    RequestHash = hash,
                    ResultId = result.Failed ? null : result.Value,
                    Error = result.Failed ? JsonSerializer.Serialize(result.Error, GraphJson.Options) : null,
                    At = now,
                });
                await db.SaveChangesAsync(ct);
                Failpoint.Reach("mutation.saved", operation);
                return new Outcome(result.Failed ? null : result.Value, result.Error, false);
            },
            ct);
        Failpoint.Reach("mutation.committed", operation);
        if (published)
        {
            bell.Ring();
        }

        return outcome;
    }

    private static bool IsKey(string? key) => key is { Length: >= 1 and <= 255 } && key.All(c => c is >= ' ' and <= '~');
}
