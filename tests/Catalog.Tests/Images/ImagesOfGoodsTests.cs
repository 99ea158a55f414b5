using Commerce.Catalog.Domain;
using Commerce.Catalog.Images;
using Commerce.Catalog.ReadModel;
using Commerce.Platform.Databases;
using Commerce.Platform.Files;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;

namespace Commerce.Catalog.Tests.Images;

public sealed class ImagesOfGoodsTests : IAsyncLifetime
{
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
    public async Task Pictures_hang_in_their_order_can_be_arranged_and_removed()
    {
        await Add("米粒特写");
        await Add("5 公斤袋");
        await Add("稻田");
        Assert.Equal(["米粒特写", "5 公斤袋", "稻田"], await Alts());

        var images = (await Rice()).Images;
        await Arrange([images[2].Id, images[0].Id, images[1].Id]);
        Assert.Equal(["稻田", "米粒特写", "5 公斤袋"], await Alts());
        Assert.Equal((700, 350), ((await Rice()).Images[0].Width, (await Rice()).Images[0].Height));

        await Remove(images[0].Id);
        Assert.Equal(["稻田", "5 公斤袋"], await Alts());
        await Add("饭");
        Assert.Equal(["稻田", "5 公斤袋", "饭"], await Alts());
    }

    [Fact]
    public async Task A_picture_needs_words_and_a_file_of_ones_own_that_no_good_has_yet()
    {
        var file = await Upload(World.Supplier);
        Assert.Equal(ImageErrors.AltShape, await Add("  ", file));
        Assert.Equal(ImageErrors.AltShape, await Add(new string('米', 101), file));
        Assert.Equal(ImageErrors.NoSuchFile, await Add("米", await Upload(Somebody)));
        Assert.Equal(ImageErrors.NoSuchFile, await Add("米", Guid.NewGuid()));
        Assert.Null(await Add(new string('米', 100), file));
        Assert.Equal(ImageErrors.NoSuchFile, await Add("米", file));
        Assert.Single((await Rice()).Images);
    }

    [Fact]
    public async Task A_ninth_picture_is_refused()
    {
        for (var i = 0; i < ProductImage.Most; i++)
        {
            Assert.Null(await Add($"图 {i}"));
        }

        Assert.Equal(ImageErrors.TooMany, await Add("第九张"));
    }

    [Fact]
    public async Task An_order_must_name_every_picture_once()
    {
        await Add("一");
        await Add("二");
        var (first, second) = ((await Rice()).Images[0].Id, (await Rice()).Images[1].Id);

        Assert.Equal(ImageErrors.OtherImages, await Arrange([first]));
        Assert.Equal(ImageErrors.OtherImages, await Arrange([first, first]));
        Assert.Equal(ImageErrors.OtherImages, await Arrange([first, second, first]));
        Assert.Equal(ImageErrors.OtherImages, await Arrange([first, Guid.NewGuid()]));
        Assert.Equal(PlatformErrors.NotFound, await Remove(Guid.NewGuid()));
    }

    [Fact]
    public async Task Another_suppliers_goods_and_goods_that_moved_on_are_refused()
    {
        await Add("一");
        var rice = await Rice();

        Assert.Equal(CatalogErrors.NotYourSupplier, await Add("二", await Upload(Somebody), Somebody));
        Assert.Equal(CatalogErrors.NotYourSupplier, await Remove(rice.Images[0].Id, Somebody));
        Assert.Equal(CatalogErrors.NotYourSupplier, await Arrange([rice.Images[0].Id], Somebody));
        Assert.Equal(ErrorCode.VersionStale, (await Remove(rice.Images[0].Id, version: rice.Version - 1))!.Code);
        Assert.Equal(["一"], await Alts());
    }

    private static Actor Somebody { get; } = new(
        Guid.Parse("0a000000-0000-0000-0000-000000000002"), "李四", [Guid.NewGuid()], new Dictionary<string, IReadOnlyCollection<Guid>> { [Capability.CatalogueWrite] = [Guid.NewGuid()] });

    private async Task<ProductView> Rice() => (await world.Catalogue.Current(default)).Products.Single(p => p.Name == "明东大米");

    private async Task<IEnumerable<string>> Alts() => (await Rice()).Images.Select(i => i.Alt);

    private FileStore Files(PlatformDbContext db, Actor actor) => new(
        db, actor, [new FileRule(Picture.Purpose, [FileKind.Jpeg, FileKind.Png], _ => true, (_, _, _, _) => Task.FromResult(false)) { Remake = Picture.Remake }], new FileStoreOptions(), null!, world.Clock);

    private async Task<Guid> Upload(Actor actor)
    {
        world.Clock.Advance(TimeSpan.FromMilliseconds(5));
        await using var db = house.Open();
        using var content = new MemoryStream(Painted.Jpeg(700, 350));
        return (await Files(db, actor).Keep(Picture.Purpose, "米.jpg", content, default)).Value.Id;
    }

    private async Task<Error?> Add(string alt, Guid? file = null, Actor? actor = null)
    {
        var (rice, own) = (await Rice(), file ?? await Upload(World.Supplier));
        await using var platform = house.Open();
        return (await world.Do(
            (db, writes) => new AddImage.Handler(db, writes, Files(platform, actor ?? World.Supplier), actor ?? World.Supplier, world.Clock)
                .Handle(new(Guid.NewGuid().ToString(), rice.Id, rice.Version, own, alt), default),
            actor)).Error;
    }

    private async Task<Error?> Remove(Guid image, Actor? actor = null, int? version = null)
    {
        var rice = await Rice();
        return (await world.Do(
            (db, writes) => new RemoveImage.Handler(db, writes, actor ?? World.Supplier, world.Clock).Handle(new(Guid.NewGuid().ToString(), rice.Id, version ?? rice.Version, image), default), actor)).Error;
    }

    private async Task<Error?> Arrange(IReadOnlyList<Guid> images, Actor? actor = null)
    {
        var rice = await Rice();
        return (await world.Do(
            (db, writes) => new ArrangeImages.Handler(db, writes, actor ?? World.Supplier, world.Clock).Handle(new(Guid.NewGuid().ToString(), rice.Id, rice.Version, images), default), actor)).Error;
    }
}
