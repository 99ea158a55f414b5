using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Flags;

/// <summary>What looks wrong in orders: split, cancelled after the month's end, one person in two roles.</summary>
internal sealed class FindInOrders(AssistanceDbContext db, AssistanceOptions options)
{
    public async Task<IReadOnlyList<Finding>> Splits(DateTimeOffset now, CancellationToken ct)
    {
        var since = now.AddDays(-options.FlagsLookBackDays);
        var flows = await db.Flows.AsNoTracking().Where(f => f.Kind == FlowKind.Ordered && f.RecordedAt >= since).ToListAsync(ct);
        var sums = flows.GroupBy(f => (f.UnitId, f.ProducerId, f.SourceId))
            .Select(g => (g.Key.UnitId, g.Key.ProducerId, Sample: g.All(f => f.Sample), Sum: new OrderedSum(g.Key.SourceId, g.Min(f => f.RecordedAt).DayInChina(), g.Sum(f => f.AmountFen)))).ToList();
        var numbers = await Numbers(sums.Select(s => s.Sum.OrderId), ct);
        var names = await Names(sums.Select(s => s.ProducerId), ct);
        var limit = Money.Of(options.SplitLimit);
        return
        [
            .. sums.GroupBy(s => (s.UnitId, s.ProducerId, s.Sample)).SelectMany(of => FlagRules.Splits(of.Select(s => s.Sum), options.SplitWithinDays, limit).Select(group =>
            {
                var total = group.Sum(o => Money.FromFen(o.Fen));
                var (producer, days) = (names.GetValueOrDefault(of.Key.ProducerId, ""), group[^1].On.DayNumber - group[0].On.DayNumber);
                return new Finding(
                    FlagKind.SplitOrders, $"split {of.Key.UnitId:N} {of.Key.ProducerId:N} {group[0].OrderId:N}", of.Key.UnitId, Month.Of(group[0].On), total,
                    $"向“{producer}”的 {group.Count} 张订单前后相隔 {days} 天（标准：{options.SplitWithinDays} 天内），每张都低于 {limit} 元，合计 {total} 元，达到限额 {limit} 元。",
                    $"{group.Count} orders from “{producer}”, {days} days apart (looked at: within {options.SplitWithinDays}), each below {limit} yuan, come to {total}, which reaches the limit of {limit}.",
                    of.Key.Sample, [.. group.Select(o => new FoundPaper(FlagPaperKind.Order, o.OrderId, numbers.GetValueOrDefault(o.OrderId, ""), o.On, Money.FromFen(o.Fen)))]);
            })),
        ];
    }

    public async Task<IReadOnlyList<Finding>> Cancelled(DateTimeOffset now, CancellationToken ct)
    {
        List<Finding> found = [];
        foreach (var window in MonthEnd.Over(now, options))
        {
            var (start, end, until) = (MonthEnd.StartOf(window.Month), MonthEnd.StartOf(window.Month.Next()), window.Until);
            var ordered = await db.Flows.AsNoTracking().Where(f => f.Kind == FlowKind.Ordered && f.Statement == 1 && f.RecordedAt >= start && f.RecordedAt < end).ToListAsync(ct);
            var ids = ordered.Select(f => f.SourceId).Distinct().ToList();
            var gone = (await db.Flows.AsNoTracking().Where(f => f.Kind == FlowKind.Ordered && f.Statement > 1 && f.RecordedAt >= end && f.RecordedAt < until && ids.Contains(f.SourceId)).ToListAsync(ct)).ToLookup(f => f.UnitId);
            var numbers = await Numbers(gone.SelectMany(g => g).Select(f => f.SourceId), ct);
            foreach (var unit in ordered.GroupBy(f => f.UnitId))
            {
                var (fen, back) = (unit.Sum(f => f.AmountFen), -gone[unit.Key].Sum(f => f.AmountFen));
                if (FlagRules.ShareGoneBack(fen, back, options.LateShare) is { } part)
                {
                    found.Add(window.Finding(
                        FlagKind.CancelledAfterMonthEnd, unit.Key, fen, back, part, options, unit.All(f => f.Sample),
                        [.. gone[unit.Key].GroupBy(f => f.SourceId).Select(o => new FoundPaper(FlagPaperKind.Order, o.Key, numbers.GetValueOrDefault(o.Key, ""), o.Min(f => f.RecordedAt).DayInChina(), Money.FromFen(o.Sum(f => f.AmountFen))))]));
                }
            }
        }

        return found;
    }

    public async Task<IReadOnlyList<Finding>> TwoRoles(DateTimeOffset now, CancellationToken ct)
    {
        var since = now.AddDays(-options.FlagsLookBackDays).DayInChina();
        var orders = db.KnownRoles.Where(r => r.On >= since).Select(r => r.OrderId);
        var roles = await db.KnownRoles.AsNoTracking().Where(r => orders.Contains(r.OrderId)).ToListAsync(ct);
        var numbers = await Numbers(roles.Select(r => r.OrderId), ct);
        var ids = roles.Select(r => r.OrderId).Distinct().ToList();
        var samples = (await db.Flows.Where(f => ids.Contains(f.SourceId) && f.Sample).Select(f => f.SourceId).Distinct().ToListAsync(ct)).ToHashSet();
        List<Finding> found = [];
        foreach (var person in roles.GroupBy(r => (r.OrderId, r.PersonId)).Where(g => g.Count() > 1))
        {
            var (of, number) = (person.OrderBy(r => r.Role).ToList(), numbers.GetValueOrDefault(person.Key.OrderId, ""));
            for (var i = 0; i < of.Count; i++)
            {
                for (var j = i + 1; j < of.Count; j++)
                {
                    found.Add(new(
                        FlagKind.OnePersonTwoRoles, $"roles {person.Key.OrderId:N} {person.Key.PersonId:N} {of[i].Role} {of[j].Role}", of[j].UnitId, Month.Of(of[j].On), Money.Zero,
                        $"订单 {number} 的“{FlagWords.Of(of[i].Role, true)}”（{of[i].Number}）和“{FlagWords.Of(of[j].Role, true)}”（{of[j].Number}）是同一个人。",
                        $"Of order {number} the same person is the {FlagWords.Of(of[i].Role, false)} ({of[i].Number}) and the {FlagWords.Of(of[j].Role, false)} ({of[j].Number}).",
                        samples.Contains(person.Key.OrderId), [new(FlagPaperKind.Order, person.Key.OrderId, number, of[i].On, Money.Zero)], person.Key.PersonId));
                }
            }
        }

        return found;
    }

    private async Task<Dictionary<Guid, string>> Numbers(IEnumerable<Guid> orders, CancellationToken ct)
    {
        var ids = orders.Distinct().ToList();
        return await db.KnownOrders.AsNoTracking().Where(o => ids.Contains(o.OrderId)).ToDictionaryAsync(o => o.OrderId, o => o.Number, ct);
    }

    private async Task<Dictionary<Guid, string>> Names(IEnumerable<Guid> things, CancellationToken ct)
    {
        var ids = things.Distinct().ToList();
        return await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
    }
}
