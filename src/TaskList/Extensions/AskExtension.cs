using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Extensions;

/// <summary>A responsible unit asks for a later day, on or before the day itself, with the reason and how far it is (延期申请).</summary>
internal static class AskExtension
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("mst")] Guid MilestoneId, [property: IdOf("ou")] Guid UnitId, DateOnly NewDueOn, string Reason, string Progress) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (!actor.Can(Capability.TaskReport, input.UnitId))
            {
                return actor.Can(Capability.TaskRead, input.UnitId) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
            }

            if (await db.FindMilestone(input.MilestoneId, ct) is not { } milestone)
            {
                return PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            var scene = await db.SceneOf(milestone.TaskId, now, ct);
            if (Refused(input, milestone, scene, now) is { } refusal)
            {
                return refusal;
            }

            if (await db.Extensions.AnyAsync(e => e.MilestoneId == milestone.Id && e.State == ExtensionState.Requested, ct))
            {
                return TaskListErrors.AskedAlready;
            }

            var extension = new Extension
            {
                Id = Guid.CreateVersion7(now),
                MilestoneId = milestone.Id,
                TaskId = milestone.TaskId,
                ListId = milestone.ListId,
                UnitId = input.UnitId,
                NewDueOn = input.NewDueOn,
                Reason = input.Reason.Trim(),
                Progress = input.Progress.Trim(),
                RequestedById = actor.Id,
                RequestedByName = actor.Name,
                RequestedAt = now,
            };
            db.Extensions.Add(extension);
            db.Acts.Add(scene.Act(
                TaskAction.ExtensionAsked, milestone.OnlyMeasure, actor.Id, actor.Name, now, input.NewDueOn,
                $"{scene.Units.NameOf(input.UnitId)}：{milestone.Title} → {Lights.Day(input.NewDueOn)}。{extension.Reason}"));
            return extension.Id;
        }, ct);

        private static Error? Refused(Input input, Milestone milestone, Scene scene, DateTimeOffset now) =>
            milestone.WithdrawnAt is not null ? TaskListErrors.WithdrawnSubject
            : scene.Of(input.UnitId) is not { Role: not TaskRole.Cooperate } ? TaskListErrors.NotResponsible
            : milestone.Kind != MilestoneKind.Due ? TaskListErrors.NotDated
            : milestone.DoneOn is not null ? TaskListErrors.DoneAlready
            : now.DayInChina() > milestone.WorkingDueOn ? TaskListErrors.TooLateToExtend(milestone.WorkingDueOn!.Value)
            : input.NewDueOn <= milestone.WorkingDueOn ? TaskListErrors.NotLater(milestone.WorkingDueOn!.Value)
            : input.NewDueOn.Year > scene.List.Year + 2 ? TaskListErrors.TooFar
            : input.Reason.Trim().Length is < 4 or > Extension.ReasonLength ? TaskListErrors.ReasonLength("reason")
            : input.Progress.Trim().Length is < 4 or > Extension.ReasonLength ? TaskListErrors.ReasonLength("progress")
            : null;
    }
}
