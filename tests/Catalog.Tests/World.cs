using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;
using Commerce.Catalog.SampleData;
using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Commerce.Catalog.Tests;

/// <summary>A catalogue of its own: a database, and one host's read model over it.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly TestDatabase<CatalogDbContext> database;
    private readonly ServiceProvider services;

    private World(TestDatabase<CatalogDbContext> database)
    {
        this.database = database;
        services = new ServiceCollection().AddScoped(_ => database.Open()).BuildServiceProvider();
        Scopes = new CountedScopes(services.GetRequiredService<IServiceScopeFactory>());
        Changes = new OfferChanges(Clock);
        Catalogue = new Catalogue(Scopes, Changes);
    }

    public static Cursors Cursors { get; } = new(() => new byte[32]);

    /// <summary>Acts for the producers of the sample.</summary>
    public static Actor Supplier { get; } = With(Capability.CatalogueWrite, SampleOrigins.WorkTeam);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 8, 1, 1, 2, 3, TimeSpan.Zero));

    public CountedScopes Scopes { get; }

    public Catalogue Catalogue { get; }

    /// <summary>What listeners of that host hear.</summary>
    public OfferChanges Changes { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public static async Task<World> Create(DatabaseProvider provider = DatabaseProvider.Sqlite) => new(await TestDatabase<CatalogDbContext>.Create(provider, "catalog"));

    public static async Task<World> WithSample(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        var world = new World(await TestDatabase<CatalogDbContext>.Create(provider, "catalog", "sample", Fill));
        await world.Catalogue.CatchUp(default);
        return world;
    }

    private static async Task Fill(TestDatabase<CatalogDbContext> template)
    {
        // Not disposed: the database is the template's.
        var world = new World(template);
        await using var db = world.Open();
        await new SampleCatalogue(db, world.Catalogue, world.Clock).Load(default);
    }

    public static Actor With(string capability, Guid unit) =>
        new(Guid.Parse("0a000000-0000-0000-0000-000000000001"), "张三", [unit], new Dictionary<string, IReadOnlyCollection<Guid>> { [capability] = [unit] });

    public static Guid OfferId(string good, string pack, string outlet, BuyerGroup group) => SampleId.Of("offer", $"{good} {pack} {outlet} {GraphJson.EnumName(group)}");

    public static Guid LooseRice { get; } = OfferId("明东大米", "散装", "明东村供货点", BuyerGroup.DepartmentCanteen);

    public CatalogDbContext Open() => database.Open();

    /// <summary>Another host over the same database.</summary>
    public Catalogue OtherHost() => new(services.GetRequiredService<IServiceScopeFactory>(), new OfferChanges(Clock));

    public async Task Write(Func<CatalogDbContext, Task> work)
    {
        await using var db = Open();
        await db.InTransaction(
            async _ =>
            {
                await work(db);
                return await db.SaveChangesAsync();
            },
            default);
    }

    public async Task<Outcome> Do(Func<CatalogDbContext, CatalogueWrites, Task<Outcome>> slice, Actor? actor = null)
    {
        await using var db = Open();
        return await slice(db, new CatalogueWrites(db, new Once(actor ?? Supplier, Clock, new OutboxBell()), Catalogue));
    }

    public async Task<T> Ask<T>(Func<CatalogDbContext, Task<T>> question)
    {
        await using var db = Open();
        return await question(db);
    }

    public Task<Outcome> SetPrice(Catalog.SetOfferPrice.SetOfferPrice.Input input, Actor? actor = null) =>
        Do((db, writes) => new Catalog.SetOfferPrice.SetOfferPrice.Handler(db, writes, actor ?? Supplier, Clock).Handle(input, default), actor);

    public async Task<OfferView> Offer(Guid id) => (await Catalogue.Current(default)).Offers[id];

    /// <summary>One page, as the API would give it.</summary>
    public async Task<ProductPage> Page(ProductFilter? filter = null, ProductOrder order = ProductOrder.Relevance, int first = 100, string? after = null) => ProductSearch.Find(
        await Catalogue.Current(default), Catalogue.StockStates, filter, order, new PageRequest(first, after is null ? null : Cursors.Decode(after)), Cursors, Now);

    /// <summary>All pages one after another.</summary>
    public async Task<List<ProductView>> All(ProductFilter? filter = null, ProductOrder order = ProductOrder.Relevance, int first = 100)
    {
        List<ProductView> all = [];
        for (var page = await Page(filter, order, first); ; page = await Page(filter, order, first, page.Cursor(page.Nodes[^1])))
        {
            all.AddRange(page.Nodes);
            if (!page.HasNextPage)
            {
                return all;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Catalogue.Dispose();
        await services.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>Counts how often the database was opened for reading.</summary>
    internal sealed class CountedScopes(IServiceScopeFactory inner) : IServiceScopeFactory
    {
        public int Opened { get; private set; }

        public IServiceScope CreateScope()
        {
            Opened++;
            return inner.CreateScope();
        }
    }
}
