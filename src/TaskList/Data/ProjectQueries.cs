using System.Linq.Expressions;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Data;

/// <summary>Projects with their parts.</summary>
internal static class ProjectQueries
{
    /// <summary>A project to act on.</summary>
    public static Task<Project?> FindProject(this TaskListDbContext db, Guid id, CancellationToken ct) => db.FindProject(p => p.Id == id, ct);

    /// <summary>The project of a step to act on.</summary>
    public static Task<Project?> FindProjectOfStep(this TaskListDbContext db, Guid step, CancellationToken ct) => db.FindProject(p => p.Steps.Any(s => s.Id == step), ct);

    /// <summary>The project of a figure to act on.</summary>
    public static Task<Project?> FindProjectOfFigure(this TaskListDbContext db, Guid figure, CancellationToken ct) => db.FindProject(p => p.Figures.Any(f => f.Id == figure), ct);

    public static IQueryable<Project> WithParts(this IQueryable<Project> projects) =>
        projects.AsSplitQuery().Include(p => p.Steps).Include(p => p.Figures).ThenInclude(f => f.Values);

    private static async Task<Project?> FindProject(this TaskListDbContext db, Expression<Func<Project, bool>> which, CancellationToken ct)
    {
        await db.LockTasks(db.Projects.Where(which).Select(p => p.TaskId), ct);
        return await db.Projects.WithParts().FirstOrDefaultAsync(which, ct);
    }
}
