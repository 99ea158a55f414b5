using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Letters;

/// <summary>A supervisor sends an answer back with the reason, and until when another one is expected.</summary>
internal static class ReturnLetter
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("ltr")] Guid LetterId, int ExpectedVersion, string Reason, DateOnly ReplyDueOn) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var (now, reason) = (clock.GetUtcNow(), input.Reason.Trim());
            var answered = await db.Answered(actor, input.LetterId, input.ExpectedVersion, now, ct);
            if (answered.Failed)
            {
                return answered.Error!;
            }

            if (reason.Length is < 4 or > 1000)
            {
                return TaskListErrors.ReasonLength("reason");
            }

            if (LetterRules.CheckLimit(input.ReplyDueOn, now.DayInChina()) is { } refusal)
            {
                return refusal;
            }

            var (letter, scene) = answered.Value;
            letter.SendBack(reason, input.ReplyDueOn, actor.Id, actor.Name, now);
            db.Acts.Add(scene.Act(TaskAction.LetterReturned, letter.MeasureId, actor.Id, actor.Name, now, input.ReplyDueOn, $"{letter.Addressee}：{letter.Number}。{reason}"));
            return letter.Id;
        }, ct);
    }
}
