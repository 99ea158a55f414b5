using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Rounds;

/// <summary>A unit answers a round: kept as a draft, or handed in. What was handed in stays; after it was sent back the next version follows.</summary>
internal static class AnswerRound
{
    /// <param name="IdempotencyKey">The request.</param>
    /// <param name="RoundId">The round.</param>
    /// <param name="UnitId">For which unit.</param>
    /// <param name="HandIn">False keeps a draft.</param>
    /// <param name="Narrative">How far it is.</param>
    /// <param name="ExpectedVersion">Of the draft that is written over; null when there is none.</param>
    /// <param name="Figures">Those that the round asks for, as far as the unit has them.</param>
    /// <param name="Percents">For the measures that ask for one.</param>
    /// <param name="FileIds">Files handed in before, by this person or with an earlier version.</param>
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("rnd")] Guid RoundId, [property: IdOf("ou")] Guid UnitId, bool HandIn, string Narrative, int? ExpectedVersion = null,
        IReadOnlyList<GivenFigure>? Figures = null, IReadOnlyList<GivenPercent>? Percents = null, [property: IdOf("fil")] IReadOnlyList<Guid>? FileIds = null) : IMutationInput;

    /// <summary>A figure as it is given.</summary>
    /// <param name="MetricId">Of the task or of a measure.</param>
    /// <param name="Value">How much.</param>
    /// <param name="ProjectFigureId">In a round on a project: one of its own.</param>
    public sealed record GivenFigure([property: IdOf("met")] Guid? MetricId, decimal Value, [property: IdOf("pfg")] Guid? ProjectFigureId = null)
    {
        internal Guid Figure => MetricId ?? ProjectFigureId ?? Guid.Empty;
    }

    /// <summary>A percentage as it is given.</summary>
    public sealed record GivenPercent([property: IdOf("mea")] Guid MeasureId, int Percent);

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, FileStore files, TimeProvider clock)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            // The files lie in the house's own database: looked up before the module's transaction begins.
            Guid[] wanted = [.. (input.FileIds ?? []).Distinct()];
            var own = await files.Own(TaskListModule.Evidence, wanted, ct);
            return await once.Run(db, input, async () =>
            {
                if (!actor.Can(Capability.TaskReport, input.UnitId))
                {
                    return actor.Can(Capability.TaskRead, input.UnitId) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
                }

                if (await db.FindRound(input.RoundId, ct) is not { } round || !round.Units.Exists(u => u.UnitId == input.UnitId))
                {
                    return PlatformErrors.NotFound;
                }

                if (round.State != RoundState.Open)
                {
                    return RoundErrors.NotOpen;
                }

                var earlier = await db.AnswersOf(round.Id, input.UnitId, ct);
                var draft = earlier.LastOrDefault(a => a.State == RoundAnswerState.Draft);
                if (draft is null && earlier.LastOrDefault() is { State: RoundAnswerState.Answered or RoundAnswerState.Accepted } standing)
                {
                    return standing.State == RoundAnswerState.Accepted ? RoundErrors.AcceptedAlready : RoundErrors.AnsweredAlready;
                }

                if (draft is not null && draft.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(draft.Version);
                }

                // Files of an earlier version may stay, whoever of the unit handed them in.
                var known = earlier.SelectMany(a => a.Files).DistinctBy(f => f.FileId).ToDictionary(f => f.FileId, f => f.Name);
                if (!wanted.All(w => known.ContainsKey(w) || own.ContainsKey(w)))
                {
                    return TaskListErrors.NoSuchFile;
                }

                if ((input.Figures ?? []).GroupBy(f => f.Figure).Any(g => g.Count() > 1))
                {
                    return RoundErrors.FigureNotAsked;
                }

                if ((input.Percents ?? []).GroupBy(p => p.MeasureId).Any(g => g.Count() > 1))
                {
                    return RoundErrors.PercentTwice;
                }

                var content = new AnswerContent(
                    input.Narrative.Trim(), (input.Figures ?? []).ToDictionary(f => f.Figure, f => f.Value), (input.Percents ?? []).ToDictionary(p => p.MeasureId, p => p.Percent),
                    wanted.ToDictionary(w => w, w => known.TryGetValue(w, out var name) ? name : own[w].Name));
                if (content.Refused(round, input.HandIn) is { } refusal)
                {
                    return refusal;
                }

                var now = clock.GetUtcNow();
                if (draft is null)
                {
                    db.RoundAnswers.Add(draft = new RoundAnswer
                    {
                        Id = Guid.CreateVersion7(now),
                        RoundId = round.Id,
                        ListId = round.ListId,
                        UnitId = input.UnitId,
                        Number = (earlier.LastOrDefault()?.Number ?? 0) + 1,
                    });
                }

                draft.Write(content, input.HandIn, actor.Id, actor.Name, now);
                if (input.HandIn)
                {
                    var scene = await db.SceneOf(round.TaskId, now, ct);
                    db.Acts.Add(scene.Act(TaskAction.RoundAnswered, null, actor.Id, actor.Name, now, null, $"{round.Title}（{scene.Units.NameOf(input.UnitId)}）"));
                }

                return draft.Id;
            }, ct);
        }
    }
}
