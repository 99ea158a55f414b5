using Commerce.Platform.Idempotency;
using Commerce.TaskList.Data;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Rounds.Links;

/// <summary>A link was opened: counted, and written down in the audit trail like everything that is done by it.</summary>
internal static class UseRoundLink
{
    public sealed record Input(string IdempotencyKey, Guid LinkId) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var now = clock.GetUtcNow();
            if (await db.RoundLinks.FirstOrDefaultAsync(l => l.Id == input.LinkId, ct) is not { } link)
            {
                return PlatformErrors.NotFound;
            }

            link.Use(now);
            return link.Id;
        }, ct);
    }
}
