using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Letters;

/// <summary>The limit passed without an answer: a supervisor drafts the next letter, a colour graver (升级督办). It takes the place of this one when it is issued.</summary>
internal static class EscalateLetter
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("ltr")] Guid LetterId, int ExpectedVersion, string Demand, DateOnly ReplyDueOn) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TaskListOptions options, TimeProvider clock)
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

            var matter = await db.MatterOf(letter, ct);
            if (Refused(input, letter, matter, now) is { } refusal)
            {
                return refusal;
            }

            // A step up; where the light itself has become graver than that, as grave as the light.
            var light = matter.Light(new Standing((await db.Rows(scene.List.Id, scene.Units, ct))!, now.DayInChina(), options.Lights));
            var step = letter.Colour + 1;
            var colour = LetterWords.Of(light) is { } derived && derived > step ? derived : step;
            var next = DraftLetter.Draft(
                new(scene, matter, letter.UnitId, light), colour, $"{letter.Number}要求{Lights.Day(letter.ReplyDueOn)}前回复，到期未回复，升级督办", input.Demand, input.ReplyDueOn, letter.Id, null, actor, now);
            db.Letters.Add(next);
            letter.EscalatedIn = next.Id;
            return next.Id;
        }, ct);

        private static Error? Refused(Input input, SupervisionLetter letter, Matter matter, DateTimeOffset now) =>
            letter.EscalatedIn is not null ? LetterErrors.EscalatedAlready
            : letter.StateOn(now.DayInChina()) != LetterState.Overdue ? LetterErrors.NotOverdue
            : letter.Colour == LetterColour.Red ? LetterErrors.GravestAlready
            : matter.Withdrawn ? TaskListErrors.WithdrawnSubject
            : matter.Done ? LetterErrors.MatterDone
            : LetterRules.Check(input.Demand, input.ReplyDueOn, now.DayInChina());
    }
}
