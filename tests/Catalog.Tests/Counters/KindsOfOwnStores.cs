using Commerce.Catalog.Counters;
using Commerce.Catalog.Domain;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Catalog.Tests.Counters;

/// <summary>What measure 44 rests on: the kinds on the shelves of own stores, against the dated baseline. The sample's clock stands at 1 August 2026.</summary>
public sealed class KindsOfOwnStores : IAsyncLifetime
{
    private World world = null!;

    public async Task InitializeAsync() => world = await World.WithSample();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Each_kind_of_each_working_own_store_says_whether_the_baseline_holds_it_since_when_and_which_goods()
    {
        var sheet = await Read();

        Assert.NotEmpty(sheet.Rows);
        Assert.Equal(4, sheet.Stores);
        Assert.All(sheet.Rows, r => Assert.True(r.Store is { Kind: OutletKind.OwnStore, Working: true }));
        Assert.All(sheet.Rows, r => Assert.Equal(r.Species.Name is not ("人参" or "鹿茸" or "林蛙油" or "吉林大米"), r.Added));
        Assert.All(sheet.Rows, r => Assert.NotEmpty(r.Goods));
        Assert.Equal(sheet.Rows.Where(r => r.Added).Select(r => r.Species.Name).Distinct().Count(), sheet.Added);

        // The list of counters says the same.
        Assert.Equal(sheet.Added, (await new ReadCounters(world.Catalogue, world.Clock).All(default)).Added.Count);
    }

    [Fact]
    public async Task A_kind_that_the_baseline_took_in_from_today_on_is_added_no_more_and_one_that_left_it_yesterday_is()
    {
        var before = await Read();
        var added = before.Rows.First(r => r.Added).Species;
        var known = before.Rows.First(r => !r.Added).Species;
        await using (var db = world.Open())
        {
            await db.Species.Where(s => s.Id == added.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.BaselineFrom, before.Today));
            await db.Species.Where(s => s.Id == known.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.BaselineTo, before.Today.AddDays(-1)));
            await db.Revisions.Where(r => r.Name == Revision.OfSurroundings).ExecuteUpdateAsync(s => s.SetProperty(r => r.Value, r => r.Value + 1));
        }

        await world.Catalogue.CatchUp(default);
        var after = await Read();

        Assert.All(after.Rows.Where(r => r.Species.Id == added.Id), r => Assert.False(r.Added));
        Assert.All(after.Rows.Where(r => r.Species.Id == known.Id), r => Assert.True(r.Added));
    }

    private Task<KindSheet> Read() => new ReadCounters(world.Catalogue, world.Clock).Kinds(default);
}
