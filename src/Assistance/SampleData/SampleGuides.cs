using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Contracts.Assistance;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Assistance.SampleData;

/// <summary>Guide figures of a few sample units for the current year (示例数据), one of them without a base.</summary>
internal static class SampleGuides
{
    private static readonly (string Unit, decimal? Target)[] Guides =
    [
        ("服务中心", 120_000m), ("运输局", 60_000m), ("高建局", 50_000m), ("设计院", 45_000m), ("科研所", 30_000m), ("驻京办", null),
    ];

    public static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<AssistanceDbContext>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await db.InTransaction(
            async _ =>
            {
                if (await db.Commitments.AnyAsync(c => c.Target != null, ct))
                {
                    return 0;
                }

                foreach (var (unit, target) in Guides)
                {
                    await Add(db, SampleId.Of("unit", unit), target, now, ct);
                }

                return await db.SaveChangesAsync(ct);
            },
            ct);
    }

    private static async Task Add(AssistanceDbContext db, Guid unitId, decimal? target, DateTimeOffset now, CancellationToken ct)
    {
        var year = now.DayInChina().Year;
        var commitment = await db.CommitmentOf(year, unitId, now, ct);
        if (target is { } yuan)
        {
            commitment.Set(Money.Of(yuan), "示例数据", new(year, 1, 1), SampleId.Of("person", "周主任"), "周主任", now);
            db.Publish(new CommitmentChanged(commitment.Id, commitment.Version + 1, year, unitId, yuan), now);
        }
    }
}
