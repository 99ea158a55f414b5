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

        Check(ExternalErrors.NameWrong("supplier", "供应商", "supplier"), receipt with { Supplier = " " });
        Check(ExternalErrors.NameWrong("goods", "商品", "goods"), receipt with { Goods = new string('货', 201) });
        Check(ExternalErrors.PurposeWrong, receipt with { Purpose = PurchasePurpose.OutletTrade });
        Check(ExternalErrors.AmountWrong, receipt with { Amount = new(0m, "CNY") });
        Check(ExternalErrors.AmountWrong, receipt with { Amount = new(-1m, "CNY") });
        Check(AssistanceErrors.NotFen, receipt with { Amount = new(0.001m, "CNY") });
        Check(AssistanceErrors.NotYuan, receipt with { Amount = new(1m, "USD") });
        Check(ExternalErrors.DayWrong(today), receipt with { PurchasedOn = today.AddDays(1) });
        Check(ExternalErrors.DayWrong(today), receipt with { PurchasedOn = new(2019, 12, 31) });
        Check(ExternalErrors.CountyWrong, order with { CountyCode = "龙井" });
        Check(ExternalErrors.OrderWrong, order with { OrderNumber = null });
        Check(ExternalErrors.OrderWrong, order with { OrderNumber = "订单 1" });
        Check(ExternalErrors.OrderWrong, order with { OrderLine = 0 });
        Check(ExternalErrors.InvoiceNeeded, order with { InvoiceNumber = new string('1', 41) });
        Check(ExternalErrors.OrderNotHere, receipt with { OrderNumber = "8320001" });
        Check(ExternalErrors.InvoiceNeeded, receipt with { InvoiceNumber = "" });
        Check(ExternalErrors.EvidenceNeeded, receipt with { FileId = null });
        Check(ExternalErrors.NoSuchFile, receipt with { FileId = await world.Evidence(world.Liaison) });
        Check(ExternalErrors.VillageNeeded, receipt with { VillageId = null });
        Check(ExternalErrors.VillageUnknown, receipt with { VillageId = World.Zhixin });
        Check(AssistanceErrors.ProductUnknown, receipt with { ProductId = World.Outlet });
        Check(AssistanceErrors.NotOfThisVillage, receipt with { ProductId = ExternalWorld.Noodles });
        Check(PlatformErrors.NotFound, receipt with { UnitId = World.Transport });
        Check(PlatformErrors.Forbidden, receipt, world.Auditor);
        await using var db = world.Ledger.Open();
        Assert.Empty(await db.ExternalPurchases.ToListAsync());
        Assert.Empty(await db.LedgerEntries.ToListAsync());

        void Check(Error expected, RecordExternal.Input input, Actor? actor = null)
        {
            var outcome = world.Record(actor ?? world.Buyer, input with { IdempotencyKey = Guid.NewGuid().ToString() }).Result;
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
