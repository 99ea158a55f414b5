using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Ordering.Sample;

/// <summary>示例数据: one unit with rules of its own, so that levels and a procurement limit can be looked at; the others follow the usual one.</summary>
internal static class SampleRules
{
    private static readonly Guid Group = SampleId.Of("unit", "吉高集团");

    public static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OrderingDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        if (await db.Policies.AnyAsync(ct) || !await db.Units.AnyAsync(u => u.Id == Group, ct))
        {
            return;
        }

        await db.InTransaction(
            async _ =>
            {
                db.Policies.Add(new ApprovalPolicy
                {
                    Id = SampleId.Of("policy", "吉高集团"),
                    UnitId = Group,
                    Number = 1,
                    SetAt = now,
                    SetByName = "示例数据",
                    SplitDays = ApprovalPolicy.UsualSplitDays,
                    Rules =
                    [
                        new ApprovalRule { Position = 0, Purpose = null, FromFen = 0, Role = ApproverRole.Approver },
                        new ApprovalRule { Position = 1, Purpose = null, FromFen = Money.Of(20_000m).Fen, Role = ApproverRole.BudgetKeeper },
                    ],
                });
                db.ProcurementLimits.Add(new ProcurementLimit
                {
                    UnitId = Group,
                    Purpose = PurchasePurpose.Canteen,
                    ValidFrom = now.DayInChina(),
                    LimitFen = Money.Of(200_000m).Fen,
                    SetByName = "示例数据",
                });
                return await db.SaveChangesAsync(ct);
            },
            ct);
    }
}
