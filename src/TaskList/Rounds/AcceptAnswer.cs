using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Rounds;

/// <summary>A supervisor accepts an answer: its figures stand from then on as reported (填报), added to the accepted parts of other units, with the round as their ground; in a round on a project they are the project's own. Percentages and words stay in the answer.</summary>
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
            var on = RoundQueries.SpeaksOf(round.To, now);
            db.Acts.Add(scene.Act(TaskAction.RoundAccepted, null, actor.Id, actor.Name, now, on, $"{round.Title}（{scene.Units.NameOf(answer.UnitId)}）"));
            if (round.ProjectId is not null)
            {
                db.AddRange(AcceptedFigures.OfProject(round, answer, on, now));
                return answer.Id;
            }

            var others = await Others(round, answer.UnitId, ct);
            Guid[] asked = [.. round.Metrics.Select(m => m.MetricId)];
            var metrics = await db.Metrics.AsNoTracking().Where(m => asked.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
            db.MetricValues.AddRange(AcceptedFigures.Of(round, answer, others, metrics, on, now));
            return answer.Id;
        }, ct);

        // What other units of this round said last and was accepted, here or in earlier rounds on the task; the latest last.
        private async Task<List<RoundAnswer>> Others(Round round, Guid unitId, CancellationToken ct)
        {
            var order = (await db.Rounds.Where(r => r.TaskId == round.TaskId && r.ProjectId == null && (r.Id == round.Id || r.To < round.To))
                .OrderBy(r => r.To).ThenBy(r => r.Position).Select(r => r.Id).ToListAsync(ct)).Select((id, place) => (id, place)).ToDictionary(r => r.id, r => r.place);
            Guid[] rounds = [.. order.Keys];
            Guid[] units = [.. round.Units.Select(u => u.UnitId).Where(u => u != unitId)];
            var said = await db.RoundAnswers.AsNoTracking().Include(a => a.Figures)
                .Where(a => rounds.Contains(a.RoundId) && units.Contains(a.UnitId) && a.State == RoundAnswerState.Accepted).ToListAsync(ct);
            return [.. said.OrderBy(a => order[a.RoundId]).ThenBy(a => a.Position)];
        }
    }
}
