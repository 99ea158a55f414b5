using System.Globalization;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Problems;

/// <summary>Reads the ledger of problems: a unit's people those where it is responsible or cooperates, whoever reads for the department all.</summary>
internal sealed class ReadProblems(TaskListDbContext db, Actor actor, TaskListOptions options, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>Most rows of a file.</summary>
    public const int MostExported = 5_000;

    private UnitBook? units;

    /// <summary>Today in China.</summary>
    public DateOnly Today => clock.GetUtcNow().DayInChina();

    /// <summary>A page, the latest number first.</summary>
    public async Task<ProblemRows> Page(ProblemFilter filter, long? below, CancellationToken ct)
    {
        var states = await Asked(filter with { State = null }).GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var sources = await Asked(filter with { Source = null }).GroupBy(p => p.Source).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var overdue = await Asked(filter with { Overdue = true }).CountAsync(ct);
        var rows = await Asked(filter).Include(p => p.Partners).Where(p => below == null || p.Position < below).OrderByDescending(p => p.Position).Take(PageSize + 1).ToListAsync(ct);
        return new(await Views([.. rows.Take(PageSize)], ct), states, sources, overdue, rows.Count > PageSize ? rows[PageSize - 1].Position : null);
    }

    /// <summary>All that is asked for, in the order of their numbers; null when there are more than a file holds.</summary>
    public async Task<IReadOnlyList<ProblemView>?> All(ProblemFilter filter, CancellationToken ct)
    {
        var rows = await Asked(filter).Include(p => p.Partners).OrderBy(p => p.Position).Take(MostExported + 1).ToListAsync(ct);
        return rows.Count > MostExported ? null : await Views(rows, ct);
    }

    public async Task<Page<ProblemView>> Connection(ProblemFilter filter, PageRequest page, Cursors cursors, CancellationToken ct)
    {
        var (all, after) = (Asked(filter), page.AfterNumber ?? 0);
        var rows = await all.Include(p => p.Partners).Where(p => p.Position > after).OrderBy(p => p.Position).Take(page.First + 1).ToListAsync(ct);
        return page.PageOf(await Views(rows, ct), v => v.Problem.Position.ToString(CultureInfo.InvariantCulture), cursors, async () => await all.CountAsync(ct));
    }

    public async Task<IReadOnlyDictionary<Guid, ProblemView>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await Views(await Seen().Include(p => p.Partners).Where(p => ids.Contains(p.Id)).ToListAsync(ct), ct)).ToDictionary(v => v.Id);

    /// <summary>All of a problem; null when there is none, or none for this person.</summary>
    public async Task<ProblemSheet?> Sheet(Guid id, CancellationToken ct)
    {
        if (!(await ByIds([id], ct)).TryGetValue(id, out var view))
        {
            return null;
        }

        var problem = view.Problem;
        var book = await Units(ct);
        return new(
            view, await Reports(id, ct), await Rechecks(id, ct), await Extensions([id], ct), await Acts(id, ct),
            [.. problem.Partners.Select(p => p.UnitId).Prepend(problem.UnitId).Where(u => actor.Can(Capability.TaskReport, u)).Select(u => (u, book.NameOf(u)))],
            actor.Can(Capability.TaskProblem, problem.UnitId), actor.Supervises(problem), actor.Supervises(problem) && !actor.IsOfUnit(problem), Today);
    }

    /// <summary>What units reported, the latest first.</summary>
    public async Task<IReadOnlyList<ProblemReportView>> Reports(Guid problemId, CancellationToken ct)
    {
        var reports = await db.ProblemReports.AsNoTracking().Where(r => r.ProblemId == problemId).OrderByDescending(r => r.Position).ToListAsync(ct);
        var (files, book) = (await Files([.. reports.Select(r => r.Id)], ct), await Units(ct));
        return [.. reports.Select(r => new ProblemReportView(r, book.NameOf(r.UnitId), [.. files[r.Id]]))];
    }

    /// <summary>回头看, the latest first.</summary>
    public async Task<IReadOnlyList<ProblemRecheckView>> Rechecks(Guid problemId, CancellationToken ct)
    {
        var rechecks = await db.ProblemRechecks.AsNoTracking().Where(r => r.ProblemId == problemId).OrderByDescending(r => r.Position).ToListAsync(ct);
        var files = await Files([.. rechecks.Select(r => r.Id)], ct);
        return [.. rechecks.Select(r => new ProblemRecheckView(r, [.. files[r.Id]]))];
    }

    /// <summary>Requests for more time of problems that are seen already, the latest first.</summary>
    public async Task<IReadOnlyList<ProblemExtension>> Extensions(IReadOnlyCollection<Guid> problemIds, CancellationToken ct) =>
        await db.ProblemExtensions.AsNoTracking().Where(e => problemIds.Contains(e.ProblemId)).OrderByDescending(e => e.RequestedAt).ToListAsync(ct);

    /// <summary>The story, the latest first.</summary>
    public async Task<IReadOnlyList<ProblemActView>> Acts(Guid problemId, CancellationToken ct) =>
        [.. (await db.ProblemActs.AsNoTracking().Where(a => a.ProblemId == problemId).OrderByDescending(a => a.Sequence).ToListAsync(ct)).Select(a => new ProblemActView(a))];

    /// <summary>Units that a person may record problems for, and those that may cooperate: all that are known, by name.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> Choices(bool mine, CancellationToken ct)
    {
        var known = await db.KnownUnits.AsNoTracking().OrderBy(u => u.Name).Select(u => new { u.Id, u.Name }).ToListAsync(ct);
        return [.. known.Where(u => !mine || actor.Can(Capability.TaskProblem, u.Id)).Select(u => (u.Id, u.Name))];
    }

    /// <summary>Units that mend, or help to mend, any problem that this person sees, by name.</summary>
    public async Task<IReadOnlyList<(Guid Id, string Name)>> Concerned(CancellationToken ct)
    {
        var ids = (await Seen().Select(p => p.UnitId).Distinct().ToListAsync(ct)).Union(await Seen().SelectMany(p => p.Partners).Select(p => p.UnitId).Distinct().ToListAsync(ct));
        var book = await Units(ct);
        return [.. ids.Select(id => (id, book.NameOf(id))).OrderBy(u => u.Item2, StringComparer.Create(new CultureInfo("zh-CN"), false))];
    }

    /// <summary>Files of reports, re-checks and summaries.</summary>
    public async Task<ILookup<Guid, FileView>> Files(IReadOnlyCollection<Guid> owners, CancellationToken ct) =>
        (await db.OwnedFiles.AsNoTracking().Where(f => owners.Contains(f.OwnerId)).OrderBy(f => f.Name).ToListAsync(ct)).ToLookup(f => f.OwnerId, f => new FileView(f.FileId, f.Name));

    private IQueryable<Problem> Seen() => db.Problems.AsNoTracking().SeenBy(actor);

    private IQueryable<Problem> Asked(ProblemFilter filter)
    {
        var all = Seen();
        if (filter.UnitIds is { } wanted)
        {
            all = all.Where(p => wanted.Contains(p.UnitId) || p.Partners.Any(x => wanted.Contains(x.UnitId)));
        }

        if (filter.Source is { } source)
        {
            all = all.Where(p => p.Source == source);
        }

        if (filter.State is { } state)
        {
            all = all.Where(p => p.State == state);
        }

        if (filter.SpecialActionId is { } action)
        {
            all = all.Where(p => p.ActionId == action);
        }

        if (filter.InspectionId is { } inspection)
        {
            all = all.Where(p => p.InspectionId == inspection);
        }

        var today = Today;
        return filter.Overdue ? all.Where(p => p.WorkingDueOn < today && (p.State == ProblemState.Mending || p.State == ProblemState.Returned)) : all;
    }

    private async Task<UnitBook> Units(CancellationToken ct) => units ??= await db.UnitBook(ct);

    private async Task<IReadOnlyList<ProblemView>> Views(List<Problem> problems, CancellationToken ct)
    {
        var book = await Units(ct);
        var ids = problems.Select(p => p.ActionId).OfType<Guid>().Distinct().ToList();
        var actions = await db.SpecialActions.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        var inspected = problems.Select(p => p.InspectionId).OfType<Guid>().Distinct().ToList();
        var inspections = await db.Inspections.AsNoTracking().Where(i => inspected.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Name, ct);
        return
        [
            .. problems.Select(p => new ProblemView(
                p, book.NameOf(p.UnitId), [.. p.Partners.Select(x => book.NameOf(x.UnitId)).Order(StringComparer.Ordinal)], p.ActionId is { } action ? actions.GetValueOrDefault(action) : null,
                p.InspectionId is { } inspection ? inspections.GetValueOrDefault(inspection) : null,
                ProblemLights.Of(p, Today, options.Lights), ProblemLights.IsOverdue(p, Today))),
        ];
    }
}
