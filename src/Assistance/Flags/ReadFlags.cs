using System.Globalization;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Flags;

/// <summary>Which flags are asked for; what is left out isn't narrowed.</summary>
internal sealed record FlagFilter([property: IdOf("ou")] IReadOnlyList<Guid>? UnitIds = null, FlagKind? Kind = null, FlagState? State = null);

/// <summary>A flag as shown.</summary>
/// <param name="Flag">The flag.</param>
/// <param name="Unit">Who has to explain it.</param>
/// <param name="Person">The person in two roles.</param>
internal sealed record FlagView(Flag Flag, string Unit, string? Person) : IHaveId
{
    public Guid Id => Flag.Id;
}

/// <summary>A page of flags, the last found first.</summary>
/// <param name="Counts">How many of each kind, whatever kind is asked for.</param>
/// <param name="Last">When somebody last looked.</param>
/// <param name="More">Before which the next page begins; null at the end.</param>
internal sealed record FlagList(IReadOnlyList<FlagView> Flags, IReadOnlyDictionary<FlagKind, int> Counts, FlagSearch? Last, long? More);

/// <summary>Reads the flags of the units that the asker may see. What was found in sample goods is shown while the server is a demonstration.</summary>
internal sealed class ReadFlags(AssistanceDbContext db, Actor actor, Demonstration demonstration)
{
    public const int PageSize = 50;

    /// <summary>Most rows of an export.</summary>
    public const int MostExported = 20_000;

    public async Task<FlagList> Page(FlagFilter filter, long? before, CancellationToken ct)
    {
        var counts = await Asked(filter with { Kind = null }).GroupBy(f => f.Kind).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var rows = await Asked(filter).Where(f => before == null || f.Position < before).OrderByDescending(f => f.Position).Take(PageSize + 1).ToListAsync(ct);
        return new(
            await Views([.. rows.Take(PageSize)], ct), counts, await db.FlagSearches.AsNoTracking().OrderByDescending(s => s.Position).FirstOrDefaultAsync(ct),
            rows.Count > PageSize ? rows[PageSize - 1].Position : null);
    }

    /// <summary>All flags for an export, the first found first; null when there are more than an export holds.</summary>
    public async Task<IReadOnlyList<FlagView>?> All(FlagFilter filter, CancellationToken ct)
    {
        var rows = await Asked(filter).OrderBy(f => f.Position).Take(MostExported + 1).ToListAsync(ct);
        return rows.Count > MostExported ? null : await Views(rows, ct);
    }

    public async Task<Page<FlagView>> Connection(FlagFilter filter, PageRequest page, Cursors cursors, CancellationToken ct)
    {
        var (all, after) = (Asked(filter), page.AfterNumber ?? 0);
        var rows = await all.Where(f => f.Position > after).OrderBy(f => f.Position).Take(page.First + 1).ToListAsync(ct);
        return page.PageOf(await Views(rows, ct), v => v.Flag.Position.ToString(CultureInfo.InvariantCulture), cursors, async () => await all.CountAsync(ct));
    }

    public async Task<IReadOnlyDictionary<Guid, FlagView>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await Views(await Seen().Where(f => ids.Contains(f.Id)).ToListAsync(ct), ct)).ToDictionary(v => v.Id);

    /// <summary>A search, for those who search.</summary>
    public async Task<IReadOnlyDictionary<Guid, FlagSearchView>> Searches(IReadOnlyCollection<Guid> ids, CancellationToken ct) => actor.Can(Capability.FlagEscalate)
        ? await db.FlagSearches.AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new FlagSearchView(s.Id, s.At, s.ByName, s.Found)).ToDictionaryAsync(s => s.Id, ct)
        : new Dictionary<Guid, FlagSearchView>();

    /// <summary>The highest unit for which the asker may have flags looked for; null when there is none.</summary>
    public async Task<Guid?> SearchedUnit(CancellationToken ct)
    {
        var mine = actor.UnitsWhere(Capability.FlagEscalate);
        return await db.KnownUnits.AsNoTracking().Where(u => mine.Contains(u.UnitId)).OrderBy(u => u.ParentId != null).ThenBy(u => u.Position).Select(u => (Guid?)u.UnitId).FirstOrDefaultAsync(ct);
    }

    /// <summary>Those that wait for the asker's explanation.</summary>
    public IQueryable<Flag> Waiting()
    {
        var mine = actor.UnitsWhere(Capability.FlagExplain);
        return Seen().Where(f => f.State == FlagState.Open && mine.Contains(f.UnitId));
    }

    private IQueryable<Flag> Seen()
    {
        var (visible, samples) = (actor.UnitsWhere(Capability.AssistanceRead), demonstration.On);
        return db.Flags.AsNoTracking().Where(f => visible.Contains(f.UnitId) && (samples || !f.Sample))
            .Include(f => f.Papers.OrderBy(p => p.Position)).Include(f => f.Answers.OrderBy(a => a.Position)).AsSplitQuery();
    }

    private IQueryable<Flag> Asked(FlagFilter filter)
    {
        var all = Seen();
        if (filter.UnitIds is { } units)
        {
            all = all.Where(f => units.Contains(f.UnitId));
        }

        if (filter.Kind is { } kind)
        {
            all = all.Where(f => f.Kind == kind);
        }

        return filter.State is { } state ? all.Where(f => f.State == state) : all;
    }

    private async Task<IReadOnlyList<FlagView>> Views(List<Flag> flags, CancellationToken ct)
    {
        var ids = flags.SelectMany(IEnumerable<Guid> (f) => [f.UnitId, f.PersonId ?? Guid.Empty]).Distinct().ToList();
        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        return [.. flags.Select(f => new FlagView(f, names.GetValueOrDefault(f.UnitId, ""), f.PersonId is { } person ? names.GetValueOrDefault(person) : null))];
    }
}

/// <summary>A search as shown.</summary>
internal sealed record FlagSearchView(Guid Id, DateTimeOffset At, string? By, int Found) : IHaveId;
