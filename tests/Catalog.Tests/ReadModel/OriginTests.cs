using Commerce.Catalog.ReadModel;
using Xunit;

namespace Commerce.Catalog.Tests.ReadModel;

public sealed class OriginTests
{
    [Theory]
    [InlineData("2012-03-18", false)]
    [InlineData("2012-03-19", true)]
    [InlineData("2020-12-31", true)]
    [InlineData("2021-01-01", false)]
    public void A_county_is_designated_from_the_first_to_the_last_day_of_a_range(string day, bool expected)
    {
        var origin = new OriginView { County = "龙井市", CountyCode = "222405", Designations = [(new DateOnly(2012, 3, 19), new DateOnly(2020, 12, 31))] };

        Assert.Equal(expected, origin.Designated(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_village_never_designated_is_not_designated()
    {
        var origin = new OriginView { County = "龙井市", CountyCode = "222405", Designations = [] };
        var village = new VillageView { Id = Guid.NewGuid(), Name = "某村", Origin = origin, Sample = true };

        Assert.False(village.Designated(new DateOnly(2026, 1, 1)));
    }
}
