using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Ordering.Sample;

/// <summary>示例数据: budgets of this year and of the year before, in which the older sample orders lie.</summary>
internal static class SampleBudgets
{
    // 公路局 buys nothing in the sample, so that a first order can be followed to the fen: 10,000.00 − 544.32 = 9,455.68.
    private static readonly Guid Highways = SampleId.Of("unit", "公路局");

    public static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OrderingDbContext>();
        var year = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().DayInChina().Year;
        if (await db.Budgets.AnyAsync(ct))
        {
            return;
        }

        await db.InTransaction(
            async _ =>
            {
                var units = await db.Units.Where(u => u.Kind == "AFFILIATED_UNIT" || u.Kind == "GROUP_COMPANY" || u.Kind == "OFFICE").ToListAsync(ct);
                foreach (var unit in units)
                {
                    var (canteen, union) = unit.Kind == "OFFICE" ? (20_000m, 10_000m) : (120_000m, 60_000m);
                    foreach (var of in new[] { year - 1, year })
                    {
                        var first = unit.Id == Highways && of == year;
                        Add(db, unit.Id, of, FundingSource.CanteenBudget, first ? 10_000m : canteen);
                        Add(db, unit.Id, of, FundingSource.Union, first ? 20_000m : union);
                    }
                }

                return await db.SaveChangesAsync(ct);
            },
            ct);
    }

    private static void Add(OrderingDbContext db, Guid unit, int year, FundingSource fund, decimal limit) =>
        db.Budgets.Add(new Budget { UnitId = unit, Year = year, Fund = fund, LimitFen = Money.Of(limit).Fen });
}
