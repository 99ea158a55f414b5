using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

public sealed class PurchaseListTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_list_is_kept_written_anew_and_dropped(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var (rice, flour) = (await world.Offer(), await world.Offer(Bags));
        var id = Done(await world.SaveList(" 每周主食 ", [(rice, 50, MeasureUnit.Kg), (flour, 2, MeasureUnit.Bag)]));
        var list = Assert.Single(await world.Lists());
        Assert.Equal(("每周主食", "申请人"), (list.Name, list.SavedByName));
        Assert.Equal([("明东大米", new Quantity(50_000_000, MeasureUnit.Kg)), ("小冰麦面粉", new Quantity(2_000, MeasureUnit.Bag))], list.Lines.Select(l => (l.ProductName, l.Quantity)));

        Done(await world.SaveList("每周主食", [(flour, 3, MeasureUnit.Bag)], id, list.Version));
        var anew = Assert.Single(await world.Lists());
        Assert.Equal([flour], anew.Lines.Select(l => l.OfferId));
        Refused(ErrorCode.VersionStale, await world.SaveList("每周主食", [(rice, 1, MeasureUnit.Jin)], id, list.Version));
        Refused(ErrorCode.VersionStale, await world.DropList(id, list.Version));

        Done(await world.DropList(id, anew.Version));
        Assert.Empty(await world.Lists());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_name_stands_once_per_unit_and_the_same_key_saves_once(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var rice = await world.Offer();
        var first = Done(await world.SaveList("主食", [(rice, 10, MeasureUnit.Jin)], key: "once"));
        Assert.Equal(first, Done(await world.SaveList("主食", [(rice, 10, MeasureUnit.Jin)], key: "once")));
        Refused(ErrorCode.StateNotAllowed, await world.SaveList("主食", [(rice, 10, MeasureUnit.Jin)]));

        var other = Someone("外单位采购", Other, Capability.OrderRequest);
        Done(await world.SaveList("主食", [(rice, 10, MeasureUnit.Jin)], by: other, unit: Other));
        Assert.Single(await world.Lists());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Another_units_list_is_as_if_it_were_not_there(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var rice = await world.Offer();
        var id = Done(await world.SaveList("主食", [(rice, 10, MeasureUnit.Jin)]));
        var other = Someone("外单位采购", Other, Capability.OrderRequest);

        Assert.Empty(await world.Lists(other));
        Assert.Empty(await world.Lists(world.Approver));
        Refused(ErrorCode.NotFound, await world.DropList(id, 1, other));
        Refused(ErrorCode.NotFound, await world.DropList(id, 1, world.Approver));
        Refused(ErrorCode.NotFound, await world.SaveList("主食", [(rice, 1, MeasureUnit.Jin)], id, 1, other, Other));
        Refused(ErrorCode.NotFound, await world.SaveList("主食", [(rice, 1, MeasureUnit.Jin)], by: other));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_could_not_be_ordered_is_not_kept(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var rice = await world.Offer();

        Refused(ErrorCode.Invalid, await world.SaveList(" ", [(rice, 10, MeasureUnit.Jin)]));
        Refused(ErrorCode.Invalid, await world.SaveList(new string('长', 61), [(rice, 10, MeasureUnit.Jin)]));
        Refused(ErrorCode.Invalid, await world.SaveList("空", []));
        Refused(ErrorCode.Invalid, await world.SaveList("两次", [(rice, 10, MeasureUnit.Jin), (rice, 5, MeasureUnit.Jin)]));
        Refused(ErrorCode.Invalid, await world.SaveList("半斤", [(rice, 0.5m, MeasureUnit.Jin)]));
        Refused(ErrorCode.Invalid, await world.SaveList("袋", [(rice, 1, MeasureUnit.Bag)]));
        Refused(ErrorCode.NotFound, await world.SaveList("没有", [(Guid.NewGuid(), 10, MeasureUnit.Jin)]));
        Assert.Empty(await world.Lists());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_who_take_the_same_name_at_once_are_told_so(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var rice = await world.Offer();
        Done(await world.SaveList("先有一张", [(rice, 10, MeasureUnit.Jin)]));

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.SaveList("主食", [(rice, 10, MeasureUnit.Jin)]))));

        Assert.Single(all, o => o.Error is null);
        Assert.All(all.Where(o => o.Error is not null), o => Assert.Equal(ErrorCode.StateNotAllowed, o.Error!.Code));
    }
}
