using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Filings;

/// <summary>A filing as shown: its versions, the newest first, and what was done with them, the last first.</summary>
internal sealed record FilingView(Guid Id, int Year, Guid UnitId, int Version, IReadOnlyList<ShareFilingVersion> Versions, IReadOnlyList<ShareFilingStep> Steps) : IHaveId
{
    public FilingState State => Versions[0].State;

    public static FilingView Of(ShareFiling f) =>
        new(f.Id, f.Year, f.UnitId, f.Version, [.. f.Versions.OrderByDescending(v => v.Number)], [.. f.Steps.OrderByDescending(s => s.Place)]);
}

/// <summary>A unit in the list of a year.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Unit">Its name.</param>
/// <param name="Standing">How it stood on the day.</param>
/// <param name="State">How far its filing is now; null when it has none.</param>
/// <param name="ExpectedByNow">What the calendar alone would expect by that day.</param>
/// <param name="Trend">How it stands against that.</param>
internal sealed record FilingRow(Guid UnitId, string Unit, ShareStanding Standing, FilingState? State, Money? ExpectedByNow, Trend? Trend);

/// <summary>A year's filings as known on a day.</summary>
/// <param name="Rows">The units that the reader may see.</param>
/// <param name="Ratios">All that the office entered for the year, the newest first.</param>
/// <param name="Rule">What was in force and known on the day.</param>
/// <param name="MaySetRatio">The reader enters it.</param>
/// <param name="Department">For whose units.</param>
internal sealed record FilingsView(IReadOnlyList<FilingRow> Rows, IReadOnlyList<ShareRatio> Ratios, ShareRatio? Rule, bool MaySetRatio, Guid Department)
{
    /// <summary>所需: of those that file; who is represented is in the representative's.</summary>
    public Money Required => Rows.Where(r => !r.Standing.IsRepresented).Sum(r => r.Standing.Required ?? Money.Zero);

    /// <summary>Each unit's own purchases once.</summary>
    public Money Bought => Rows.Sum(r => r.Standing.Own);

    public Money Adjusted => Rows.Sum(r => r.Standing.Adjusted);
}

/// <summary>One unit's filing with what the reader may do.</summary>
/// <param name="Unit">Its name.</param>
/// <param name="Filing">Null before the first.</param>
/// <param name="Standing">How it stands today.</param>
/// <param name="Rule">What the office entered last for the year.</param>
/// <param name="MayWrite">The reader writes it.</param>
/// <param name="MayDecide">The reader reviews or approves it now.</param>
/// <param name="Superior">The unit that reviews; null: the office.</param>
/// <param name="Others">Units that may represent it.</param>
internal sealed record FilingSheet(
    string Unit, FilingView? Filing, ShareStanding? Standing, ShareRatio? Rule, bool MayWrite, bool MayDecide, string? Superior, IReadOnlyList<(Guid Id, string Name)> Others);

/// <summary>Reads filings of the reserved share of the units that the asker may see.</summary>
internal sealed class ReadFilings(AssistanceDbContext db, Actor actor, ShareStandings standings, AssistanceOptions options, TimeProvider clock)
{
    public async Task<FilingsView> List(int year, DateOnly day, CancellationToken ct)
    {
        var visible = actor.UnitsWhere(Capability.AssistanceRead);
        var stand = await standings.On(year, day, ct);
        var filed = (await Seen().Where(f => f.Year == year).ToListAsync(ct)).ToDictionary(f => f.UnitId, f => f.Latest?.State);
        var units = (await db.KnownUnits.AsNoTracking().Where(u => visible.Contains(u.UnitId)).OrderBy(u => u.Position).ToListAsync(ct))
            .Where(u => !(u.ValidTo <= day) || filed.ContainsKey(u.UnitId) || stand.ContainsKey(u.UnitId)).ToList();
        var names = await Names(ct);
        var ratios = await Ratios(year, ct);
        var desk = await FilingDesk.Open(db, actor, ct);
        return new(
            [
                .. units.Select(u =>
                {
                    var standing = stand.GetValueOrDefault(u.UnitId) ?? new ShareStanding(u.UnitId, null, Money.Zero, Money.Zero, Money.Zero);
                    var required = standing.IsRepresented ? null : standing.Required;
                    return new FilingRow(
                        u.UnitId, names.GetValueOrDefault(u.UnitId, ""), standing, filed.GetValueOrDefault(u.UnitId), CommitmentProgress.ExpectedBy(required, year, day),
                        CommitmentProgress.TrendOf(required, standing.Achieved, year, day, options.Thresholds));
                }),
            ],
            ratios,
            ShareRatio.On(ratios, day),
            desk.MaySetRatio,
            desk.Department);
    }

