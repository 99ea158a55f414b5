using System.Text.Json;
using Commerce.Assistance.Counting;
using Commerce.Assistance;
using Commerce.Assistance.Data;
using Commerce.Assistance.External;
using Commerce.Assistance.KnownOrders;
using Commerce.Assistance.StatedTotals;
using Commerce.Contracts.Ordering;
using Commerce.Platform.Databases;
using Commerce.Platform.Inbox;
using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.Ordering.Tests.Exactness;

/// <summary>The ledger behind ordering: hears what ordering published, as a bus would bring it, in any order and more than once.</summary>
internal sealed class LedgerSide : IAsyncDisposable
{
    private static readonly Dictionary<string, Type> Heard = new Type[] { typeof(OrderConfirmed), typeof(GoodsAccepted), typeof(GoodsReturned), typeof(AcceptedTotalsStated) }.ToDictionary(EventNames.Of);

    private readonly TestDatabase<AssistanceDbContext> database;

    private LedgerSide(TestDatabase<AssistanceDbContext> database) => this.database = database;

    /// <summary>How far the outbox was read.</summary>
    public long Read { get; private set; }

    public static async Task<LedgerSide> Create(DatabaseProvider provider) => new(await TestDatabase<AssistanceDbContext>.Create(provider, "assistance"));

    /// <summary>Takes facts in, shuffled and every third one twice; what waits for another one is tried again.</summary>
    public async Task Take(IReadOnlyList<(long Sequence, string Name, string Body)> published, int seed)
    {
        Read = published.Count == 0 ? Read : published[^1].Sequence;
#pragma warning disable CA5394 // A shuffle that can be told again.
        var chance = new Random(seed);
        var facts = published.Where(p => Heard.ContainsKey(p.Name)).SelectMany(p => chance.Next(3) == 0 ? new[] { p, p } : [p]).ToArray();
        chance.Shuffle(facts);
#pragma warning restore CA5394
        var open = facts.Select(f => JsonSerializer.Deserialize(f.Body, Heard[f.Name], JsonSerializerOptions.Web)!).ToList();
        for (var before = int.MaxValue; open.Count > 0 && open.Count < before;)
        {
            before = open.Count;
            var waiting = new List<object>();
            foreach (var fact in open)
            {
                var taken = await Take(fact);
                Assert.True(taken.Reason is null || taken.IsWaiting, $"the ledger refused: {taken.Reason}");
                if (taken.IsWaiting)
                {
                    waiting.Add(fact);
                }
            }

            open = waiting;
        }

        Assert.True(open.Count == 0, $"the ledger waits for ever with {open.Count} facts, the first {open.FirstOrDefault()}");
    }

    /// <summary>The sums of the ledger's rows.</summary>
    public async Task<List<(Guid Unit, Guid Village, Month Month, long Fen)>> Totals()
    {
        await using var db = database.Open();
        return [.. (await db.LedgerEntries.AsNoTracking().GroupBy(e => new { e.UnitId, e.VillageId, e.MonthNumber }).Select(g => new { g.Key, Fen = g.Sum(e => e.AmountFen) }).ToListAsync())
            .Select(g => (g.Key.UnitId, g.Key.VillageId, Month.Of(g.Key.MonthNumber / 100, g.Key.MonthNumber % 100), g.Fen)).Order()];
    }

    /// <summary>What ordering says the sums are.</summary>
    public async Task<List<(Guid Unit, Guid Village, Month Month, long Fen)>> Stated()
    {
        await using var db = database.Open();
        return [.. (await db.StatedTotals.AsNoTracking().ToListAsync()).Select(s => (s.UnitId, s.VillageId, Month.Of(s.MonthNumber / 100, s.MonthNumber % 100), s.AmountFen)).Order()];
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    private async Task<Taken> Take(object fact)
    {
        await using var db = database.Open();
        var context = new EventContext(Guid.NewGuid(), DateTimeOffset.UnixEpoch);
        return await db.InTransaction(
            async transaction =>
            {
                await transaction.CreateSavepointAsync("intake");
                var taken = await (fact switch
                {
                    OrderConfirmed f => new RememberOrder(db).Handle(f, context, default),
                    GoodsAccepted f => new CountPurchase(db, new Demonstration(false), new FindDoubles(db, new AssistanceOptions(), TimeProvider.System), TimeProvider.System).Handle(f, context, default),
                    GoodsReturned f => new CountReturn(db, TimeProvider.System).Handle(f, context, default),
                    AcceptedTotalsStated f => new KeepStatement(db).Handle(f, context, default),
                    _ => throw new InvalidOperationException(fact.GetType().Name),
                });
                if (taken.Reason is null)
                {
                    await db.SaveChangesAsync();
                }
                else
                {
                    await transaction.RollbackToSavepointAsync("intake");
                }

                return taken;
            },
            default);
    }
}
