using Commerce.Organisations.Domain;
using Xunit;

namespace Commerce.Organisations.Tests.Domain;

public sealed class CanteenTests
{
    private static readonly DateOnly Monday = new(2026, 6, 15);
    private static readonly DateOnly Tuesday = new(2026, 6, 16);

    private readonly Guid bureau = Guid.NewGuid();
    private readonly Guid office = Guid.NewGuid();
    private readonly Canteen canteen = new() { Id = Guid.NewGuid(), Name = "公路局食堂" };

    [Fact]
    public void What_held_before_a_change_stays_on_record()
    {
        Assert.False(canteen.Run(bureau, CanteenModel.Own, null, [], Monday).Failed);
        Assert.False(canteen.Run(office, CanteenModel.Shared, null, [bureau], Tuesday).Failed);

        Assert.Equal((bureau, CanteenModel.Own), (canteen.TermOn(Monday)!.UnitId, canteen.TermOn(Monday)!.Model));
        Assert.Equal((office, CanteenModel.Shared), (canteen.TermOn(Tuesday)!.UnitId, canteen.TermOn(Tuesday)!.Model));
        Assert.Equal([bureau], canteen.ServedOn(Monday));
        Assert.Equal(2, canteen.ServedOn(Tuesday).Count);
    }

    [Fact]
    public void A_second_change_on_the_same_day_corrects_the_first()
    {
        canteen.Run(bureau, CanteenModel.Own, null, [office], Monday);
        canteen.Run(bureau, CanteenModel.Outsourced, "示例餐饮公司", [], Monday);

        Assert.Equal(CanteenModel.Outsourced, Assert.Single(canteen.Terms).Model);
        Assert.Equal([bureau], canteen.ServedOn(Monday));
    }

    [Fact]
    public void A_unit_that_left_and_came_back_on_the_same_day_never_left()
    {
        canteen.Run(bureau, CanteenModel.Own, null, [office], Monday);
        canteen.Run(bureau, CanteenModel.Own, null, [], Tuesday);
        canteen.Run(bureau, CanteenModel.Own, null, [office], Tuesday);

        Assert.Equal(2, canteen.Served.Count);
        Assert.Contains(office, canteen.ServedOn(Tuesday));
    }

    [Fact]
    public void An_outsourced_canteen_names_its_contractor_and_no_other_does()
    {
        Assert.Equal(OrganisationsErrors.Contractor, canteen.Run(bureau, CanteenModel.Outsourced, " ", [], Monday).Error);
        Assert.Equal(OrganisationsErrors.Contractor, canteen.Run(bureau, CanteenModel.Own, "示例餐饮公司", [], Monday).Error);
    }

    [Fact]
    public void A_shared_canteen_serves_at_least_two_units()
    {
        Assert.Equal(OrganisationsErrors.SharedByOne, canteen.Run(bureau, CanteenModel.Shared, null, [bureau], Monday).Error);
    }

    [Fact]
    public void Where_there_is_no_canteen_nobody_is_served()
    {
        Assert.Equal(OrganisationsErrors.NobodyEatsThere, canteen.Run(bureau, CanteenModel.None, null, [office], Monday).Error);
        Assert.False(canteen.Run(bureau, CanteenModel.None, null, [], Monday).Failed);
        Assert.Empty(canteen.ServedOn(Monday));
    }
}
