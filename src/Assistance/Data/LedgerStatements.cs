using Commerce.Assistance.Domain;
using Commerce.Contracts.Assistance;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Data;

/// <summary>How rows of the ledger are told to the other modules.</summary>
internal static class LedgerStatements
{
    /// <summary>States rows with the names that are known by then.</summary>
    public static async Task State(this AssistanceDbContext db, IReadOnlyList<LedgerEntry> entries, CancellationToken ct)
    {
        var ids = entries.SelectMany(e => (Guid[])[e.VillageId, e.ProductId]).Distinct().ToList();
        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        foreach (var fresh in db.KnownNames.Local)
        {
            names[fresh.Id] = fresh.Name;
        }

        db.Publish(new LedgerRowsRecorded([.. entries.Select(e => Row(e, names))]), entries[0].RecordedAt);
    }

    private static LedgerRow Row(LedgerEntry e, Dictionary<Guid, string> names) => new(
        e.Id, e.Sequence, GraphJson.EnumName(e.Kind), GraphJson.EnumName(e.Purpose), e.UnitId, e.UnitName,
        e.VillageId == Guid.Empty ? null : e.VillageId, names.GetValueOrDefault(e.VillageId), e.ProductId, names.GetValueOrDefault(e.ProductId) ?? "",
        new Month(e.MonthNumber).ToString(), e.CrossesYear, Money.FromFen(e.AmountFen).Amount, e.DocumentNumber,
        e.OrderId == Guid.Empty ? null : e.OrderId, e.OccurredAt, e.Sample);
}
