using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Members;

/// <summary>A supervisor says which units an open group (有关…) means for a task; from then on they must report.</summary>
internal static class NameMembers
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("tsk")] Guid TaskId, int ExpectedVersion, string Group, [property: IdOf("ou")] IReadOnlyList<Guid> UnitIds) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (!await db.Tasks.AnyAsync(t => t.Id == input.TaskId, ct))
            {
                return PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            var scene = await db.SceneOf(input.TaskId, now, ct);
            if (!actor.SupervisesAll(scene.Units))
            {
                return PlatformErrors.Forbidden;
            }

            if (scene.Task.Version != input.ExpectedVersion)
            {
                return PlatformErrors.Stale(scene.Task.Version);
            }

            var group = await db.Responsibilities.Include(r => r.Named).Where(r => r.TaskId == input.TaskId && r.Name == input.Group).FirstOrDefaultAsync(ct);
            if (group is null || !UnitNames.IsOpen(group.Name))
            {
                return TaskListErrors.NotAnOpenGroup.At("group");
            }

            // A group that nobody has set up, such as the counties' authorities, takes any known unit outside the department's own.
            var wanted = input.UnitIds.ToHashSet();
            var members = scene.Units.MembersOf(group.Name, Commerce.SharedKernel.ChinaTime.DayInChina(now)).ToHashSet();
            if (!wanted.All(w => scene.Units.ById(w) is not null && (members.Count == 0 || members.Contains(w))))
            {
                return TaskListErrors.NotOfTheGroup;
            }

            group.Named.RemoveAll(n => !wanted.Contains(n.UnitId));
            group.Named.AddRange(wanted.Where(w => !group.Named.Exists(n => n.UnitId == w)).Select(w => new NamedMember { ResponsibilityId = group.Id, UnitId = w }));
            db.Entry(scene.Task).Property(t => t.DeadlineText).IsModified = true; // The version rises with the members, which are rows of their own.
            db.Acts.Add(scene.Act(
                TaskAction.MembersNamed, null, actor.Id, actor.Name, now, null,
                $"{group.Printed}：{(wanted.Count == 0 ? "未指明" : string.Join("、", wanted.Select(scene.Units.NameOf)))}"));
            return scene.Task.Id;
        }, ct);
    }
}
