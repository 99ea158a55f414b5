using System.Text.Json;
using Commerce.Platform.Audit;
using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Outbox;
using Commerce.Platform.Parked;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Commerce.Platform.Personal;

/// <summary>Replaces a person's names in one module's database by a label: in the tables, the audit trail, kept events and kept refusals.
/// Amounts, documents and ids stay. Doing it again finds nothing more to do.</summary>
/// <param name="db">The module's context, in a transaction.</param>
/// <param name="person">Who is erased.</param>
/// <param name="label">What stands in place of the name.</param>
/// <param name="nameIsAlone">Nobody else has the name: then it is also replaced where no id says whose it is. Else only where the audit trail says that the person wrote it.</param>
public sealed class Erasure(ModuleDbContext db, Guid person, string label, bool nameIsAlone)
{
    private readonly IReadOnlyList<PersonColumn> columns = PersonColumns.Of(db.Model);

    private readonly PersonInJson inJson = new(person, label);

    /// <summary>All of it.</summary>
    public async Task Run(CancellationToken ct)
    {
        var names = await Names(ct);
        await NamedWithoutId(names, ct);
        foreach (var column in columns.Where(c => c is { Id: not null, Name: not null }))
        {
            await Update(column.Entity, column.Name!, [(column.Id!, person)], ct);
        }

        await Trail(names, ct);
        await Events(ct);
        await Refusals(names, ct);
    }

    // As the person was called here: by the audit trail, and where the row itself is the person.
    private async Task<HashSet<string>> Names(CancellationToken ct)
    {
        var names = (await db.AuditTrail.Where(e => e.ActorId == person).Select(e => e.ActorName).Distinct().ToListAsync(ct)).ToHashSet();
        foreach (var column in columns.Where(PersonColumns.IsMarked))
        {
            names.UnionWith(await db.Database.SqlQueryRaw<string>(Sql("SELECT {1} AS {3} FROM {0} WHERE {2} = {{0}}", column.Entity, column.Name!, column.Id!, "Value"), person).ToListAsync(ct));
        }

        names.RemoveWhere(n => n is null or "" || n == label);
        return names;
    }

    private async Task NamedWithoutId(HashSet<string> names, CancellationToken ct)
    {
        var written = nameIsAlone ? [] : await Written(ct);
        foreach (var column in columns.Where(c => c is { Id: null, Name: not null }))
        {
            foreach (var name in names)
            {
                if (nameIsAlone)
                {
                    await Update(column.Entity, column.Name!, [(column.Name!, name)], ct);
                }

                foreach (var key in written.Where(w => w.Table == column.Entity.GetTableName()).Select(w => KeyOf(column.Entity, w.Key)))
                {
                    await Update(column.Entity, column.Name!, [.. key, (column.Name!, name)], ct);
                }
            }
        }
    }

    private static List<(IProperty, object)> KeyOf(IEntityType entity, string json)
    {
        var values = JsonSerializer.Deserialize<JsonElement[]>(json)!;
        return [.. entity.FindPrimaryKey()!.Properties.Select((p, i) => (p, values[i].Deserialize(p.ClrType, GraphJson.Options)!))];
    }

    private async Task<HashSet<(string Table, string Key)>> Written(CancellationToken ct)
    {
        var rows = new HashSet<(string, string)>();
        await foreach (var changes in db.AuditTrail.Where(e => e.ActorId == person).Select(e => e.Changes).AsAsyncEnumerable().WithCancellation(ct))
        {
            using var json = JsonDocument.Parse(changes);
            rows.UnionWith(json.RootElement.EnumerateArray().Select(r => (r.GetProperty("table").GetString() ?? "", r.GetProperty("key").GetRawText())));
        }

        return rows;
    }

    private async Task Trail(HashSet<string> names, CancellationToken ct)
    {
        await db.AuditTrail.Where(e => e.ActorId == person).ExecuteUpdateAsync(s => s.SetProperty(e => e.ActorName, label), ct);
        var people = columns.Where(PersonColumns.IsMarked).GroupBy(c => c.Entity.GetTableName()!).ToDictionary(g => g.Key, g => g.Select(c => new MarkedColumn(c.Name!.Name, c.Id!.Name)).ToArray());
        var id = person.ToString();
        var first = names.FirstOrDefault() ?? id;
        foreach (var entry in await db.AuditTrail.AsNoTracking().Where(e => e.ActorId == person || e.Changes.Contains(id) || (nameIsAlone && e.Changes.Contains(first))).ToListAsync(ct))
        {
            if (inJson.Without(entry.Changes, n => names.Contains(n) && (nameIsAlone || entry.ActorId == person), people) is { } clean)
            {
                await db.AuditTrail.Where(e => e.Sequence == entry.Sequence).ExecuteUpdateAsync(s => s.SetProperty(e => e.Changes, clean), ct);
            }
        }
    }

    private async Task Events(CancellationToken ct)
    {
        var id = person.ToString();
        var none = new Dictionary<string, MarkedColumn[]>();
        foreach (var stated in await db.Outbox.AsNoTracking().Where(e => e.Body.Contains(id)).ToListAsync(ct))
        {
            if (inJson.Without(stated.Body, _ => false, none) is { } clean)
            {
                await db.Outbox.Where(e => e.Sequence == stated.Sequence).ExecuteUpdateAsync(s => s.SetProperty(e => e.Body, clean), ct);
            }
        }

        if (db is PlatformDbContext house)
        {
            foreach (var parked in await house.Parked.AsNoTracking().Where(e => e.Body.Contains(id)).ToListAsync(ct))
            {
                if (inJson.Without(parked.Body, _ => false, none) is { } clean)
                {
                    await house.Parked.Where(e => e.Id == parked.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.Body, clean), ct);
                }
            }
        }
    }

    // A refusal kept under its key may say who: 用户名“…”已有人用.
    private async Task Refusals(HashSet<string> names, CancellationToken ct)
    {
        foreach (var name in names)
        {
            await db.IdempotencyKeys.Where(k => k.Error != null && k.Error.Contains(name))
                .ExecuteUpdateAsync(s => s.SetProperty(k => k.Error, k => k.Error!.Replace(name, label)), ct);
        }
    }

    private Task<int> Update(IEntityType entity, IProperty name, IReadOnlyList<(IProperty Column, object Value)> where, CancellationToken ct)
    {
        var sql = Sql($"UPDATE {{0}} SET {{1}} = {{{{0}}}} WHERE {string.Join(" AND ", where.Select((_, i) => $"{{{i + 2}}} = {{{{{i + 1}}}}}"))}", entity, [name, .. where.Select(w => w.Column)]);
        return db.Database.ExecuteSqlRawAsync(sql, [label, .. where.Select(w => w.Value)], ct);
    }

    // Names of tables and columns come from our own model, never from outside.
    private string Sql(string form, IEntityType entity, params object[] names)
    {
        var quote = db.GetService<ISqlGenerationHelper>();
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        return string.Format(
            System.Globalization.CultureInfo.InvariantCulture, form,
            [quote.DelimitIdentifier(table.Name, table.Schema), .. names.Select(n => quote.DelimitIdentifier(n is IProperty p ? p.GetColumnName(table)! : (string)n))]);
    }
}
