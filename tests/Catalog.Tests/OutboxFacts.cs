using System.Text.Json;
using Commerce.Catalog.Data;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.Tests;

/// <summary>What a test sees of the outbox: its rows by their names.</summary>
internal static class OutboxFacts
{
    public static async Task<List<object>> Facts(this CatalogDbContext db)
    {
        var outbox = db.Model.GetEntityTypes().Single(t => t.GetTableName() == "outbox");
        var rows = ((IQueryable<object>)db.GetType().GetMethods().Single(m => m is { Name: "Set", IsGenericMethod: true } && m.GetParameters().Length == 0).MakeGenericMethod(outbox.ClrType).Invoke(db, [])!).AsNoTracking();
        List<object> facts = [];
        foreach (var row in await rows.ToListAsync())
        {
            var name = (string)outbox.ClrType.GetProperty("Name")!.GetValue(row)!;
            var body = (string)outbox.ClrType.GetProperty("Body")!.GetValue(row)!;
            facts.Add(JsonSerializer.Deserialize(body, typeof(Contracts.EventAttribute).Assembly.GetType(name)!, JsonSerializerOptions.Web)!);
        }

        return facts;
    }
}
