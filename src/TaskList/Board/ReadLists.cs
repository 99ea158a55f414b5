using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Board;

/// <summary>Reads lists and what hangs on them. Whoever reads task lists reads the whole list; reports of other units only where they have to.</summary>
internal sealed class ReadLists(TaskListDbContext db, Actor actor, TaskListOptions options, TimeProvider clock)
{
    private readonly Dictionary<(Guid List, DateOnly AsOf), Standing> standings = [];
    private UnitBook? units;
    private IReadOnlyCollection<Guid>? supervised;

    /// <summary>Today in China.</summary>
    public DateOnly Today => clock.GetUtcNow().DayInChina();

    private bool Reads => actor.Can(Capability.TaskRead);

    public async Task<IReadOnlyList<(int Year, string Title)>> Years(CancellationToken ct) => !Reads ? []
        : (await db.Lists.AsNoTracking().OrderByDescending(l => l.Year).Select(l => new { l.Year, l.Title }).ToListAsync(ct)).ConvertAll(l => (l.Year, l.Title));

    public async Task<ListView?> List(int year, DateOnly? asOf, CancellationToken ct) =>
        Reads && await db.Lists.AsNoTracking().Where(l => l.Year == year).Select(l => (Guid?)l.Id).FirstOrDefaultAsync(ct) is { } id
            ? new ListView(await StandingOf(id, asOf ?? Today, ct)) : null;

