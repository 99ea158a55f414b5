using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Commerce.Platform.Databases;

/// <summary>Runs a write in one transaction that begins before its first read, and again from outside when the database says so.</summary>
public static class Transactions
{
    private const int Attempts = 12;

    // A SQLite file has one writer, and its driver waits for a busy file by sleeping; our own writers queue here instead.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Queues = new();

    /// <summary>Does all of it and takes it back: tells what it would come to, and changes nothing.</summary>
    /// <param name="db">A context with nothing under way.</param>
    /// <param name="work">As in saving.</param>
    /// <param name="ct">Cancellation.</param>
    public static Task<T> Rehearse<T>(this ModuleDbContext db, Func<Task<T>> work, CancellationToken ct) => db.InTransaction(
        async transaction =>
        {
            await transaction.CreateSavepointAsync("look", ct);
            var seen = await work();
            await transaction.RollbackToSavepointAsync("look", ct);
            db.ChangeTracker.Clear();
            db.ForgetAfterCommit();
            return seen;
        },
        ct);

    /// <summary>Runs <paramref name="work"/> in a transaction and commits it; on busy, deadlock, serialization failure or a lost race the whole runs again.</summary>
    /// <param name="db">The module's context; its tracked objects are forgotten before each attempt.</param>
    /// <param name="work">Must be repeatable: all its effects lie in this transaction.</param>
    /// <param name="ct">Cancellation.</param>
    /// <typeparam name="T">What the work gives.</typeparam>
    public static async Task<T> InTransaction<T>(this ModuleDbContext db, Func<IDbContextTransaction, Task<T>> work, CancellationToken ct)
    {
        db.Database.AutoSavepointsEnabled = false;
        for (var attempt = 1; ; attempt++)
        {
            db.ChangeTracker.Clear();
            db.ForgetAfterCommit();
            var queue = QueueOf(db);
            await (queue?.WaitAsync(ct) ?? Task.CompletedTask);
            try
            {
                // On SQLite this is BEGIN IMMEDIATE: the write lock is taken before the first read.
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                var result = await work(transaction);
                await transaction.CommitAsync(ct);
                db.Committed();
                return result;
            }
            catch (Exception e) when (attempt < Attempts && MayRunAgain(e))
            {
                // Once more, below.
            }
            finally
            {
                queue?.Release();
            }

            await Task.Delay(Random.Shared.Next(1, 10 * attempt), ct);
        }
    }

    /// <summary>Busy, deadlock, serialization failure, a version that moved, or a unique key that somebody else took first.</summary>
    internal static bool MayRunAgain(Exception e) => e is DbUpdateConcurrencyException || Cause(e) switch
    {
        SqliteException s => s.SqliteErrorCode is 5 or 6 || s.SqliteExtendedErrorCode is 2067 or 1555,
        PostgresException p => p.SqlState is "40001" or "40P01" or "55P03" or "23505",
        SqlException m => m.Number is 1205 or 1222 or 2601 or 2627 or 3960,
        _ => false,
    };

    private static SemaphoreSlim? QueueOf(ModuleDbContext db) => db.Database.GetDbConnection() is SqliteConnection file
        ? Queues.GetOrAdd(file.DataSource, _ => new SemaphoreSlim(1, 1))
        : null;

    private static DbException? Cause(Exception? e) => e switch
    {
        null => null,
        DbException d => d,
        _ => Cause(e.InnerException),
    };
}
