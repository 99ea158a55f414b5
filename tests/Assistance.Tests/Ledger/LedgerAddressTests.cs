using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Totals;
using Commerce.SharedKernel;
using Xunit;

namespace Commerce.Assistance.Tests.Ledger;

/// <summary>A link reopens the same view.</summary>
public sealed class LedgerAddressTests
{
    [Fact]
    public void What_stands_in_an_address_is_read_back_the_same()
    {
        var address = new LedgerAddress
        {
            Year = 2026,
            Month = Month.Of(2026, 7),
            Unit = World.Highways,
            Village = Guid.Empty,
            Product = World.Rice,
            Purpose = PurchasePurpose.StaffWelfare,
            Origin = GoodsOrigin.OtherCounties,
            Adjusts = Month.Of(2026, 6),
            AsInMonthTable = true,
            By = [TotalsBy.Village, TotalsBy.Month],
        };

        var link = address.At("/ledger");
        var back = LedgerAddress.Read(new Uri("http://x" + link).Query, 2020);

        Assert.StartsWith("/ledger?month=2026-07&unit=ou_", link, StringComparison.Ordinal);
        Assert.Equal(address with { By = [] }, back with { By = [] });
        Assert.Equal(address.By, back.By);
        Assert.Equal("/assistance?year=2025", new LedgerAddress { Year = 2025 }.At("/assistance"));
    }

    [Fact]
    public void What_cannot_be_read_narrows_nothing()
    {
        var address = LedgerAddress.Read("?year=x&month=2026-13&unit=vil_1&village=%00&product=&purpose=FOOD&origin=1&adjusts=june&of=all&by=unit,colour,unit", 2026);

        Assert.Equal(new LedgerAddress { Year = 2026 }, address with { By = [] });
        Assert.Equal([TotalsBy.Unit], address.By);
    }
}
