using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Reports;

/// <summary>Guide figures of units as they stand, or as they stood on a day.</summary>
internal sealed class ReadGuides(AssistanceDbContext db, TimeProvider clock)
{
    /// <summary>The units that take part in the year, with the figure for all that they buy if they have one.</summary>
    public async Task<IReadOnlyDictionary<Guid, Money?>> Of(int year, IReadOnlyCollection<Guid> units, DateOnly? knownOn, CancellationToken ct)
    {
        var today = clock.GetUtcNow().DayInChina();
        return await db.Commitments.AsNoTracking().Include(c => c.Versions)
            .Where(c => c.Year == year && c.Scope == CommitmentScope.OwnGuide && c.VillageId == Guid.Empty && c.Purpose == GuidePurpose.All && units.Contains(c.UnitId))
            .ToDictionaryAsync(c => c.UnitId, c => knownOn is { } day ? c.On(day)?.Target : c.TargetOn(today), ct);
    }
}
