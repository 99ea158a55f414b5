using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Circulars;

/// <summary>A supervisor issues a circular under the number that the document system gave (印发). Document and words are kept byte for byte, and it counts for the measures that were chosen.</summary>
internal static class IssueCircular
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("cir")] Guid CircularId, int ExpectedVersion, string Number, DateOnly IssuedOn,
        [property: IdOf("mea")] IReadOnlyList<Guid> CountsForIds) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var (now, number) = (clock.GetUtcNow(), input.Number.Trim());
            var found = await db.CircularDraft(actor, input.CircularId, input.ExpectedVersion, ct);
            if (found.Failed)
            {
                return found.Error!;
            }

            var circular = found.Value;
            if (number.Length is < 2 or > Circular.NumberLength)
            {
                return CircularErrors.NumberLength;
            }

            if (input.IssuedOn < circular.AsOf || input.IssuedOn > now.DayInChina())
            {
                return CircularErrors.IssuedOnWrong;
            }

            var key = Circular.KeyOf(input.IssuedOn.Year, number);
            if (await db.Circulars.AnyAsync(c => c.NumberKey == key, ct))
            {
                return CircularErrors.NumberTaken(number);
            }

            if ((await db.Count(circular.ListId, input.CountsForIds, CountedKind.Circular, circular.Id, $"{number} {circular.Title}", input.IssuedOn, ct)).Error is { } uncounted)
            {
                return uncounted.At("countsForIds");
            }

            circular.Issue(number, input.IssuedOn, actor.Id, actor.Name, now);
            db.CircularDocuments.Add(CircularPaper.Freeze(circular));
            return circular.Id;
        }, ct);
    }
}
