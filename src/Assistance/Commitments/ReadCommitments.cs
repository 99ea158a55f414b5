using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Filings;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Commitments;

/// <summary>A year as shown.</summary>
internal sealed record ProgrammeView(Guid Id, int Year) : IHaveId;

/// <summary>A unit's part in a year as shown, with what its purchases come to.</summary>
internal sealed record CommitmentView(
    long Position, Guid Id, Guid ProgrammeId, int Year, Guid UnitId, CommitmentScope Scope, CommitmentBasis Basis, Money? Target, Money Achieved,
    decimal? Progress, Money? ExpectedByNow, Trend? Trend, string? Note, DateTimeOffset AsOf, int Version, Guid? VillageId, PurchasePurpose? Purpose,
    IReadOnlyList<CommitmentVersion> Versions) : IHaveId;

/// <summary>A guide figure as the page of a day shows it.</summary>
/// <param name="Unit">The unit's name.</param>
/// <param name="Village">The village's name; empty for goods from anywhere.</param>
/// <param name="View">The figure of that day and how it stood.</param>
/// <param name="Latest">The version that was entered last; null for figures from before they were kept.</param>
internal sealed record GuideRow(string Unit, string Village, CommitmentView View, CommitmentVersion? Latest);

/// <summary>What a figure may be entered for.</summary>
internal sealed record GuideChoices(IReadOnlyList<(Guid Id, string Name)> Units, IReadOnlyList<(Guid Id, string Name)> Villages);

/// <summary>Reads guide figures of the units that the asker may see.</summary>
internal sealed class ReadCommitments(AssistanceDbContext db, Actor actor, AssistanceOptions options, Demonstration demonstration, ShareStandings shares, TimeProvider clock)
{
    private IReadOnlyCollection<Guid> Visible => actor.UnitsWhere(Capability.AssistanceRead);

    public Task<ProgrammeView?> Programme(int year, CancellationToken ct) =>
        db.Programmes.AsNoTracking().Where(p => p.Year == year).Select(p => new ProgrammeView(p.Id, p.Year)).SingleOrDefaultAsync(ct);

