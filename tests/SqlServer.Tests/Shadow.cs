#pragma warning disable EF1001 // The query compiler is replaced: there is no public place that sees a query with its values.
using System.Collections;
using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Commerce.Platform.Databases;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using Microsoft.EntityFrameworkCore.ChangeTracking.Internal;

namespace Commerce.SqlServer.Tests;

/// <summary>Follows every query and every save of the running program, and says them once more in SQL Server's words to nobody.</summary>
internal static class Shadow
{
    /// <summary>Each statement once, by its text.</summary>
    public static ConcurrentDictionary<string, Statement> Statements { get; } = new();

    /// <summary>What SQL Server's query compiler refused.</summary>
    public static ConcurrentQueue<string> Refused { get; } = new();

    public static ModuleDbContext Of(DbContext context) => SqlServerModel.Open(context.GetType(), ((ModuleDbContext)context).Module, new Deaf(), new Unplugged());

    public static void Query<TResult>(DbContext context, Expression query, bool many)
    {
        using var shadow = Of(context);
        Say(shadow, new Move(shadow, false).Visit(query), many);
        var move = new Move(shadow, true);
        var whole = move.Visit(query);
        if (move.WasSplit)
        {
            // The later statements of a split query follow rows, and there are none: the same joins in one statement stand for them.
            Say(shadow, whole, many);
        }

        void Say(DbContext db, Expression said, bool sequence)
        {
            var before = Deaf.Heard.Value = new Counter();
            try
            {
                var compiler = db.GetService<IQueryCompiler>();
                var result = typeof(IQueryCompiler).GetMethod(nameof(IQueryCompiler.Execute))!.MakeGenericMethod(sequence ? typeof(IEnumerable<>).MakeGenericType(typeof(TResult)) : typeof(TResult)).Invoke(compiler, [said]);
                if (sequence)
                {
                    foreach (var _ in (IEnumerable)result!)
                    {
                    }
                }
            }
            catch (TargetInvocationException e) when (before.Value > 0 && e.InnerException is InvalidOperationException)
            {
                // First() of nothing; the statement was heard.
            }
            catch (Exception e)
            {
                Refused.Enqueue($"{(e as TargetInvocationException)?.InnerException ?? e}\n{query}");
            }
        }
    }

    public static void Save(DbContext context)
    {
        using var shadow = Of(context);
        shadow.ChangeTracker.AutoDetectChangesEnabled = false;
        shadow.ChangeTracker.CascadeDeleteTiming = Microsoft.EntityFrameworkCore.ChangeTracking.CascadeTiming.Never;
        shadow.ChangeTracker.DeleteOrphansTiming = Microsoft.EntityFrameworkCore.ChangeTracking.CascadeTiming.Never;
        try
        {
            // The entries as they are, owned ones included, moved by value into SQL Server's model.
            var updates = new List<IUpdateEntry>();
            foreach (var entry in context.GetService<IStateManager>().GetEntriesToSave(cascadeChanges: false))
            {
                updates.Add(Copy(shadow, (InternalEntityEntry)entry));
            }

            var batches = shadow.GetService<ICommandBatchPreparer>().BatchCommands(updates, shadow.GetService<IUpdateAdapterFactory>().Create());
            foreach (var batch in batches)
            {
                var before = Deaf.Heard.Value = new Counter();
                try
                {
                    batch.Execute(shadow.GetService<IRelationalConnection>());
                }
                catch (DbUpdateException) when (before.Value > 0)
                {
                    // No row answered; the statement was heard.
                }
            }
        }
        catch (Exception e)
        {
            Refused.Enqueue($"{e}\nsaving {context.GetType().Name}");
        }
    }

    private static InternalEntityEntry Copy(DbContext shadow, InternalEntityEntry entry)
    {
        var type = shadow.Model.FindEntityType(entry.EntityType.Name) ?? shadow.Model.GetEntityTypes().Single(t => t.Name == entry.EntityType.Name);
        var copy = shadow.GetService<IStateManager>().GetOrCreateEntry(entry.Entity, type);
        foreach (var property in entry.EntityType.GetProperties())
        {
            var own = type.FindProperty(property.Name)!;
            if (property.IsShadowProperty())
            {
                copy[own] = entry.GetCurrentValue(property);
            }
        }

        copy.SetEntityState(entry.EntityState, acceptChanges: false, modifyProperties: false);
        foreach (var property in entry.EntityType.GetProperties().Where(p => !p.IsPrimaryKey()))
        {
            var own = type.FindProperty(property.Name)!;
            if (entry.EntityState == EntityState.Modified)
            {
                copy.SetOriginalValue(own, entry.GetOriginalValue(property));
                copy.SetPropertyModified(own, isModified: entry.IsModified(property), changeState: false);
            }
        }

        return copy;
    }

    /// <summary>Moves a query's roots from the program's model into SQL Server's.</summary>
    private sealed class Move(DbContext shadow, bool unsplit) : ExpressionVisitor
    {
        public bool WasSplit { get; private set; }

