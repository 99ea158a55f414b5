using Commerce.Contracts.Catalog;
using Commerce.Ordering.Basket;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Follow;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

/// <summary>Recognised goods and ordinary ones in the basket and in orders: docs/catalogue.md. The clock stands at 10 June 2026, 10:00 in China.</summary>
public sealed class RecognisedTests
{
    private static readonly Guid Rice = Guid.NewGuid();

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_basket_asks_today_and_an_accepted_line_the_day_of_its_acceptance(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000));
        var rice = await world.Offer(o => o with { ProductId = Rice });
        Assert.False(await InBasket(world, rice));
        await world.LearnPaper(new CertificateRecorded(Guid.NewGuid(), Rice, "帮扶产品认定", "RD-1", null, new DateOnly(2026, 6, 10), null, true));
        Assert.True(await InBasket(world, rice));

        var (accepted, open) = (await world.Confirmed((rice, 10, MeasureUnit.Jin)), await world.Confirmed((rice, 10, MeasureUnit.Jin)));
        var delivery = Done(await world.Dispatch(accepted, (0, 10, MeasureUnit.Jin, null)));
        Done(await world.Sign(Done(await world.Weigh(delivery, [Net((await world.LineIds(accepted))[0], 10)]))));
        Assert.Equal((true, true), (await InOrder(world, accepted), await InOrder(world, open)));

        world.Clock.SetUtcNow(new DateOnly(2026, 6, 11).StartInChina());

        Assert.Equal((true, false), (await InOrder(world, accepted), await InOrder(world, open)));
        // Its end takes nothing off the shelf: it isn't a paper that goods need.
        Assert.False(await InBasket(world, rice));
        Done(await world.Dispatch(open, (0, 10, MeasureUnit.Jin, null)));
    }

    private static async Task<bool> InBasket(World world, Guid offer) =>
        (await world.Ask(db => new ReadGoods(db, world.Catalogue, world.Clock).Of([offer], null, default)))[offer].Recognised;

    private static async Task<bool> InOrder(World world, Guid order)
    {
        var number = (await world.Read(order)).Number;
        var story = (await world.Ask(db => new ReadOrder(db, world.Buyer, world.Clock).Read(number, default)))!;
        return story.Recognised.Contains(story.Lines[0].Id);
    }
}