    public async Task<IReadOnlyDictionary<Guid, ProgrammeView>> Programmes(IReadOnlyCollection<Guid> ids, CancellationToken ct) => Visible.Count == 0
        ? new Dictionary<Guid, ProgrammeView>()
        : await db.Programmes.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new ProgrammeView(p.Id, p.Year)).ToDictionaryAsync(p => p.Id, ct);

    public async Task<IReadOnlyDictionary<Guid, CommitmentView>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await Views(await Seen().Where(c => ids.Contains(c.Id)).ToListAsync(ct), ct)).ToDictionary(v => v.Id);

    public async Task<Page<CommitmentView>> OfProgramme(Guid programmeId, PageRequest page, Cursors cursors, CancellationToken ct)
    {
        var all = Seen().Where(c => c.ProgrammeId == programmeId);
        var after = page.AfterNumber ?? 0;
        var rows = await all.Where(c => c.Position > after).OrderBy(c => c.Position).Take(page.First + 1).ToListAsync(ct);
        return page.PageOf(
            await Views(rows, ct), v => v.Position.ToString(System.Globalization.CultureInfo.InvariantCulture), cursors, async () => await all.CountAsync(ct));
    }

    /// <summary>The guide figures of a year as known on a day, by unit. A unit that bought without one stands there too (不适用).</summary>
    public async Task<IReadOnlyList<GuideRow>> Guides(int year, DateOnly day, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var rows = await Seen().Where(c => c.Year == year && c.Scope == CommitmentScope.OwnGuide).ToListAsync(ct);
        Guid[] units = [.. rows.Select(r => r.UnitId).Distinct()];
        var bought = await db.OwnPurchases(year, units, demonstration, ct, day >= now.DayInChina() ? null : day);
        Guid[] ids = [.. units, .. rows.Select(r => r.VillageId)];
        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        var order = await db.KnownUnits.AsNoTracking().ToDictionaryAsync(u => u.UnitId, u => u.Position, ct);
        return
        [
            .. rows.OrderBy(r => order.GetValueOrDefault(r.UnitId, long.MaxValue)).ThenBy(r => r.VillageId != Guid.Empty).ThenBy(r => r.Purpose).ThenBy(r => r.Position)
                .Select(r => new GuideRow(names.GetValueOrDefault(r.UnitId, ""), names.GetValueOrDefault(r.VillageId, ""), View(r, r.TargetOn(day), bought.Of(r), now, day), r.Versions.MaxBy(v => v.Number))),
        ];
    }

    /// <summary>The units whose figures the asker enters, and the villages.</summary>
    public async Task<GuideChoices> Choices(CancellationToken ct)
    {
        var managed = actor.UnitsWhere(Capability.AssistanceManage);
        var today = clock.GetUtcNow().DayInChina();
        var units = await db.KnownUnits.AsNoTracking().Where(u => managed.Contains(u.UnitId) && (u.ValidTo == null || u.ValidTo > today)).OrderBy(u => u.Position)
            .Join(db.KnownNames, u => u.UnitId, n => n.Id, (u, n) => new { n.Id, n.Name }).ToListAsync(ct);
        var of = await db.KnownProducts.AsNoTracking().Where(p => p.VillageId != Guid.Empty).Select(p => p.VillageId).Distinct().ToListAsync(ct);
        var villages = await db.KnownNames.AsNoTracking().Where(n => of.Contains(n.Id)).OrderBy(n => n.Name).Select(n => new { n.Id, n.Name }).ToListAsync(ct);
        return new([.. units.Select(u => (u.Id, u.Name))], [.. villages.Select(v => (v.Id, v.Name))]);
    }

    private IQueryable<Commitment> Seen()
    {
        var visible = Visible;
        return db.Commitments.AsNoTracking().Include(c => c.Versions).Where(c => visible.Contains(c.UnitId));
    }

    private async Task<IReadOnlyList<CommitmentView>> Views(List<Commitment> rows, CancellationToken ct)
    {
        var achieved = new Dictionary<int, List<OwnPurchase>>();
        foreach (var year in rows.GroupBy(r => r.Year))
        {
            achieved[year.Key] = await db.OwnPurchases(year.Key, [.. year.Select(r => r.UnitId).Distinct()], demonstration, ct);
        }

        var now = clock.GetUtcNow();
        var today = now.DayInChina();
        var standings = new Dictionary<int, IReadOnlyDictionary<Guid, ShareStanding>>();
        foreach (var year in rows.Where(r => r.Scope == CommitmentScope.ReservedShare_832).Select(r => r.Year).Distinct())
        {
            standings[year] = await shares.On(year, today, ct);
        }

        return
        [
            .. rows.Select(c => c.Scope == CommitmentScope.OwnGuide
                ? View(c, c.TargetOn(today), achieved[c.Year].Of(c), now, today)
                : standings[c.Year].GetValueOrDefault(c.UnitId) is { } share ? View(c, share.Required, share.Achieved, now, today) : View(c, null, Money.Zero, now, today)),
        ];
    }

    private CommitmentView View(Commitment c, Money? target, Money achieved, DateTimeOffset now, DateOnly today) => new(
        c.Position, c.Id, c.ProgrammeId, c.Year, c.UnitId, c.Scope, c.Basis, target, achieved, CommitmentProgress.Rate(target, achieved),
        CommitmentProgress.ExpectedBy(target, c.Year, today), CommitmentProgress.TrendOf(target, achieved, c.Year, today, options.Thresholds),
        c.Note, now, c.Version, c.VillageId == Guid.Empty ? null : c.VillageId, c.PurchasePurpose, [.. c.Versions.OrderByDescending(v => v.Number)]);
}
