using Commerce.Assistance.Domain;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Xunit;

namespace Commerce.Assistance.Tests.External;

public sealed class DoublesTests
{
    [Theory]
    [InlineData("明东村合作社", "收1", 320, 3, LikenessRule.SameAmount)]
    [InlineData("明东村合作社", "收1", 320, -3, LikenessRule.SameAmount)]
    [InlineData("明东村合作社", "收1", 320, 4, null)]
    [InlineData("明东村合作社", "收1", 320.01, 0, null)]
    [InlineData("别家", "收1", 320, 0, null)]
    [InlineData(" 明东村 合作社", "收00001", 9, 200, LikenessRule.SameInvoice)]
    [InlineData("别家", "收00001", 9, 0, null)]
    public void Two_papers_are_alike_by_supplier_and_number_or_by_unit_amount_and_days(string supplier, string number, decimal amount, int days, object? expected)
    {
        var record = Record(village: Guid.Empty);
        var other = new Resembled(
            LikenessOf.External, Guid.NewGuid(), "", World.Highways, Guid.Empty, Doubles.KeyOf(supplier), Money.Of(amount), record.On.AddDays(days), number);

        Assert.Equal((LikenessRule?)expected, Doubles.Between(record, other, "", 3));
    }

    [Fact]
    public void The_same_village_is_as_good_as_the_same_supplier_and_another_unit_is_not_alike()
    {
        var record = Record(World.Mingdong);
        var other = new Resembled(LikenessOf.Acceptance, Guid.NewGuid(), "", World.Highways, World.Mingdong, "X", Money.Of(320m), record.On, "");

        Assert.Equal(LikenessRule.SameAmount, Doubles.Between(record, other, "", 3));
        Assert.Null(Doubles.Between(record, other with { VillageId = World.Zhixin }, "", 3));
        Assert.Null(Doubles.Between(record, other with { UnitId = World.Transport }, "", 3));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_record_that_resembles_another_is_held_until_somebody_else_says_different(DatabaseProvider provider)
    {
        await using var world = await ExternalWorld.Create(provider);
        var first = await world.Record(world.Buyer, await world.Receipt(world.Buyer, "收1"));
        var second = await world.Record(world.Office, await world.Receipt(world.Office, "收2"));

        Assert.Single(await world.Entries());
        var held = (await world.See(world.Auditor, second.Id!.Value))!;
        Assert.Equal(ExternalState.Held, held.Record.State);
        var like = Assert.Single(held.Resembles);
        Assert.Equal((LikenessOf.External, LikenessRule.SameAmount, first.Id, "收1"), (like.Of, like.Rule, like.OtherId, like.Number));
        Assert.Equal(ExternalErrors.OwnRecord.English, (await world.Judge(world.Office, second.Id!.Value, false)).Error!.English);
        var other = World.Person("吴主任", [.. world.Office.Capabilities], World.Highways);
        Assert.Equal(ExternalErrors.WhyJudged.English, (await world.Judge(other, second.Id!.Value, false, "是")).Error!.English);
        Assert.Null((await world.Judge(other, second.Id!.Value, false, "两次送货，收据不同")).Error);

        Assert.Equal(2, (await world.Entries()).Count);
        Assert.Equal(ExternalErrors.NothingToJudge.English, (await world.Judge(other, second.Id!.Value, true)).Error!.English);
        var judged = (await world.See(world.Auditor, second.Id!.Value))!;
        Assert.Equal(ExternalState.Counted, judged.Record.State);
        Assert.Single(judged.Resembles);
        var said = Assert.Single(judged.Record.Judgements);
        Assert.Equal((false, "吴主任", "两次送货，收据不同"), (said.Same, said.ByName, said.Reason));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_purchase_never_enters_the_ledger_twice(DatabaseProvider provider)
    {
        await using var world = await ExternalWorld.Create(provider);
        await world.Record(world.Buyer, await world.Receipt(world.Buyer, "收1"));
        var second = (await world.Record(world.Liaison, await world.Receipt(world.Liaison, "收 １") with { Amount = new(9m, "CNY"), PurchasedOn = new(2026, 1, 2) })).Id!.Value;

        Assert.Null((await world.Judge(world.Office, second, true)).Error);

        Assert.Single(await world.Entries());
        var record = (await world.See(world.Auditor, second))!;
        Assert.Equal((ExternalState.Discarded, LikenessRule.SameInvoice), (record.Record.State, record.Resembles.Single().Rule));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_receipt_of_what_came_through_our_own_order_is_held(DatabaseProvider provider)
    {
        await using var world = await ExternalWorld.Create(provider);
        var trade = await world.Months.SackOfRice();

        var record = (await world.Record(world.Buyer, await world.Receipt(world.Buyer) with { Amount = new(544.32m, "CNY"), PurchasedOn = new(2026, 6, 22) })).Id!.Value;

        Assert.Single(await world.Entries());
        var like = (await world.See(world.Buyer, record))!.Resembles.Single();
        Assert.Equal((LikenessOf.Acceptance, trade.AcceptanceId, "AC-2026-000001"), (like.Of, like.OtherId, like.Number));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Goods_that_come_after_their_receipt_question_it_and_the_same_is_taken_out_again(DatabaseProvider provider)
    {
        await using var world = await ExternalWorld.Create(provider);
        var record = (await world.Record(world.Buyer, await world.Receipt(world.Buyer) with { Amount = new(544.32m, "CNY"), PurchasedOn = new(2026, 6, 19) })).Id!.Value;
        await world.Months.SackOfRice();

        Assert.Equal(ExternalState.Questioned, (await world.See(world.Buyer, record))!.Record.State);
        Assert.Equal(2, (await world.Entries()).Count);
        Assert.Null((await world.Judge(world.Office, record, true)).Error);

        var rows = await world.Entries();
        Assert.Equal([544_32L, 544_32L, -544_32L], rows.Select(r => r.AmountFen));
        Assert.Equal((LedgerKind.Reversal, 202606), (rows[2].Kind, rows[2].MonthNumber));
        Assert.Equal(ExternalState.Discarded, (await world.See(world.Buyer, record))!.Record.State);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Our_own_invoice_is_known_before_and_after(DatabaseProvider provider)
    {
        await using var world = await ExternalWorld.Create(provider);
        await world.Ledger.Deliver(new InvoiceRegistered(Guid.NewGuid(), World.Highways, "明东村合作社", "收1", new(2026, 1, 5), 70m));
        var first = (await world.Record(world.Buyer, await world.Receipt(world.Buyer, "收1"))).Id!.Value;
        var second = (await world.Record(world.Buyer, await world.Receipt(world.Buyer, "收2") with { Amount = new(7m, "CNY") })).Id!.Value;

        await world.Ledger.Deliver(new InvoiceRegistered(Guid.NewGuid(), World.Transport, "明东村合作社", "收2", new(2026, 1, 5), 70m));

        Assert.Equal((ExternalState.Held, "收1"), ((await world.See(world.Buyer, first))!.Record.State, (await world.See(world.Buyer, first))!.Resembles.Single().Number));
        var questioned = (await world.See(world.Buyer, second))!;
        Assert.Equal(ExternalState.Questioned, questioned.Record.State);
        var like = questioned.Resembles.Single();
        Assert.Equal((LikenessOf.Invoice, null, null, null), (like.Of, like.Number, like.Amount, like.OtherId));
        Assert.Equal("收2", (await world.See(world.Auditor, second))!.Resembles.Single().Number);
    }

    private static ExternalPurchase Record(Guid village) => new()
    {
        Id = Guid.NewGuid(),
        SourceKey = "",
        Kind = ExternalKind.OfflineVillage,
        UnitId = World.Highways,
        Supplier = "明东村合作社",
        SupplierKey = Doubles.KeyOf("明东村合作社"),
        Goods = "木耳",
        ProductId = Guid.Empty,
        VillageId = village,
        CountyCode = "",
        Purpose = PurchasePurpose.Canteen,
        Amount = Money.Of(320m),
        On = new(2026, 6, 10),
        OrderNumber = "",
        OrderLine = 0,
        InvoiceNumber = "收00001",
        FileId = null,
        Sample = false,
        RecordedById = Guid.NewGuid(),
        RecordedByName = "",
        RecordedAt = default,
    };
}
