using Commerce.Contracts.Catalog;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Lapsing;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

/// <summary>Open orders of goods whose certificates run out: docs/catalogue.md. The clock stands at 10 June 2026, 10:00 in China.</summary>
public sealed class LapsingTests
{
    private static readonly Guid Rice = Guid.NewGuid();
    private static readonly Actor Office = new(
        Guid.NewGuid(), "机关党委干部", [Department],
        new Dictionary<string, IReadOnlyCollection<Guid>> { [Capability.OrderRead] = [Department, Unit, Other], [Capability.AssistanceManage] = [Department, Unit, Other] });

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_order_is_listed_from_its_submission_until_all_of_it_has_left(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var rice = await Offer(world);
        await world.Learn(Paper("SC", "SC-1", to: new(2026, 7, 10)));
        var order = Done(await world.Order([(rice, 10, MeasureUnit.Jin)], submit: false));
        Assert.Empty(await All(world, world.Buyer));

        Done(await world.Submit(order));
        var line = Assert.Single(await All(world, world.Buyer));
        Assert.Equal(("明东大米", "SC-1", new DateOnly(2026, 7, 11), 30, OrderStatus.Submitted), (line.Product, line.Missing.Number, line.Missing.From, line.DaysLeft, line.Status));
        Assert.Equal((Quantity.Of(10, MeasureUnit.Jin), Money.FromFen(5_600)), (line.Open, line.Amount));

        Done(await world.Decide(order));
        Assert.Single(await All(world, world.Buyer));
        Done(await world.Confirm(order));
        Done(await world.Dispatch(order, (0, 4, MeasureUnit.Jin, null)));
        Assert.Equal(Quantity.Of(6, MeasureUnit.Jin), Assert.Single(await All(world, world.Buyer)).Open);
        Done(await world.Dispatch(order, (0, 6, MeasureUnit.Jin, null)));
        Assert.Empty(await All(world, world.Buyer));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_cancelled_and_a_rejected_order_are_not_listed(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        var rice = await Offer(world);
        await world.Learn(Paper("SC", "SC-1", to: new(2026, 6, 20)));
        var cancelled = Done(await world.Order([(rice, 10, MeasureUnit.Jin)]));
        var rejected = Done(await world.Order([(rice, 20, MeasureUnit.Jin)]));
        Assert.Equal(2, (await All(world, world.Buyer)).Count);

        Done(await world.Cancel(cancelled));
        Done(await world.Decide(rejected, Decision.Rejected, "不需要"));

        Assert.Empty(await All(world, world.Buyer));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_paper_counts_30_days_before_its_end_and_not_when_it_is_renewed_or_a_recognition(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        Done(await world.Order([(await Offer(world), 10, MeasureUnit.Jin)]));
        var paper = Paper("SC", "SC-1", to: new(2026, 7, 11));
        await world.Learn(paper);
        await world.Learn(Paper("帮扶产品认定", "RD-1", to: new(2026, 6, 12), recognition: true));
        Assert.Empty(await All(world, Office));

        world.Clock.SetUtcNow(new DateOnly(2026, 6, 11).StartInChina());
        Assert.Equal(30, Assert.Single(await All(world, Office)).DaysLeft);
        world.Clock.SetUtcNow(new DateOnly(2026, 7, 12).StartInChina());
        Assert.Equal(-1, Assert.Single(await All(world, Office)).DaysLeft);
        Assert.Equal("out", Assert.Single((await Read(world, Office, "out")).States).Key);
        Assert.Empty((await Read(world, Office, "week")).Rows);

        await world.Learn(Paper("SC", "SC-2", from: new(2026, 7, 12), to: null));
        Assert.Empty(await All(world, Office));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Others_orders_look_as_if_there_were_none_and_only_supplier_and_office_are_told(DatabaseProvider provider)
    {
        await using var world = await Ready(provider);
        Done(await world.Order([(await Offer(world), 10, MeasureUnit.Jin)]));
        await world.Learn(Paper("SC", "SC-1", to: new(2026, 6, 12)));

        Assert.Single(await All(world, world.Buyer));
        Assert.Single(await All(world, world.Supplier));
        Assert.Single(await All(world, Office));
        foreach (var stranger in new[] { Someone("别家", Other, Capability.OrderRequest), Someone("别的工作队", Other, Capability.OrderSupply) })
        {
            Assert.Empty(await All(world, stranger));
            Assert.Empty(await Inbox(world, stranger));
        }

        Assert.Empty(await Inbox(world, world.Buyer));
        var item = Assert.Single(await Inbox(world, world.Supplier));
        Assert.Equal(("处理证书到期影响的未发订单（1 行，最早 明东大米）", "/orders/papers", new DateOnly(2026, 6, 12)), (item.Chinese, item.Path, item.Due));
        Assert.Equal(item.Chinese, Assert.Single(await Inbox(world, Office)).Chinese);
    }

    /// <summary>Many random sets of papers: the list asks in memory what the shelf asks the database.</summary>
    [Fact]
    public void It_is_the_rule_of_the_shelf()
    {
        var random = new Random(7);
        var first = new DateOnly(2026, 6, 1);
        DateOnly? Some(int chance) => random.Next(10) < chance ? first.AddDays(random.Next(20)) : null;
        for (var round = 0; round < 400; round++)
        {
            var papers = Enumerable.Range(0, random.Next(1, 4)).Select(i => new KnownCertificate
            {
                Id = Guid.NewGuid(),
                ProductId = Rice,
                Kind = random.Next(2) == 0 ? "SC" : "检疫证",
                Number = $"N-{i}",
                SaidAt = default,
                ValidFrom = Some(7),
                ValidTo = Some(8),
                WithdrawnOn = Some(2),
            }).ToList();
            var (today, until) = (first.AddDays(random.Next(10)), first.AddDays(random.Next(10, 20)));
            for (var day = today; day <= until; day = day.AddDays(1))
            {
                var lapsed = Ordering.Data.Standing.LapsedOn(papers.AsQueryable(), day).Select(c => c.Kind).Distinct().Order().ToList();
                var before = MissingPaper.Of(papers, today, day).Select(m => m.Kind).ToHashSet();
                Assert.True(before.IsSupersetOf(lapsed));
                Assert.Equal(lapsed, MissingPaper.Of(papers, day, day).Select(m => m.Kind).Order());
            }
        }
    }

    private static async Task<World> Ready(DatabaseProvider provider)
    {
        var world = await World.Create(provider);
        Done(await world.Budget(10_000));
        return world;
    }

    private static Task<Guid> Offer(World world) => world.Offer(o => o with { ProductId = Rice });

    private static CertificateRecorded Paper(string kind, string number, DateOnly? to, DateOnly? from = null, bool recognition = false) =>
        new(Guid.NewGuid(), Rice, kind, number, from, to, null, recognition);

    private static Task<IReadOnlyList<LapsingLine>> All(World world, Actor who) => world.Ask(db => new ReadLapsing(db, who, world.Clock).All(default));

    private static Task<LapsingList> Read(World world, Actor who, string state) => world.Ask(db => new ReadLapsing(db, who, world.Clock).Read(state, null, default));

    private static Task<IReadOnlyList<Todo>> Inbox(World world, Actor who) => world.Ask(db => new LapsingToDo(new ReadLapsing(db, who, world.Clock), who).Read(default));
}
