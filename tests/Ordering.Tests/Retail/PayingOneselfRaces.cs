using System.Globalization;
using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Xunit;

namespace Commerce.Ordering.Tests.Retail;

/// <summary>An employee's own payment when everything happens at once.</summary>
public sealed class PayingOneselfRaces
{
    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, 150)]
    [InlineData(DatabaseProvider.PostgreSql, 40)]
    public async Task Two_starts_return_page_message_clock_and_retries_at_once_take_what_is_owed_once(DatabaseProvider provider, int rounds)
    {
        await using var counter = await Counter.Open(provider);
        var wrong = new List<string>();

        for (var round = 0; round < rounds; round++)
        {
            var (order, _, _) = await counter.OwnOrder();
            var key = Counter.Key();
            var begun = await Task.WhenAll(counter.PayOrder(order, key: key), counter.PayOrder(order), counter.PayOrder(order, key: key));
            var sale = await counter.Sale(begun[0].Id!.Value);
            await counter.Stripe.Pay(sale.SessionId!);
            var session = counter.Stripe.Session(sale.SessionId!);
            var body = session.Event(string.Create(CultureInfo.InvariantCulture, $"evt_{round}"), "checkout.session.completed", counter.Clock.GetUtcNow());
            await Task.WhenAll(
                counter.Pay(sale.Id),
                counter.Send(body, counter.Sign(body)),
                counter.TheClock(),
                counter.PayOrder(order),
                counter.PayOrder(order, key: key),
                counter.Stripe.Pay(sale.SessionId!));
            await counter.Until(sale.Id, RetailState.HandedOver);
            var paid = await counter.World.Read(order);
            if (begun.Any(b => b.Id != sale.Id) || session.Captures != 1 || session.CapturedFen != 5600 || paid.PaidFen != 5600 || paid.OwedFen != 0)
            {
                wrong.Add($"round {round}: {session.Captures} captures, {paid.PaidFen} of {paid.SettledFen}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(rounds, counter.Stripe.Sessions.Count);
        Assert.Empty(counter.Stripe.Refunds);
        Assert.Empty(await counter.Faults());
    }

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, 20)]
    [InlineData(DatabaseProvider.PostgreSql, 10)]
    public async Task Payment_against_a_return_leaves_the_buyer_with_what_was_kept(DatabaseProvider provider, int rounds)
    {
        await using var counter = await Counter.Open(provider);

        for (var round = 0; round < rounds; round++)
        {
            var (order, acceptance, line) = await counter.OwnOrder();
            var sale = await counter.Sale(World.Done(await counter.PayOrder(order)));
            await counter.Stripe.Pay(sale.SessionId!);
            await Task.WhenAll(counter.Pay(sale.Id), counter.World.Return(acceptance, line, 4), counter.PayOrder(order));
            await counter.TheClock();
            var after = await counter.World.Read(order);
            Assert.Equal((3360, 3360), (after.SettledFen, after.PaidFen));
            Assert.Equal(2240, counter.Stripe.Refunds.Where(r => r.IntentId == counter.Stripe.Session(sale.SessionId!).IntentId).Sum(r => r.Amount));
        }

        Assert.Equal(rounds, counter.Stripe.Sessions.Sum(s => s.Captures));
        Assert.Empty(await counter.Faults());
    }
}
