using Commerce.Contracts.Catalog;
using Commerce.Ordering.Dispatch;
using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

/// <summary>Goods are sent of a batch on record: chosen, never typed wrong, and never of one that was recalled.</summary>
public sealed class BatchSendingTests
{
    private static readonly Guid Rice = Guid.NewGuid();
    private static readonly DateOnly Made = new(2026, 6, 1);

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_delivery_keeps_the_batch_that_was_chosen_with_its_number_and_days(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var order = await Confirmed(world);
        var batch = await Known(world);

        Done(await Send(world, order, batch));

        var line = await world.Ask(db => db.DeliveryLines.AsNoTracking().SingleAsync());
        Assert.Equal((batch, "MD-7", Made, new DateOnly(2027, 6, 1)), (line.BatchId!.Value, line.Batch, line.ProducedOn!.Value, line.ExpiresOn!.Value));
    }

    [Fact]
    public async Task A_batch_of_other_goods_or_a_recalled_one_is_not_sent()
    {
        await using var world = await World.Create(DatabaseProvider.Sqlite);
        var order = await Confirmed(world);
        var other = await Known(world, product: Guid.NewGuid());
        var recalled = await Known(world, version: 2, withdrawn: new(2026, 6, 9));

        Assert.Equal(["lines", "0", "batchId"], Refused(ErrorCode.NotFound, await Send(world, order, other)).Path);
        Assert.Equal(["lines", "0", "batchId"], Refused(ErrorCode.NotFound, await Send(world, order, Guid.NewGuid())).Path);
        Assert.Contains("霉变", Refused(ErrorCode.StateNotAllowed, await Send(world, order, recalled)).Chinese, StringComparison.Ordinal);
        Assert.Empty(await world.Ask(db => db.DeliveryLines.ToListAsync()));
    }

    [Fact]
    public async Task An_older_word_about_a_batch_does_not_undo_a_recall_and_what_is_over_is_not_offered()
    {
        await using var world = await World.Create(DatabaseProvider.Sqlite);
        var recalled = await Known(world, version: 2, withdrawn: new(2026, 6, 9));
        await Known(world, id: recalled);
        await Known(world, number: "over", expires: new(2026, 6, 9));
        var later = await Known(world, number: "later", expires: new(2026, 7, 1));
        var today = await Known(world, number: "today", expires: new(2026, 6, 10));
        var endless = await Known(world, number: "endless", endless: true);

        var offered = await world.Ask(db => new BatchesToSend(db, world.Clock).Of([Rice], default));

        Assert.Equal([today, later, endless], offered.Select(b => b.Id));
        Assert.NotNull((await world.Ask(db => db.Batches.SingleAsync(b => b.Id == recalled))).WithdrawnOn);
    }

    private static async Task<Guid> Confirmed(World world)
    {
        var rice = await world.Offer(o => o with { ProductId = Rice });
        Done(await world.Budget(100_000));
        return await world.Confirmed((rice, 40, MeasureUnit.Jin));
    }

    private static async Task<Guid> Known(
        World world, Guid? id = null, Guid? product = null, int version = 1, string number = "MD-7", DateOnly? withdrawn = null, DateOnly? expires = null, bool endless = false)
    {
        var batch = id ?? Guid.NewGuid();
        await world.Learn(new BatchRecorded(
            batch, version, product ?? Rice, null, Guid.NewGuid(), Team, number, "ABCDEFGHJK", null, Made, endless ? null : expires ?? new(2027, 6, 1), withdrawn, withdrawn is null ? null : "霉变", true));
        return batch;
    }

    private static async Task<Outcome> Send(World world, Guid order, Guid batch)
    {
        var (version, line) = await world.Ask(async db => (await db.Orders.Where(o => o.Id == order).Select(o => o.Version).SingleAsync(), await db.Lines.Where(l => l.OrderId == order).Select(l => l.Id).SingleAsync()));
        return await world.Do(world.Supplier, (db, once, actor) => new DispatchDelivery.Handler(db, once, actor, world.Clock).Handle(
            new(world.Key(), order, version, [new(line, new(10, MeasureUnit.Jin), "typed", null, null, batch)]), default));
    }
}
