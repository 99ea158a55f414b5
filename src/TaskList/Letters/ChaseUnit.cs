using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Letters;

/// <summary>A supervisor chases a unit about a measure or a milestone (催办): the word lands in its inbox until it reports.</summary>
internal static class ChaseUnit
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("ou")] Guid UnitId, string Word, [property: IdOf("mea")] Guid? MeasureId = null,
        [property: IdOf("mst")] Guid? MilestoneId = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var found = await db.MatterOf(input.MeasureId, input.MilestoneId, ct);
            if (found.Failed)
            {
                return found.Error!;
            }

            var (matter, now) = (found.Value, clock.GetUtcNow());
            var scene = await db.SceneOf(matter.TaskId, now, ct);
            if (!actor.Supervises(scene))
            {
                return PlatformErrors.Forbidden;
            }

            if (matter.Withdrawn)
            {
                return TaskListErrors.WithdrawnSubject;
            }

            if (matter.Done)
            {
                return LetterErrors.MatterDone;
            }

            if (scene.Of(input.UnitId) is null)
            {
                return TaskListErrors.NotResponsible;
            }

            if (await db.NobodyThere(scene.Units.ById(input.UnitId)!, ct))
            {
                return LetterErrors.NobodyThere(scene.Units.NameOf(input.UnitId));
            }

            var word = input.Word.Trim();
            if (word.Length is < 2 or > Chase.WordLength)
            {
                return LetterErrors.WordLength;
            }

            var chase = new Chase
            {
                Id = Guid.CreateVersion7(now),
                ListId = scene.List.Id,
                TaskId = matter.TaskId,
                MeasureId = matter.Measure?.Id,
                MilestoneId = matter.Milestone?.Id,
                UnitId = input.UnitId,
                Subject = matter.Words(scene.Task),
                Word = word,
                At = now,
                ById = actor.Id,
                ByName = actor.Name,
            };
            db.Chases.Add(chase);
            db.Acts.Add(scene.Act(TaskAction.Chased, matter.MeasureId, actor.Id, actor.Name, now, null, $"{scene.Units.NameOf(input.UnitId)}：{word}"));
            return chase.Id;
        }, ct);
    }
}
