using System.Globalization;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Circulars;

/// <summary>A circular as shown.</summary>
/// <param name="Circular">The circular.</param>
/// <param name="Year">Of its list.</param>
/// <param name="Corrected">The number of the one that it puts right.</param>
/// <param name="CorrectedIn">Issued circulars that put this one right.</param>
/// <param name="CountsFor">The measures for which it counts.</param>
internal sealed record CircularView(Circular Circular, int Year, string? Corrected, IReadOnlyList<(Guid Id, string Number)> CorrectedIn, IReadOnlyList<Guid> CountsFor) : IHaveId
{
    private CircularContent? content;

    public Guid Id => Circular.Id;

    public CircularContent Content => content ??= BuildCircular.Read(Circular.Content);

    public string Path => PathOf(Id);

    public static string PathOf(Guid id) => $"/tasks/circulars/{NodeId.Encode("cir", id)}";
}

/// <summary>What a supervisor may do with a draft.</summary>
/// <param name="Supervises">May write and issue circulars.</param>
/// <param name="Counting">The measures for which an issued one may count.</param>
/// <param name="Today">In China.</param>
internal sealed record CircularDesk(bool Supervises, IReadOnlyList<Measure> Counting, DateOnly Today);

/// <summary>Reads circulars: what was issued is for every reader of the list, drafts are the department's supervisors'.</summary>
internal sealed class ReadCirculars(TaskListDbContext db, Actor actor, TimeProvider clock)
{
    /// <summary>Those of a year's list, or all, the latest first.</summary>
    public async Task<IReadOnlyList<CircularView>> All(int? year, CancellationToken ct) =>
        await Views(await Of(await Seen(ct), year).OrderByDescending(c => c.Position).ToListAsync(ct), ct);

    public async Task<Page<CircularView>> Connection(int? year, PageRequest page, Cursors cursors, CancellationToken ct)
    {
        var (all, before) = (Of(await Seen(ct), year), page.AfterNumber ?? long.MaxValue);
        var rows = await all.Where(c => c.Position < before).OrderByDescending(c => c.Position).Take(page.First + 1).ToListAsync(ct);
        return page.PageOf(await Views(rows, ct), v => v.Circular.Position.ToString(CultureInfo.InvariantCulture), cursors, async () => await all.CountAsync(ct));
    }

    public async Task<IReadOnlyDictionary<Guid, CircularView>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await Views(await (await Seen(ct)).Where(c => ids.Contains(c.Id)).ToListAsync(ct), ct)).ToDictionary(v => v.Id);

    public async Task<CircularView?> Find(Guid id, CancellationToken ct) => (await ByIds([id], ct)).GetValueOrDefault(id);

    /// <summary>The document of an issued circular, as it was issued.</summary>
    public async Task<byte[]?> Document(Guid id, CancellationToken ct) =>
        (await db.CircularDocuments.AsNoTracking().FirstOrDefaultAsync(d => d.CircularId == id, ct))?.Bytes;

    public async Task<CircularDesk> Desk(Guid? listId, CancellationToken ct) => new(
        actor.SupervisesAll(await db.UnitBook(ct)), listId is { } list ? await db.MeasuresCounting(list, CountedKind.Circular, ct) : [], clock.GetUtcNow().DayInChina());

    private IQueryable<Circular> Of(IQueryable<Circular> circulars, int? year) => year is { } wanted ? circulars.Where(c => db.Lists.Any(l => l.Id == c.ListId && l.Year == wanted)) : circulars;

    private async Task<IQueryable<Circular>> Seen(CancellationToken ct)
    {
        var (reads, all) = (actor.Can(Capability.TaskRead), actor.SupervisesAll(await db.UnitBook(ct)));
        return db.Circulars.AsNoTracking().Where(c => reads && (all || c.State == CircularState.Issued));
    }

    private async Task<IReadOnlyList<CircularView>> Views(List<Circular> circulars, CancellationToken ct)
    {
        Guid[] ids = [.. circulars.Select(c => c.Id)];
        Guid[] lists = [.. circulars.Select(c => c.ListId).Distinct()];
        Guid[] wrong = [.. circulars.Select(c => c.Corrects).OfType<Guid>()];
        var years = await db.Lists.AsNoTracking().Where(l => lists.Contains(l.Id)).ToDictionaryAsync(l => l.Id, l => l.Year, ct);
        var corrected = await db.Circulars.AsNoTracking().Where(c => wrong.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Number, ct);
        var after = (await db.Circulars.AsNoTracking().Where(c => c.State == CircularState.Issued && c.Corrects != null && ids.Contains(c.Corrects.Value)).OrderBy(c => c.Position)
            .Select(c => new { c.Id, c.Corrects, c.Number }).ToListAsync(ct)).ToLookup(c => c.Corrects!.Value, c => (c.Id, c.Number!));
        var counted = (await db.CountedActs.AsNoTracking().Where(a => ids.Contains(a.SourceId)).OrderBy(a => a.Position).ToListAsync(ct)).ToLookup(a => a.SourceId, a => a.MeasureId);
        return [.. circulars.Select(c => new CircularView(c, years[c.ListId], c.Corrects is { } id ? corrected.GetValueOrDefault(id) : null, [.. after[c.Id]], [.. counted[c.Id]]))];
    }
}
