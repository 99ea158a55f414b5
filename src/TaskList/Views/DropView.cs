using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Views;

/// <summary>A person drops a view; somebody else's looks as if it didn't exist.</summary>
internal static class DropView
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("svw")] Guid ViewId) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.SavedViews.SingleOrDefaultAsync(v => v.Id == input.ViewId && v.PersonId == actor.Id, ct) is not { } view)
            {
                return PlatformErrors.NotFound;
            }

            db.SavedViews.Remove(view);
            return view.Id;
        }, ct);
    }
}
