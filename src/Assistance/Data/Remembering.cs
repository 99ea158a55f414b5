using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Data;

/// <summary>Keeps what things were last called.</summary>
internal static class Remembering
{
    /// <summary>Takes names in; what was said later stays.</summary>
    public static async Task Remember(this AssistanceDbContext db, IEnumerable<(Guid? Id, string? Name)> said, DateTimeOffset at, CancellationToken ct)
    {
        at = LedgerEntry.Kept(at);
        var names = new Dictionary<Guid, string>();
        foreach (var (id, name) in said)
        {
            if (id is { } known && known != Guid.Empty && !string.IsNullOrWhiteSpace(name))
            {
                names[known] = name;
            }
        }

        var ids = names.Keys.ToList();
        var rows = await db.KnownNames.Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, ct);
        foreach (var (id, name) in names)
        {
            if (!rows.TryGetValue(id, out var row))
            {
                db.KnownNames.Add(new KnownName { Id = id, Name = name, SaidAt = at });
            }
            else if (row.SaidAt < at && row.Name != name)
            {
                row.Name = name;
                row.SaidAt = at;
            }
        }
    }
}
