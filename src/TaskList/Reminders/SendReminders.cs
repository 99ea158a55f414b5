using Commerce.Platform.Databases;
using Commerce.Platform.Leases;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Reminders;

/// <summary>Tells units that must report that a day is near: 30, 15, 7, 3 and 1 days before, each once, whatever hosts and restarts there are. An aim (力争) is worked for, not owed; what is said to be done waits for the reviewer, not for the unit.
/// A host that was down for some days tells the nearest distance alone, not those that went by.</summary>
internal sealed class SendReminders(TaskListDbContext db, TaskListOptions options, TimeProvider clock) : IScheduledWork
{
    public async Task Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var today = now.DayInChina();
        var until = today.AddDays(options.RemindLevels[0]);
        await db.InTransaction(
            async _ =>
            {
                var near = await db.Milestones.AsNoTracking()
                    .Where(m => m.DoneOn == null && m.WithdrawnAt == null && !m.Aim && m.WorkingDueOn >= today && m.WorkingDueOn <= until).ToListAsync(ct);
                if (near.Count == 0)
                {
                    return false;
                }

                Guid[] ids = [.. near.Select(m => m.Id)];
                Guid[] tasks = [.. near.Select(m => m.TaskId).Distinct()];
                var told = (await db.Reminders.AsNoTracking().Where(r => ids.Contains(r.MilestoneId)).ToListAsync(ct)).Select(r => (r.MilestoneId, r.DueOn, r.Level, r.UnitId)).ToHashSet();
                var named = (await db.Responsibilities.AsNoTracking().Include(r => r.Named).Where(r => tasks.Contains(r.TaskId)).ToListAsync(ct)).ToLookup(r => r.TaskId);
                var units = await db.UnitBook(ct);
                List<Reminder> untold =
                [
                    .. from milestone in near
                       let due = milestone.WorkingDueOn!.Value
                       let level = Reminder.LevelOn(today, due, options.RemindLevels)
                       where level is not null
                       from unit in units.Answering([.. named[milestone.TaskId]], today)
                       where unit.Owes && !told.Contains((milestone.Id, due, level.Value, unit.UnitId))
                       select new Reminder { MilestoneId = milestone.Id, DueOn = due, Level = level.Value, UnitId = unit.UnitId, At = now },
                ];
                var waiting = await db.SaidDone(untold.Select(r => r.MilestoneId), today, options.Lights, ct);
                db.Reminders.AddRange(untold.Where(r => !waiting.Contains(r.MilestoneId)));
                await db.SaveChangesAsync(ct);
                return true;
            },
            ct);
    }
}
