using System.Collections.Frozen;
using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.ReadModel;

/// <summary>Builds the surroundings from the database: one query per table, references made in memory.</summary>
internal static class SurroundingsReading
{
    public static async Task<CatalogueSurroundings> ReadSurroundings(this CatalogDbContext db, long revision, CancellationToken ct)
    {
        var counties = (await db.Counties.AsNoTracking().Include(c => c.Designations).ToListAsync(ct)).ToDictionary(c => c.Code, c => new OriginView
        {
            County = c.Name,
            CountyCode = c.Code,
            Designations = [.. c.Designations.OrderBy(d => d.From).Select(d => (d.From, d.To))],
        });
        var villages = (await db.Villages.AsNoTracking().ToListAsync(ct)).ToFrozenDictionary(v => v.Id, v => new VillageView
        {
            Id = v.Id,
            Name = v.Name,
            Origin = counties[v.CountyCode],
            Township = v.Township,
            DesignatedFrom = v.DesignatedFrom,
            DesignatedTo = v.DesignatedTo,
            Sample = v.Sample,
        });
        var producers = Producers(await db.Producers.AsNoTracking().Include(p => p.Suspensions).ToListAsync(ct), villages, counties);
        var categoryRows = await db.Categories.AsNoTracking().ToListAsync(ct);
        var categories = Categories(categoryRows);
        var species = (await db.Species.AsNoTracking().ToListAsync(ct)).ToFrozenDictionary(s => s.Id, s => new SpeciesView
        {
            Id = s.Id,
            Name = s.Name,
            BaselineFrom = s.BaselineFrom,
            BaselineTo = s.BaselineTo,
            Sample = s.Sample,
            Version = s.Version,
        });
        var areas = (await db.ServiceAreas.AsNoTracking().ToListAsync(ct)).ToFrozenDictionary(a => a.Id, a => new ServiceAreaView
        {
            Id = a.Id,
            Name = a.Name,
            Expressway = a.Expressway,
            Position = a.Position,
            Sample = a.Sample,
            Version = a.Version,
        });
        var outlets = Outlets(await db.Outlets.AsNoTracking().Include(o => o.States).ToListAsync(ct), areas);
        var outletsById = outlets.ToFrozenDictionary(o => o.Id);
        return new CatalogueSurroundings
        {
            Revision = revision,
            OutletsInOrder = outlets,
            Outlets = outletsById,
            ServiceAreasInOrder = [.. areas.Values.OrderBy(a => a.Position)],
            ServiceAreas = areas,
            VillagesInOrder = [.. villages.Values.OrderBy(v => v.Name, StringComparer.Ordinal)],
            Villages = villages,
            Producers = producers,
            CategoriesInOrder = [.. categoryRows.OrderBy(c => c.Position).Select(c => categories[c.Id])],
            Categories = categories,
            SpeciesInOrder = [.. species.Values.OrderBy(s => s.Name, StringComparer.Ordinal)],
            Species = species,
            SynonymGroups = [.. (await db.SynonymGroups.AsNoTracking().ToListAsync(ct)).OrderBy(g => g.Words[0], StringComparer.Ordinal).ThenBy(g => g.Id).Select(g => new SynonymGroupView(g.Id, g.Words, g.Version))],
            Endorsements = await Endorsements.Read(db, villages, outletsById, ct),
        };
    }

    private static FrozenDictionary<Guid, ProducerView> Producers(List<Producer> rows, FrozenDictionary<Guid, VillageView> villages, Dictionary<string, OriginView> counties)
    {
        var producers = rows.ToFrozenDictionary(p => p.Id, p => new ProducerView
        {
            Id = p.Id,
            Name = p.Name,
            Village = p.VillageId is { } village ? villages[village] : null,
            Origin = counties[p.CountyCode],
            Model = p.Model,
            Endorsement = p.Endorsement,
            BenefitMechanism = p.BenefitMechanism,
            Households = p.Households,
            HouseholdsOn = p.HouseholdsOn,
            SupplyUnitId = p.SupplyUnitId,
            Sample = p.Sample,
            SuspendedFrom = p.Suspension?.From,
            SuspensionReason = p.Suspension?.Reason,
            Version = p.Version,
        });
        foreach (var producer in producers.Values.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            producer.Village?.Producers.Add(producer);
        }

        return producers;
    }

    private static FrozenDictionary<Guid, CategoryView> Categories(List<Category> rows)
    {
        var byId = rows.ToDictionary(c => c.Id);
        Dictionary<Guid, CategoryView> views = [];
        CategoryView View(Category row)
        {
            if (!views.TryGetValue(row.Id, out var view))
            {
                views[row.Id] = view = new CategoryView { Id = row.Id, Name = row.Name, Parent = row.ParentId is { } parent ? View(byId[parent]) : null };
            }

            return view;
        }

        return rows.ToFrozenDictionary(c => c.Id, View);
    }

    private static OutletView[] Outlets(List<Outlet> rows, FrozenDictionary<Guid, ServiceAreaView> areas)
    {
        OutletView[] outlets =
        [
            .. rows.Select(o => new OutletView
            {
                Id = o.Id,
                Name = o.Name,
                Kind = o.Kind,
                Direction = o.Direction,
                ServiceArea = o.ServiceAreaId is { } area ? areas[area] : null,
                OperatorUnitId = o.OperatorUnitId,
                Working = o.Working,
                Since = o.Since,
                States = [.. o.States.OrderBy(s => s.StatedAt).Select(s => new OutletStateView(s.Working, s.From, s.Reason))],
                Sample = o.Sample,
                Version = o.Version,
            }).OrderBy(o => o.ServiceArea?.Position ?? int.MaxValue).ThenBy(o => o.Kind).ThenBy(o => o.Name, StringComparer.Ordinal).ThenBy(o => o.Id),
        ];
        foreach (var outlet in outlets)
        {
            outlet.ServiceArea?.Outlets.Add(outlet);
        }

        return outlets;
    }
}
