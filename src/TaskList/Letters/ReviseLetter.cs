using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Letters;

/// <summary>A supervisor rewrites a draft: its colour, demand and limit.</summary>
internal static class ReviseLetter
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("ltr")] Guid LetterId, int ExpectedVersion, string Demand, DateOnly ReplyDueOn, LetterColour Colour,
        string? RaisedReason = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var now = clock.GetUtcNow();
            if (await db.FindLetter(input.LetterId, ct) is not { } letter)
            {
                return PlatformErrors.NotFound;
            }

            var scene = await db.SceneOf(letter.TaskId, now, ct);
            if (actor.MayNotSupervise(letter, scene) is { } hidden)
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

            // One that goes on from another is at least a step graver than that.
            var least = letter.Escalates is { } milder && await db.FindLetter(milder, ct) is { } before ? before.Colour + 1 : letter.Derived;
            var reason = string.IsNullOrWhiteSpace(input.RaisedReason) ? letter.RaisedReason : input.RaisedReason.Trim();
            var colour = input.Colour < least ? LetterErrors.BelowTheLight(least.Value) : LetterRules.Colour(letter.Derived, input.Colour, reason);
            if (colour.Error is { } wrong)
            {
                return wrong;
            }

            if (LetterRules.Check(input.Demand, input.ReplyDueOn, now.DayInChina()) is { } refusal)
            {
                return refusal;
            }

            letter.Colour = colour.Value;
            letter.RaisedReason = colour.Value == letter.Derived && letter.Escalates is null ? null : reason;
            (letter.Demand, letter.ReplyDueOn) = (input.Demand.Trim(), input.ReplyDueOn);
            return letter.Id;
        }, ct);
    }
}
