using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Letters;

/// <summary>A supervisor closes a letter whose answer does (督办办结).</summary>
internal static class CloseLetter
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("ltr")] Guid LetterId, int ExpectedVersion, string? Comment = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var now = clock.GetUtcNow();
            var answered = await db.Answered(actor, input.LetterId, input.ExpectedVersion, now, ct);
            if (answered.Failed)
            {
                return answered.Error!;
            }

            var comment = input.Comment?.Trim() is { Length: > 0 } said ? said : null;
            if (comment?.Length > 1000)
            {
                return TaskListErrors.ReasonLength("comment");
            }

            var (letter, scene) = answered.Value;
            letter.Close(comment, actor.Id, actor.Name, now.DayInChina());
            db.Acts.Add(scene.Act(
                TaskAction.LetterClosed, letter.MeasureId, actor.Id, actor.Name, now, null, $"{letter.Addressee}：{letter.Number}{(comment is null ? "" : "。" + comment)}"));
            return letter.Id;
        }, ct);
    }
}
