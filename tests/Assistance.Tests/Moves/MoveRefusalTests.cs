using Commerce.Assistance.Domain;
using Commerce.Assistance.Tests.Months;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;

namespace Commerce.Assistance.Tests.Moves;

public sealed class MoveRefusalTests
{
    [Fact]
    public async Task What_is_asked_wrongly_is_refused_and_changes_nothing()
    {
        await using var world = await MoveWorld.Create(DatabaseProvider.Sqlite);
        await world.SackOfRice();
        Refused(MoveErrors.Why, await world.Ask(world.Buyer, reason: " 错 "));
        Refused(MoveErrors.Why, await world.Ask(world.Buyer, reason: new string('错', 401)));
        Refused(MoveErrors.SameUnit, await world.Ask(world.Buyer, to: World.Highways));
        Refused(MoveErrors.NoSuchUnit, await world.Ask(world.Buyer, to: Guid.NewGuid()));
        Refused(MoveErrors.NoSuchPaper, await world.Ask(world.Buyer, number: "AC-2026-000009"));
        Refused(PlatformErrors.NotFound, await world.Ask(world.ThirdLeader, amount: 544.32m));
        Refused(PlatformErrors.Forbidden, await world.Ask(world.Auditor));
        var id = (await world.Ask(world.Buyer)).Id!.Value;
        Refused(MoveErrors.AskedAlready, await world.Ask(world.OtherBuyer, amount: 544.32m));

        Refused(PlatformErrors.NotFound, await world.Decide(world.ThirdLeader, id));
        Refused(PlatformErrors.Forbidden, await world.Decide(world.OtherBuyer, id));
        Refused(PlatformErrors.Forbidden, await world.Decide(world.Leader, id));
        Refused(MoveErrors.Why, await world.Decide(world.OtherLeader, id, agree: false, reason: "不"));
        Refused(MoveErrors.Why, await world.Decide(world.OtherLeader, id, reason: new string('好', 401)));
        Refused(PlatformErrors.NotFound, await world.Withdraw(world.ThirdLeader, id));
        Refused(PlatformErrors.Forbidden, await world.Withdraw(world.OtherBuyer, id));
        Refused(MoveErrors.Why, await world.Withdraw(world.Buyer, id, "错"));
        Assert.Null(await world.See(world.ThirdLeader, id));
        Assert.Single(await world.Entries());
        Assert.Equal(MoveState.Asked, (await world.See(world.Auditor, id))!.Move.State);
    }

    [Fact]
    public async Task Whoever_asked_never_decides_even_for_both_units()
    {
        await using var world = await MoveWorld.Create(DatabaseProvider.Sqlite);
        await world.SackOfRice();
        var both = World.Person("两边负责", [Capability.MoveRead, Capability.MoveAsk, Capability.AssistanceConfirm], World.Highways, World.Transport);
        var id = (await world.Ask(both)).Id!.Value;

        Refused(MoveErrors.OwnRequest, await world.Decide(both, id));
        Refused(MoveErrors.OwnRequest, await world.Decide(both, id, false, "不同意这样办"));
        Assert.Null(await world.Todo(both));
        (await world.Decide(world.OtherLeader, id)).Done();
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_refusal_and_a_withdrawal_post_nothing_stay_to_be_read_and_leave_the_place_free(DatabaseProvider provider)
    {
        await using var world = await MoveWorld.Create(provider);
        await world.SackOfRice();
        var refused = (await world.Ask(world.Buyer)).Id!.Value;
        (await world.Decide(world.OtherLeader, refused, false, "我们没有收到这批货")).Done();
        Refused(MoveErrors.NothingToDecide, await world.Decide(world.OtherLeader, refused));
        Refused(MoveErrors.NothingToDecide, await world.Withdraw(world.Buyer, refused));
        var withdrawn = (await world.Ask(world.Buyer)).Id!.Value;
        (await world.Withdraw(world.Leader, withdrawn)).Done();
        Refused(MoveErrors.NothingToDecide, await world.Decide(world.OtherLeader, withdrawn));

        Assert.Single(await world.Entries());
        Assert.Equal((MoveState.Refused, "我们没有收到这批货"), (await world.See(world.Buyer, refused))!.Move is var r ? (r.State, r.EndedReason) : default);
        Assert.Equal((MoveState.Withdrawn, "李审批"), (await world.See(world.OtherLeader, withdrawn))!.Move is var w ? (w.State, w.EndedByName) : default);
        Assert.Empty(await world.Lines(world.OtherLeader, withdrawn));
        await world.Moved();
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Nothing_moves_once_all_went_back_or_the_other_unit_is_no_more(DatabaseProvider provider)
    {
        await using var world = await MoveWorld.Create(provider);
        var rice = await world.SackOfRice();
        var id = (await world.Ask(world.Buyer)).Id!.Value;
        await world.Ledger.DeliverAll([new UnitRecorded(World.Transport, 2, "运输局", "AFFILIATED_UNIT", MonthWorld.Department, false, new(2026, 8, 1))]);
        Refused(MoveErrors.NoSuchUnit, await world.Decide(world.OtherLeader, id));
        await world.Ledger.DeliverAll([new UnitRecorded(World.Transport, 3, "运输局", "AFFILIATED_UNIT", MonthWorld.Department, false), rice.Returned(48.6m, World.On(2026, 7, 5))]);
        Refused(MoveErrors.NothingLeft, await world.Decide(world.OtherLeader, id));

        Assert.Equal(2, (await world.Entries()).Count);
        Refused(MoveErrors.NothingLeft, await world.Ask(world.Buyer));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Agreed_to_twice_at_once_it_moves_once(DatabaseProvider provider)
    {
        await using var world = await MoveWorld.Create(provider);
        await world.SackOfRice();
        var id = (await world.Ask(world.Buyer)).Id!.Value;

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Decide(world.OtherLeader, id))));

        Assert.Single(all, o => o.Error is null);
        Assert.All(all.Where(o => o.Error is not null), o => Assert.Equal(MoveErrors.NothingToDecide.English, o.Error!.English));
        Assert.Equal(3, (await world.Entries()).Count);
        Assert.Equal((0, 0, null), await world.Proved());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_return_at_the_very_moment_of_agreeing_comes_wholly_before_or_wholly_after(DatabaseProvider provider)
    {
        await using var world = await MoveWorld.Create(provider);
        var rice = await world.SackOfRice();
        var id = (await world.Ask(world.Buyer)).Id!.Value;
        var back = rice.Returned(5m, World.On(2026, 8, 1));

        await Task.WhenAll(Task.Run(async () => (await world.Decide(world.OtherLeader, id)).Done()), Task.Run(() => world.Ledger.DeliverAll([back])));
        await world.State(-56m, 1, "2026-08");

        Assert.Equal((0L, 488_32L), (await world.Net(World.Highways), await world.Net(World.Transport)));
        Assert.Contains((await world.Entries()).Count, new[] { 4, 6 });
        Assert.Equal((0, 0, null), await world.Proved());
    }

    private static void Refused(Error expected, Outcome outcome) => Assert.Equal(expected.English, outcome.Error?.English);
}
