using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Extensions;

/// <summary>Somebody else decides on a request for more time. Approved, the working day moves; the original stays for the assessment.</summary>
internal static class DecideExtension
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("ext")] Guid ExtensionId, int ExpectedVersion, bool Approve, string? Comment = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.Extensions.FirstOrDefaultAsync(e => e.Id == input.ExtensionId, ct) is not { } extension)
            {
                return PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            var scene = await db.SceneOf(extension.TaskId, now, ct);
            if (!actor.Supervises(scene))
            {
                return actor.SeesReportsOf(extension.UnitId, scene.Answering) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
            }

            var comment = string.IsNullOrWhiteSpace(input.Comment) ? null : input.Comment.Trim();
            if (extension.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(extension.Version);
            }

            if (extension.State != ExtensionState.Requested)
            {
                return TaskListErrors.DecidedAlready;
            }

            if (extension.RequestedById == actor.Id)
            {
                return TaskListErrors.OwnRequest;
            }

            if (comment?.Length > 400 || (!input.Approve && comment is not { Length: >= 4 }))
            {
                return TaskListErrors.ReasonLength("comment");
            }

            var milestone = await db.Milestones.Include(m => m.Measures).SingleAsync(m => m.Id == extension.MilestoneId, ct);
            if (milestone.WithdrawnAt is not null)
            {
                return TaskListErrors.WithdrawnSubject;
            }

            if (milestone.DoneOn is not null)
            {
                return TaskListErrors.DoneAlready;
            }

            extension.Decide(input.Approve, actor.Id, actor.Name, comment, now);
            if (input.Approve)
            {
                milestone.Extend(extension.NewDueOn);
            }

            db.Acts.Add(scene.Act(
                input.Approve ? TaskAction.ExtensionApproved : TaskAction.ExtensionRefused, milestone.OnlyMeasure, actor.Id, actor.Name, now, extension.NewDueOn,
                $"{milestone.Title} → {Lights.Day(extension.NewDueOn)}{(comment is null ? "" : "：" + comment)}"));
            return extension.Id;
        }, ct);
    }
}
