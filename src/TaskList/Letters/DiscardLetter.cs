using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Letters;

/// <summary>A supervisor throws a draft away. What was issued stays for ever; of the draft the audit trail keeps the words.</summary>
internal static class DiscardLetter
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("ltr")] Guid LetterId, int ExpectedVersion) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.FindLetter(input.LetterId, ct) is not { } letter)
            {
                return PlatformErrors.NotFound;
            }

            if (actor.MayNotSupervise(letter, await db.SceneOf(letter.TaskId, clock.GetUtcNow(), ct)) is { } hidden)
            {
                return hidden;
            }

            if (letter.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(letter.Version);
            }

            if (letter.State != LetterState.Draft)
            {
                return LetterErrors.NotADraft;
            }

            if (letter.Escalates is { } milder && await db.FindLetter(milder, ct) is { } before)
            {
                before.EscalatedIn = null;
            }

            db.Letters.Remove(letter);
            return letter.TaskId;
        }, ct);
    }
}
