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
    decimal? Progress, Money? ExpectedByNow, Trend? Trend, string? Note, DateTimeOffset AsOf, int Version) : IHaveId;

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

    private IQueryable<Commitment> Seen()
    {
        var visible = Visible;
        return db.Commitments.AsNoTracking().Where(c => visible.Contains(c.UnitId));
    }

    private async Task<IReadOnlyList<CommitmentView>> Views(List<Commitment> rows, CancellationToken ct)
    {
        var achieved = new Dictionary<(int, Guid), Money>();
        foreach (var year in rows.GroupBy(r => r.Year))
        {
            foreach (var (unit, money) in await db.Achieved(year.Key, [.. year.Select(r => r.UnitId)], demonstration, ct))
            {
                achieved[(year.Key, unit)] = money;
            }
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
                ? View(c, c.Target, achieved.GetValueOrDefault((c.Year, c.UnitId)), now, today)
                : standings[c.Year].GetValueOrDefault(c.UnitId) is { } share ? View(c, share.Required, share.Achieved, now, today) : View(c, null, Money.Zero, now, today)),
        ];
    }

    private CommitmentView View(Commitment c, Money? target, Money achieved, DateTimeOffset now, DateOnly today) => new(
        c.Position, c.Id, c.ProgrammeId, c.Year, c.UnitId, c.Scope, c.Basis, target, achieved, CommitmentProgress.Rate(target, achieved),
        CommitmentProgress.ExpectedBy(target, c.Year, today), CommitmentProgress.TrendOf(target, achieved, c.Year, today, options.Thresholds),
        c.Note, now, c.Version);
}
