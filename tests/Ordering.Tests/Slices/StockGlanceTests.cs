using Commerce.Ordering.Domain;
using Commerce.Ordering.Stocks;
using Commerce.SharedKernel;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Commerce.Ordering.Tests.Slices;

public sealed class StockGlanceTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void What_was_read_is_shown_for_a_second_and_the_latest_of_it()
    {
        var (glance, offer) = (new StockGlance(clock), Guid.NewGuid());
        Assert.Null(glance.Of(offer));

        glance.Note([Stock(offer, 5)]);
        glance.Note([Stock(offer, 3)]);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(3, glance.Of(offer)!.OnHandMilli);

        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Null(glance.Of(offer));
    }

    [Fact]
    public void A_clock_that_was_set_back_makes_nothing_young_again()
    {
        var (glance, offer) = (new StockGlance(clock), Guid.NewGuid());
        glance.Note([Stock(offer, 5)]);

        clock.AdjustTime(clock.GetUtcNow() - TimeSpan.FromHours(1));

        Assert.Null(glance.Of(offer));
    }

    private static Stock Stock(Guid offer, long onHand) => new() { OfferId = offer, Unit = MeasureUnit.Jin, OnHandMilli = onHand };
}
