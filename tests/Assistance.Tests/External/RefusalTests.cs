using Commerce.Assistance.Domain;
using Commerce.Assistance.External;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.External;

public sealed class RefusalTests
{
    [Fact]
    public async Task What_is_refused_leaves_neither_record_nor_row()
    {
        await using var world = await ExternalWorld.Create(DatabaseProvider.Sqlite);
        var receipt = await world.Receipt(world.Buyer);
        var order = world.Order();
        var today = new DateOnly(2026, 8, 1);

        await Check(ExternalErrors.NameWrong("supplier", "供应商", "supplier"), receipt with { Supplier = " " });
        await Check(ExternalErrors.NameWrong("goods", "商品", "goods"), receipt with { Goods = new string('货', 201) });
        await Check(ExternalErrors.PurposeWrong, receipt with { Purpose = PurchasePurpose.OutletTrade });
        await Check(ExternalErrors.AmountWrong, receipt with { Amount = new(0m, "CNY") });
        await Check(ExternalErrors.AmountWrong, receipt with { Amount = new(-1m, "CNY") });
        await Check(AssistanceErrors.NotFen, receipt with { Amount = new(0.001m, "CNY") });
        await Check(AssistanceErrors.NotYuan, receipt with { Amount = new(1m, "USD") });
        await Check(ExternalErrors.DayWrong(today), receipt with { PurchasedOn = today.AddDays(1) });
        await Check(ExternalErrors.DayWrong(today), receipt with { PurchasedOn = new(2019, 12, 31) });
        await Check(ExternalErrors.CountyWrong, order with { CountyCode = "龙井" });
        await Check(ExternalErrors.OrderWrong, order with { OrderNumber = null });
        await Check(ExternalErrors.OrderWrong, order with { OrderNumber = "订单 1" });
        await Check(ExternalErrors.OrderWrong, order with { OrderLine = 0 });
        await Check(ExternalErrors.InvoiceNeeded, order with { InvoiceNumber = new string('1', 41) });
        await Check(ExternalErrors.OrderNotHere, receipt with { OrderNumber = "8320001" });
        await Check(ExternalErrors.InvoiceNeeded, receipt with { InvoiceNumber = "" });
        await Check(ExternalErrors.EvidenceNeeded, receipt with { FileId = null });
        await Check(ExternalErrors.NoSuchFile, receipt with { FileId = await world.Evidence(world.Liaison) });
        await Check(ExternalErrors.VillageNeeded, receipt with { VillageId = null });
        await Check(ExternalErrors.VillageUnknown, receipt with { VillageId = World.Zhixin });
        await Check(AssistanceErrors.ProductUnknown, receipt with { ProductId = World.Outlet });
        await Check(AssistanceErrors.NotOfThisVillage, receipt with { ProductId = ExternalWorld.Noodles });
        await Check(PlatformErrors.NotFound, receipt with { UnitId = World.Transport });
        await Check(PlatformErrors.Forbidden, receipt, world.Auditor);
        await using var db = world.Ledger.Open();
        Assert.Empty(await db.ExternalPurchases.ToListAsync());
        Assert.Empty(await db.LedgerEntries.ToListAsync());

        async Task Check(Error expected, RecordExternal.Input input, Actor? actor = null)
        {
            var outcome = await world.Record(actor ?? world.Buyer, input with { IdempotencyKey = Guid.NewGuid().ToString() });
            Assert.Equal((expected.Code, expected.English), (outcome.Error?.Code, outcome.Error?.English));
        }
    }

    [Fact]
    public async Task A_record_is_touched_by_nobody_who_may_not()
    {
        await using var world = await ExternalWorld.Create(DatabaseProvider.Sqlite);
        var record = (await world.Record(world.Buyer, await world.Receipt(world.Buyer))).Id!.Value;

        Same(PlatformErrors.NotFound, await world.Withdraw(world.Stranger, record));
        Same(PlatformErrors.NotFound, await world.Judge(world.Stranger, record, true));
        Same(PlatformErrors.Forbidden, await world.Withdraw(world.Auditor, record));
        Same(PlatformErrors.Forbidden, await world.Judge(world.Auditor, record, true));
        Same(ExternalErrors.WhyJudged, await world.Withdraw(world.Buyer, record, " 错 "));
        Same(ExternalErrors.NothingToJudge, await world.Judge(world.Office, record, true));
        Assert.Null(await world.See(world.Stranger, record));
        Assert.Single(await world.Entries());
    }

    private static void Same(Error expected, Outcome actual) => Assert.Equal((expected.Code, expected.English), (actual.Error?.Code, actual.Error?.English));
}
