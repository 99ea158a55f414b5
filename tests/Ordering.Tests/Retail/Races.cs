using System.Globalization;
using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.Testing;
using Xunit;
using Xunit.Abstractions;

namespace Commerce.Ordering.Tests.Retail;

/// <summary>Money when everything happens at once.</summary>
public sealed class Races(ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite, 500)]
    [InlineData(DatabaseProvider.PostgreSql, 100)]
    public async Task Return_page_message_clock_and_second_press_at_once_take_one_payment(DatabaseProvider provider, int rounds)
    {
        await using var counter = await Counter.Open(provider, stock: 2000);
        var wrong = new List<string>();

        for (var round = 0; round < rounds; round++)
        {
            var key = Counter.Key();
            var sale = await counter.Sale(World.Done(await counter.Start(1, key)));
            await counter.Stripe.Pay(sale.SessionId!);
            var session = counter.Stripe.Session(sale.SessionId!);
            var body = session.Event(string.Create(CultureInfo.InvariantCulture, $"evt_{round}"), "checkout.session.completed", counter.Clock.GetUtcNow());
            await Task.WhenAll(
                counter.Pay(sale.Id),
                counter.Send(body, counter.Sign(body)),
                counter.TheClock(),
                counter.Start(1, key),
                counter.Stripe.Pay(sale.SessionId!));
            var paid = await counter.Until(sale.Id, RetailState.Paid);
            if (session.Captures != 1 || session.CapturedFen != paid.TotalFen || paid.State != RetailState.Paid || paid.PaidFen != paid.TotalFen)
            {
                wrong.Add($"round {round}: {session.Captures} captures, {paid.State}, {paid.PaidFen} of {paid.TotalFen}");
            }
        }

        Assert.Empty(wrong);
        Assert.Equal(rounds, counter.Stripe.Sessions.Count);
        Assert.Equal(rounds, (await counter.World.AuditTrail(nameof(Commerce.Ordering.Retail.TakeAnswer))).Count);
        Assert.Equal((2000, rounds), await counter.World.StockNow(counter.Flour));
        Assert.Empty(counter.Stripe.Refunds);
    }

    [Fact]
    public async Task A_500_after_the_payment_a_hundred_times_never_makes_a_second_one()
    {
        await using var counter = await Counter.Open(stock: 200);

        for (var round = 0; round < 100; round++)
        {
            var sale = await counter.Started(1);
            await counter.Stripe.Pay(sale.SessionId!);
            counter.Stripe.Fail("/v1/checkout/sessions/", afterEffect: round % 2 == 0);
            await counter.Pay(sale.Id);
            Assert.Equal(RetailState.Reserved, (await counter.Sale(sale.Id)).State);

            // Pressed again, as one does after an error.
            await counter.Pay(sale.Id);
            await counter.Stripe.Pay(sale.SessionId!);
            Assert.Equal(RetailState.Paid, (await counter.Sale(sale.Id)).State);
        }

        Assert.All(counter.Stripe.Sessions, s => Assert.Equal(1, s.Captures));
        Assert.Equal(100, counter.Stripe.Sessions.Count);
        Assert.Equal((200, 100), await counter.World.StockNow(counter.Flour));
    }

    [SkippableTheory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_clerks_who_refund_at_once_give_back_no_more_than_was_paid(DatabaseProvider provider)
    {
        await using var counter = await Counter.Open(provider, stock: 300);
        var second = World.Someone("另一位", World.Team, Commerce.Platform.People.Capability.RetailServe);
        var refused = 0;

        for (var round = 0; round < 200; round++)
        {
            var sale = await counter.Paid(1);
            var both = await Task.WhenAll(counter.Refund(sale.Id, 30m), counter.Refund(sale.Id, 30m, second));
            refused += both.Count(o => o.Error is not null);
            var after = await counter.Sale(sale.Id);
            Assert.Equal(3000, after.RefundedFen);
            Assert.Equal(3000, counter.Stripe.Refunds.Where(r => r.IntentId == sale.IntentId).Sum(r => r.Amount));
        }

        output.WriteLine($"{refused} refused of 400");
        Assert.Equal(200, refused);
    }

    [SkippableTheory]
    [MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Payment_against_expiry_ends_either_paid_with_goods_or_unpaid_with_the_goods_back(DatabaseProvider provider)
    {
        await using var counter = await Counter.Open(provider, stock: 200);
        var paid = 0;

        for (var round = 0; round < 100; round++)
        {
            var sale = await counter.Started(1);
            counter.Clock.Advance(TimeSpan.FromMinutes(15));
            var results = await Task.WhenAll(
                Task.Run(async () =>
                {
                    await Task.Delay(Random.Shared.Next(0, 12));
                    return await counter.Stripe.Pay(sale.SessionId!);
                }),
                Task.Run(counter.TheClock));
            await counter.TheClock();
            var after = await counter.Sale(sale.Id);
            Assert.Equal(results[0] ? RetailState.Paid : RetailState.Lapsed, after.State);
            paid += results[0] ? 1 : 0;
        }

        output.WriteLine($"{paid} of 100 were paid in time");
        Assert.Equal((200, paid), await counter.World.StockNow(counter.Flour));
        Assert.Empty(counter.Stripe.Refunds);
    }
}
