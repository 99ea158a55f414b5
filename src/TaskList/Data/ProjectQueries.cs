using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Data;

/// <summary>Projects with their parts.</summary>
internal static class ProjectQueries
{
    /// <summary>A project to act on.</summary>
    public static async Task<Project?> ProjectWithParts(this TaskListDbContext db, Guid id, CancellationToken ct)
    {
        await db.LockTasks(db.Projects.Where(p => p.Id == id).Select(p => p.TaskId), ct);
        return await db.Projects.WithParts().FirstOrDefaultAsync(p => p.Id == id, ct);
    }

    public static IQueryable<Project> WithParts(this IQueryable<Project> projects) =>
        projects.AsSplitQuery().Include(p => p.Steps).Include(p => p.Figures).ThenInclude(f => f.Values);
}
