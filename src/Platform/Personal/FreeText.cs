using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.Personal;

/// <summary>Places where somebody wrote a person's name in their own words. An erasure leaves them: a program can't tell there whom a word means.</summary>
public sealed class FreeText
{
    private readonly IServiceProvider services;
    private readonly IReadOnlyList<DatabaseEntry> databases;

    internal FreeText(IServiceProvider services, IReadOnlyList<DatabaseEntry> databases)
    {
        (this.services, this.databases) = (services, databases);
    }

    /// <summary>Such as ordering.order_history.Note 2: module, table, column and how many rows.</summary>
    public async Task<IReadOnlyList<string>> With(string name, CancellationToken ct)
    {
        var places = new List<string>();
        foreach (var database in databases)
        {
            var db = (ModuleDbContext)services.GetRequiredService(database.Context);
            foreach (var column in Columns(db.Model))
            {
                if (await Count(db, column, name, ct) is > 0 and var rows)
                {
                    places.Add($"{database.Module}.{column.DeclaringType.ContainingEntityType.GetTableName()}.{column.Name} {rows}");
                }
            }
        }

        return places;
    }

    // Texts of people: what holds a name by itself is replaced, and the plumbing's JSON is cleaned.
    private static IEnumerable<IProperty> Columns(IModel model)
    {
        var names = PersonColumns.Of(model).Select(c => c.Name).ToHashSet();
        return model.GetEntityTypes().Where(e => e.GetTableName() is not null && e.ClrType.Namespace?.StartsWith("Commerce.Platform", StringComparison.Ordinal) != true)
            .SelectMany(e => e.GetProperties()).Where(p => p.ClrType == typeof(string) && !names.Contains(p));
    }

    private static async Task<int> Count(ModuleDbContext db, IProperty column, string name, CancellationToken ct)
    {
        var quote = db.GetService<ISqlGenerationHelper>();
        var table = StoreObjectIdentifier.Create(column.DeclaringType, StoreObjectType.Table)!.Value;
        var (from, of, value) = (quote.DelimitIdentifier(table.Name, table.Schema), quote.DelimitIdentifier(column.GetColumnName(table)!), quote.DelimitIdentifier("Value"));
        var sql = $"SELECT COUNT(*) AS {value} FROM {from} WHERE {of} LIKE {{0}} ESCAPE '~'";
        return await db.Database.SqlQueryRaw<int>(sql, $"%{name.Replace("~", "~~", StringComparison.Ordinal).Replace("%", "~%", StringComparison.Ordinal).Replace("_", "~_", StringComparison.Ordinal)}%").SingleAsync(ct);
    }
}