    /// <summary>Null when the unit isn't there, or isn't the asker's to see.</summary>
    public async Task<FilingSheet?> One(int year, Guid unitId, CancellationToken ct)
    {
        var desk = await FilingDesk.Open(db, actor, ct);
        if (!desk.Knows(unitId) || !(actor.Can(Capability.AssistanceRead, unitId) || desk.MayWrite(unitId)))
        {
            return null;
        }

        var today = clock.GetUtcNow().DayInChina();
        var filing = await Seen().SingleOrDefaultAsync(f => f.Year == year && f.UnitId == unitId, ct);
        var names = await Names(ct);
        return new(
            names.GetValueOrDefault(unitId, ""),
            filing is null ? null : FilingView.Of(filing),
            (await standings.On(year, today, ct)).GetValueOrDefault(unitId),
            await Ratios(year, ct) is [var newest, ..] ? newest : null,
            desk.MayWrite(unitId),
            filing is not null && desk.MayDecide(filing),
            desk.SuperiorOf(unitId) is { } above ? names.GetValueOrDefault(above) : null,
            [
                .. (await db.KnownUnits.AsNoTracking().Where(u => u.UnitId != unitId).OrderBy(u => u.Position).ToListAsync(ct))
                    .Where(u => !(u.ValidTo <= today)).Select(u => (u.UnitId, names.GetValueOrDefault(u.UnitId, ""))),
            ]);
    }

    public async Task<IReadOnlyDictionary<Guid, FilingView>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await Seen().Where(f => ids.Contains(f.Id)).ToListAsync(ct)).ToDictionary(f => f.Id, FilingView.Of);

    public async Task<IReadOnlyList<FilingView>> OfYear(int year, CancellationToken ct) =>
        [.. (await Seen().Where(f => f.Year == year).OrderBy(f => f.Position).ToListAsync(ct)).Select(FilingView.Of)];

    /// <summary>All that the office entered for a year, the newest first.</summary>
    public async Task<IReadOnlyList<ShareRatio>> Ratios(int year, CancellationToken ct) =>
        await db.ShareRatios.AsNoTracking().Where(r => r.Year == year).OrderByDescending(r => r.Number).ToListAsync(ct);

    /// <summary>The share that is asked for today; null until the office entered it.</summary>
    public async Task<decimal?> RatioToday(int year, CancellationToken ct) =>
        ShareRatio.On(await Ratios(year, ct), clock.GetUtcNow().DayInChina())?.Ratio / 10_000m;

    private Task<Dictionary<Guid, string>> Names(CancellationToken ct) =>
        db.KnownUnits.AsNoTracking().Join(db.KnownNames, u => u.UnitId, n => n.Id, (u, n) => n).ToDictionaryAsync(n => n.Id, n => n.Name, ct);

    private IQueryable<ShareFiling> Seen()
    {
        var visible = actor.UnitsWhere(Capability.AssistanceRead);
        return db.ShareFilings.AsNoTracking().Include(f => f.Versions).Include(f => f.Steps).Where(f => visible.Contains(f.UnitId));
    }
}
