using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

public sealed class SendBackTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_was_weighed_can_be_sent_back_and_weighed_again_and_then_counts_once(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var (order, delivery, line) = await OnTheWay(world);
        var first = Done(await world.Weigh(delivery, [Net(line, 97.2m)]));

        Done(await world.SendBack(first));

        Refused(ErrorCode.StateNotAllowed, await world.Sign(first));
        var second = Done(await world.Weigh(delivery, [Net(line, 97m)]));
        Done(await world.Sign(second));
        Assert.Equal(543_20, (await world.Read(order)).SettledFen);
        Refused(ErrorCode.StateNotAllowed, await world.SendBack(second));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Sending_back_needs_a_reason_and_the_right_and_is_not_the_orderers(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var (_, delivery, line) = await OnTheWay(world);
        var acceptance = Done(await world.Weigh(delivery, [Net(line, 97.2m)]));

        Assert.Equal(["reason"], Refused(ErrorCode.Invalid, await world.SendBack(acceptance, reason: " ")).Path!);
        Refused(ErrorCode.Forbidden, await world.SendBack(acceptance, world.Approver));
        Refused(ErrorCode.NotFound, await world.SendBack(acceptance, Someone("外人", Other, Platform.People.Capability.OrderAccept)));
        Refused(ErrorCode.Forbidden, await world.SendBack(acceptance, world.Buyer));
        Done(await world.Sign(acceptance));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_orderer_who_may_also_accept_can_not_send_back_either(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var order = Done(await world.Order([(await world.Offer(), 100, MeasureUnit.Jin)], by: world.Purchaser));
        Done(await world.Decide(order));
        Done(await world.Confirm(order));
        var delivery = Done(await world.Dispatch(order, (0, 100, MeasureUnit.Jin, null)));
        var acceptance = Done(await world.Weigh(delivery, [Net((await world.LineIds(order))[0], 97.2m)]));

        Refused(ErrorCode.SamePerson, await world.SendBack(acceptance));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_correction_sent_back_leaves_the_acceptance_as_it_was(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var (order, delivery, acceptance, line) = await world.Accepted(await world.Offer(), 100, MeasureUnit.Jin, 48.6m, MeasureUnit.Kg);
        var correction = Done(await world.Weigh(delivery, [Net(line, 96m)], acceptance));

        Done(await world.SendBack(correction));

        Assert.Equal(544_32, (await world.Read(order)).SettledFen);
        Assert.Equal(DeliveryState.Accepted, await world.Ask(async db => (await db.Deliveries.FindAsync(delivery))!.State));
        Done(await world.Weigh(delivery, [Net(line, 97m)], acceptance));
    }

    private static async Task<(Guid Order, Guid Delivery, Guid Line)> OnTheWay(World world)
    {
        Done(await world.Budget(10_000m));
        var order = await world.Confirmed((await world.Offer(), 100, MeasureUnit.Jin));
        return (order, Done(await world.Dispatch(order, (0, 100, MeasureUnit.Jin, null))), (await world.LineIds(order))[0]);
    }
}
