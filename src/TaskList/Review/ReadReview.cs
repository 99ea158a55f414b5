using Commerce.Platform.People;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Review;

/// <summary>A report that waits for review.</summary>
internal sealed record WaitingReport(MeasureView Measure, ReportView Report, string Unit);

/// <summary>What waits for a supervisor: reports to accept, the oldest first, and measures whose accepted reports say that they are done.</summary>
internal sealed class ReadReview(TaskListDbContext db, ReadLists lists, Actor actor)
{
    public async Task<(IReadOnlyList<WaitingReport> Reports, IReadOnlyList<MeasureView> ToClose)> Read(CancellationToken ct)
    {
        if (!actor.Can(Capability.TaskSupervise))
        {
            return ([], []);
        }

        var waiting = await db.Reports.AsNoTracking().Include(r => r.Files).Where(r => r.State == ReportState.Submitted && r.SubmittedById != actor.Id).OrderBy(r => r.Position).ToListAsync(ct);
        var said = await db.Measures.AsNoTracking().Where(m => m.State == MeasureState.SaidDone && m.WithdrawnAt == null && db.Reports.Any(r => r.MeasureId == m.Id && r.DoneOn != null && r.State == ReportState.Accepted)).Select(m => m.Id).ToListAsync(ct);
        var measures = await lists.Measures([.. waiting.Select(r => r.MeasureId).Concat(said).Distinct()], ct);
        return (
            [.. waiting.Where(r => Mine(r.MeasureId)).Select(r => new WaitingReport(measures[r.MeasureId], new(r), measures[r.MeasureId].Standing.Rows.Units.NameOf(r.UnitId)))],
            [.. said.Where(Mine).Select(id => measures[id]).OrderBy(m => m.Number)]);

        bool Mine(Guid measure) => measures.TryGetValue(measure, out var m) && m.Measure.WithdrawnAt is null && actor.Supervises(m.Standing, m.TaskId);
    }
}