    public async Task<IReadOnlyDictionary<Guid, ListView>> Lists(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await Found(db.Lists.Where(l => ids.Contains(l.Id)).Select(l => new Owned(l.Id, l.Id)), (s, _) => new ListView(s), ct);

    public async Task<IReadOnlyDictionary<Guid, TaskView>> Tasks(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await Found(db.Tasks.Where(t => ids.Contains(t.Id)).Select(t => new Owned(t.Id, t.ListId)), (s, id) => new TaskView(s, s.Rows.Tasks.First(t => t.Id == id)), ct);

    public async Task<IReadOnlyDictionary<Guid, MeasureView>> Measures(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await Found(db.Measures.Where(m => ids.Contains(m.Id)).Select(m => new Owned(m.Id, m.ListId)), (s, id) => new MeasureView(s, s.Rows.Measures.First(m => m.Id == id)), ct);

    public async Task<IReadOnlyDictionary<Guid, MilestoneView>> Milestones(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        await Found(db.Milestones.Where(m => ids.Contains(m.Id)).Select(m => new Owned(m.Id, m.ListId)), (s, id) => new MilestoneView(s, s.Rows.Milestones.First(m => m.Id == id)), ct);

    public async Task<IReadOnlyDictionary<Guid, ExtensionView>> Extensions(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var rows = Reads ? await db.Extensions.AsNoTracking().Where(e => ids.Contains(e.Id)).ToListAsync(ct) : [];
        var seen = new Dictionary<Guid, ExtensionView>();
        foreach (var row in rows)
        {
            if (Sees(row.UnitId, (await StandingOf(row.ListId, Today, ct)).AnsweringFor(row.TaskId)))
            {
                seen[row.Id] = new(row);
            }
        }

        return seen;
    }

    /// <summary>The requests for a milestone that this person may see, the oldest first.</summary>
    public IReadOnlyList<ExtensionView> ExtensionsOf(MilestoneView milestone) =>
        [.. milestone.Extensions.Where(e => Sees(e.UnitId, milestone.Standing.AnsweringFor(milestone.TaskId))).Select(e => new ExtensionView(e))];

    public async Task<IReadOnlyDictionary<Guid, ReportView>> Reports(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var rows = Reads ? await db.Reports.AsNoTracking().Include(r => r.Files).Where(r => ids.Contains(r.Id)).ToListAsync(ct) : [];
        var seen = new Dictionary<Guid, ReportView>();
        foreach (var row in rows)
        {
            if (Sees(row.UnitId, (await StandingOf(row.ListId, Today, ct)).AnsweringFor(row.TaskId)))
            {
                seen[row.Id] = new(row);
            }
        }

        return seen;
    }

    /// <summary>A measure's reports that this person may see, the latest first.</summary>
    public IReadOnlyList<ReportView> ReportsOf(MeasureView measure) =>
    [
        .. measure.Standing.Rows.Reports.Where(r => r.MeasureId == measure.Id && r.SubmittedAt.DayInChina() <= measure.Standing.AsOf)
            .Where(r => Sees(r.UnitId, measure.Standing.AnsweringFor(measure.TaskId))).OrderByDescending(r => r.Position).Select(r => new ReportView(r)),
    ];

    /// <summary>A page of them.</summary>
    public Page<ReportView> ReportsOf(MeasureView measure, PageRequest page, Cursors cursors)
    {
        var all = ReportsOf(measure);
        var before = page.AfterNumber ?? long.MaxValue;
        return page.PageOf(
            [.. all.Where(r => r.Report.Position < before).Take(page.First + 1)], r => r.Report.Position.ToString(System.Globalization.CultureInfo.InvariantCulture), cursors,
            () => Task.FromResult<int?>(all.Count));
    }

    /// <summary>The story of a task, or of one of its measures, the latest first. Acts on other units' reports are left out.</summary>
    public async Task<IReadOnlyList<ActView>> Story(TaskView task, Guid? measureId, CancellationToken ct)
    {
        if (!Reads)
        {
            return [];
        }

        var acts = await db.Acts.AsNoTracking().Where(a => a.TaskId == task.Id && (measureId == null || a.MeasureId == measureId || a.MeasureId == null))
            .OrderByDescending(a => a.Sequence).Take(200).ToListAsync(ct);
        var all = actor.SupervisesAll(task.Standing.Rows.Units) || task.Answering.All(a => Sees(a.UnitId, task.Answering));

        // Answers to rounds are their own unit's alone, also before a leading unit.
        var rounds = actor.SeesAllOf(task.Standing, task.Id);
        return [.. acts.Where(a => a.ById == actor.Id || (IsOnRound(a.Action) ? rounds : all || !IsOnReport(a.Action))).Select(a => new ActView(a))];
    }

    private static bool IsOnReport(TaskAction action) =>
        action is TaskAction.Reported or TaskAction.Accepted or TaskAction.Returned or TaskAction.ExtensionAsked or TaskAction.ExtensionRefused
            or TaskAction.Chased or TaskAction.LetterIssued or TaskAction.LetterReplied or TaskAction.LetterReturned or TaskAction.LetterClosed;

    private static bool IsOnRound(TaskAction action) => action is TaskAction.RoundAnswered or TaskAction.RoundReturned or TaskAction.RoundAccepted
        or TaskAction.RoundLinkIssued or TaskAction.RoundLinkWithdrawn;

    /// <summary>The tasks of any year that the person supervises; null for whoever supervises the whole department: all of them. It asks who answers, not how the lists stand, since every page asks it.</summary>
    public async Task<IReadOnlyCollection<Guid>?> Supervised(CancellationToken ct)
    {
        if (supervised is not null || !actor.Can(Capability.TaskSupervise))
        {
            return supervised ?? [];
        }

        var book = units ??= await db.UnitBook(ct);
        return actor.SupervisesAll(book) ? null : supervised =
        [
            .. (await db.Responsibilities.AsNoTracking().Include(r => r.Named).ToListAsync(ct)).GroupBy(r => r.TaskId)
                .Where(g => book.Answering([.. g], Today).Where(a => a.Owes).ToList() is { Count: > 0 } owing && owing.TrueForAll(a => actor.Can(Capability.TaskSupervise, a.UnitId))).Select(g => g.Key),
        ];
    }

    public async Task<Standing> StandingOf(Guid listId, DateOnly asOf, CancellationToken ct)
    {
        if (!standings.TryGetValue((listId, asOf), out var standing))
        {
            units ??= await db.UnitBook(ct);
            var rows = standings.Where(s => s.Key.List == listId).Select(s => s.Value.Rows).FirstOrDefault() ?? await db.Rows(listId, units, ct);
            standings[(listId, asOf)] = standing = new Standing(rows!, asOf, options.Lights);
        }

        return standing;
    }

    private bool Sees(Guid unitId, IEnumerable<Answering> answering) => actor.SeesReportsOf(unitId, answering);

    private async Task<IReadOnlyDictionary<Guid, T>> Found<T>(IQueryable<Owned> things, Func<Standing, Guid, T> view, CancellationToken ct)
    {
        var found = new Dictionary<Guid, T>();
        foreach (var thing in Reads ? await things.ToListAsync(ct) : [])
        {
            found[thing.Id] = view(await StandingOf(thing.ListId, Today, ct), thing.Id);
        }

        return found;
    }

    private sealed record Owned(Guid Id, Guid ListId);
}
