using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Saving;

/// <summary>The list of a year as it is saved, tracked for change.</summary>
internal sealed class SavedRows
{
    public required OfficialList List { get; init; }

    public required bool IsNew { get; init; }

    public List<ListSection> Sections { get; init; } = [];

    public List<OfficialTask> Tasks { get; init; } = [];

    public List<Measure> Measures { get; init; } = [];

    public List<Responsibility> Responsibilities { get; init; } = [];

    public List<Milestone> Milestones { get; init; } = [];

    /// <summary>The saved list of a year, or an empty one of that year.</summary>
    public static async Task<SavedRows> Of(TaskListDbContext db, int year, bool sample, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Lists.FirstOrDefaultAsync(l => l.Year == year, ct) is not { } list)
        {
            return new() { IsNew = true, List = new() { Id = Guid.CreateVersion7(now), Year = year, Title = "", Source = "", SavedAt = now, Sample = sample } };
        }

        return new()
        {
            IsNew = false,
            List = list,
            Sections = await db.Sections.Where(s => s.ListId == list.Id).ToListAsync(ct),
            Tasks = await db.Tasks.Where(t => t.ListId == list.Id).ToListAsync(ct),
            Measures = await db.Measures.Where(m => m.ListId == list.Id).ToListAsync(ct),
            Responsibilities = await db.Responsibilities.Include(r => r.Named).Where(r => r.ListId == list.Id).ToListAsync(ct),
            Milestones = await db.Milestones.Include(m => m.Measures).Where(m => m.ListId == list.Id).ToListAsync(ct),
        };
    }
}
