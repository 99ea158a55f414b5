using Commerce.Platform.Databases;
using Commerce.Platform.Leases;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Reminders;

/// <summary>Tells units that must report that a day is near: 30, 15, 7, 3 and 1 days before, each once, whatever hosts and restarts there are. An aim (力争) is worked for, not owed.
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
                foreach (var milestone in near)
                {
                    var due = milestone.WorkingDueOn!.Value;
                    if (Reminder.LevelOn(today, due, options.RemindLevels) is not { } level)
                    {
                        continue;
                    }

                    foreach (var unit in units.Answering([.. named[milestone.TaskId]], today).Where(a => a.Owes && !told.Contains((milestone.Id, due, level, a.UnitId))))
                    {
                        db.Reminders.Add(new Reminder { MilestoneId = milestone.Id, DueOn = due, Level = level, UnitId = unit.UnitId, At = now });
                    }
                }

                await db.SaveChangesAsync(ct);
                return true;
            },
            ct);
    }
}
