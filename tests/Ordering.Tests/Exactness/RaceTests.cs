using System.Globalization;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;
using Xunit.Abstractions;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Exactness;

/// <summary>Two people at once want what only one can have. <c>COMMERCE_RACE_ROUNDS</c> says how often; 50 unless set, 1,000 before a release.</summary>
public sealed class RaceTests(ITestOutputHelper output)
{
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("COMMERCE_RACE_ROUNDS") ?? "50", CultureInfo.InvariantCulture);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_last_sack_is_sold_once(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var rice = await world.Offer(stock: 0);
        Done(await world.Budget(100_000m));

        await Race(provider, async round =>
        {
            Done(await world.Adjust(rice, 1));
            var said = await AtOnce(() => world.Order([(rice, 1, MeasureUnit.Jin)]), () => world.Order([(rice, 1, MeasureUnit.Jin)]));

            OneWon(said, ErrorCode.InsufficientStock);
            Assert.Equal((round, round), await world.StockNow(rice));
        });
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Orders_whose_lines_cross_never_block_each_other_and_never_share_stock(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var (rice, flour) = (await world.Offer(stock: 0), await world.Offer(Bags, stock: 0));
        Done(await world.Budget(1_000_000m));

        await Race(provider, async round =>
        {
            Done(await world.Adjust(rice, 2));
            Done(await world.Adjust(flour, 2, MeasureUnit.Bag));
            var said = await AtOnce(
                () => world.Order([(rice, 1, MeasureUnit.Jin), (flour, 1, MeasureUnit.Bag)]),
                () => world.Order([(flour, 1, MeasureUnit.Bag), (rice, 1, MeasureUnit.Jin)]),
                () => world.Order([(flour, 2, MeasureUnit.Bag), (rice, 2, MeasureUnit.Jin)]));

            // The two small ones together, or the large one alone.
            Assert.All(said, s => Assert.True(s.Error is null || s.Error.Code == ErrorCode.InsufficientStock, s.Error?.English));
            Assert.Equal(said[2].Error is null ? 1 : 2, said.Count(s => s.Error is null));
            Assert.Equal((2 * round, 2 * round), await world.StockNow(rice));
            Assert.Equal((2 * round, 2 * round), await world.StockNow(flour));
        });
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task One_budget_pays_for_one_of_two_orders(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var (rice, flour) = (await world.Offer(stock: 100_000), await world.Offer(Bags, stock: 100_000));

        var taken = 0m;

        await Race(provider, async _ =>
        {
            Done(await world.Budget(taken + 50m));
            var said = await AtOnce(() => world.Order([(rice, 8, MeasureUnit.Jin)]), () => world.Order([(flour, 1, MeasureUnit.Bag)]));

            OneWon(said, ErrorCode.BudgetExceeded);
            taken += said[0].Error is null ? 44.80m : 42.50m;
            Assert.Equal(taken, (await world.BudgetNow()).Reserved);
        });
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_clerks_who_give_the_same_goods_back_do_so_once(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var rice = await world.Offer(stock: 100_000);
        Done(await world.Budget(100_000m));

        await Race(provider, async _ =>
        {
            var (order, _, acceptance, line) = await world.Accepted(rice, 10, MeasureUnit.Jin, 10, MeasureUnit.Jin);
            var said = await AtOnce(() => world.Return(acceptance, line, 6), () => world.Return(acceptance, line, 6));

            OneWon(said, ErrorCode.Invalid);
            Assert.Equal(2_240, (await world.Read(order)).SettledFen);
        });
        Assert.Equal(22.40m * Rounds, (await world.BudgetNow()).Spent);
    }

    private static Task<Outcome[]> AtOnce(params Func<Task<Outcome>>[] acts) => Task.WhenAll(acts.Select(Task.Run));

    private static void OneWon(Outcome[] said, ErrorCode loser)
    {
        Assert.Single(said, s => s.Error is null);
        Assert.Equal(loser, Assert.Single(said, s => s.Error is not null).Error!.Code);
    }

    private async Task Race(DatabaseProvider provider, Func<int, Task> play)
    {
        for (var round = 1; round <= Rounds; round++)
        {
            await play(round);
        }

        output.WriteLine($"{Rounds} rounds on {provider}.");
    }
}
