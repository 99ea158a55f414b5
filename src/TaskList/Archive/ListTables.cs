using System.Collections.Frozen;
using System.Globalization;
using System.Linq.Expressions;
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

/// <summary>Reads everything that hangs on a list: each table that names the list, and each whose rows belong to such a row. A table that is added later
/// comes along by itself, or has to be named as one that has nothing to do with lists.</summary>
internal sealed class ListTables(TaskListDbContext db, Guid listId, int year)
{
    /// <summary>Tables that have nothing to do with a year's list: what other modules stated, and what people keep for themselves. Units, groups and people are told by their names.</summary>
    public static readonly FrozenSet<Type> Apart =
    [
        typeof(KnownUnit), typeof(KnownGroup), typeof(KnownMember), typeof(KnownPerson), typeof(KnownRule), typeof(KnownPair), typeof(KnownCampaign), typeof(VillagePurchase), typeof(VillageOffer),
        typeof(OutletStatement), typeof(ShelvedKind), typeof(SavedView),
    ];

    // Columns that name a row without a foreign key, the one that leads to the list soonest first.
    private static readonly (string Column, Type Of)[] Ways =
    [
        ("ListId", typeof(OfficialList)), ("ProblemId", typeof(Problem)), ("InspectionId", typeof(Inspection)), ("RoundId", typeof(Round)), ("CircularId", typeof(Circular)), ("MilestoneId", typeof(Milestone)),
    ];

    // Columns whose ids a person can't read: the name stands beside them.
    private static readonly FrozenDictionary<string, string> Named = new Dictionary<string, string>
    {
        ["UnitId"] = "UnitName",
        ["LeaderId"] = "LeaderName",
        ["TaskId"] = "TaskLabel",
        ["MeasureId"] = "MeasureNumber",
    }.ToFrozenDictionary();

    private readonly Dictionary<IEntityType, IQueryable?> queries = [];
    private readonly Dictionary<Guid, string> names = [];
    private readonly Dictionary<Guid, SortedSet<string>> formerly = [];

    /// <summary>The files that the rows speak of.</summary>
    public HashSet<Guid> Files { get; } = [];

    /// <summary>What rows hold themselves, such as a circular as it was issued: by the name that stands in its place in the table.</summary>
    public Dictionary<string, byte[]> Papers { get; } = [];

    /// <summary>The module's own tables, those of its lists before the files that their rows own.</summary>
    public static IEnumerable<IEntityType> Of(IModel model) => model.GetEntityTypes()
        .Where(e => !e.IsOwned() && e.GetTableName() is not null && e.ClrType.Assembly == typeof(ListTables).Assembly).OrderBy(e => e.GetTableName(), StringComparer.Ordinal);

    /// <summary>The units and groups, and all tables of the list.</summary>
    public async Task<IReadOnlyList<ListTable>> Read(CancellationToken ct)
    {
        var units = await db.KnownUnits.AsNoTracking().OrderBy(u => u.Name).ToListAsync(ct);
        await Learn(units, ct);
        var tables = new List<ListTable>();
        foreach (var entity in Of(db.Model))
        {
            if (QueryOf(entity) is { } query)
            {
                tables.Add(Table(entity, await ((IQueryable<object>)InOrder(query, entity)).IgnoreAutoIncludes().AsNoTracking().ToListAsync(ct)));
            }
        }

        var groups = await db.KnownGroups.AsNoTracking().Include(g => g.Members).OrderBy(g => g.Name).ToListAsync(ct);
        return
        [
            new("units", ["Id", "Name", "FormerNames", "Kind", "ParentName"], [.. units.Select(u => (IReadOnlyList<string>)
                [u.Id.ToString(), u.Name, string.Join('、', formerly.GetValueOrDefault(u.Id)?.Where(n => n != u.Name) ?? []), u.Kind, u.ParentId is { } parent ? names.GetValueOrDefault(parent, "") : ""])]),
            new("groups", ["Name", "UnitId", "UnitName", "From", "To"], [.. groups.SelectMany(g => g.Members.OrderBy(m => names.GetValueOrDefault(m.UnitId, ""), StringComparer.Ordinal)
                .Select(m => (IReadOnlyList<string>)[g.Name, m.UnitId.ToString(), names.GetValueOrDefault(m.UnitId, ""), Text(m.From), Text(m.To)]))]),
            .. tables,
        ];
    }

