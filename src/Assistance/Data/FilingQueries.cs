using Commerce.Assistance.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Data;

/// <summary>Questions about filings of the reserved share that several slices ask.</summary>
internal static class FilingQueries
{
    public static Task<ShareFiling?> FilingOf(this AssistanceDbContext db, int year, Guid unitId, CancellationToken ct) =>
        db.ShareFilings.Include(f => f.Versions).Include(f => f.Steps).SingleOrDefaultAsync(f => f.Year == year && f.UnitId == unitId, ct);

    /// <summary>Its versions and steps are its own: a change of them is a change of the filing, and raises its version.</summary>
    public static void Touch(this AssistanceDbContext db, ShareFiling filing)
    {
        if (db.Entry(filing).State != EntityState.Added)
        {
            db.Entry(filing).Property(f => f.ChangedAt).IsModified = true;
        }
    }

    /// <summary>Why the filing's last version can't be handed in or agreed to; null when it can.</summary>
    public static async Task<Error?> RefuseToFile(this AssistanceDbContext db, ShareFiling filing, CancellationToken ct)
    {
        var version = filing.Latest!;
        var ratio = await db.ShareRatios.AsNoTracking().Where(r => r.Year == filing.Year && r.EffectiveFrom <= version.EffectiveFrom).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        return ratio is null ? FilingErrors.NoRatioYet(filing.Year) : ratio.Refuse(version.Content) ?? await db.RefuseGroup(filing, version, ct);
    }

    // A representative files for itself and others: it isn't represented, nor without a canteen.
    private static async Task<Error?> RefuseGroup(this AssistanceDbContext db, ShareFiling filing, ShareFilingVersion version, CancellationToken ct)
    {
        if (version.Canteen is CanteenModel.Own or CanteenModel.Outsourced)
        {
            return null;
        }

        var others = await db.ShareFilings.AsNoTracking().Include(f => f.Versions).Where(f => f.Year == filing.Year && f.UnitId != filing.UnitId).ToListAsync(ct);
        if (version.RepresentativeId is { } representative && others.Find(f => f.UnitId == representative)?.Latest is { Canteen: CanteenModel.Shared or CanteenModel.None })
        {
            return FilingErrors.RepresentativeDoesNotFile(version.RepresentativeName ?? "");
        }

        var members = others.Where(f => f.Latest?.RepresentativeId == filing.UnitId).Select(f => f.UnitId).ToList();
        return members.Count == 0 ? null : FilingErrors.OthersRely(string.Join("、", await db.KnownNames.AsNoTracking().Where(n => members.Contains(n.Id)).Select(n => n.Name).OrderBy(n => n).ToListAsync(ct)));
    }
}
