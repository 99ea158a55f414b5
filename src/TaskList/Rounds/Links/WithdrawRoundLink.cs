using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Rounds.Links;

/// <summary>A link is withdrawn: from then on it opens as little as one that was never made. What was answered by it stays.</summary>
internal static class WithdrawRoundLink
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("rlk")] Guid LinkId) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.RoundLinks.FirstOrDefaultAsync(l => l.Id == input.LinkId, ct) is not { } link || await db.FindRound(link.RoundId, ct) is not { } round)
            {
                return PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            var scene = await db.SceneOf(round.TaskId, now, ct);
            if (!actor.Supervises(scene))
            {
                return PlatformErrors.NotFound;
            }

            if (link.WithdrawnAt is not null)
            {
                return RoundErrors.LinkWithdrawn;
            }

            link.Withdraw(actor.Id, actor.Name, now);
            db.Acts.Add(scene.Act(TaskAction.RoundLinkWithdrawn, null, actor.Id, actor.Name, now, null, $"{round.Title}（{scene.Units.NameOf(link.UnitId)}）"));
            return link.Id;
        }, ct);
    }
}