    /// <summary>The rows of a table that belong to the list; null when the table has nothing to do with lists.</summary>
    public IQueryable? QueryOf(IEntityType entity)
    {
        if (!queries.TryGetValue(entity, out var known))
        {
            queries[entity] = known = Apart.Contains(entity.ClrType) ? null : Query(entity);
        }

        return known;
    }

    private IQueryable? Query(IEntityType entity)
    {
        if (entity.ClrType == typeof(OfficialList))
        {
            return db.Lists.Where(l => l.Id == listId);
        }

        if (entity.ClrType == typeof(Problem))
        {
            // Most problems are of a year, not of its list; what was said about them goes along, and so do the files of all that.
            var (from, to) = (new DateOnly(year, 1, 1).StartInChina(), new DateOnly(year + 1, 1, 1).StartInChina());
            return db.Problems.Where(p => (p.RecordedAt >= from && p.RecordedAt < to)
                || db.SpecialActions.Any(a => a.Id == p.ActionId && a.ListId == listId) || db.Inspections.Any(i => i.Id == p.InspectionId && i.ListId == listId));
        }

        if (entity.ClrType == typeof(OwnedFile))
        {
            return Those(entity, nameof(OwnedFile.OwnerId), Of(db.Model).Where(e => e.ClrType != typeof(OwnedFile) && e.FindProperty("Id")?.ClrType == typeof(Guid))
                .Select(QueryOf).OfType<IQueryable>().Select(rows => Ids(rows, "Id")).Aggregate(Queryable.Concat));
        }

        foreach (var (column, of) in Ways.Where(w => w.Of != entity.ClrType && entity.FindProperty(w.Column) is not null))
        {
            return Those(entity, column, Ids(QueryOf(db.Model.FindEntityType(of)!)!, "Id"));
        }

        foreach (var key in entity.GetForeignKeys().Where(k => k.Properties.Count == 1 && k.PrincipalEntityType != entity))
        {
            if (QueryOf(key.PrincipalEntityType) is { } principals)
            {
                return Those(entity, key.Properties[0].Name, Ids(principals, key.PrincipalKey.Properties[0].Name));
            }
        }

        return null;
    }

    // The rows whose column is among the ids: asked in the database, so that other years stay where they are.
    private IQueryable Those(IEntityType entity, string column, IQueryable<Guid?> ids)
    {
        var all = (IQueryable)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(entity.ClrType).Invoke(db, null)!;
        var row = Expression.Parameter(entity.ClrType);
        var among = Expression.Call(typeof(Queryable), nameof(Queryable.Contains), [typeof(Guid?)], ids.Expression, Expression.Convert(Expression.Property(row, column), typeof(Guid?)));
        return all.Provider.CreateQuery(Expression.Call(typeof(Queryable), nameof(Queryable.Where), [entity.ClrType], all.Expression, Expression.Quote(Expression.Lambda(among, row))));
    }

    private static IQueryable<Guid?> Ids(IQueryable rows, string key)
    {
        var row = Expression.Parameter(rows.ElementType);
        var id = Expression.Lambda(Expression.Convert(Expression.Property(row, key), typeof(Guid?)), row);
        return rows.Provider.CreateQuery<Guid?>(Expression.Call(typeof(Queryable), nameof(Queryable.Select), [rows.ElementType, typeof(Guid?)], rows.Expression, Expression.Quote(id)));
    }

