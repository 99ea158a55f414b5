using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Rounds;

/// <summary>A supervisor accepts an answer: its figures stand from then on as typed by the unit (填报), with the round as their ground. Percentages and words stay in the answer.</summary>
internal static class AcceptAnswer
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("ran")] Guid AnswerId, int ExpectedVersion) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var now = clock.GetUtcNow();
            var found = await ToReview.Find(db, actor, input.AnswerId, input.ExpectedVersion, now, ct);
            if (found.Failed)
            {
                return found.Error!;
            }

            var (answer, round, scene) = found.Value;
            answer.Accept(actor.Id, actor.Name, now);

            // The period's last day; before it is over, today: a figure doesn't speak of days to come.
            var on = round.To <= now.DayInChina() ? round.To : now.DayInChina();
            var place = round.Metrics.ToDictionary(m => m.MetricId, m => m.Position);
            db.MetricValues.AddRange(answer.Figures.OrderBy(f => place[f.MetricId]).Select(f => new MetricValue
            {
                Id = Guid.CreateVersion7(now),
                MetricId = f.MetricId,
                ListId = round.ListId,
                UnitId = answer.UnitId,
                Value = f.Value,
                On = on,
                Evidence = $"调度：{round.Title}",
                ById = answer.AnsweredById,
                ByName = answer.AnsweredByName,
                At = now,
            }));
            db.Acts.Add(scene.Act(TaskAction.RoundAccepted, null, actor.Id, actor.Name, now, on, $"{round.Title}（{scene.Units.NameOf(answer.UnitId)}）"));
            return answer.Id;
        }, ct);
    }
}
