using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.SampleData;

/// <summary>示例数据: a few batches, of which one is nearly over and one was recalled.</summary>
internal sealed class SampleBatches(CatalogDbContext db, TimeProvider clock)
{
    private static readonly (string Good, string Number, int MadeDaysAgo, int GoodForDays, decimal Amount, MeasureUnit Unit, string Place, string? Recalled)[] All =
    [
        ("明东大米", "MD-示例-01", 40, 365, 1200, MeasureUnit.Kg, "明东村北甸子", null),
        ("明东大米", "MD-示例-02", 9, 365, 800, MeasureUnit.Kg, "明东村东甸子", null),
        ("人参饮料", "RS-示例-01", 345, 360, 600, MeasureUnit.Piece, "一车间", null),
        ("芍药花茶", "SY-示例-01", 60, 360, 300, MeasureUnit.Box, "明东芍药园", "包装封口不严（示例）"),
    ];

    public Task Load(CancellationToken ct) => db.InTransaction(
        async _ =>
        {
            if (await db.Batches.AnyAsync(ct))
            {
                return 0;
            }

            var now = clock.GetUtcNow();
            foreach (var sample in All)
            {
                var id = SampleId.Of("product", sample.Good);
                if (await db.Products.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } product)
                {
                    continue;
                }

                var made = now.DayInChina().AddDays(-sample.MadeDaysAgo);
                var batch = new Batch
                {
                    Id = SampleId.Of("batch", sample.Number),
                    Serial = await db.NextNumber("batch", ct),
                    ProductId = product.Id,
                    ProducerId = product.ProducerId,
                    Code = Batch.NewCode(),
                    RecordedAt = now,
                    Sample = true,
                };
                Sound(batch.Say(new(sample.Number, null, made, made.AddDays(sample.GoodForDays), Quantity.Of(sample.Amount, sample.Unit), sample.Place, null), now.DayInChina()).Error);
                if (sample.Recalled is { } reason)
                {
                    Sound(batch.Withdraw(reason, now).Error);
                }

                db.Add(batch);
                await db.State(batch, await db.Producers.Where(p => p.Id == product.ProducerId).Select(p => p.SupplyUnitId).SingleAsync(ct), now, ct);
            }

            return await db.SaveChangesAsync(ct);
        },
        ct);

    private static void Sound(Error? wrong)
    {
        if (wrong is not null)
        {
            throw new InvalidOperationException($"A sample batch is refused: {wrong.English}");
        }
    }
}
