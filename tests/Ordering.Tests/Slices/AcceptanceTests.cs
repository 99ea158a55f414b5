using Commerce.Contracts.Ordering;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Weigh;
using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

public sealed class AcceptanceTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_people_sign_and_neither_ordered(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        var buys = Someone("又买又收", Unit, Capability.OrderRequest, Capability.OrderAccept);
        var order = Done(await world.Order([(rice, 10, MeasureUnit.Jin)], by: buys));
        Done(await world.Decide(order));
        Done(await world.Confirm(order));
        var delivery = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
        var line = (await world.LineIds(order))[0];

        Refused(ErrorCode.SamePerson, await world.Weigh(delivery, [Net(line, 10)], by: buys));
        Refused(ErrorCode.Forbidden, await world.Weigh(delivery, [Net(line, 10)], by: world.Approver));
        Refused(ErrorCode.NotFound, await world.Weigh(delivery, [Net(line, 10)], by: Someone("外单位", Other, Capability.OrderAccept)));
        var acceptance = Done(await world.Weigh(delivery, [Net(line, 10)]));
        Refused(ErrorCode.SamePerson, await world.Sign(acceptance, by: world.Keeper));
        Refused(ErrorCode.SamePerson, await world.Sign(acceptance, by: buys));
        Assert.Empty(await world.Events<GoodsAccepted>());
        Done(await world.Sign(acceptance));
        Refused(ErrorCode.StateNotAllowed, await world.Sign(acceptance, by: Someone("第三人", Unit, Capability.OrderAccept)));

        Assert.Single(await world.Events<GoodsAccepted>());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Somebody_of_the_superior_unit_may_stand_in_and_is_named(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        var order = await world.Confirmed((rice, 10, MeasureUnit.Jin));
        var delivery = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
        var acceptance = Done(await world.Weigh(delivery, [Net((await world.LineIds(order))[0], 10)]));
        var superior = new Actor(
            Guid.NewGuid(), "厅机关保管员", [Department],
            new Dictionary<string, IReadOnlyCollection<Guid>> { [Capability.OrderRead] = [Department, Unit], [Capability.OrderAccept] = [Department, Unit] });

        Done(await world.Sign(acceptance, by: superior));

        await using var db = world.Open();
        var signatures = await db.Signatures.OrderBy(s => s.Position).ToListAsync();
        Assert.Equal([null, "省交通运输厅代公路局"], signatures.Select(s => s.OnBehalfOf));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_signature_repeated_with_its_key_counts_once_also_when_both_come_together(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        var order = await world.Confirmed((rice, 10, MeasureUnit.Jin));
        var delivery = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
        var acceptance = Done(await world.Weigh(delivery, [Net((await world.LineIds(order))[0], 10)]));

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Sign(acceptance, key: "sign"))));

        Assert.All(both, o => Assert.Equal(acceptance, Done(o)));
        Assert.Single(await world.Events<GoodsAccepted>());
        Assert.Equal(56m, (await world.BudgetNow()).Spent);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_different_second_signatures_together_count_once(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        var order = await world.Confirmed((rice, 10, MeasureUnit.Jin));
        var delivery = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
        var acceptance = Done(await world.Weigh(delivery, [Net((await world.LineIds(order))[0], 10)]));

        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => world.Sign(acceptance, by: Someone($"验收人{i}", Unit, Capability.OrderAccept)))));

        Assert.Single(both, o => o.Error is null);
        Assert.Equal(56m, (await world.BudgetNow()).Spent);
        Assert.Single(await world.Events<GoodsAccepted>());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_month_is_cut_at_midnight_in_China_by_the_server(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        var order = await world.Confirmed((rice, 20, MeasureUnit.Jin));
        var first = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
        var second = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
        var line = (await world.LineIds(order))[0];
        var (a, b) = (Done(await world.Weigh(first, [Net(line, 10)])), Done(await world.Weigh(second, [Net(line, 10)])));

        world.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 30, 15, 59, 59, TimeSpan.Zero));
        Done(await world.Sign(a));
        world.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 30, 16, 0, 0, TimeSpan.Zero));
        Done(await world.Sign(b));

        Assert.Equal(["2026-06", "2026-07"], (await world.Events<GoodsAccepted>()).Select(e => e.Month));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Scales_must_add_up_rejects_need_a_reason_and_too_much_is_refused(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        var order = await world.Confirmed((rice, 100, MeasureUnit.Jin));
        var delivery = Done(await world.Dispatch(order, (0, 100, MeasureUnit.Jin, null)));
        var line = (await world.LineIds(order))[0];
        RecordAcceptance.Line Of(decimal? gross, decimal? tare, decimal net, decimal? rejected, string? reason = null) => new(
            line, gross is { } g ? new(g, MeasureUnit.Kg) : null, tare is { } t ? new(t, MeasureUnit.Kg) : null, new(net, MeasureUnit.Kg), rejected is { } r ? new(r, MeasureUnit.Jin) : null, reason);

        Refused(ErrorCode.Invalid, await world.Weigh(delivery, [Of(50, 1, 48, null)]));
        Refused(ErrorCode.Invalid, await world.Weigh(delivery, [Of(null, 1, 48, null)]));
        Refused(ErrorCode.Invalid, await world.Weigh(delivery, [Of(50, 1, 48, 2)]));
        Refused(ErrorCode.Invalid, await world.Weigh(delivery, [Of(null, null, -1, null)]));
        Refused(ErrorCode.WeightOutOfTolerance, await world.Weigh(delivery, [Of(null, null, 51.6m, null)]));
        Refused(ErrorCode.WeightOutOfTolerance, await world.Weigh(delivery, [Of(null, null, 51m, 1.1m, "霉变")]));
        Refused(ErrorCode.Invalid, await world.Weigh(delivery, [Net(line, 1, MeasureUnit.Bag)]));
        Refused(ErrorCode.NotFound, await world.Weigh(delivery, [Net(line, 1), Net(Guid.NewGuid(), 1)]));
        var acceptance = Done(await world.Weigh(delivery, [Of(50, 1, 48, 2, "霉变")]));
        Done(await world.Sign(acceptance));

        var accepted = (await world.Read(order)).Lines[0];
        Assert.Equal((48_000_000L, 1_000_000L, 53_760L), (accepted.AcceptedMilli, accepted.RejectedMilli, accepted.SettledFen));
        Assert.Equal(OrderStatus.PartlyAccepted, (await world.Read(order)).Status);
        Assert.Equal((10_000m, 22.40m, 537.60m, 9_440m), await world.BudgetNow());
        Done(await world.Cancel(order));
        Assert.Equal(OrderStatus.Accepted, (await world.Read(order)).Status);
        Assert.Equal((10_000m, 0m, 537.60m, 9_462.40m), await world.BudgetNow());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Weight_within_the_tolerance_but_above_the_budget_is_refused(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(560m));
        var rice = await world.Offer();
        var order = await world.Confirmed((rice, 100, MeasureUnit.Jin));
        var delivery = Done(await world.Dispatch(order, (0, 100, MeasureUnit.Jin, null)));
        var acceptance = Done(await world.Weigh(delivery, [Net((await world.LineIds(order))[0], 103)]));

        var refusal = Refused(ErrorCode.BudgetExceeded, await world.Sign(acceptance));
        Done(await world.Budget(576.80m));
        Done(await world.Sign(acceptance));

        Assert.Equal(("56000", "56000"), (refusal.Facts!["limitFen"], refusal.Facts["usedFen"]));
        Assert.Equal((576.80m, 0m, 576.80m, 0m), await world.BudgetNow());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_bag_has_no_weight_pricing(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var flour = await world.Offer(Bags, stock: 100);
        Refused(ErrorCode.Invalid, await world.Order([(flour, 10, MeasureUnit.Kg)]));
        Refused(ErrorCode.Invalid, await world.Order([(flour, 1.5m, MeasureUnit.Bag)]));
        var order = await world.Confirmed((flour, 10, MeasureUnit.Bag));
        var delivery = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Bag, null)));
        var line = (await world.LineIds(order))[0];

        Refused(ErrorCode.Invalid, await world.Weigh(delivery, [Net(line, 49.2m, MeasureUnit.Kg)]));
        Refused(ErrorCode.WeightOutOfTolerance, await world.Weigh(delivery, [Net(line, 11, MeasureUnit.Bag)]));
        var acceptance = Done(await world.Weigh(delivery, [Net(line, 9, MeasureUnit.Bag)]));
        Done(await world.Sign(acceptance));

        Assert.Equal((38_250L, OrderStatus.PartlyAccepted), ((await world.Read(order)).SettledFen, (await world.Read(order)).Status));
        Assert.Equal(382.50m, Assert.Single((await world.Events<GoodsAccepted>())[0].Lines).Amount);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Pheasants_sold_by_the_piece_settle_by_weight(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var pheasant = await world.Offer(
            o => o with { ProductName = "山鸡", SoldBy = "PIECE", NominalContent = 2.2m, NominalUnit = "JIN", Price = 30m, PricedBy = "JIN", TolerancePercent = 10 }, stock: 50);
        var order = await world.Confirmed((pheasant, 10, MeasureUnit.Piece));
        Assert.Equal(660m, (await world.BudgetNow()).Reserved);
        var delivery = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Piece, null)));
        var line = (await world.LineIds(order))[0];

        Refused(ErrorCode.Invalid, await world.Weigh(delivery, [Net(line, 10, MeasureUnit.Piece)]));
        var acceptance = Done(await world.Weigh(delivery, [Net(line, 21.4m)]));
        Done(await world.Sign(acceptance));

        Assert.Equal((10_000m, 0m, 642m, 9_358m), await world.BudgetNow());
        Assert.Equal((40m, 0m), await world.StockNow(pheasant));
        Assert.Equal(OrderStatus.Accepted, (await world.Read(order)).Status);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Parts_come_in_batches_and_the_rest_can_be_cancelled(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var (rice, flour) = (await world.Offer(), await world.Offer(Bags, stock: 20));
        var order = await world.Confirmed((rice, 100, MeasureUnit.Jin), (flour, 10, MeasureUnit.Bag));
        var lines = await world.LineIds(order);

        Refused(ErrorCode.WeightOutOfTolerance, await world.Dispatch(order, (0, 60, MeasureUnit.Jin, "A"), (0, 44, MeasureUnit.Jin, "B")));
        var first = Done(await world.Dispatch(order, (0, 25, MeasureUnit.Jin, "A"), (0, 10, MeasureUnit.Kg, "B")));
        Assert.Equal(OrderStatus.Dispatched, (await world.Read(order)).Status);
        Assert.Equal((1_955m, 55m), await world.StockNow(rice));
        var accepted = Done(await world.Weigh(first, [Net(lines[0], 45)]));
        Done(await world.Sign(accepted));
        Assert.Equal(OrderStatus.PartlyAccepted, (await world.Read(order)).Status);
        Assert.Equal((10_000m, 733m, 252m, 9_015m), await world.BudgetNow());
        var second = Done(await world.Dispatch(order, (0, 20, MeasureUnit.Jin, "C")));
        Done(await world.Cancel(order));
        Assert.Equal((10_000m, 112m, 252m, 9_636m), await world.BudgetNow());
        Assert.Equal((20m, 0m), await world.StockNow(flour));
        Refused(ErrorCode.StateNotAllowed, await world.Dispatch(order, (1, 1, MeasureUnit.Bag, null)));
        Refused(ErrorCode.StateNotAllowed, await world.Cancel(order));
        Done(await world.Sign(Done(await world.Weigh(second, [Net(lines[0], 15)]))));

        var done = await world.Read(order);
        Assert.Equal(OrderStatus.Accepted, done.Status);
        Assert.Equal((30_000_000L, 20_000_000L), (done.Lines[0].AcceptedMilli, done.Lines[0].CancelledMilli));
        Assert.Equal((10_000m, 0m, 336m, 9_664m), await world.BudgetNow());
        Assert.Equal((1_935m, 0m), await world.StockNow(rice));
        Assert.Single(await world.Events<OrderCancelled>());
        await using var db = world.Open();
        Assert.Equal(["A", "B", "C"], await db.DeliveryLines.OrderBy(l => l.Batch).Select(l => l.Batch).ToListAsync());
        Assert.Equal(-65_000_000L / 2, await db.StockMovements.Where(m => m.DeliveryId != null).SumAsync(m => m.DeltaMilli));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_correction_states_only_the_difference_down_and_up(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var (rice, millet) = (await world.Offer(), await world.Offer(o => o with { ProductName = "小米", Price = 7.33m }));
        var order = await world.Confirmed((rice, 100, MeasureUnit.Jin), (millet, 10, MeasureUnit.Jin));
        var delivery = Done(await world.Dispatch(order, (0, 100, MeasureUnit.Jin, null), (1, 10, MeasureUnit.Jin, null)));
        var lines = await world.LineIds(order);
        Refused(ErrorCode.Invalid, await world.Weigh(delivery, [Net(lines[0], 97.2m)]));
        var first = Done(await world.Weigh(delivery, [Net(lines[0], 97.2m), Net(lines[1], 10)]));
        Done(await world.Sign(first));

        Refused(ErrorCode.StateNotAllowed, await world.Weigh(delivery, [Net(lines[0], 96)]));
        var down = Done(await world.Weigh(delivery, [Net(lines[0], 96)], corrects: first));
        Refused(ErrorCode.StateNotAllowed, await world.Weigh(delivery, [Net(lines[0], 95)], corrects: first));
        Done(await world.Sign(down));
        var up = Done(await world.Weigh(delivery, [Net(lines[0], 98)], corrects: down));
        Refused(ErrorCode.StateNotAllowed, await world.Weigh(delivery, [Net(lines[0], 98)], corrects: first));
        Done(await world.Sign(up));

        var stated = await world.Events<GoodsAccepted>();
        Assert.Equal([null, first, down], stated.Select(e => e.CorrectsId));
        Assert.Equal([-6.72m, 11.20m], stated.Skip(1).Select(e => Assert.Single(e.Lines).Amount));
        Assert.Equal([-1.2m, 2m], stated.Skip(1).Select(e => e.Lines[0].Quantity));
        Assert.Equal(stated[0].Lines[0].LineId, stated[1].Lines[0].OriginalLineId);
        Assert.Equal(stated[1].Lines[0].LineId, stated[2].Lines[0].OriginalLineId);
        Assert.Equal((10_000m, 0m, 622.10m, 9_377.90m), await world.BudgetNow());
        var total = (await world.Events<AcceptedTotalsStated>())[^1];
        Assert.Equal((622.10m, 4, 3L), (total.Amount, total.Lines, total.Statement));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_unsigned_weighing_can_be_replaced_and_never_counts(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var rice = await world.Offer();
        var order = await world.Confirmed((rice, 10, MeasureUnit.Jin));
        var delivery = Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
        var line = (await world.LineIds(order))[0];
        var wrong = Done(await world.Weigh(delivery, [Net(line, 9)]));

        Refused(ErrorCode.StateNotAllowed, await world.Weigh(delivery, [Net(line, 10)]));
        var right = Done(await world.Weigh(delivery, [Net(line, 10)], corrects: wrong));
        Refused(ErrorCode.StateNotAllowed, await world.Sign(wrong));
        Done(await world.Sign(right));

        var stated = Assert.Single(await world.Events<GoodsAccepted>());
        Assert.Equal((right, (Guid?)null, 56m), (stated.AcceptanceId, stated.CorrectsId, stated.Lines[0].Amount));
    }
}
