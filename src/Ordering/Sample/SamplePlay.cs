using Commerce.Ordering.Cancel;
using Commerce.Ordering.Confirm;
using Commerce.Ordering.Create;
using Commerce.Ordering.Data;
using Commerce.Ordering.Decide;
using Commerce.Ordering.Dispatch;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Return;
using Commerce.Ordering.Sign;
using Commerce.Ordering.Weigh;
using Commerce.Platform.Files;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Sample;

/// <summary>Plays sample orders with made-up people at their own times.</summary>
internal sealed class SamplePlay(OrderingDbContext db, OutboxBell bell, OrderingOptions options, FileStore files, CancellationToken ct)
{
    private static readonly Guid Team = SampleId.Of("unit", "包保帮扶工作队");
    private readonly Clock clock = new();

    public async Task Run(Scene scene)
    {
        var buyer = Person(scene.UnitName, scene.UnitId, "申请人", Capability.OrderRequest);
        var keeper = Person(scene.UnitName, scene.UnitId, "保管员", Capability.OrderAccept);
        var second = Person(scene.UnitName, scene.UnitId, "采购员", Capability.OrderAccept);
        var supplier = Person("包保帮扶工作队", Team, "驻村队员", Capability.OrderSupply);

        clock.Now = scene.Start;
        var order = Made(await new CreateOrder.Handler(db, Once(buyer), buyer, clock).Handle(
            new(scene.Key("create"), scene.UnitId, null, scene.Purpose, [.. scene.Goods.Select(g => new LineAsked(g.Offer.Id, new AskedQuantity(g.Quantity.Value, g.Quantity.Unit)))], null, null, true),
            ct));
        if (scene.Until == Stop.Submitted)
        {
            return;
        }

        var approver = Person(scene.UnitName, scene.UnitId, "审批人", Capability.OrderApprove);
        clock.Now = scene.Start.AddHours(2);
        Made(await new DecideOrder.Handler(db, Once(approver), approver, clock).Handle(new(scene.Key("approve"), order, await Version(order), Decision.Approved, null), ct));
        clock.Now = scene.Start.AddHours(20);
        Made(await new ConfirmOrder.Handler(db, Once(supplier), supplier, clock).Handle(new(scene.Key("confirm"), order, await Version(order), null), ct));

        var parts = scene.InTwoParts && scene.Goods.Count > 1 ? 2 : 1;
        var lines = await db.Lines.AsNoTracking().Where(l => l.OrderId == order).OrderBy(l => l.Position).ToListAsync(ct);
        for (var part = 0; part < parts; part++)
        {
            List<OrderLine> sent = parts == 1 ? lines : [lines[part]];
            clock.Now = scene.Start.AddHours(30 + part);
            var delivery = Made(await new DispatchDelivery.Handler(db, Once(supplier), supplier, clock).Handle(
                new(scene.Key($"dispatch-{part}"), order, await Version(order), [.. sent.Select(l => Batch(l))]), ct));
            if (scene.Until == Stop.Dispatched)
            {
                return;
            }

            clock.Now = scene.Start.AddDays(3 + part);
            var acceptance = await Accept(scene, $"{part}", delivery, null, sent.Select((l, at) => Weighed(scene, l, scene.Rejects && at == 0, 0)), keeper, second);
            clock.Now = scene.Start.AddDays(5 + part);
            if (scene.Corrects && part == 0)
            {
                acceptance = await Accept(scene, "correction", delivery, acceptance, [Weighed(scene, sent[0], false, 1)], keeper, second);
            }

            if (scene.Returns && part == 0)
            {
                clock.Now = scene.Start.AddDays(7);
                var back = new Quantity(sent[0].SettleUnit.Dimension() == MeasureDimension.Mass ? 2_000_000 : 1_000, sent[0].SettleUnit);
                Made(await new ReturnGoods.Handler(db, Once(keeper), keeper, clock).Handle(
                    new(scene.Key("return"), acceptance, [new(sent[0].Id, null, null, new AskedQuantity(back.Value, back.Unit), null, null)], "品质不符，退回（示例）"), ct));
            }
        }

        if (await db.Orders.AnyAsync(o => o.Id == order && o.HasUndispatched, ct))
        {
            clock.Now = scene.Start.AddDays(8);
            Made(await new CancelOrder.Handler(db, Once(buyer), buyer, clock).Handle(new(scene.Key("cancel"), order, await Version(order), "余量不再需要（示例）"), ct));
        }
    }

    private async Task<Guid> Accept(Scene scene, string step, Guid delivery, Guid? corrects, IEnumerable<RecordAcceptance.Line> weighed, Actor first, Actor second)
    {
        var acceptance = Made(await new RecordAcceptance.Handler(db, Once(first), first, clock, files).Handle(
            new(scene.Key($"weigh-{step}"), delivery, [.. weighed], corrects), ct));
        clock.Now = clock.Now.AddMinutes(20);
        return Made(await new SignAcceptance.Handler(db, Once(second), second, clock, options).Handle(new(scene.Key($"sign-{step}"), acceptance, null), ct));
    }

    private DispatchDelivery.Line Batch(OrderLine line)
    {
        var day = clock.Now.DayInChina();
        var sold = new Quantity(line.OrderedMilli, line.SoldBy);
        return new(line.Id, new AskedQuantity(sold.Value, sold.Unit), $"{day:yyyyMMdd}-{line.Position + 1}", day.AddDays(-3), day.AddDays(90));
    }

    /// <summary>What the scales say; goods counted by the piece arrive whole.</summary>
    private static RecordAcceptance.Line Weighed(Scene scene, OrderLine line, bool rejects, int less)
    {
        var mass = line.SettleUnit.Dimension() == MeasureDimension.Mass;
        var unit = mass ? MeasureUnit.Kg : line.SettleUnit;
        const long hundredGrams = 100_000;
        var most = line.ExpectedMilli + line.ToleranceMilli;
        var arrived = line.CatchWeight && mass ? (long)(Math.Min(most, line.ExpectedMilli * scene.Arrived) / hundredGrams) * hundredGrams : line.ExpectedMilli;
        var step = mass ? 10 * hundredGrams : 1_000;
        var rejected = rejects && arrived > step ? step : 0;
        var net = arrived - rejected - (less * step);
        var tare = mass ? 20 * hundredGrams : 0;
        return new(
            line.Id,
            mass ? Asked(net + rejected + tare, unit) : null,
            mass ? Asked(tare, unit) : null,
            Asked(net, unit),
            rejected > 0 ? Asked(rejected, unit) : null,
            rejected > 0 ? "包装破损，当场拒收（示例）" : null);
    }

    private static AskedQuantity Asked(long milli, MeasureUnit unit) => new(new Quantity(milli, unit).Value, unit);

    private static Actor Person(string unitName, Guid unit, string role, string capability) => new(
        SampleId.Of("user", $"{unitName}{role}"),
        $"{unitName}{role}（示例）",
        [unit],
        new Dictionary<string, IReadOnlyCollection<Guid>> { [Capability.OrderRead] = [unit], [capability] = [unit] });

    private static Guid Made(Outcome outcome) => outcome.Id ?? throw new InvalidOperationException($"The sample order was refused: {outcome.Error?.English}");

    private Once Once(Actor actor) => new(actor, clock, bell);

    private Task<int> Version(Guid order) => db.Orders.Where(o => o.Id == order).Select(o => o.Version).SingleAsync(ct);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
