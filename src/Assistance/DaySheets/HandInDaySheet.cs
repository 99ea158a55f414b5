using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.DaySheets;

/// <summary>Hands a written day sheet in (提交): from here on it waits for a second person.</summary>
internal static class HandInDaySheet
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("ds")] Guid SheetId, int ExpectedVersion) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.DaySheets.SingleOrDefaultAsync(s => s.Id == input.SheetId, ct) is not { } sheet || !actor.Can(Capability.DaySheetRead, sheet.UnitId))
            {
                return PlatformErrors.NotFound.At("sheetId");
            }

            if (!actor.Can(Capability.DaySheetWrite, sheet.UnitId))
            {
                return PlatformErrors.Forbidden;
            }

            return sheet.Submit(input.ExpectedVersion, new Signer(actor.Id, actor.Name), LedgerEntry.Kept(clock.GetUtcNow())) is { Error: { } refusal } ? refusal : sheet.Id;
        }, ct);
    }
}
