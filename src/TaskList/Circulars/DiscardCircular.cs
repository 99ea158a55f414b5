using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.TaskList.Data;

namespace Commerce.TaskList.Circulars;

/// <summary>A supervisor throws a draft away; the audit trail keeps its words.</summary>
internal static class DiscardCircular
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("cir")] Guid CircularId, int ExpectedVersion) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var found = await db.CircularDraft(actor, input.CircularId, input.ExpectedVersion, ct);
            if (found.Failed)
            {
                return found.Error!;
            }

            db.Circulars.Remove(found.Value);
            return found.Value.ListId;
        }, ct);
    }
}
