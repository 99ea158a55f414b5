using System.Globalization;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Letters;

/// <summary>Reads letters and chases: supervisors those of their matters, units what was sent to them.</summary>
internal sealed class ReadLetters(TaskListDbContext db, Actor actor, ReadLists lists)
{
    public DateOnly Today => lists.Today;

    public async Task<IReadOnlyDictionary<Guid, LetterView>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await Views(await (await Seen(ct)).Where(l => ids.Contains(l.Id)).ToListAsync(ct), ct)).ToDictionary(v => v.Id);

    /// <summary>A letter that goes before or after another one; null when there is none for this person.</summary>
    public async Task<LetterView?> Find(Guid? id, CancellationToken ct) => id is { } known ? (await ByIds([known], ct)).GetValueOrDefault(known) : null;

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<LetterView>> All(LetterFilter filter, CancellationToken ct) =>
        await Views(await Asked(await Seen(ct), filter).OrderByDescending(l => l.Position).ToListAsync(ct), ct);

    public async Task<Page<LetterView>> Connection(LetterFilter filter, PageRequest page, Cursors cursors, CancellationToken ct)
    {
        var (all, before) = (Asked(await Seen(ct), filter), page.AfterNumber ?? long.MaxValue);
        var rows = await all.Where(l => l.Position < before).OrderByDescending(l => l.Position).Take(page.First + 1).ToListAsync(ct);
        return page.PageOf(await Views(rows, ct), v => v.Letter.Position.ToString(CultureInfo.InvariantCulture), cursors, async () => await all.CountAsync(ct));
    }

    /// <summary>The letters about a measure, the latest first.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<LetterView>>> OfMeasures(IReadOnlyCollection<Guid> measures, CancellationToken ct) =>
        (await Views(await (await Seen(ct)).Where(l => l.MeasureId != null && measures.Contains(l.MeasureId.Value)).OrderByDescending(l => l.Position).ToListAsync(ct), ct))
            .GroupBy(v => v.Letter.MeasureId!.Value).ToDictionary(g => g.Key, IReadOnlyList<LetterView> (g) => [.. g]);

    /// <summary>The letters about a task and its parts, the latest first.</summary>
    public async Task<IReadOnlyList<LetterView>> OfTask(Guid taskId, CancellationToken ct) =>
        await Views(await (await Seen(ct)).Where(l => l.TaskId == taskId).OrderByDescending(l => l.Position).ToListAsync(ct), ct);

    /// <summary>All chases of a year's list, or of one of its tasks, the latest first.</summary>
    public async Task<IReadOnlyList<ChaseView>> Chases(int? year, Guid? taskId, CancellationToken ct)
    {
        var seen = await SeenChases(ct);
        return await Views(await seen.Where(c => (year == null || db.Lists.Any(l => l.Id == c.ListId && l.Year == year)) && (taskId == null || c.TaskId == taskId)).OrderByDescending(c => c.Position).ToListAsync(ct), ct);
    }

    /// <summary>Chases of a list that wait for one of the units, the latest first; of units that the person reads for.</summary>
    public async Task<IReadOnlyList<ChaseView>> ChasesWaiting(Guid listId, Guid[] units, CancellationToken ct) => await Views(
        await db.ChasesWaiting().Where(c => c.ListId == listId && units.Contains(c.UnitId)).OrderByDescending(c => c.Position).ToListAsync(ct), ct);

    /// <summary>Letters of any year that wait for an answer of one of the units.</summary>
    public async Task<IReadOnlyList<LetterView>> ToAnswer(Guid[] units, CancellationToken ct) => await Views(
        await (await Seen(ct)).Where(l => l.State == LetterState.Issued && units.Contains(l.UnitId)).OrderByDescending(l => l.Position).ToListAsync(ct), ct);

    public async Task<IReadOnlyDictionary<Guid, ChaseView>> ChasesByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await Views(await (await SeenChases(ct)).Where(c => ids.Contains(c.Id)).ToListAsync(ct), ct)).ToDictionary(v => v.Id);

    /// <summary>What was sent, answered and is overdue, of what this person may see.</summary>
    public async Task<LetterCounts> Counts(int? year, CancellationToken ct) => LetterCounts.Of(await All(new(year), ct), await Chases(year, null, ct));

    private IQueryable<SupervisionLetter> Asked(IQueryable<SupervisionLetter> letters, LetterFilter filter)
    {
        var today = Today;
        letters = filter.Year is { } year ? letters.Where(l => db.Lists.Any(t => t.Id == l.ListId && t.Year == year)) : letters;
        letters = filter.Colour is { } colour ? letters.Where(l => l.Colour == colour) : letters;
        letters = filter.UnitId is { } unit ? letters.Where(l => l.UnitId == unit) : letters;
        return filter.State is not { } state ? letters : state switch
        {
            LetterState.Overdue => letters.Where(l => l.State == LetterState.Issued && l.ReplyDueOn < today),
            LetterState.Issued => letters.Where(l => l.State == LetterState.Issued && l.ReplyDueOn >= today),
            LetterState.Draft => letters.Where(l => l.State == LetterState.Draft),
            LetterState.Replied => letters.Where(l => l.State == LetterState.Replied),
            LetterState.Closed => letters.Where(l => l.State == LetterState.Closed),
        };
    }

    private async Task<IQueryable<SupervisionLetter>> Seen(CancellationToken ct)
    {
        Guid[] mine = [.. actor.UnitsWhere(Capability.TaskRead)];
        var tasks = await lists.Supervised(ct);
        var (all, theirs) = (tasks is null, (Guid[])[.. tasks ?? []]);
        return db.Letters.AsNoTracking().Include(l => l.Replies).ThenInclude(r => r.Files).AsSplitQuery()
            .Where(l => all || theirs.Contains(l.TaskId) || (l.State != LetterState.Draft && mine.Contains(l.UnitId)));
    }

    private async Task<IQueryable<Chase>> SeenChases(CancellationToken ct)
    {
        Guid[] mine = [.. actor.UnitsWhere(Capability.TaskRead)];
        var tasks = await lists.Supervised(ct);
        var (all, theirs) = (tasks is null, (Guid[])[.. tasks ?? []]);
        return db.Chases.AsNoTracking().Where(c => all || theirs.Contains(c.TaskId) || mine.Contains(c.UnitId));
    }

    private async Task<IReadOnlyList<LetterView>> Views(List<SupervisionLetter> letters, CancellationToken ct)
    {
        var tasks = await lists.Supervised(ct);
        List<LetterView> views = [];
        foreach (var letter in letters)
        {
            views.Add(new(letter, await lists.StandingOf(letter.ListId, Today, ct), tasks?.Contains(letter.TaskId) ?? true, letter.State != LetterState.Draft && actor.Can(Capability.TaskReport, letter.UnitId)));
        }

        return views;
    }

    private async Task<IReadOnlyList<ChaseView>> Views(List<Chase> chases, CancellationToken ct)
    {
        List<ChaseView> views = [];
        foreach (var chase in chases)
        {
            var standing = await lists.StandingOf(chase.ListId, Today, ct);
            views.Add(new(chase, standing, chase.AnsweredBy(standing.Rows.Reports, standing.Rows.Milestones)));
        }

        return views;
    }
}