    // By their keys, so that the same rows give the same file.
    private static IQueryable InOrder(IQueryable rows, IEntityType entity)
    {
        foreach (var (property, i) in entity.FindPrimaryKey()!.Properties.Select((p, i) => (p, i)))
        {
            var row = Expression.Parameter(entity.ClrType);
            var key = Expression.Lambda(Expression.Property(row, property.Name), row);
            rows = rows.Provider.CreateQuery(Expression.Call(
                typeof(Queryable), i == 0 ? nameof(Queryable.OrderBy) : nameof(Queryable.ThenBy), [entity.ClrType, property.ClrType], rows.Expression, Expression.Quote(key)));
        }

        return rows;
    }

    private async Task Learn(List<KnownUnit> units, CancellationToken ct)
    {
        foreach (var (id, name) in units.Select(u => (u.Id, u.Name))
            .Concat((await db.People.AsNoTracking().ToListAsync(ct)).Select(p => (p.Id, p.Name)))
            .Concat((await db.Tasks.AsNoTracking().Where(t => t.ListId == listId).ToListAsync(ct)).Select(t => (t.Id, t.Label)))
            .Concat((await db.Measures.AsNoTracking().Where(m => m.ListId == listId).ToListAsync(ct)).Select(m => (m.Id, m.Number.ToString(CultureInfo.InvariantCulture))))
            .Concat((await db.Circulars.AsNoTracking().Where(c => c.ListId == listId && c.Number != null).ToListAsync(ct)).Select(c => (c.Id, c.Number!))))
        {
            names[id] = name;
        }
    }

    private ListTable Table(IEntityType entity, List<object> rows)
    {
        // What the audit trail never copies, an archive doesn't hold either: the hash of a link's key.
        var columns = entity.GetProperties().Where(p => p.PropertyInfo is { } known && !known.IsDefined(typeof(SecretAttribute), true))
            .SelectMany(p => (IEnumerable<(string, Func<object, string>)>)
            [
                (p.Name, r => Text(p, r)),
                .. Named.TryGetValue(p.Name, out var beside)
                    ? ((string, Func<object, string>)[])[(beside, r => p.PropertyInfo!.GetValue(r) is Guid id ? names.GetValueOrDefault(id, "") : "")] : [],
            ])
            .Concat(entity.GetNavigations().Where(n => n is { IsCollection: false, PropertyInfo: not null } && n.TargetEntityType.IsOwned()).SelectMany(n => n.TargetEntityType.GetProperties()
                .Where(p => p.PropertyInfo is not null).Select(p => ($"{n.Name}{p.Name}", (Func<object, string>)(r => n.PropertyInfo!.GetValue(r) is { } part ? Text(p, part) : ""))))).ToList();
        foreach (var (unit, name) in rows.Select(r => r switch { RoundUnit u => (u.UnitId, u.Name), SupervisionLetter l => (l.UnitId, l.Addressee), _ => default }).Where(u => u.Item2 is not null))
        {
            (formerly.TryGetValue(unit, out var known) ? known : formerly[unit] = new(StringComparer.Ordinal)).Add(name);
        }

        return new(entity.GetTableName()!, columns.ConvertAll(c => c.Item1), [.. rows.Select(r => columns.ConvertAll(c => c.Item2(r)))]);
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
            var name = row is CircularDocument of && names.TryGetValue(of.CircularId, out var number) ? $"情况通报-{number}" : $"{property.DeclaringType.ClrType.Name.ToLowerInvariant()}-{Papers.Count + 1:D4}";
            return Keep(name, paper is [0x50, 0x4B, ..] ? ".docx" : ".bin", paper);
        }

        return Text(value);
    }

    /// <summary>Keeps a paper under a name that no other one has and that every system takes.</summary>
    public string Keep(string name, string ending, byte[] paper)
    {
        var plain = string.Concat(name.Select(c => char.IsControl(c) || "\\/:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '-' : c));
        var free = $"papers/{plain}{ending}";
        for (var n = 2; Papers.ContainsKey(free); n++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"papers/{plain}-{n}{ending}");
        }

        Papers[free] = paper;
        return free;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateTimeOffset at => at.ClockInChina().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable written and not Enum => written.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
