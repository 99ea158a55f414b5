using System.Data.Common;
using Commerce.Platform.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.Databases;

/// <summary>Brings the databases to this version's shape, and refuses to run on one that isn't.</summary>
public static class Migrator
{
    private const long FullSynchronous = 2;

    /// <summary>Applies what is missing, module by module.</summary>
    /// <returns>Names of the migrations that were applied.</returns>
    public static async Task<IReadOnlyList<string>> Migrate(IServiceProvider services, CancellationToken ct)
    {
        await RequireReachable(services, ct);
        var applied = new List<string>();
        await ForEach(services, async (entry, db) =>
        {
            await TakeOver(db, ct);
            var missing = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
            await db.Database.MigrateAsync(ct);
            applied.AddRange(missing.Select(m => $"{entry.Module}: {m}"));
        });
        return applied;
    }

    /// <summary>A server that is away, or doesn't let us in, is told in a line instead of a fault.</summary>
    /// <exception cref="WrongSettingException">It can't be opened.</exception>
    private static async Task RequireReachable(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDbContext>().Database;
        if (db.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            return;
        }

        try
        {
            await db.OpenConnectionAsync(ct);
        }
        catch (Exception e) when ((e as DbException ?? e.InnerException as DbException) is { } cause)
        {
            throw new WrongSettingException(DatabaseOptions.ConnectionStringKey, $"leads to no database that lets us in: {cause.Message}");
        }
    }

    /// <summary>EF marks a SQLite file while it migrates it and waits for ever for the mark of a process that died there. No other can be at it: the folder has a lock of its own.</summary>
    private static async Task TakeOver(ModuleDbContext db, CancellationToken ct)
    {
        if (db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal) && await db.GetService<IRelationalDatabaseCreator>().ExistsAsync(ct))
        {
            await db.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        }
    }

    /// <summary>Two hosts starting together must not race: a server database is migrated by the verb, never at start.</summary>
    /// <exception cref="WrongSettingException">Something is missing.</exception>
    public static async Task RequireMigrated(IServiceProvider services, CancellationToken ct)
    {
        await RequireReachable(services, ct);
        await ForEach(services, async (entry, db) =>
        {
            if ((await db.Database.GetPendingMigrationsAsync(ct)).FirstOrDefault() is { } missing)
            {
                throw new WrongSettingException(DatabaseOptions.ConnectionStringKey, $"leads to a database whose module {entry.Module} lacks {missing}; run the verb migrate first");
            }
        });
    }

    /// <summary>A commit that was answered must be on the disk: SQLite has to run with synchronous FULL or more.</summary>
    /// <exception cref="InvalidOperationException">It doesn't.</exception>
    public static Task RequireDurable(IServiceProvider services, CancellationToken ct) => ForEach(services, async (entry, db) =>
    {
        if (db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal)
            && (await db.Database.SqlQuery<long>($"SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(ct)) < FullSynchronous)
        {
            throw new InvalidOperationException($"The SQLite file of {entry.Module} runs with synchronous below FULL: an answered order could be lost in a power cut. Refusing to start.");
        }
    });

    /// <summary>Reads who this database is, and notes who listens.</summary>
    public static async Task LoadIdentity(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseIdentity>().Load(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), ct);
        await scope.ServiceProvider.GetRequiredService<Outbox.Arrivals>().Load(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), ct);
    }

    private static async Task ForEach(IServiceProvider services, Func<DatabaseEntry, ModuleDbContext, Task> act)
    {
        foreach (var entry in services.GetRequiredService<IReadOnlyList<DatabaseEntry>>())
        {
            await using var scope = services.CreateAsyncScope();
            await act(entry, (ModuleDbContext)scope.ServiceProvider.GetRequiredService(entry.Context));
        }
    }
}
