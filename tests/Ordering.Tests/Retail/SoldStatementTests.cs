using System.Text.Json;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Databases;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Ordering.Tests.Retail;

/// <summary>What the ledger is told of sales by phone: in the very transaction of the handing over or of the refund.</summary>
public sealed class SoldStatementTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Handing_over_says_what_was_sold_and_each_refund_what_went_back_to_the_fen(DatabaseProvider provider)
    {
        await using var counter = await Counter.Open(provider);
        var sale = await counter.Paid(2);
        Assert.Empty(await Told<RetailHandedOver>(counter));

        World.Done(await counter.HandOver(sale.Id, sale.PickupCode));
        World.Done(await counter.Refund(sale.Id, 10.01m));
        World.Done(await counter.Refund(sale.Id));

        var sold = Assert.Single(await Told<RetailHandedOver>(counter));
        var line = Assert.Single(sold.Lines);
        Assert.Equal((Counter.Outlet, World.Team, sale.Number, 85.00m, 2m, "BAG"), (sold.OutletId, sold.SupplyUnitId, sold.Number, line.Amount, line.Quantity, line.Unit));
        Assert.Equal((line.LineId, sale.Lines[0].Id), (line.OriginalLineId, line.LineId));
        var back = await Told<RetailGivenBack>(counter);
        Assert.Equal([-10.01m, -74.99m], back.Select(b => b.Lines.Single().Amount));
        Assert.All(back, b => Assert.Equal((line.LineId, 0m), (b.Lines[0].OriginalLineId, b.Lines[0].Quantity)));
        Assert.Equal(2, back.Select(b => b.Lines[0].LineId).Distinct().Count());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_went_back_before_the_goods_left_was_never_sold(DatabaseProvider provider)
    {
        await using var counter = await Counter.Open(provider);
        var sale = await counter.Paid(2);
        World.Done(await counter.Refund(sale.Id, 5m));
        World.Done(await counter.HandOver(sale.Id, sale.PickupCode));
        var other = await counter.Paid(1);
        World.Done(await counter.Refund(other.Id));

        Assert.Equal(80m, Assert.Single(Assert.Single(await Told<RetailHandedOver>(counter)).Lines).Amount);
        Assert.Empty(await Told<RetailGivenBack>(counter));
    }

    [Fact]
    public async Task A_wrong_code_says_nothing_and_neither_does_an_order_that_is_paid_by_phone()
    {
        await using var counter = await Counter.Open();
        var sale = await counter.Paid(2);
        Assert.NotNull((await counter.HandOver(sale.Id, sale.PickupCode == "000000" ? "000001" : "000000")).Error);
        var (_, _, _, own) = await counter.OwnOrderPaid();
        World.Done(await counter.Refund(own.Id, 1m));

        Assert.Empty(await Told<RetailHandedOver>(counter));
        Assert.Empty(await Told<RetailGivenBack>(counter));
    }

    private static Task<List<T>> Told<T>(Counter counter) => counter.World.Ask(async db =>
    {
        var table = db.Database.IsSqlite() ? "outbox" : "ordering.outbox";
        var name = "%" + typeof(T).Name;
#pragma warning disable EF1002 // No outside text in it.
        var bodies = await db.Database.SqlQueryRaw<string>($"SELECT \"Body\" AS \"Value\" FROM {table} WHERE \"Name\" LIKE '{name}' ORDER BY \"Sequence\"").ToListAsync();
#pragma warning restore EF1002
        return bodies.ConvertAll(b => JsonSerializer.Deserialize<T>(b, JsonSerializerOptions.Web)!);
    });
}
