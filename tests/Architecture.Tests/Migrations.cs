using Commerce.Assistance.Data;
using Commerce.Catalog.Data;
using Commerce.Ordering.Data;
using Commerce.Organisations.Data;
using Commerce.Platform.Databases;
using Commerce.TaskList.Data;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Architecture.Tests;

/// <summary>Every module's model has its migrations on every provider; a changed model without one fails here.</summary>
public sealed class Migrations
{
    public static TheoryData<DatabaseProvider, Type, string> Contexts
    {
        get
        {
            var rows = new TheoryData<DatabaseProvider, Type, string>();
            foreach (var provider in Enum.GetValues<DatabaseProvider>())
            {
                rows.Add(provider, typeof(PlatformDbContext), "platform");
                rows.Add(provider, typeof(OrganisationsDbContext), "organisations");
                rows.Add(provider, typeof(CatalogDbContext), "catalog");
                rows.Add(provider, typeof(OrderingDbContext), "ordering");
                rows.Add(provider, typeof(AssistanceDbContext), "assistance");
                rows.Add(provider, typeof(TaskListDbContext), "tasks");
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Contexts))]
    public void The_model_and_its_migrations_agree(DatabaseProvider provider, Type context, string module)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(context))!;
        DatabaseSetup.Use(builder, new DatabaseOptions { Provider = provider, ConnectionString = "Database=none", DataFolder = "." }, module);
        using var db = (DbContext)Activator.CreateInstance(context, builder.Options)!;

        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
