using Commerce.Assistance.Domain;
using Commerce.Assistance.Rebuild;
using Commerce.Assistance.Tests.Months;
using Commerce.Assistance.Totals;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.Totals;

/// <summary>并入: a merger moves who looks after the papers; what was bought stays where it was counted, once.</summary>
public sealed class MergedUnitTests
{
    private static readonly Month July = MonthWorld.July;

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_a_merged_unit_bought_stays_its_own_and_is_counted_once_beside_its_successor(DatabaseProvider provider)
    {
        await using var world = await MonthWorld.Create(provider);
        var before = await world.SackOfRice();
        var successors = new Trade(World.Transport, World.Mingdong);

        // 公路局 ends on 1 July; what it had ordered is accepted afterwards by 运输局, and one sack goes back.
        await world.Ledger.DeliverAll(
        [
            new UnitRecorded(World.Highways, 2, "公路局", "AFFILIATED_UNIT", MonthWorld.Department, false, new DateOnly(2026, 7, 1)),
            successors.Confirmed(), successors.Accepted(10m, World.On(2026, 7, 3)), before.Returned(5m, World.On(2026, 7, 4)),
        ]);

        Assert.Equal(
            [("公路局", -56m), ("运输局", 112m)],
            (await world.Read(world.Officer, July)).Lines.Where(l => l.Total != Money.Zero).OrderBy(l => l.Total).Select(l => (l.Unit, l.Total.Amount)));
        await using var db = world.Ledger.Open();
        var read = new ReadTotals(db, World.Shown);
        Assert.Equal(600.32m, (await read.Rows(TotalsQuestion.Of(2026, [], null, [World.Highways, World.Transport]), default)).Single().Amount.Amount);
        Assert.Equal(
            [(World.Highways, 488.32m), (World.Transport, 112m)],
            (await read.Rows(TotalsQuestion.Of(2026, [TotalsBy.Unit], null, [World.Highways, World.Transport]), default)).Select(r => (r.Key.Unit, r.Amount.Amount)));
        Assert.Equal(3, await db.LedgerEntries.CountAsync());
        Assert.Empty(await new CheckTotals(db).Differences(default));
    }
}
