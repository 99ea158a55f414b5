using System.Linq.Expressions;
using System.Reflection;
using Commerce.Platform.Audit;
using Commerce.Platform.Databases;
using Commerce.Platform.Documents;
using Commerce.Platform.Idempotency;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Commerce.Platform.Personal;

/// <summary>A row that says something about a person.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="As">By which columns the person stands in it.</param>
/// <param name="Values">The row, other people's names masked, secrets left out.</param>
internal sealed record PersonRow(string Table, IReadOnlyList<string> As, IReadOnlyDictionary<string, object?> Values);

/// <summary>Reads a module's rows about a person, from every table that says who by id.</summary>
internal sealed class PersonRows(ModuleDbContext db, Guid person)
{
    private static readonly MethodInfo OfTable = typeof(PersonRows).GetMethod(nameof(Of), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>The tables with people in them that an export reads, in order.</summary>
    public static IReadOnlyList<IEntityType> Tables(IModel model) =>
    [
        .. PersonColumns.Of(model).Where(c => c.Id is not null).Select(c => c.Entity)
            .Where(e => e.ClrType != typeof(AuditEntry) && e.ClrType != typeof(IdempotencyEntry) && !e.IsOwned()).Distinct().OrderBy(e => e.GetTableName(), StringComparer.Ordinal),
    ];

    /// <summary>All rows.</summary>
    public async Task<IReadOnlyList<PersonRow>> Read(CancellationToken ct)
    {
        var rows = new List<PersonRow>();
        foreach (var entity in Tables(db.Model))
        {
            rows.AddRange(await (Task<List<PersonRow>>)OfTable.MakeGenericMethod(entity.ClrType).Invoke(this, [entity, ct])!);
        }

        return rows;
    }

    private async Task<List<PersonRow>> Of<T>(IEntityType entity, CancellationToken ct)
        where T : class
    {
        var columns = PersonColumns.Of(db.Model).Where(c => c.Entity == entity).ToList();
        var ids = columns.Where(c => c.Id is not null).Select(c => c.Id!).Distinct().ToList();
        var row = Expression.Parameter(typeof(T));
        var isPerson = ids.Select(i => (Expression)Expression.Equal(
            Expression.Call(typeof(EF), nameof(EF.Property), [i.ClrType], row, Expression.Constant(i.Name)), Expression.Constant(person, i.ClrType))).Aggregate(Expression.OrElse);
        var found = await db.Set<T>().IgnoreAutoIncludes().AsNoTracking().Where(Expression.Lambda<Func<T, bool>>(isPerson, row)).ToListAsync(ct);
        return [.. found.Select(f => Row(entity, columns, ids, f))];
    }

    private PersonRow Row(IEntityType entity, List<PersonColumn> columns, List<IProperty> ids, object row)
    {
        var values = new Dictionary<string, object?>();
        foreach (var property in entity.GetProperties().Where(p => p.PropertyInfo is { } known && !known.IsDefined(typeof(SecretAttribute), true)))
        {
            var value = property.PropertyInfo!.GetValue(row);
            var named = columns.FirstOrDefault(c => c.Name == property);
            values[property.Name] = value is string name && named is not null && !(named.Id is { } id && IsPerson(id, row)) ? Masking.Name(name) : value;
        }

        return new(entity.GetTableName()!, [.. ids.Where(i => IsPerson(i, row)).Select(i => i.Name)], values);
    }

    private bool IsPerson(IProperty id, object row) => id.PropertyInfo?.GetValue(row) is Guid who && who == person;
}
