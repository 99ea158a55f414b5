using System.Globalization;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Rounds;

/// <summary>Reads rounds. A unit sees those that it owes an answer, and its own answers alone; supervisors of the task and readers for the department see all.</summary>
internal sealed class ReadRounds(TaskListDbContext db, Actor actor, ReadLists lists)
{
    /// <summary>Today in China.</summary>
    public DateOnly Today => lists.Today;

    /// <summary>A year's rounds, the latest first.</summary>
    public async Task<IReadOnlyList<RoundView>> All(int year, Guid? taskId, RoundState? state, CancellationToken ct)
    {
        var rounds = from r in Whole
                     where db.Lists.Any(l => l.Id == r.ListId && l.Year == year) && (taskId == null || r.TaskId == taskId) && (state == null || r.State == state)
                     orderby r.Position descending
                     select r;
        return await Seen(actor.Can(Capability.TaskRead) ? await rounds.ToListAsync(ct) : [], ct);
    }

    public async Task<Page<RoundView>> Page(int year, Guid? taskId, RoundState? state, PageRequest page, Cursors cursors, CancellationToken ct)
    {
        var all = await All(year, taskId, state, ct);
        var before = page.AfterNumber ?? long.MaxValue;
        return page.PageOf(
            [.. all.Where(r => r.Round.Position < before).Take(page.First + 1)], r => r.Round.Position.ToString(CultureInfo.InvariantCulture), cursors, () => Task.FromResult<int?>(all.Count));
    }

    public async Task<RoundView?> Round(Guid id, CancellationToken ct) => (await Rounds([id], ct)).GetValueOrDefault(id);

    public async Task<IReadOnlyDictionary<Guid, RoundView>> Rounds(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await Seen(actor.Can(Capability.TaskRead) ? await Whole.Where(r => ids.Contains(r.Id)).ToListAsync(ct) : [], ct)).ToDictionary(r => r.Id);

    public async Task<IReadOnlyDictionary<Guid, RoundAnswerView>> Answers(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        Guid[] rounds = [.. await db.RoundAnswers.Where(a => ids.Contains(a.Id)).Select(a => a.RoundId).Distinct().ToListAsync(ct)];
        return (await Rounds(rounds, ct)).Values.SelectMany(r => r.Units).SelectMany(u => u.Answers).Where(a => ids.Contains(a.Id)).ToDictionary(a => a.Id);
    }

    /// <summary>All rounds of a list with all answers that were handed in, for the archive of its year, whose taker sees everything.</summary>
    public async Task<IReadOnlyList<RoundView>> ForArchive(Guid listId, CancellationToken ct) => await Seen(await Whole.Where(r => r.ListId == listId).OrderBy(r => r.Position).ToListAsync(ct), ct, everything: true);

    /// <summary>The tasks of a year's list (the latest unless said) on which the person may open a round.</summary>
    public async Task<IReadOnlyList<RoundChoice>> Choices(int? year, CancellationToken ct)
    {
        var latest = (await lists.Years(ct)).Select(y => y.Year).FirstOrDefault();
        if (await lists.List(year ?? latest, null, ct) is not { } list)
        {
            return [];
        }

        var projects = (await db.Projects.AsNoTracking().Include(p => p.Figures).Where(p => p.ListId == list.Id && p.WithdrawnAt == null).ToListAsync(ct)).OrderBy(p => p.Name, StringComparer.Ordinal).ToLookup(p => p.TaskId);
        var counting = (await db.MeasuresCounting(list.Id, CountedKind.Round, ct)).ToLookup(m => m.TaskId);
        return
        [
            .. list.Tasks.Where(t => actor.Supervises(t.Standing, t.Id))
                .Select(t => new RoundChoice(t, [.. counting[t.Id]], list.Standing.Rows.Units.OutsideOf(t.Standing.ResponsibilitiesOf(t.Id), lists.Today), [.. projects[t.Id]])),
        ];
    }

    private IQueryable<Round> Whole => db.Rounds.AsNoTracking().Include(r => r.Measures).Include(r => r.Metrics).Include(r => r.Units).AsSplitQuery();

    private async Task<IReadOnlyList<RoundView>> Seen(List<Round> rounds, CancellationToken ct, bool everything = false)
    {
        Guid[] ids = [.. rounds.Select(r => r.Id)];
        Guid[] asked = [.. rounds.SelectMany(r => r.Metrics).Select(m => m.MetricId).Distinct()];
        var answers = (await db.RoundAnswers.AsNoTracking().Whole().Where(a => ids.Contains(a.RoundId)).OrderBy(a => a.Number).ToListAsync(ct)).ToLookup(a => (a.RoundId, a.UnitId));
        var metrics = await db.Metrics.AsNoTracking().Where(m => asked.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        var ofProjects = await db.Projects.AsNoTracking().SelectMany(p => p.Figures).Where(f => asked.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        var seen = new List<RoundView>();
        foreach (var round in rounds)
        {
            var standing = await lists.StandingOf(round.ListId, lists.Today, ct);
            var whole = everything || actor.SeesAllOf(standing, round.TaskId);
            var units = round.Units.Where(u => whole || actor.Can(Capability.TaskRead, u.UnitId)).OrderBy(u => u.Position).Select(u => View(round, u, answers[(round.Id, u.UnitId)])).ToList();
            if (units.Count > 0)
            {
                seen.Add(new(
                    round, standing, whole, actor.Supervises(standing, round.TaskId), units, [.. round.Metrics.OrderBy(m => m.Position).Select(m => new AskedFigureView(m, metrics.GetValueOrDefault(m.MetricId), ofProjects.GetValueOrDefault(m.MetricId)))]));
            }
        }

        return seen;
    }

    private RoundUnitView View(Round round, RoundUnit unit, IEnumerable<RoundAnswer> answers)
    {
        var mine = actor.Can(Capability.TaskReport, unit.UnitId);
        return new(round, unit, [.. answers.Where(a => mine || a.State != RoundAnswerState.Draft).Select(a => new RoundAnswerView(a, round.ProjectId is not null))], mine);
    }
}

/// <summary>A task on which a round may be opened.</summary>
/// <param name="Task">The task.</param>
/// <param name="Counting">Its measures that ask for rounds.</param>
/// <param name="Outside">Bodies outside the department that its open groups mean.</param>
/// <param name="Projects">Its projects: a round may be on one alone.</param>
internal sealed record RoundChoice(TaskView Task, IReadOnlyList<Measure> Counting, IReadOnlyList<KnownUnit> Outside, IReadOnlyList<Project> Projects);
