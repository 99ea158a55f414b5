using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Statements;

/// <summary>The other side answers a difference.</summary>
internal static class AnswerDifference
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("std")] Guid DifferenceId, string Answer) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                var statementId = await db.StatementDifferences.Where(d => d.Id == input.DifferenceId).Select(d => d.StatementId).SingleOrDefaultAsync(ct);
                if (await db.StatementFor(actor, statementId, ct) is not { } statement)
                {
                    return PlatformErrors.NotFound;
                }

                return actor.SideOf(Capability.StatementConfirm, statement) is not { } side ? PlatformErrors.Forbidden
                    : statement.Answer(input.DifferenceId, side, input.Answer, actor.Person(), clock.GetUtcNow()) is { Error: { } refused } ? refused
                    : statement.Id;
            },
            ct);
    }
}
