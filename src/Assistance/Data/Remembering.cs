using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Data;

/// <summary>Keeps what things were last called.</summary>
internal static class Remembering
{
    // Each name is kept with the instant from which it held, so that what things were called on a day can be told.
    private static async Task KeepSaid(this AssistanceDbContext db, Dictionary<Guid, string> names, DateTimeOffset at, CancellationToken ct)
    {
        var ids = names.Keys.ToList();
        var said = (await db.NamesSaid.AsNoTracking().Where(n => ids.Contains(n.Id) && n.SaidAt <= at).ToListAsync(ct)).Concat(db.NamesSaid.Local)
            .Where(n => n.SaidAt <= at && names.ContainsKey(n.Id)).GroupBy(n => n.Id).ToDictionary(g => g.Key, g => g.MaxBy(n => n.SaidAt)!);
        db.NamesSaid.AddRange(names.Where(n => !said.TryGetValue(n.Key, out var last) || (last.SaidAt < at && last.Name != n.Value)).Select(n => new NameSaid { Id = n.Key, SaidAt = at, Name = n.Value }));
    }

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
        await db.KeepSaid(names, at, ct);
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
