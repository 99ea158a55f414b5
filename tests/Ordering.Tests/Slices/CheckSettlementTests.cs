using Commerce.Ordering.Domain;
using Commerce.Ordering.Statements;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Ordering.Tests.Slices.Settling;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

public sealed class CheckSettlementTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Order_acceptance_statement_invoice_and_payment_are_the_same_to_the_fen_and_one_fen_is_found(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(100_000m));
        var rice = await world.Offer(o => o with { Price = 3.3333m, Step = 0.001m, Minimum = 0.001m });
        for (var i = 0; i < 3; i++)
        {
            var (_, delivery, acceptance, line) = await world.Accepted(rice, 10, MeasureUnit.Jin, 9.999m - (i / 1000m), MeasureUnit.Jin);
            var corrected = Done(await world.Weigh(delivery, [Net(line, 9.9m)], acceptance));
            Done(await world.Sign(corrected));
            Done(await world.Return(corrected, line, 3.333m));
        }

        await world.Draw();
        var statement = await world.Statement();
        Done(await world.Invoice(statement.AmountFen / 100m, rate: 9));
        Done(await world.Pay(statement.AmountFen / 100m));

        Assert.Empty(await world.Ask(db => new CheckSettlement(db).Read(default)));
        var orders = await world.Ask(db => db.Orders.SumAsync(o => o.SettledFen));
        var told = (await world.Events<Contracts.Ordering.AcceptedTotalsStated>())[^1].Amount;
        statement = await world.Statement();
        Assert.Equal([orders, orders, orders, orders], [statement.AmountFen, statement.InvoicedFen, statement.PaidFen, Money.Of(told).Fen]);

        foreach (var spoil in new Func<Data.OrderingDbContext, Task<int>>[]
        {
            db => db.Statements.ExecuteUpdateAsync(s => s.SetProperty(x => x.AmountFen, x => x.AmountFen + 1)),
            db => db.Statements.ExecuteUpdateAsync(s => s.SetProperty(x => x.InvoicedFen, x => x.InvoicedFen + 1)),
            db => db.Statements.ExecuteUpdateAsync(s => s.SetProperty(x => x.PaidFen, x => x.PaidFen + 1)),
            db => db.Orders.Where(o => o.Number == "PO-2026-000002").ExecuteUpdateAsync(s => s.SetProperty(x => x.SettledFen, x => x.SettledFen + 1)),
            db => db.AcceptedTotals.ExecuteUpdateAsync(s => s.SetProperty(x => x.AmountFen, x => x.AmountFen + 1)),
        })
        {
            var before = (await world.Ask(db => new CheckSettlement(db).Read(default))).Count;
            await world.Ask(spoil);
            Assert.Equal(before + 1, (await world.Ask(db => new CheckSettlement(db).Read(default))).Count);
        }
    }
}
