using System.Globalization;
using Commerce.Platform.Audit;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Commerce.TaskList.Archive;

/// <summary>A table of a list: its rows with the values as text.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows; null stays empty.</param>
internal sealed record ListTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>Reads everything that hangs on a list: each table that names the list, and each whose rows belong to such a row. A table that is added later comes along by itself.</summary>
internal sealed class ListTables(TaskListDbContext db, Guid listId, int year)
{
    private readonly Dictionary<IEntityType, List<object>> kept = [];

    /// <summary>The files that the rows speak of.</summary>
    public HashSet<Guid> Files { get; } = [];

    /// <summary>What rows hold themselves, such as a circular as it was issued: by the name that stands in its place in the table.</summary>
    public Dictionary<string, byte[]> Papers { get; } = [];

    public async Task<IReadOnlyList<ListTable>> Read(CancellationToken ct)
    {
        var tables = new List<ListTable>();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null && !e.IsOwned()).OrderBy(e => e.ClrType == typeof(OwnedFile)).ThenBy(e => e.GetTableName(), StringComparer.Ordinal))
        {
            if (await RowsOf(entity, ct) is { } rows)
            {
                // What the audit trail never copies, an archive doesn't hold either: the hash of a link's key.
                var properties = entity.GetProperties().Where(p => p.PropertyInfo is { } known && !known.IsDefined(typeof(SecretAttribute), true)).ToList();
                tables.Add(new(entity.GetTableName()!, [.. properties.Select(p => p.Name)], [.. rows.Select(r => properties.ConvertAll(p => Text(p, r)))]));
            }
        }

        return tables;
    }

    // Null: the table has nothing to do with lists.
    private async Task<List<object>?> RowsOf(IEntityType entity, CancellationToken ct)
    {
        if (kept.TryGetValue(entity, out var known))
        {
            return known;
        }

        if (entity.ClrType == typeof(OfficialList))
        {
            return kept[entity] = [.. (await All(entity, ct)).Where(r => ((OfficialList)r).Id == listId)];
        }

        if (entity.FindProperty("ListId")?.PropertyInfo is { } list)
        {
            return kept[entity] = [.. (await All(entity, ct)).Where(r => Equals(list.GetValue(r), listId))];
        }

        // Problems are of a year, not of its list; what was said about them goes along, and so do the files of all that.
        if (entity.ClrType == typeof(Problem))
        {
            return kept[entity] = [.. (await All(entity, ct)).Where(r => ((Problem)r).RecordedAt.DayInChina().Year == year)];
        }

        if (entity.FindProperty("ProblemId")?.PropertyInfo is { } problem && await RowsOf(db.Model.FindEntityType(typeof(Problem))!, ct) is { } problems)
        {
            var ids = problems.Select(p => ((Problem)p).Id).ToHashSet();
            return kept[entity] = [.. (await All(entity, ct)).Where(r => problem.GetValue(r) is Guid id && ids.Contains(id))];
        }

        if (entity.ClrType == typeof(OwnedFile))
        {
            var owners = kept.Values.SelectMany(rows => rows).Select(r => r.GetType().GetProperty("Id")?.GetValue(r)).OfType<Guid>().ToHashSet();
            return [.. (await All(entity, ct)).Where(r => owners.Contains(((OwnedFile)r).OwnerId))];
        }

        foreach (var key in entity.GetForeignKeys().Where(k => k.Properties is [{ PropertyInfo: not null }] && k.PrincipalEntityType != entity))
        {
            if (await RowsOf(key.PrincipalEntityType, ct) is { } principals && key.PrincipalKey.Properties is [{ PropertyInfo: { } their }])
            {
                var ids = principals.Select(p => their.GetValue(p)).ToHashSet();
                return kept[entity] = [.. (await All(entity, ct)).Where(r => ids.Contains(key.Properties[0].PropertyInfo!.GetValue(r)))];
            }
        }

        return null;
    }

    private async Task<List<object>> All(IEntityType entity, CancellationToken ct)
    {
        var all = (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(entity.ClrType).Invoke(db, null)!;
        return await all.IgnoreAutoIncludes().AsNoTracking().ToListAsync(ct);
    }

    private string Text(IProperty property, object row)
    {
        var value = property.PropertyInfo!.GetValue(row);
        if (value is Guid file && property.Name.EndsWith("FileId", StringComparison.Ordinal))
        {
            Files.Add(file);
        }

        if (value is byte[] paper)
        {
            var name = $"papers/{property.DeclaringType.ClrType.Name.ToLowerInvariant()}-{Papers.Count + 1:D4}{(paper is [0x50, 0x4B, ..] ? ".docx" : ".bin")}";
            Papers[name] = paper;
            return name;
        }

        return value switch
        {
            null => "",
            DateTimeOffset at => at.ClockInChina().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable written and not Enum => written.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
    }
}
