using System.Text;
using Commerce.Host;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Commerce.SqlServer.Tests;

/// <summary>The database as SQL Server would hold it, built from our own migrations and asked whether names in a statement lead anywhere.</summary>
internal sealed class SqlServerModel : IDisposable
{
    // Names that lead nowhere: an error for columns, only a warning for tables and functions. Both fail here.
    private static readonly int[] Unresolved = [71501, 71502];

    private readonly TSqlModel model = new(SqlServerVersion.Sql160, new TSqlModelOptions());

    /// <summary>The contexts of the house and its modules, in the order of the program.</summary>
    public static IReadOnlyList<(string Module, Type Context)> Contexts { get; } = ReadContexts();

    /// <summary>A context that knows SQL Server and reaches none.</summary>
    public static ModuleDbContext Open(Type context, string module, params Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor[] interceptors)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(context))!;
        DatabaseSetup.Use(builder, new Platform.Databases.DatabaseOptions { Provider = DatabaseProvider.SqlServer, ConnectionString = "Server=nowhere;Database=none" }, module);
        builder.AddInterceptors(interceptors);
        return (ModuleDbContext)Activator.CreateInstance(context, builder.Options)!;
    }

    /// <summary>What the verb migrate would run.</summary>
    public static string MigrationScript(Type context, string module, MigrationsSqlGenerationOptions options)
    {
        using var db = Open(context, module);
        return db.GetService<IMigrator>().GenerateScript(options: options);
    }

    public static (TSqlScript Script, IReadOnlyList<string> Errors) Parse(string sql)
    {
        var script = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(sql), out var errors);
        return (script, [.. errors.Select(e => $"{e.Line}:{e.Column} {e.Message}")]);
    }

    /// <summary>All modules' tables, indexes and keys, as their migrations make them.</summary>
    public static SqlServerModel Migrated()
    {
        var built = new SqlServerModel();
        foreach (var (module, context) in Contexts)
        {
            built.model.AddObjects($"CREATE SCHEMA [{module}]");
            var (script, errors) = Parse(MigrationScript(context, module, MigrationsSqlGenerationOptions.Default));
            if (errors.Count > 0)
            {
                throw new InvalidOperationException($"{module}: {string.Join("; ", errors)}");
            }

            foreach (var statement in WithLaterChanges([.. script.Batches.SelectMany(b => b.Statements)]))
            {
                built.Take(module, statement);
            }
        }

        return built;
    }

    public IReadOnlyList<string> Tables => [.. model.GetObjects(DacQueryScopes.UserDefined, Table.TypeClass).Select(t => string.Join('.', t.Name.Parts))];

    /// <summary>Wraps each statement into a procedure and gives what doesn't parse or doesn't resolve, with the statement.</summary>
    public IReadOnlyList<string> Faults(IEnumerable<Statement> statements)
    {
        var faults = new List<string>();
        var byName = new Dictionary<string, Statement>();
        foreach (var statement in statements)
        {
            var name = $"statement_{byName.Count}_";
            var procedure = $"CREATE PROCEDURE [dbo].[{name}]{Parameters(statement)} AS\nBEGIN\n{statement.Sql}\nEND";
            var errors = Parse(procedure).Errors;
            if (errors.Count > 0)
            {
                faults.Add($"{string.Join("; ", errors)}\n{procedure}");
                continue;
            }

            byName.Add(name, statement);
            model.AddOrUpdateObjects(procedure, name, new TSqlObjectOptions());
        }

        faults.AddRange(Messages().Select(m => $"{m}\n{byName.FirstOrDefault(s => m.Contains(s.Key, StringComparison.Ordinal)).Value?.Sql}"));
        foreach (var name in byName.Keys)
        {
            model.DeleteObjects(name);
        }

        return faults;
    }

    /// <summary>Names of the tables themselves that lead nowhere.</summary>
    public IReadOnlyList<string> Messages() =>
        [.. model.Validate().Where(m => Unresolved.Contains(m.Number) || m.MessageType == Microsoft.SqlServer.Dac.DacMessageType.Error).Select(m => $"{m.Prefix}{m.Number} {m.Message}")];

    public void Dispose() => model.Dispose();

    private static string Parameters(Statement statement) => statement.Parameters.Count == 0 ? "" : "(" + string.Join(", ", statement.Parameters) + ")";

    private static List<(string, Type)> ReadContexts()
    {
        var app = Server.Build(Server.Builder(new Dictionary<string, string?> { ["Commerce:Database:DataFolder"] = Path.GetTempPath(), ["Urls"] = "http://127.0.0.1:0" }, out var settings), settings);
        return [.. ((IReadOnlyList<DatabaseEntry>)app.Services.GetService(typeof(IReadOnlyList<DatabaseEntry>))!).Select(d => (d.Module, d.Context))];
    }

    /// <summary>A model knows tables as a whole: columns that a later migration adds or changes are put where the table is made, columns, keys and indexes that it drops are taken from there.</summary>
    private static List<TSqlStatement> WithLaterChanges(List<TSqlStatement> statements)
    {
        foreach (var drop in statements.OfType<DropIndexStatement>().ToList())
        {
            foreach (var clause in drop.DropIndexClauses.Cast<DropIndexClause>())
            {
                statements.RemoveAt(statements.FindLastIndex(statements.IndexOf(drop), s => s is CreateIndexStatement i && i.Name.Value == clause.Index.Value && Name(i.OnName) == Name(clause.Object)));
            }

            statements.Remove(drop);
        }

        var made = statements.OfType<CreateTableStatement>().ToDictionary(t => Name(t.SchemaObjectName));
        return statements.FindAll(statement =>
        {
            if (statement is AlterTableDropTableElementStatement dropped)
            {
                var table = made[Name(dropped.SchemaObjectName)].Definition;
                return !dropped.AlterTableDropTableElements.All(e => e.TableElementType switch
                {
                    TableElementType.Constraint => table.TableConstraints.FirstOrDefault(c => c.ConstraintIdentifier?.Value == e.Name.Value) is { } gone && table.TableConstraints.Remove(gone),
                    TableElementType.Column => table.ColumnDefinitions.FirstOrDefault(c => c.ColumnIdentifier.Value == e.Name.Value) is { } gone && table.ColumnDefinitions.Remove(gone),
                    _ => false,
                });
            }

            if (statement is AlterTableAlterColumnStatement altered)
            {
                var column = made[Name(altered.SchemaObjectName)].Definition.ColumnDefinitions.Single(c => c.ColumnIdentifier.Value == altered.ColumnIdentifier.Value);
                column.DataType = altered.DataType;
                foreach (var word in column.Constraints.OfType<NullableConstraintDefinition>().ToList())
                {
                    column.Constraints.Remove(word);
                }

                column.Constraints.Add(new NullableConstraintDefinition { Nullable = altered.AlterTableAlterColumnOption == AlterTableAlterColumnOption.Null });
                return false;
            }

            if (statement is not AlterTableAddTableElementStatement { Definition.ColumnDefinitions.Count: > 0 } added)
            {
                return true;
            }

            foreach (var column in added.Definition.ColumnDefinitions)
            {
                made[Name(added.SchemaObjectName)].Definition.ColumnDefinitions.Add(column);
            }

            return false;
        });
    }

    private static string Name(SchemaObjectName name) => string.Join('.', name.Identifiers.Select(i => i.Value));

    /// <summary>What makes tables goes into the model; a kind of statement nobody thought of is a failure, not a gap.</summary>
    private void Take(string module, TSqlStatement statement)
    {
        switch (statement)
        {
            case CreateTableStatement table:
                new Sql160ScriptGenerator().GenerateScript(table, out var whole);
                model.AddObjects(whole);
                break;
            case CreateIndexStatement or AlterTableAddTableElementStatement:
                model.AddObjects(Text(statement));
                break;

            // The history table, told by its name; it is made once before everything.
            case IfStatement { ThenStatement: BeginEndBlockStatement block }:
                foreach (var history in block.StatementList.Statements.OfType<CreateTableStatement>())
                {
                    Take(module, history);
                }

                break;
            // Before a column is changed a default that stands in its way is looked for.
            case DeclareVariableStatement or SelectStatement:
                break;
            case IfStatement or InsertStatement or BeginTransactionStatement or CommitTransactionStatement:
                break;
            default:
                throw new InvalidOperationException($"{module}: the model can't follow {statement.GetType().Name}: {Text(statement)}");
        }
    }

    private static string Text(TSqlFragment fragment)
    {
        var text = new StringBuilder();
        for (var i = fragment.FirstTokenIndex; i <= fragment.LastTokenIndex; i++)
        {
            text.Append(fragment.ScriptTokenStream[i].Text);
        }

        return text.ToString();
    }
}

/// <summary>A statement and its parameters, each as "@name type".</summary>
internal sealed record Statement(string Sql, IReadOnlyList<string> Parameters);
