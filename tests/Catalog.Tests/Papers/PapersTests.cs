using Commerce.Catalog.Domain;
using Commerce.Catalog.Papers;
using Commerce.Catalog.ReadModel;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Xunit;

namespace Commerce.Catalog.Tests.Papers;

/// <summary>Certificates are told of 30 and 7 days before their end and when they have run out. The sample's clock stands at 1 August 2026, 9:02 in China; its own certificates end in 2028.</summary>
public sealed class PapersTests : IAsyncLifetime
{
    private static readonly Guid Rice = SampleId.Of("product", "明东大米");
    private static readonly Actor Office = World.With(Capability.AssistanceManage, Guid.NewGuid());
    private World world = null!;

    public async Task InitializeAsync() => world = await World.WithSample();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Nothing_waits_until_30_days_before_the_end_counted_in_China()
    {
        await Record("JY-1", to: new(2026, 9, 1));
        world.Clock.SetUtcNow(new DateOnly(2026, 8, 2).StartInChina().AddMilliseconds(-1));
        Assert.Empty(await Inbox());

        world.Clock.SetUtcNow(new DateOnly(2026, 8, 2).StartInChina());

        var item = Assert.Single(await Inbox());
        Assert.Equal("续办检疫证 明东大米（JY-1）：还有 30 天", item.Chinese);
        Assert.Equal("Renew 检疫证 of 明东大米 (JY-1): 30 days left", item.English);
        Assert.Equal((new DateOnly(2026, 8, 2).StartInChina(), new DateOnly(2026, 9, 1)), (item.Since, item.Due));
        Assert.Equal("/goods/" + (await Goods()).Slug, item.Path);
    }

    [Theory]
    [InlineData(24, "还有 8 天", "2026-08-02")]
    [InlineData(25, "还有 7 天，到期自动下架", "2026-08-25")]
    [InlineData(31, "还有 1 天，到期自动下架", "2026-08-25")]
    [InlineData(32, "今天到期", "2026-08-25")]
    [InlineData(33, "已到期，商品已自动下架", "2026-09-02")]
    [InlineData(90, "已到期，商品已自动下架", "2026-09-02")]
    public async Task It_is_one_item_that_says_more_7_days_before_and_when_the_paper_has_run_out(int august, string says, string since)
    {
        await Record("JY-1", to: new(2026, 9, 1));
        world.Clock.SetUtcNow(new DateOnly(2026, 8, 1).AddDays(august - 1).StartInChina());

        var item = Assert.Single(await Inbox());

        Assert.EndsWith("：" + says, item.Chinese, StringComparison.Ordinal);
        Assert.Equal(DateOnly.Parse(since, System.Globalization.CultureInfo.InvariantCulture).StartInChina(), item.Since);
    }

    [Fact]
    public async Task A_renewed_paper_of_the_kind_that_lasts_longer_ends_the_warning_and_one_of_another_kind_does_not()
    {
        await Record("JY-1", to: new(2026, 8, 5));
        await Record("LS-1", to: null, kind: "绿色食品");
        Assert.Equal("续办检疫证 明东大米（JY-1）：还有 4 天，到期自动下架", Assert.Single(await Inbox()).Chinese);

        await Record("JY-2", to: new(2026, 8, 20), from: new(2026, 8, 4));
        Assert.Equal("续办检疫证 明东大米（JY-2）：还有 19 天", Assert.Single(await Inbox()).Chinese);

        await Record("JY-3", to: null, from: new(2026, 8, 21));
        Assert.Empty(await Inbox());
    }

    [Fact]
    public async Task A_renewed_paper_that_begins_later_needs_no_renewal_but_the_list_shows_the_days_between()
    {
        await Record("JY-1", to: new(2026, 7, 31));
        await Record("JY-2", to: null, from: new(2026, 8, 3));

        Assert.Empty(await Inbox());
        var row = Assert.Single((await Read(Office).Read("out", null, default)).Rows);
        Assert.Equal(("JY-1", new DateOnly(2026, 8, 2), true, -1), (row.Paper.Number, row.Gap!.To, row.OffShelf, row.DaysLeft));
    }

