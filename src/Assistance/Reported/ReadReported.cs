using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Assistance.Reported;

/// <summary>A typed figure that holds, with the versions before it.</summary>
internal sealed record ReportedRow(VillageFigure Figure, string Village, IReadOnlyList<VillageFigure> Earlier);

/// <summary>A village that may be chosen.</summary>
internal sealed record ReportedVillage(Guid Id, string Name);

/// <summary>Reads what was typed. A village is nobody's unit: whoever may read the ledger may read this.</summary>
internal sealed class ReadReported(AssistanceDbContext db, Actor actor)
{
    public async Task<IReadOnlyList<ReportedRow>> Read(int year, CancellationToken ct)
    {
        if (!actor.Can(Capability.AssistanceRead))
        {
            return [];
        }

        var all = await db.VillageFigures.AsNoTracking().Where(f => f.Year == year).ToListAsync(ct);
        var names = (await Villages(ct)).ToDictionary(v => v.Id, v => v.Name);
        return
        [
            .. all.GroupBy(f => (f.VillageId, f.Quarter)).Select(g => g.OrderByDescending(f => f.Number).ToList())
                .Select(g => new ReportedRow(g[0], names.GetValueOrDefault(g[0].VillageId, ""), [.. g.Skip(1)]))
                .OrderBy(r => r.Village, StringComparer.Ordinal).ThenBy(r => r.Figure.Quarter),
        ];
    }

    public async Task<IReadOnlyDictionary<Guid, VillageFigure>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct) => actor.Can(Capability.AssistanceRead)
        ? await db.VillageFigures.AsNoTracking().Where(f => ids.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct)
        : new Dictionary<Guid, VillageFigure>();

    public async Task<IReadOnlyList<ReportedVillage>> Villages(CancellationToken ct)
    {
        var ids = await db.KnownProducts.AsNoTracking().Where(p => p.VillageId != Guid.Empty).Select(p => p.VillageId).Distinct().ToListAsync(ct);
        return [.. (await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).OrderBy(n => n.Name).ToListAsync(ct)).Select(n => new ReportedVillage(n.Id, n.Name))];
    }

    /// <summary>Who may open a paper behind a figure: who may read the figures.</summary>
    public static Task<bool> MayOpen(IServiceProvider services, Actor actor, Guid fileId, CancellationToken ct) => actor.Can(Capability.AssistanceRead)
        ? services.GetRequiredService<AssistanceDbContext>().VillageFigures.AnyAsync(f => f.EvidenceId == fileId, ct)
        : Task.FromResult(false);
}
