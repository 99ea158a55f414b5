using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Measures;

/// <summary>A supervisor writes down what a measure's text should say, beside the printed text, or how its standing is known.</summary>
internal static class CorrectMeasure
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("mea")] Guid MeasureId, int ExpectedVersion, string? CorrectedText = null, MeasureKind? Kind = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.FindMeasure(input.MeasureId, ct) is not { } measure)
            {
                return PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            var scene = await db.SceneOf(measure.TaskId, now, ct);
            if (!actor.Supervises(scene))
            {
                return PlatformErrors.Forbidden;
            }

            if (measure.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(measure.Version);
            }

            var text = string.IsNullOrWhiteSpace(input.CorrectedText) ? null : input.CorrectedText.Trim();
            if (text?.Length > Measure.TextLength)
            {
                return TaskListErrors.TextLength;
            }

            if (input.Kind is { } kind && kind != measure.Kind)
            {
                if (kind == MeasureKind.Computed || measure.Kind == MeasureKind.Computed)
                {
                    return TaskListErrors.KindIsTheSystems;
                }

                db.Acts.Add(scene.Act(TaskAction.KindChanged, measure.Id, actor.Id, actor.Name, now, null, $"{measure.Kind.Text(true)} → {kind.Text(true)}"));
                measure.Kind = kind;
            }

            if (text != measure.CorrectedText)
            {
                measure.CorrectedText = text == measure.Text ? null : text;
                db.Acts.Add(scene.Act(TaskAction.TextChanged, measure.Id, actor.Id, actor.Name, now, null, text is null ? "取消校正文字" : "校正：" + text));
            }

            return measure.Id;
        }, ct);
    }
}
