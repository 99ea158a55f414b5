using Commerce.Platform.Parked;
using Xunit;

namespace Commerce.Platform.Tests;

public sealed class ParkedEventsTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(3, 5)]
    [InlineData(8, 5)]
    public void A_young_event_never_waits_longer_than_five_seconds(int tries, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), ParkedEvents.WaitAfter(tries, TimeSpan.FromMinutes(4)));

    [Fact]
    public void An_old_one_is_tried_each_minute() => Assert.Equal(TimeSpan.FromMinutes(1), ParkedEvents.WaitAfter(70, TimeSpan.FromHours(3)));

    /// <summary>A host that died holds what it was sending for 30 seconds; the promise is 60 from its restart.</summary>
    [Fact]
    public void What_waits_for_a_dead_hosts_event_is_in_within_a_minute()
    {
        var at = TimeSpan.FromSeconds(1);
        for (var tries = 1; at < TimeSpan.FromSeconds(30); tries++)
        {
            at += ParkedEvents.WaitAfter(tries, at);
        }

        Assert.True(at < TimeSpan.FromSeconds(45), $"{at}");
    }
}
