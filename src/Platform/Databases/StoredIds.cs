using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Platform.Databases;

/// <summary>A list of ids that is always read and written whole, in one column.</summary>
public static class StoredIds
{
    /// <summary>Keeps the list as text, in its order.</summary>
    /// <param name="property">The list.</param>
    /// <param name="most">How many ids it holds at most.</param>
    public static PropertyBuilder<IReadOnlyList<Guid>> InOneColumn(this PropertyBuilder<IReadOnlyList<Guid>> property, int most) => property.IsUnicode(false).HasMaxLength(most * 33).HasConversion(
        list => string.Join('|', list.Select(id => id.ToString("N"))),
        text => Array.ConvertAll(text.Split('|', StringSplitOptions.RemoveEmptyEntries), Guid.Parse),
        new ValueComparer<IReadOnlyList<Guid>>((a, b) => a!.SequenceEqual(b!), l => l.Aggregate(0, (hash, id) => HashCode.Combine(hash, id)), l => l));
}