        protected override Expression VisitExtension(Expression node) => node is EntityQueryRootExpression root
            ? new EntityQueryRootExpression(shadow.GetService<IAsyncQueryProvider>(), shadow.Model.FindEntityType(root.EntityType.Name)!)
            : base.VisitExtension(node);

        // A set of the context inside a lambda is known by its value only.
        protected override Expression VisitMember(MemberExpression node) => Inner(node) ?? base.VisitMember(node);

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (unsplit && node.Method.Name == "AsSplitQuery")
            {
                WasSplit = true;
                return Visit(node.Arguments[0]);
            }

            return (typeof(DbContext).IsAssignableFrom(node.Object?.Type) ? Inner(node) : null) ?? base.VisitMethodCall(node);
        }

        private Expression? Inner(Expression node)
        {
            var free = new Free();
            free.Visit(node);
            return typeof(IQueryable).IsAssignableFrom(node.Type) && !free.HasParameter
                ? Visit(((IQueryable)Expression.Lambda(node).Compile(preferInterpretation: true).DynamicInvoke()!).Expression)
                : null;
        }
    }

    private sealed class Free : ExpressionVisitor
    {
        public bool HasParameter { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            HasParameter = true;
            return node;
        }
    }

    /// <summary>Hears commands and answers with nothing.</summary>
    private sealed class Deaf : DbCommandInterceptor
    {
        public static AsyncLocal<Counter> Heard { get; } = new();

        public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            Hear(command);
            return InterceptionResult<DbDataReader>.SuppressWithResult(Nothing());
        }

        public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
        {
            Hear(command);
            return InterceptionResult<int>.SuppressWithResult(1);
        }

        public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
        {
            Hear(command);
            return InterceptionResult<object>.SuppressWithResult(1);
        }

        /// <summary>No rows, and columns enough for whoever counts them.</summary>
        private static DataTableReader Nothing()
        {
            var table = new DataTable();
            for (var i = 0; i < 256; i++)
            {
                table.Columns.Add();
            }

            return table.CreateDataReader();
        }

        private static void Hear(DbCommand command)
        {
            Heard.Value!.Value++;
            if (command.CommandText.Contains("pragma_synchronous", StringComparison.Ordinal))
            {
                return; // Asked of SQLite alone, behind a question for the provider.
            }

            Statements.TryAdd(command.CommandText, new(command.CommandText, [.. command.Parameters.Cast<SqlParameter>().Select(Declare)]));
        }

        private static string Declare(SqlParameter p)
        {
            var name = p.ParameterName.StartsWith('@') ? p.ParameterName : "@" + p.ParameterName;
            return $"{name} {p.SqlDbType switch
            {
                SqlDbType.NVarChar or SqlDbType.VarChar or SqlDbType.VarBinary or SqlDbType.NChar => $"{p.SqlDbType}({(p.Size is > 0 and <= 4000 ? p.Size : "max")})",
                SqlDbType.Decimal => $"decimal({(p.Precision == 0 ? 18 : p.Precision)},{p.Scale})",
                var type => type.ToString(),
            }}";
        }
    }

    private sealed class Counter
    {
        public int Value { get; set; }
    }

    /// <summary>No connection is opened and no transaction begun.</summary>
    private sealed class Unplugged : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

        public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();
    }
}

/// <summary>Stands in for the program's query compiler and lets the shadow see each query with its values.</summary>
internal sealed class ShadowedQueries(
    IQueryContextFactory contexts,
    ICompiledQueryCache cache,
    ICompiledQueryCacheKeyGenerator keys,
    IDatabase database,
    IDiagnosticsLogger<DbLoggerCategory.Query> logger,
    ICurrentDbContext current,
    IEvaluatableExpressionFilter filter,
    IModel model) : QueryCompiler(contexts, cache, keys, database, logger, current, filter, model)
{
    private static readonly ConcurrentDictionary<Type, MethodInfo> Ways = new();

    private readonly DbContext context = current.Context;

    public override TResult Execute<TResult>(Expression query)
    {
        See(typeof(TResult), query);
        return base.Execute<TResult>(query);
    }

    public override TResult ExecuteAsync<TResult>(Expression query, CancellationToken cancellationToken = default)
    {
        See(typeof(TResult), query);
        return base.ExecuteAsync<TResult>(query, cancellationToken);
    }

    private void See(Type result, Expression query)
    {
        var definition = result.IsGenericType ? result.GetGenericTypeDefinition() : null;
        var many = definition == typeof(IAsyncEnumerable<>) || definition == typeof(IEnumerable<>);
        var element = many || definition == typeof(Task<>) ? result.GetGenericArguments()[0] : result;
        Ways.GetOrAdd(element, t => typeof(Shadow).GetMethod(nameof(Shadow.Query))!.MakeGenericMethod(t)).Invoke(null, [context, query, many]);
    }
}

/// <summary>Lets the shadow see what is about to be saved.</summary>
internal sealed class ShadowedSaves : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Shadow.Save(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Shadow.Save(eventData.Context!);
        return ValueTask.FromResult(result);
    }
}
