using Commerce.Platform.Databases;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Data;

/// <summary>Lists, their tasks and measures, and what people reported about them.</summary>
internal sealed class TaskListDbContext(DbContextOptions<TaskListDbContext> options) : ModuleDbContext(options, "tasks")
{
    public DbSet<OfficialList> Lists => Set<OfficialList>();

    public DbSet<ListSection> Sections => Set<ListSection>();

    protected override void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(TaskListDbContext).Assembly);
}
