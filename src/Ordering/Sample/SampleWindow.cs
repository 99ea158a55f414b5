using Commerce.Ordering.Data;
using Commerce.Ordering.Windows;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Ordering.Sample;

/// <summary>示例数据: a window of the work team that is open for a week, so that there is something to join at the first look.</summary>
internal static class SampleWindow
{
    private const int Kinds = 4;

    public static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OrderingDbContext>();
        if (await db.Windows.AnyAsync(ct))
        {
            return;
        }

        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        var now = clock.GetUtcNow();
        var team = SampleId.Of("unit", "包保帮扶工作队");
        var offers = await db.Offers.AsNoTracking().Where(o => o.SupplyUnitId == team && o.VillageId != null && o.BuyerGroup == Domain.BuyerGroup.DepartmentCanteen)
            .OrderBy(o => o.ProductName).ThenBy(o => o.Id).ToListAsync(ct);
        var priced = await db.OffersAt(offers.ConvertAll(o => o.Id), now, ct);
        var goods = offers.Where(o => o.IsValid(now) && priced[o.Id].Price is not null).Take(Kinds).Select(o => new OpenWindow.GoodsAsked(o.Id, null)).ToList();
        if (goods.Count == 0)
        {
            return;
        }

        var today = now.DayInChina();
        var actor = Actor.OfProgram(Capability.OrderSupply, team);
        var once = new Once(actor, clock, scope.ServiceProvider.GetRequiredService<OutboxBell>());
        var opened = await new OpenWindow.Handler(db, once, actor, clock).Handle(
            new("sample-window", $"{today.Month} 月两村土特产征订（示例）", goods, null, today.AddDays(7), today.AddDays(10), today.AddDays(11), new AskedMoney(3_000m, "CNY")), ct);
        if (opened.Error is { } refused)
        {
            throw new InvalidOperationException($"The sample window was refused: {refused.English}");
        }
    }
}
