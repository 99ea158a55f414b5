using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Rounds;

/// <summary>The round was held: it is closed with what came of it, and counts once for each measure that it was opened for. Answers that are missing are named with the reason.</summary>
internal static class HoldRound
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("rnd")] Guid RoundId, int ExpectedVersion, DateOnly HeldOn, string Summary, IReadOnlyList<MissingUnit>? Missing = null) : IMutationInput;

    /// <summary>A unit whose answer is missing, and why.</summary>
    public sealed record MissingUnit([property: IdOf("ou")] Guid UnitId, string Reason);

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.FindRound(input.RoundId, ct) is not { } round)
            {
                return PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            var scene = await db.SceneOf(round.TaskId, now, ct);
            if (!actor.Supervises(scene))
            {
                return round.Units.Exists(u => actor.Can(Capability.TaskRead, u.UnitId)) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
            }

            var accepted = (await db.RoundAnswers.Where(a => a.RoundId == round.Id && a.State == RoundAnswerState.Accepted).Select(a => a.UnitId).ToListAsync(ct)).ToHashSet();
            if (Refused(input, round, accepted, now) is { } refusal)
            {
                return refusal;
            }

            foreach (var missing in input.Missing ?? [])
            {
                round.Units.Find(u => u.UnitId == missing.UnitId)!.MissingReason = missing.Reason.Trim();
            }

            round.Hold(input.HeldOn, input.Summary.Trim(), actor.Id, actor.Name, now);

            // What a later edition dropped, or is known otherwise by now, isn't counted any more.
            var counting = (await db.MeasuresCounting(round.ListId, CountedKind.Round, ct)).Select(m => m.Id).ToHashSet();
            Guid[] countsFor = [.. round.Measures.Where(m => m.Counts && counting.Contains(m.MeasureId)).Select(m => m.MeasureId)];
            if (await db.Count(round.ListId, countsFor, CountedKind.Round, round.Id, round.Title, input.HeldOn, ct) is { Failed: true } wrong)
            {
                return wrong.Error!;
            }

            db.Acts.Add(scene.Act(TaskAction.RoundHeld, null, actor.Id, actor.Name, now, input.HeldOn, $"{round.Title}（{accepted.Count}/{round.Units.Count} 个单位答复通过）"));
            return round.Id;
        }, ct);

        private static Error? Refused(Input input, Round round, HashSet<Guid> accepted, DateTimeOffset now)
        {
            if (round.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(round.Version);
            }

            if (round.State != RoundState.Open)
            {
                return RoundErrors.NotOpen;
            }

            if (input.Summary.Trim().Length is < 2 or > Round.SummaryLength)
            {
                return RoundErrors.SummaryLength;
            }

            if (input.HeldOn > now.DayInChina())
            {
                return RoundErrors.HeldAhead;
            }

            if (input.HeldOn < round.From)
            {
                return RoundErrors.HeldBefore(round.From);
            }

            var open = round.Units.Where(u => !accepted.Contains(u.UnitId)).OrderBy(u => u.Position).ToList();
            var reasons = (input.Missing ?? []).ToLookup(m => m.UnitId, m => m.Reason.Trim());
            if (reasons.Any(r => r.Count() > 1 || !open.Exists(u => u.UnitId == r.Key)))
            {
                return RoundErrors.NotMissing;
            }

            var unexplained = open.Where(u => reasons[u.UnitId].SingleOrDefault() is not { Length: >= 4 and <= 400 }).Select(u => u.Name).ToList();
            return unexplained.Count > 0 ? RoundErrors.StillOwing(unexplained) : null;
        }
    }
}
