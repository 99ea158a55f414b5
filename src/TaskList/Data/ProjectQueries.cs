using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Data;

/// <summary>Projects with their parts.</summary>
internal static class ProjectQueries
{
    public static Task<Project?> ProjectWithParts(this TaskListDbContext db, Guid id, CancellationToken ct) =>
        db.Projects.WithParts().FirstOrDefaultAsync(p => p.Id == id, ct);

    public static IQueryable<Project> WithParts(this IQueryable<Project> projects) =>
        projects.AsSplitQuery().Include(p => p.Steps).Include(p => p.Figures).ThenInclude(f => f.Values);
}
