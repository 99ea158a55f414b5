using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Problems;

/// <summary>A special action (专项整治) is set up for a measure of the list, or its name and day are changed while no summary is filed.</summary>
internal static class SaveSpecialAction
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("mea")] Guid MeasureId, string Name, DateOnly SummaryDueOn, [property: IdOf("spa")] Guid? SpecialActionId = null, int? ExpectedVersion = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.FindMeasure(input.MeasureId, ct) is not { WithdrawnAt: null } measure)
            {
                return ProblemErrors.MeasureOfList;
            }

            var now = clock.GetUtcNow();
            var scene = await db.SceneOf(measure.TaskId, now, ct);
            if (!actor.SupervisesAll(scene.Units))
            {
                return PlatformErrors.Forbidden;
            }

            var known = input.SpecialActionId is { } id ? await db.SpecialActions.FirstOrDefaultAsync(a => a.Id == id, ct) : null;
            if (input.SpecialActionId is not null && known is null)
            {
                return PlatformErrors.NotFound;
            }

            if (Refused(input, known, scene) is { } refusal)
            {
                return refusal;
            }

            if (known is not null)
            {
                List<string> changed = [];
                if (known.Name != input.Name.Trim())
                {
                    changed.Add($"原名“{known.Name}”");
                }

                if (known.SummaryDueOn != input.SummaryDueOn)
                {
                    // The first day stays: the summary is held against it.
                    known.FirstSummaryDueOn ??= known.SummaryDueOn;
                    changed.Add($"总结时限由{Lights.Day(known.SummaryDueOn)}改为{Lights.Day(input.SummaryDueOn)}");
                }

                Tell(scene, measure, $"{input.Name.Trim()}{(changed.Count == 0 ? "" : "：" + string.Join('；', changed))}", now);
                (known.Name, known.SummaryDueOn, known.SavedById, known.SavedByName, known.SavedAt) = (input.Name.Trim(), input.SummaryDueOn, actor.Id, actor.Name, now);
                return known.Id;
            }

            var made = new SpecialAction
            {
                Id = Guid.CreateVersion7(now),
                ListId = measure.ListId,
                TaskId = measure.TaskId,
                MeasureId = measure.Id,
                Name = input.Name.Trim(),
                SummaryDueOn = input.SummaryDueOn,
                SavedById = actor.Id,
                SavedByName = actor.Name,
                SavedAt = now,
                Sample = scene.List.Sample,
            };
            db.SpecialActions.Add(made);
            Tell(scene, measure, $"{made.Name}：总结时限{Lights.Day(made.SummaryDueOn)}", now);
            return made.Id;
        }, ct);

        private void Tell(Scene scene, Measure measure, string note, DateTimeOffset now) =>
            db.Acts.Add(scene.Act(TaskAction.SpecialActionSaved, measure.Id, actor.Id, actor.Name, now, null, note));

        private static Error? Refused(Input input, SpecialAction? known, Scene scene) =>
            known is not null && known.Version != input.ExpectedVersion ? PlatformErrors.Stale(known.Version)
            : known is not null && known.MeasureId != input.MeasureId ? ProblemErrors.MeasureOfList
            : known?.Summary is not null ? ProblemErrors.SummarisedAlready
            : input.Name.Trim().Length is < 4 or > SpecialAction.NameLength ? ProblemErrors.TextLength("name", 4, SpecialAction.NameLength)
            : input.SummaryDueOn.Year != scene.List.Year ? ProblemErrors.SummaryDueYear(scene.List.Year)
            : null;
    }
}
