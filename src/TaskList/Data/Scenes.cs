using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Data;

/// <summary>Finding what an act is about, and whether this person may do it.</summary>
internal static class Scenes
{
    public static async Task<Scene> SceneOf(this TaskListDbContext db, Guid taskId, DateTimeOffset now, CancellationToken ct)
    {
        await db.LockTasks(db.Tasks.Where(t => t.Id == taskId).Select(t => t.Id), ct);
        var task = await db.Tasks.SingleAsync(t => t.Id == taskId, ct);
        var list = await db.Lists.AsNoTracking().SingleAsync(l => l.Id == task.ListId, ct);
        var named = await db.Responsibilities.AsNoTracking().Include(r => r.Named).Where(r => r.TaskId == taskId).ToListAsync(ct);
        var units = await db.UnitBook(ct);
        return new(list, task, units, units.Answering(named, now.DayInChina()));
    }

    /// <summary>Acts of one task happen one after another: who comes second waits here, and reads what the first has left. Every act comes through here before it reads what it decides on;
    /// nothing is changed. Without it two on PostgreSQL or SQL Server each decide on what they saw, and both are done.</summary>
    public static Task LockTasks(this TaskListDbContext db, IQueryable<Guid> ids, CancellationToken ct) =>
        db.Tasks.Where(t => ids.Contains(t.Id)).ExecuteUpdateAsync(s => s.SetProperty(t => t.Version, t => t.Version), ct);

    /// <summary>A measure to act on.</summary>
    public static async Task<Measure?> FindMeasure(this TaskListDbContext db, Guid id, CancellationToken ct)
    {
        await db.LockTasks(db.Measures.Where(m => m.Id == id).Select(m => m.TaskId), ct);
        return await db.Measures.FirstOrDefaultAsync(m => m.Id == id, ct);
    }

    /// <summary>A milestone to act on.</summary>
    public static async Task<Milestone?> FindMilestone(this TaskListDbContext db, Guid id, CancellationToken ct)
    {
        await db.LockTasks(db.Milestones.Where(m => m.Id == id).Select(m => m.TaskId), ct);
        return await db.Milestones.Include(m => m.Measures).FirstOrDefaultAsync(m => m.Id == id, ct);
    }

    /// <summary>The open milestones that speak of a measure.</summary>
    public static async Task<List<Milestone>> MilestonesOf(this TaskListDbContext db, Measure measure, CancellationToken ct) =>
        [.. (await db.Milestones.Include(m => m.Measures).Where(m => m.TaskId == measure.TaskId && m.WithdrawnAt == null).ToListAsync(ct)).Where(m => m.Covers(measure.Id))];

    /// <summary>Supervises the whole department.</summary>
    public static bool SupervisesAll(this Actor actor, UnitBook units) => units.Root is { } root && actor.Can(Capability.TaskSupervise, root);

    /// <summary>Supervises the department, or all the units that answer for the task.</summary>
    public static bool Supervises(this Actor actor, Scene scene) =>
        actor.SupervisesAll(scene.Units) || (scene.Owing.Any() && scene.Owing.All(a => actor.Can(Capability.TaskSupervise, a.UnitId)));

    /// <summary>The same of a task as shown.</summary>
    public static bool Supervises(this Actor actor, Standing standing, Guid taskId) =>
        actor.SupervisesAll(standing.Rows.Units)
        || (standing.AnsweringFor(taskId).Any(a => a.Owes) && standing.AnsweringFor(taskId).Where(a => a.Owes).All(a => actor.Can(Capability.TaskSupervise, a.UnitId)));

    /// <summary>Sees a unit's reports: its own people, those of a leading unit, and who reads for the department.</summary>
    public static bool SeesReportsOf(this Actor actor, Guid unitId, IEnumerable<Answering> answering) =>
        actor.Can(Capability.TaskRead, unitId) || answering.Any(a => a.Role == TaskRole.Lead && actor.Can(Capability.TaskRead, a.UnitId));
}
