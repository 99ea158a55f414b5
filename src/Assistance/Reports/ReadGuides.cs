using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Reports;

/// <summary>Guide figures of units as they stand, or as they stood on a day.</summary>
internal sealed class ReadGuides(AssistanceDbContext db)
{
    /// <summary>The units that take part in the year, with their figure if they have one.</summary>
    public async Task<IReadOnlyDictionary<Guid, Money?>> Of(int year, IReadOnlyCollection<Guid> units, DateOnly? knownOn, CancellationToken ct) =>
        await db.Commitments.AsNoTracking().Where(c => c.Year == year && c.Scope == CommitmentScope.OwnGuide && units.Contains(c.UnitId)).ToDictionaryAsync(c => c.UnitId, c => knownOn is null ? c.Target : null, ct);
}
