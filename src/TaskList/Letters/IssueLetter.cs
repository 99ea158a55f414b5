using Commerce.Contracts.TaskList;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Letters;

/// <summary>A supervisor issues a letter under the number that the document system gave (督办函发出). One that goes on from a milder letter takes its place.</summary>
internal static class IssueLetter
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("ltr")] Guid LetterId, int ExpectedVersion, string Number, DateOnly IssuedOn) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var (now, number) = (clock.GetUtcNow(), input.Number.Trim());
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
            var before = letter.Escalates is { } milder ? await db.FindLetter(milder, ct) : null;
            if (Refused(input, number, letter, matter, before, now) is { } refusal)
            {
                return refusal;
            }

            var key = SupervisionLetter.KeyOf(input.IssuedOn.Year, number);
            if (await db.Letters.AnyAsync(l => l.NumberKey == key, ct))
            {
                return LetterErrors.NumberTaken(number);
            }

            if (before is not null)
            {
                before.GiveWay(number, actor.Id, actor.Name, now.DayInChina());
                letter.MatterKey = letter.OpenKey();
            }

            letter.Issue(number, input.IssuedOn, scene.List.Title, actor.Id, actor.Name, now);
            if ((await Count(letter, ct)).Error is { } uncounted)
            {
                return uncounted;
            }

            db.Acts.Add(scene.Act(
                TaskAction.LetterIssued, letter.MeasureId, actor.Id, actor.Name, now, input.IssuedOn, $"{letter.Addressee}：{number}（{letter.Colour.Short(true)}），{Lights.Day(letter.ReplyDueOn)}前回复"));
            db.Publish(
                new SupervisionIssued(
                    letter.Id, scene.List.Year, scene.Task.Number, await Number(letter, ct), letter.UnitId, GraphJson.EnumName(letter.Colour), number, input.IssuedOn, letter.ReplyDueOn, now),
                now);
            return letter.Id;
        }, ct);

        private static Error? Refused(Input input, string number, SupervisionLetter letter, Matter matter, SupervisionLetter? before, DateTimeOffset now) =>
            letter.State != LetterState.Draft ? LetterErrors.NotADraft
            : matter.Withdrawn ? TaskListErrors.WithdrawnSubject
            : matter.Done ? LetterErrors.MatterDone
            : number.Length is < 2 or > SupervisionLetter.NumberLength ? LetterErrors.NumberLength
            : input.IssuedOn < letter.DraftedOn || input.IssuedOn > now.DayInChina() ? LetterErrors.IssuedOnWrong
            : before is { State: not LetterState.Issued } ? LetterErrors.AnsweredMeanwhile
            : LetterRules.CheckLimit(letter.ReplyDueOn, now.DayInChina());

        private async Task<int?> Number(SupervisionLetter letter, CancellationToken ct) =>
            letter.MeasureId is { } id ? await db.Measures.Where(m => m.Id == id).Select(m => (int?)m.Number).FirstOrDefaultAsync(ct) : null;

        // For the measures of the letter's own task that ask for letters (对进展缓慢的项目下发督办函).
        private async Task<Result> Count(SupervisionLetter letter, CancellationToken ct)
        {
            var asking = (await db.MeasuresCounting(letter.ListId, CountedKind.Letter, ct)).Where(m => m.TaskId == letter.TaskId && m.Text.Contains("督办", StringComparison.Ordinal));
            return await db.Count(letter.ListId, [.. asking.Select(m => m.Id)], CountedKind.Letter, letter.Id, letter.Number!, letter.IssuedOn!.Value, ct);
        }
    }
}
