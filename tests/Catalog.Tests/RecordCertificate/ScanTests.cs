using Commerce.Catalog.Domain;
using Commerce.Catalog.Papers;
using Commerce.Catalog.ReadModel;
using Commerce.Platform.Databases;
using Commerce.Platform.Files;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.Catalog.Tests.RecordCertificate;

/// <summary>Scans of certificates: kept with their paper, for people who signed in.</summary>
public sealed class ScanTests : IAsyncLifetime
{
    private static readonly Guid Rice = SampleId.Of("product", "明东大米");
    private static readonly Actor Buyer = World.With(Capability.OrderRequest, Guid.NewGuid());
    private World world = null!;
    private TestDatabase<PlatformDbContext> house = null!;

    public async Task InitializeAsync()
    {
        world = await World.WithSample();
        house = await TestDatabase<PlatformDbContext>.Create(DatabaseProvider.Sqlite, "platform");
    }

    public async Task DisposeAsync()
    {
        await world.DisposeAsync();
        await house.DisposeAsync();
    }

    [Fact]
    public async Task A_scan_stays_with_its_days_and_a_renewed_paper_waits_for_its_own()
    {
        var (first, second) = (await Upload(World.Supplier), await Upload(World.Supplier));
        Assert.Null(await Record("甲", new(2027, 1, 1), first));
        Assert.Equal(first, await Scan());

        Assert.Null(await Record("乙", new(2027, 1, 1), null));
        Assert.Equal(first, await Scan());

        Assert.Null(await Record("乙", new(2028, 1, 1), null));
        Assert.Null(await Scan());

        Assert.Null(await Record("乙", new(2028, 1, 1), second));
        Assert.Equal(second, await Scan());
    }

    [Fact]
    public async Task A_scan_that_is_not_there_or_that_another_uploaded_is_refused()
    {
        var another = new Actor(Guid.NewGuid(), "别人", [], new Dictionary<string, IReadOnlyCollection<Guid>>());

        Assert.Equal(CatalogErrors.NoSuchScan, await Record("甲", new(2027, 1, 1), Guid.NewGuid()));
        Assert.Equal(CatalogErrors.NoSuchScan, await Record("甲", new(2027, 1, 1), await Upload(another)));
        Assert.DoesNotContain((await Goods()).Certificates, c => c.Number == "JY-SCAN");
    }

    [Fact]
    public async Task Whoever_signed_in_opens_the_scan_of_a_certificate_and_nobody_else_or_before()
    {
        var scan = await Upload(World.Supplier);
        Assert.False(await May(Buyer, scan));

        Assert.Null(await Record("甲", new(2027, 1, 1), scan));

        Assert.True(await May(Buyer, scan));
        Assert.False(await May(Actor.Anonymous, scan));
        Assert.False(await May(Buyer, Guid.NewGuid()));
    }

    private async Task<bool> May(Actor actor, Guid file)
    {
        await using var db = world.Open();
        await using var services = new ServiceCollection().AddSingleton(db).BuildServiceProvider();
        return await ScanFiles.MayRead(services, actor, file, default);
    }

    private async Task<Guid?> Scan() => (await Goods()).Certificates.Single(c => c.Number == "JY-SCAN").FileId;

    private async Task<ProductView> Goods() => (await world.Catalogue.Current(default)).ProductsById[Rice];

    private async Task<Error?> Record(string issuer, DateOnly to, Guid? scan)
    {
        await using var files = house.Open();
        var version = (await Goods()).Version;
        return (await world.Do((db, writes) => new Catalog.RecordCertificate.RecordCertificate.Handler(db, writes, Files(files, World.Supplier), World.Supplier, world.Clock)
            .Handle(new(Guid.NewGuid().ToString("N"), Rice, version, "检疫证", "JY-SCAN", issuer, null, to, scan), default))).Error;
    }

    private async Task<Guid> Upload(Actor actor)
    {
        world.Clock.Advance(TimeSpan.FromMilliseconds(5));
        await using var db = house.Open();
        using var content = new MemoryStream("%PDF-1.7 扫描件"u8.ToArray());
        return (await Files(db, actor).Keep(Catalog.RecordCertificate.RecordCertificate.Scans, "检疫证.pdf", content, default)).Value.Id;
    }

    private FileStore Files(PlatformDbContext db, Actor actor) => new(
        db, actor, [new FileRule(Catalog.RecordCertificate.RecordCertificate.Scans, [FileKind.Pdf], _ => true, (_, _, _, _) => Task.FromResult(false))], new FileStoreOptions(), null!, world.Clock);
}