    [Fact]
    public async Task A_recognition_that_ends_is_told_too_and_the_goods_are_then_ordinary_ones()
    {
        var paper = (await Goods()).Certificates.Single(c => c.Kind == Certificate.Recognition);
        await Record(paper.Number, to: new(2026, 8, 3), kind: Certificate.Recognition);
        Assert.EndsWith("还有 2 天", Assert.Single(await Inbox()).Chinese, StringComparison.Ordinal);

        world.Clock.SetUtcNow(new DateOnly(2026, 8, 4).StartInChina());

        Assert.EndsWith("已到期，现按普通商品出售", Assert.Single(await Inbox()).Chinese, StringComparison.Ordinal);
        Assert.Null((await Goods()).GapAt(world.Now));
    }

    [Fact]
    public async Task Only_the_office_and_whoever_writes_the_goods_catalogue_is_told_and_sees_them()
    {
        await Record("JY-1", to: new(2026, 8, 5));

        Assert.Single(await Inbox(World.Supplier));
        Assert.Single(await Inbox(Office));
        foreach (var stranger in new[] { World.With(Capability.CatalogueWrite, Guid.NewGuid()), World.With(Capability.OrderRead, Guid.NewGuid()) })
        {
            Assert.Empty(await Inbox(stranger));
            Assert.Empty((await Read(stranger).Read(null, null, default)).Rows);
        }

        Assert.NotEmpty((await Read(Office).Read(null, null, default)).Rows);
    }

    [Fact]
    public async Task Goods_that_nobody_may_buy_any_more_are_listed_and_wait_for_nobody()
    {
        await Record("JY-1", to: new(2026, 8, 5));
        foreach (var offer in (await Goods()).Offers)
        {
            Assert.Null((await world.Do((db, writes) => new Catalog.WithdrawOffer.WithdrawOffer.Handler(db, writes, World.Supplier, world.Clock)
                .Handle(new(Guid.NewGuid().ToString(), offer.Id, offer.Version), default))).Error);
        }

        Assert.Empty(await Inbox());
        Assert.Equal("JY-1", Assert.Single((await Read(Office).Read("week", null, default)).Rows).Paper.Number);
    }

    [Fact]
    public async Task The_list_counts_each_state_and_kind_and_begins_with_what_ends_first()
    {
        await Record("JY-1", to: new(2026, 8, 31));
        await Record("BG-1", to: new(2026, 7, 1), kind: "检验报告");
        await Record("DB-1", to: new(2026, 8, 8), kind: "地理标志");

        var all = await Read(Office).Read(null, null, default);

        Assert.Equal(["BG-1", "DB-1", "JY-1"], all.Rows.Take(3).Select(r => r.Paper.Number));
        Assert.Equal((1, 1, 1, all.Rows.Count - 3), (all.States[PaperState.Out], all.States[PaperState.Week], all.States[PaperState.Month], all.States[PaperState.Rest]));
        Assert.Equal(all.Kinds["检疫证"], (await Read(Office).Read(null, "检疫证", default)).Rows.Count);
    }

    private ReadPapers Read(Actor actor) => new(world.Catalogue, actor, world.Clock);

    private Task<IReadOnlyList<Todo>> Inbox(Actor? actor = null) => new PapersTodo(Read(actor ?? World.Supplier)).Read(default);

    private async Task<ProductView> Goods() => (await world.Catalogue.Current(default)).ProductsById[Rice];

    private async Task Record(string number, DateOnly? to, DateOnly? from = null, string kind = "检疫证")
    {
        var version = (await Goods()).Version;
        Assert.Null((await world.Do((db, writes) => new Catalog.RecordCertificate.RecordCertificate.Handler(db, writes, null!, World.Supplier, world.Clock)
            .Handle(new(Guid.NewGuid().ToString(), Rice, version, kind, number, "示例机构", from, to), default))).Error);
    }
}
