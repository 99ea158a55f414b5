using System.Text.Json;
using Commerce.Catalog.SampleData;
using Commerce.Contracts;
using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using global::GraphQL;
using global::GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Commerce.Catalog.Tests.GraphQL;

/// <summary>The catalogue's part of the schema, answered as the host answers it.</summary>
public sealed class CatalogGraphTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "commerce-tests", "g" + Guid.NewGuid().ToString("N"))).FullName;
    private WebApplication house = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        EventNames.Register(typeof(EventAttribute).Assembly);
        builder.AddHouse([new CatalogModule()], new DatabaseOptions { DataFolder = folder }, new MessagingOptions(), Roles.All);
        house = builder.Build();
        foreach (var entry in house.Services.GetRequiredService<IReadOnlyList<DatabaseEntry>>())
        {
            await using var scope = house.Services.CreateAsyncScope();
            await ((DbContext)scope.ServiceProvider.GetRequiredService(entry.Context)).Database.EnsureCreatedAsync();
        }

        await Migrator.LoadIdentity(house.Services, default);
        await using var sample = house.Services.CreateAsyncScope();
        await sample.ServiceProvider.GetRequiredService<SampleCatalogue>().Load(default);
    }

    public async Task DisposeAsync()
    {
        await house.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, true);
    }

    [Fact]
    public async Task An_anonymous_reader_sees_a_product_with_everything_about_it()
    {
        var data = await Ask("""
            { product(slug: "mingdong-dami") {
                id name synonyms summary sample permittedUses version updatedAt tax { exempt ratePercent label }
                category { name parent { name } } attributes { key label value } certificates { kind number issuer validTo }
                producer { name model endorsement benefitMechanism households village { name county designated township producers { name } } origin { county countyCode designated listed: designated(on: "2010-01-01") } }
                variants { id sku barcode specification catchWeight tolerancePercent soldBy { code name } pricedBy { code } nominalContent { value unit { code } base } product { name }
                  offers { id buyerGroup version validFrom validTo price { amount per { code } } pricePerJin { amount } pricePerKg { amount per { code } } step { value } minimum { value unit { code } } outlet { name kind direction serviceArea { name expressway position } } variant { sku } }
                  welfare: offers(buyerGroup: STAFF_WELFARE) { buyerGroup }
                  early: offers(at: "2001-01-01T00:00:00Z") { id }
                } } }
            """);

        var rice = data.GetProperty("product");
        Assert.Equal("明东大米", rice.GetProperty("name").GetString());
        Assert.Equal("免税", rice.GetProperty("tax").GetProperty("label").GetString());
        Assert.Equal("CANTEEN", rice.GetProperty("permittedUses")[0].GetString());
        Assert.True(rice.GetProperty("producer").GetProperty("origin").GetProperty("designated").GetBoolean());
        Assert.False(rice.GetProperty("producer").GetProperty("origin").GetProperty("listed").GetBoolean());
        var loose = rice.GetProperty("variants")[0];
        Assert.Equal("5.60", loose.GetProperty("offers")[0].GetProperty("price").GetProperty("amount").GetString());
        Assert.Equal("11.20", loose.GetProperty("offers")[0].GetProperty("pricePerKg").GetProperty("amount").GetString());
        Assert.Equal(0, loose.GetProperty("early").GetArrayLength());
        Assert.Equal("STAFF_WELFARE", rice.GetProperty("variants")[1].GetProperty("welfare")[0].GetProperty("buyerGroup").GetString());
    }

    [Fact]
    public async Task Products_come_filtered_sorted_counted_and_page_by_page()
    {
        const string query = """
            query($after: String, $filter: ProductFilter) { products(first: 2, after: $after, filter: $filter, orderBy: PRICE_DESC) {
              totalCount matchedBy nodes { id name } edges { cursor node { slug } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
              facets { key label values { id label count } } } }
            """;
        var filter = new Dictionary<string, object?> { ["text"] = "参", ["uses"] = new List<object?> { "KIOSK" }, ["priceMin"] = "1.5", ["categoryIds"] = new List<object?>() };

        var first = (await Ask(query, new() { ["filter"] = filter })).GetProperty("products");
        var second = (await Ask(query, new() { ["filter"] = filter, ["after"] = first.GetProperty("pageInfo").GetProperty("endCursor").GetString() })).GetProperty("products");

        Assert.Equal(3, first.GetProperty("totalCount").GetInt32());
        Assert.Equal("EXACT", first.GetProperty("matchedBy").GetString());
        Assert.Equal(["抚松红参", "抚松鲜园参"], first.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("name").GetString()));
        Assert.Equal(["人参饮料"], second.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("name").GetString()));
        Assert.Equal(8, first.GetProperty("facets").GetArrayLength());
    }

    [Fact]
    public async Task Outlets_villages_categories_and_service_areas_are_listed_and_every_node_is_found_by_its_id()
    {
        var data = await Ask("""
            { stores: outlets(kind: OWN_STORE) { id name } villages(designatedOnly: true) { id name } categories { id parent { id } } serviceAreas { id outlets { id kind } }
              supply: outlets(kind: CANTEEN_SUPPLY) { id offers(first: 3) { totalCount nodes { id variant { id product { id producer { id } } } } pageInfo { endCursor hasNextPage } } } }
            """);
        Assert.Equal(4, data.GetProperty("stores").GetArrayLength());
        Assert.Equal(42, data.GetProperty("serviceAreas").GetArrayLength());
        var supply = data.GetProperty("supply").EnumerateArray().First(o => o.GetProperty("offers").GetProperty("nodes").GetArrayLength() > 0);
        var offer = supply.GetProperty("offers").GetProperty("nodes")[0];
        string[] ids =
        [
            data.GetProperty("stores")[0].GetProperty("id").GetString()!, data.GetProperty("villages")[0].GetProperty("id").GetString()!,
            data.GetProperty("categories")[0].GetProperty("id").GetString()!, data.GetProperty("serviceAreas")[0].GetProperty("id").GetString()!,
            offer.GetProperty("id").GetString()!, offer.GetProperty("variant").GetProperty("id").GetString()!,
            offer.GetProperty("variant").GetProperty("product").GetProperty("id").GetString()!,
            offer.GetProperty("variant").GetProperty("product").GetProperty("producer").GetProperty("id").GetString()!,
        ];

        var nodes = (await Ask("query($ids: [ID!]!) { nodes(ids: $ids) { id __typename } }", new() { ["ids"] = ids.Cast<object?>().ToList() })).GetProperty("nodes");

        Assert.Equal(ids, nodes.EnumerateArray().Select(n => n.GetProperty("id").GetString()));
        Assert.Equal(
            ["Outlet", "Village", "Category", "ServiceArea", "Offer", "ProductVariant", "Product", "Producer"],
            nodes.EnumerateArray().Select(n => n.GetProperty("__typename").GetString()));
    }

    [Fact]
    public async Task A_price_set_through_the_api_shows_in_its_own_answer()
    {
        var offer = NodeId.Encode("off", World.LooseRice);
        const string mutation = """
            mutation($input: OfferSetPriceInput!) { offerSetPrice(input: $input) {
              offer { version price { amount per { code } } variant { product { name } } } errors { code message path } replayed } }
            """;
        var input = new Dictionary<string, object?>
        {
            ["idempotencyKey"] = "k1",
            ["offerId"] = offer,
            ["expectedVersion"] = 1,
            ["amount"] = "6.1",
            ["per"] = "JIN",
            ["validFrom"] = DateTimeOffset.UtcNow.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        };

        var done = (await Ask(mutation, new() { ["input"] = input }, World.Supplier)).GetProperty("offerSetPrice");
        input["idempotencyKey"] = "k2";
        var stale = (await Ask(mutation, new() { ["input"] = input }, World.Supplier)).GetProperty("offerSetPrice");
        var denied = (await Ask(mutation, new() { ["input"] = input })).GetProperty("offerSetPrice");

        Assert.Equal("6.10", done.GetProperty("offer").GetProperty("price").GetProperty("amount").GetString());
        Assert.Equal(2, done.GetProperty("offer").GetProperty("version").GetInt32());
        Assert.Equal("VERSION_STALE", stale.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal("FORBIDDEN", denied.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_product_is_recorded_published_and_withdrawn_through_the_api()
    {
        var created = (await Ask(
            """
            mutation($category: ID!, $producer: ID!) { productCreate(input: {idempotencyKey: "p", name: "百花蜜", categoryId: $category, producerId: $producer, permittedUses: [KIOSK], taxRatePercent: "9",
              variants: [{sku: "FM-1", specification: "500 g/瓶", soldBy: PIECE, pricedBy: PIECE, nominalContent: {value: "500", unit: G}}]}) { product { variants { id } tax { ratePercent } } errors { code message path } } }
            """,
            new() { ["category"] = NodeId.Encode("cat", SampleId.Of("category", "药材")), ["producer"] = NodeId.Encode("prc", SampleOrigins.ProducerId("明东芍药园")) },
            World.Supplier)).GetProperty("productCreate");
        Assert.Equal("9", created.GetProperty("product").GetProperty("tax").GetProperty("ratePercent").GetString());

        var published = (await Ask(
            """
            mutation($variant: ID!, $outlet: ID!) { offerPublish(input: {idempotencyKey: "o", variantId: $variant, outletId: $outlet, buyerGroup: PUBLIC, amount: "45", per: PIECE}) { offer { id version minimum { value } } errors { code message path } } }
            """,
            new() { ["variant"] = created.GetProperty("product").GetProperty("variants")[0].GetProperty("id").GetString(), ["outlet"] = NodeId.Encode("out", SampleOutlets.IdOf("明东村供货点")) },
            World.Supplier)).GetProperty("offerPublish");
        Assert.Equal("1", published.GetProperty("offer").GetProperty("minimum").GetProperty("value").GetString());

        var withdrawn = (await Ask(
            "mutation($offer: ID!) { offerWithdraw(input: {idempotencyKey: \"w\", offerId: $offer, expectedVersion: 1}) { offer { validTo version } errors { code } } }",
            new() { ["offer"] = published.GetProperty("offer").GetProperty("id").GetString() },
            World.Supplier)).GetProperty("offerWithdraw");
        Assert.Equal(2, withdrawn.GetProperty("offer").GetProperty("version").GetInt32());
        Assert.NotNull(withdrawn.GetProperty("offer").GetProperty("validTo").GetString());
    }

    private async Task<JsonElement> Ask(string query, Dictionary<string, object?>? variables = null, Actor? actor = null)
    {
        await using var scope = house.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor ?? Actor.Anonymous;
        var result = await house.Services.GetRequiredService<IDocumentExecuter>().ExecuteAsync(new ExecutionOptions
        {
            Schema = house.Services.GetRequiredService<ISchema>(),
            Query = query,
            Variables = variables is null ? null : new Inputs(variables),
            RequestServices = scope.ServiceProvider,
        });
        Assert.Null(result.Errors is { Count: > 0 } ? string.Join('\n', result.Errors.Select(e => e.ToString())) : null);
        using var json = JsonDocument.Parse(house.Services.GetRequiredService<IGraphQLTextSerializer>().Serialize(result));
        return json.RootElement.GetProperty("data").Clone();
    }
}
