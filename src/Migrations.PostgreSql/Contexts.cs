using Commerce.Assistance.Data;
using Commerce.Catalog.Data;
using Commerce.Ordering.Data;
using Commerce.Organisations.Data;
using Commerce.Platform.Databases;
using Commerce.TaskList.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Commerce.Migrations.PostgreSql;

/// <summary>Contexts as the migration tool needs them; nothing here opens a connection.</summary>
internal static class Design
{
    public static DbContextOptions<T> Options<T>(string module)
        where T : DbContext
    {
        var builder = new DbContextOptionsBuilder<T>();
        DatabaseSetup.Use(builder, new DatabaseOptions { Provider = DatabaseProvider.PostgreSql, ConnectionString = "Database=design" }, module);
        return builder.Options;
    }
}

internal sealed class PlatformDesign : IDesignTimeDbContextFactory<PlatformDbContext>
{
    public PlatformDbContext CreateDbContext(string[] args) => new(Design.Options<PlatformDbContext>("platform"));
}

internal sealed class OrganisationsDesign : IDesignTimeDbContextFactory<OrganisationsDbContext>
{
    public OrganisationsDbContext CreateDbContext(string[] args) => new(Design.Options<OrganisationsDbContext>("organisations"));
}

internal sealed class CatalogDesign : IDesignTimeDbContextFactory<CatalogDbContext>
{
    public CatalogDbContext CreateDbContext(string[] args) => new(Design.Options<CatalogDbContext>("catalog"));
}

internal sealed class OrderingDesign : IDesignTimeDbContextFactory<OrderingDbContext>
{
    public OrderingDbContext CreateDbContext(string[] args) => new(Design.Options<OrderingDbContext>("ordering"));
}

internal sealed class AssistanceDesign : IDesignTimeDbContextFactory<AssistanceDbContext>
{
    public AssistanceDbContext CreateDbContext(string[] args) => new(Design.Options<AssistanceDbContext>("assistance"));
}

internal sealed class TaskListDesign : IDesignTimeDbContextFactory<TaskListDbContext>
{
    public TaskListDbContext CreateDbContext(string[] args) => new(Design.Options<TaskListDbContext>("tasks"));
}
