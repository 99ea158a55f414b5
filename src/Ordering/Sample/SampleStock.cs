using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Ordering.Sample;

/// <summary>示例数据: something on every shelf.</summary>
internal static class SampleStock
{
    public static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OrderingDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        if (await db.StockMovements.AnyAsync(ct))
        {
            return;
        }

        await db.InTransaction(
            async _ =>
            {
                foreach (var stock in await db.Stocks.ToListAsync(ct))
                {
                    var mass = stock.Unit.Dimension() == MeasureDimension.Mass;
                    stock.OnHandMilli = (mass ? Quantity.Of(2000, MeasureUnit.Jin) : Quantity.Of(500, stock.Unit)).Milli;
                    stock.LowMilli = (mass ? Quantity.Of(100, MeasureUnit.Jin) : Quantity.Of(20, stock.Unit)).Milli;
                    db.StockMovements.Add(new StockMovement
                    {
                        OfferId = stock.OfferId,
                        DeltaMilli = stock.OnHandMilli,
                        Reason = "期初库存（示例数据）",
                        ById = SampleId.Of("user", "示例库存"),
                        ByName = "示例数据",
                        At = now,
                    });
                }

                await db.SaveChangesAsync(ct);
                foreach (var offer in await db.Stocks.Select(s => s.OfferId).ToListAsync(ct))
                {
                    await db.StateStock(offer, now, ct);
                }

                return await db.SaveChangesAsync(ct);
            },
            ct);
    }
}
