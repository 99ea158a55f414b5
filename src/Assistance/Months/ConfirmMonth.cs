using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Assistance;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Months;

/// <summary>A unit's leader stands for its figures of a month that is over (确认). Comes another row, it has to be done again.</summary>
internal static class ConfirmMonth
{
    /// <summary>Entries: how many rows the figures that were looked at are made of; one signs what one sees.</summary>
    public sealed record Input(string IdempotencyKey, [property: IdOf("mon")] Guid MonthId, [property: IdOf("ou")] Guid UnitId, int Entries) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, Demonstration demonstration, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (MonthId.Read(input.MonthId) is not { } month)
            {
                return PlatformErrors.NotFound.At("monthId");
            }

            if (!actor.Can(Capability.AssistanceConfirm, input.UnitId))
            {
                return actor.Can(Capability.AssistanceRead, input.UnitId) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            if (month >= now.MonthInChina())
            {
                return AssistanceErrors.MonthNotOver;
            }

            // Nothing is closed or counted between looking and signing.
            await db.TakeHead(ct);
            if (await db.FirstOpen(month, ct) != month)
            {
                return AssistanceErrors.AlreadyClosed;
            }

            var lines = await db.LinesOf(month, [input.UnitId], demonstration, ct);
            if (lines.Count == 0)
            {
                return AssistanceErrors.NotInTable;
            }

            var line = lines[0];
            if (line.Entries != input.Entries)
            {
                return AssistanceErrors.FiguresMoved(line.Entries);
            }

            db.MonthConfirmations.Add(new MonthConfirmation
            {
                Id = Guid.CreateVersion7(now),
                MonthNumber = month.Number,
                UnitId = input.UnitId,
                ById = actor.Id,
                ByName = actor.Name,
                At = now,
                Entries = line.Entries,
                Total = line.Total,
            });
            db.Publish(new MonthConfirmed(month.ToString(), input.UnitId, line.Total.Amount, line.Entries, now), now);
            return input.MonthId;
        }, ct);
    }
}
