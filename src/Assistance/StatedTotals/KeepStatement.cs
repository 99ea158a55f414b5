using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Inbox;
using Commerce.SharedKernel;

namespace Commerce.Assistance.StatedTotals;

/// <summary>Keeps what ordering says of itself, to prove the ledger against; the highest statement is the valid one.</summary>
internal sealed class KeepStatement(AssistanceDbContext db) : IHandle<AcceptedTotalsStated>
{
    public async Task<Taken> Handle(AcceptedTotalsStated fact, EventContext context, CancellationToken ct)
    {
        if (!Month.TryParse(fact.Month, out var month) || !Money.IsExact(fact.Amount))
        {
            return Taken.Refused($"{fact.Amount} in {fact.Month} is no amount of a month");
        }

        var fen = Money.Of(fact.Amount).Fen;
        if (await db.StatedTotals.FindAsync([fact.CountsForUnitId, month.Number, fact.VillageId], ct) is not { } known)
        {
            db.StatedTotals.Add(new StatedTotal
            {
                UnitId = fact.CountsForUnitId,
                VillageId = fact.VillageId,
                MonthNumber = month.Number,
                AmountFen = fen,
                Lines = fact.Lines,
                Statement = fact.Statement,
            });
        }
        else if (known.Statement < fact.Statement)
        {
            known.AmountFen = fen;
            known.Lines = fact.Lines;
            known.Statement = fact.Statement;
        }

        return Taken.Done;
    }
}
