using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Rebuild;
using Commerce.Platform.Databases;
using Commerce.Platform.Inbox;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Assistance.Tests.Counting;

public sealed class CountingTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_event_twice_counts_once(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var trade = new Trade(World.Highways, World.Mingdong);
        var accepted = trade.Accepted(48.6m, World.On(2026, 6, 10));
        var eventId = Guid.NewGuid();
        await world.Deliver(trade.Confirmed());

        await world.Deliver(accepted, eventId);
        await world.Deliver(accepted, eventId);
        await world.Deliver(accepted, Guid.NewGuid());
        await world.Deliver(trade.Confirmed());

        await using var db = world.Open();
        Assert.Equal(54432, (await db.LedgerEntries.SingleAsync()).AmountFen);
        Assert.Equal((54432, 48_600_000, 1), Sums(await db.LedgerTotals.SingleAsync()));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Rice_of_June_and_a_return_in_July_leave_488_32(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var trade = new Trade(World.Highways, World.Mingdong);

        await world.DeliverAll([trade.Confirmed(), trade.Accepted(48.6m, World.On(2026, 6, 10)), trade.Returned(5m, World.On(2026, 7, 2))]);

        await using var db = world.Open();
        var months = await db.LedgerTotals.OrderBy(t => t.MonthNumber).ToListAsync();
        Assert.Equal([(202606, 54432L), (202607, -5600L)], months.Select(t => (t.MonthNumber, t.AmountFen)));
        var entries = await db.LedgerEntries.OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal([1, 2], entries.Select(e => e.Sequence));
        Assert.Equal([LedgerKind.Purchase, LedgerKind.Return], entries.Select(e => e.Kind));
        Assert.Equal("受潮", entries[1].Reason);
        Assert.Equal(entries[0].SourceLineId, entries[1].OriginalLineId);
        Assert.Equal(trade.AcceptanceId, entries[1].AcceptanceId);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task An_unknown_order_waits_and_counts_when_it_is_known(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var trade = new Trade(World.Highways, World.Mingdong);
        var accepted = trade.Accepted(48.6m, World.On(2026, 6, 10));

        Waits(await world.Deliver(accepted));
        Assert.Equal(0, await Rows(world));
        await world.Deliver(trade.Confirmed());
        Assert.Null((await world.Deliver(accepted)).Reason);

        Assert.Equal(1, await Rows(world));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_return_before_its_acceptance_waits_and_counts_afterwards(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var trade = new Trade(World.Highways, World.Mingdong);
        var accepted = trade.Accepted(48.6m, World.On(2026, 6, 10));
        var returned = trade.Returned(5m, World.On(2026, 7, 2));
        await world.Deliver(trade.Confirmed());

        Waits(await world.Deliver(returned));
        await world.Deliver(accepted);
        Assert.Null((await world.Deliver(returned)).Reason);

        await using var db = world.Open();
        Assert.Equal(48832, await db.LedgerTotals.SumAsync(t => t.AmountFen));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Another_price_than_agreed_is_refused(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var trade = new Trade(World.Highways, World.Mingdong);
        var accepted = trade.Accepted(48.6m, World.On(2026, 6, 10));
        await world.Deliver(trade.Confirmed());

        Refused(await world.Deliver(accepted with { Lines = [accepted.Lines[0] with { Price = 5.70m, Amount = 554.04m }] }), "price");

        Assert.Equal(0, await Rows(world));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_cannot_be_right_is_refused(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var trade = new Trade(World.Highways, World.Mingdong);
        var accepted = trade.Accepted(48.6m, World.On(2026, 6, 10));
        var line = accepted.Lines[0];
        await world.Deliver(trade.Confirmed());

        Refused(await world.Deliver(accepted with { Lines = [line with { Amount = 544.33m }] }), "544.32");
        Refused(await world.Deliver(accepted with { Lines = [line with { Amount = 544.325m }] }), "exactly");
        Refused(await world.Deliver(accepted with { Lines = [line with { Unit = "FURLONG" }] }), "exactly");
        Refused(await world.Deliver(accepted with { Lines = [line with { OfferId = Guid.NewGuid() }] }), "offer");
        Refused(await world.Deliver(accepted with { Purpose = "GIFT" }), "GIFT");
        Refused(await world.Deliver(accepted with { Month = "2026-05" }), "2026-06");
        Assert.Null((await world.Deliver(accepted)).Reason);
        var returned = trade.Returned(5m, World.On(2026, 7, 2));
        Refused(await world.Deliver(returned with { Lines = [returned.Lines[0] with { OriginalLineId = null }] }), "which acceptance line");
        Refused(await world.Deliver(returned with { Lines = [returned.Lines[0] with { ProductId = Guid.NewGuid() }] }), "another order or product");
        Refused(await world.Deliver(returned with { Lines = [returned.Lines[0] with { Quantity = 5m, Amount = 56m }] }), "negative");

        Assert.Equal(1, await Rows(world));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task More_than_is_left_of_a_line_never_goes_back(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var trade = new Trade(World.Highways, World.Mingdong);
        await world.DeliverAll([trade.Confirmed(), trade.Accepted(10m, World.On(2026, 6, 10)), trade.Returned(8m, World.On(2026, 6, 11))]);
        var tooMuch = trade.Returned(3m, World.On(2026, 6, 12));

        Waits(await world.Deliver(tooMuch));

        Assert.Equal(2, await Rows(world));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Two_lines_of_one_document_cannot_take_the_same_goods_back(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var trade = new Trade(World.Highways, World.Mingdong);
        await world.DeliverAll([trade.Confirmed(), trade.Accepted(10m, World.On(2026, 6, 10))]);
        var returned = trade.Returned(6m, World.On(2026, 6, 11));

        Waits(await world.Deliver(returned with { Lines = [returned.Lines[0], returned.Lines[0] with { LineId = Guid.NewGuid() }] }));

        Assert.Equal(1, await Rows(world));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task All_lines_of_a_document_count_or_none(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var trade = new Trade(World.Highways, World.Mingdong);
        var accepted = trade.Accepted(48.6m, World.On(2026, 6, 10));
        await world.Deliver(trade.Confirmed());
        var unknown = accepted.Lines[0] with { LineId = Guid.NewGuid(), OrderLineId = Guid.NewGuid() };

        Waits(await world.Deliver(accepted with { Lines = [accepted.Lines[0], unknown] }));

        Assert.Equal(0, await Rows(world));
        await using var db = world.Open();
        Assert.Equal(0, (await db.ReadHead(default)).Sequence);
        Assert.Empty(await db.LedgerTotals.ToListAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_month_is_cut_at_midnight_in_China(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var old = new Trade(World.Highways, World.Mingdong);
        var young = new Trade(World.Highways, World.Mingdong);

        await world.DeliverAll(
        [
            old.Confirmed(), old.Accepted(1m, new DateTimeOffset(2026, 12, 31, 15, 59, 59, TimeSpan.Zero)),
            young.Confirmed(), young.Accepted(1m, new DateTimeOffset(2026, 12, 31, 16, 0, 0, TimeSpan.Zero)),
        ]);

        await using var db = world.Open();
        Assert.Equal([202612, 202701], await db.LedgerEntries.OrderBy(e => e.Sequence).Select(e => e.MonthNumber).ToListAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_totals_do_not_depend_on_the_order_of_arrival(DatabaseProvider provider)
    {
        // A correction upwards and a return of more than was first accepted, in all 24 orders, at a price whose differences round unevenly.
        foreach (var order in Permutations(4))
        {
            await using var world = await World.Create(provider);
            var trade = new Trade(World.Highways, World.Mingdong, 3.3333m);
            object[] facts =
            [
                trade.Confirmed(), trade.Accepted(10.1m, World.On(2026, 6, 10)), trade.Corrected(12.35m, World.On(2026, 6, 11)),
                trade.Returned(11.07m, World.On(2026, 7, 2)),
            ];

            await world.DeliverAll(order.Select(i => facts[i]));

            await using var db = world.Open();
            var sums = await db.LedgerTotals.OrderBy(t => t.MonthNumber).ToListAsync();
            Assert.Equal([(202606, 8233L, 12_350_000L), (202607, -7380L, -11_070_000L)], sums.Select(t => (t.MonthNumber, t.AmountFen, t.QuantityMilli)));
            Assert.Empty(await new CheckTotals(db).Differences(default));
            Assert.Null((await new ProveLedger(db).Read(null, default)).Fault);
            if (provider != DatabaseProvider.Sqlite)
            {
                break; // A server database per permutation is slow; the rule is the same on all providers.
            }
        }
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_full_return_is_exactly_nothing(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var trade = new Trade(World.Highways, World.Mingdong, 3.3333m);

        await world.DeliverAll(
        [
            trade.Confirmed(), trade.Accepted(10.1m, World.On(2026, 6, 10)), trade.Returned(3.33m, World.On(2026, 6, 11)),
            trade.Returned(3.33m, World.On(2026, 6, 12)), trade.Returned(3.44m, World.On(2026, 6, 13)),
        ]);

        await using var db = world.Open();
        Assert.Equal((0, 0, 4), Sums(await db.LedgerTotals.SingleAsync()));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Many_at_once_leave_a_gapless_chain_and_right_totals(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var trades = Enumerable.Range(0, 24).Select(i => new Trade(i % 2 == 0 ? World.Highways : World.Transport, World.Mingdong)).ToList();
        foreach (var trade in trades)
        {
            await world.Deliver(trade.Confirmed());
        }

        await Parallel.ForEachAsync(trades, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (trade, _) =>
            Assert.Null((await world.Deliver(trade.Accepted(1m, World.On(2026, 6, 10)))).Reason));

        await using var db = world.Open();
        Assert.Equal(Enumerable.Range(1, 24).Select(i => (long)i), await db.LedgerEntries.OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync());
        Assert.Null((await new ProveLedger(db).Read(null, default)).Fault);
        Assert.Empty(await new CheckTotals(db).Differences(default));
        Assert.Equal(24 * 1120, await db.LedgerTotals.SumAsync(t => t.AmountFen));
    }

    private static IEnumerable<int[]> Permutations(int n) => n == 0
        ? [[]]
        : Permutations(n - 1).SelectMany(p => Enumerable.Range(0, n).Select(at => (int[])[.. p[..at], n - 1, .. p[at..]]));

    private static void Waits(Taken taken) => Assert.True(taken.IsWaiting && taken.Reason is not null, taken.Reason ?? "taken");

    private static void Refused(Taken taken, string because)
    {
        Assert.False(taken.IsWaiting);
        Assert.Contains(because, taken.Reason, StringComparison.Ordinal);
    }

    private static (long Fen, long Milli, int Rows) Sums(LedgerTotal total) => (total.AmountFen, total.QuantityMilli, total.Rows);

    private static async Task<int> Rows(World world)
    {
        await using var db = world.Open();
        return await db.LedgerEntries.CountAsync();
    }
}
