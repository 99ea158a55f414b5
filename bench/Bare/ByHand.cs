using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Commerce.Bare;

/// <summary>The distinct list as one would write it by hand: one endpoint, its SQL for Dapper, its answer with System.Text.Json; no schema, no access rules, no search.</summary>
/// <remarks>It is spared what ours does: names are sorted by their bytes, not by Chinese collation, and the body must be exactly the one that is sent.</remarks>
internal sealed class ByHand(string data)
{
    private const string Where = """
        WHERE EXISTS (SELECT 1 FROM product_variants v JOIN offers o ON o.VariantId = v.Id
          WHERE v.ProductId = p.Id AND o.ValidFrom <= @now AND (o.ValidTo IS NULL OR o.ValidTo > @now)
            AND (SELECT TenThousandths FROM offer_prices c WHERE c.OfferId = o.Id AND c.ValidFrom <= @now ORDER BY c.ValidFrom DESC LIMIT 1) <= @max)
        """;

    private const string Count = $"SELECT COUNT(*) FROM products p {Where}";

    private const string Products = $"""
        SELECT p.Id, p.Name, p.Slug, c.Id AS CategoryId, c.Name AS Category, m.Id AS ProducerId, m.Name AS Producer, w.Id AS VillageId, w.Name AS Village
        FROM products p JOIN categories c ON c.Id = p.CategoryId JOIN producers m ON m.Id = p.ProducerId LEFT JOIN villages w ON w.Id = m.VillageId
        {Where} ORDER BY p.Name, p.Serial LIMIT 20
        """;

    private const string Variants = """
        SELECT v.Id, v.ProductId, v.Sku, v.Specification, o.Id AS OfferId, s.OnHandMilli - s.ReservedMilli AS Available, s.LowMilli AS Low,
          (SELECT TenThousandths FROM offer_prices c WHERE c.OfferId = o.Id AND c.ValidFrom <= @now ORDER BY c.ValidFrom DESC LIMIT 1) AS Price
        FROM product_variants v JOIN offers o ON o.VariantId = v.Id LEFT JOIN ordering.stock s ON s.OfferId = o.Id
        WHERE v.ProductId IN @ids AND o.ValidFrom <= @now AND (o.ValidTo IS NULL OR o.ValidTo > @now)
        ORDER BY v.ProductId, v.Position, o.ValidFrom
        """;

    private readonly string catalog = $"Data Source={Path.Combine(data, "catalog.db")};Mode=ReadOnly";

    public async Task Serve(HttpContext http)
    {
        using var body = await JsonDocument.ParseAsync(http.Request.Body);
        var max = decimal.Parse(body.RootElement.GetProperty("variables").GetProperty("max").GetString()!, CultureInfo.InvariantCulture) * 10_000;
        var now = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture);
        await using var db = new SqliteConnection(catalog);
        await db.OpenAsync();
        await db.ExecuteAsync($"ATTACH DATABASE '{Path.Combine(data, "ordering.db")}' AS ordering");
        var total = await db.ExecuteScalarAsync<long>(Count, new { now, max = (long)max });
        var products = (await db.QueryAsync<Product>(Products, new { now, max = (long)max })).AsList();
        var variants = (await db.QueryAsync<Variant>(Variants, new { now, ids = products.ConvertAll(p => p.Id) })).ToLookup(v => v.ProductId);
        await db.ExecuteAsync("DETACH DATABASE ordering");

        var answer = new ArrayBufferWriter<byte>(32 * 1024);
        Write(answer, products, variants, total);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = answer.WrittenCount;
        await http.Response.Body.WriteAsync(answer.WrittenMemory);
    }

    private static void Write(ArrayBufferWriter<byte> answer, List<Product> products, ILookup<string, Variant> variants, long total)
    {
        using var json = new Utf8JsonWriter(answer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteStartObject("products");
        json.WriteStartArray("nodes");
        foreach (var p in products)
        {
            json.WriteStartObject();
            json.WriteString("id", Id("prd", p.Id));
            json.WriteString("name", p.Name);
            json.WriteString("slug", p.Slug);
            Named(json, "category", "cat", p.CategoryId, p.Category);
            json.WriteEndObject();
            Named(json, "producer", "prc", p.ProducerId, p.Producer);
            if (p.VillageId is null)
            {
                json.WriteNull("village");
            }
            else
            {
                Named(json, "village", "vil", p.VillageId, p.Village!);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteStartArray("variants");
            foreach (var variant in variants[p.Id].GroupBy(v => v.Id))
            {
                Write(json, variant);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("totalCount", total);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IGrouping<string, Variant> variant)
    {
        var first = variant.First();
        json.WriteStartObject();
        json.WriteString("id", Id("var", first.Id));
        json.WriteString("sku", first.Sku);
        json.WriteString("specification", first.Specification);
        json.WriteStartArray("offers");
        foreach (var offer in variant)
        {
            json.WriteStartObject();
            json.WriteString("id", Id("off", offer.OfferId));
            json.WriteStartObject("price");
            json.WriteString("amount", (offer.Price / 10_000m).ToString("0.00##", CultureInfo.InvariantCulture));
            json.WriteString("currency", "CNY");
            json.WriteEndObject();
            json.WriteStartObject("available");
            json.WriteString("value", ((offer.Available ?? 0) / 1000m).ToString("0.###", CultureInfo.InvariantCulture));
            json.WriteEndObject();
            json.WriteString("stockState", offer.Available is not > 0 ? "OUT" : offer.Available <= offer.Low ? "LOW" : "IN_STOCK");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Named(Utf8JsonWriter json, string property, string prefix, string id, string name)
    {
        json.WriteStartObject(property);
        json.WriteString("id", Id(prefix, id));
        json.WriteString("name", name);
    }

    private static string Id(string prefix, string guid) => $"{prefix}_{guid.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()}";

    private sealed class Product
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public string Slug { get; init; } = "";

        public string CategoryId { get; init; } = "";

        public string Category { get; init; } = "";

        public string ProducerId { get; init; } = "";

        public string Producer { get; init; } = "";

        public string? VillageId { get; init; }

        public string? Village { get; init; }
    }

    private sealed class Variant
    {
        public string Id { get; init; } = "";

        public string ProductId { get; init; } = "";

        public string Sku { get; init; } = "";

        public string Specification { get; init; } = "";

        public string OfferId { get; init; } = "";

        public long? Available { get; init; }

        public long? Low { get; init; }

        public long Price { get; init; }
    }
}
