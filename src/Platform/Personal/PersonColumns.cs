using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Commerce.Platform.Personal;

/// <summary>Where a table says who: by id, by name, or both side by side.</summary>
/// <param name="Entity">The table.</param>
/// <param name="Id">The person's id; null where only a name was written down.</param>
/// <param name="Name">The person's name; null where only the id was.</param>
internal sealed record PersonColumn(IEntityType Entity, IProperty? Id, IProperty? Name);

/// <summary>Finds in a module's tables where people stand: RequestedById with RequestedByName, PersonId, and what is marked. A new table that
/// keeps to these names is exported and erased without further ado.</summary>
internal static class PersonColumns
{
    // What comes before Name in a column that names a person.
    private static readonly string[] Stems = ["By", "Person", "Actor", "For", "Payer"];

    // What an id of a person ends with.
    private static readonly string[] Ids = ["ById", "PersonId", "ActorId", "SignerId", "UserId", "AccountId"];

    /// <summary>All of a model.</summary>
    public static IReadOnlyList<PersonColumn> Of(IModel model) => [.. model.GetEntityTypes().Where(e => e.GetTableName() is not null).SelectMany(Of)];

    /// <summary>The marked columns of a table whose rows are people.</summary>
    public static bool IsMarked(PersonColumn column) => column.Name?.PropertyInfo?.IsDefined(typeof(PersonNameAttribute), true) == true;

    /// <summary>True when a property, as code or JSON spell it, is called like one that holds a person's name.</summary>
    public static bool SaysWho(string name) => Stem(name) is { } stem && Stems.Any(s => stem.EndsWith(s, StringComparison.OrdinalIgnoreCase)) && !stem.EndsWith("CountsFor", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of the id beside a name: byName → byId.</summary>
    public static string IdBeside(string name) => Stem(name) + "Id";

    private static string? Stem(string name) => name.EndsWith("Name", StringComparison.Ordinal) && name.Length > 4 ? name[..^4] : null;

    private static IEnumerable<PersonColumn> Of(IEntityType entity)
    {
        var paired = new HashSet<IProperty>();
        foreach (var name in entity.GetProperties().Where(p => p.ClrType == typeof(string)))
        {
            var marked = name.PropertyInfo?.GetCustomAttribute<PersonNameAttribute>(true);
            if (marked is null && !SaysWho(name.Name))
            {
                continue;
            }

            var id = entity.FindProperty(marked?.IdProperty ?? IdBeside(name.Name));
            if (id is not null)
            {
                paired.Add(id);
            }

            yield return new(entity, id, name);
        }

        foreach (var id in entity.GetProperties().Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(Guid) && !paired.Contains(p) && Ids.Any(i => p.Name.EndsWith(i, StringComparison.Ordinal))))
        {
            yield return new(entity, id, null);
        }
    }
}
