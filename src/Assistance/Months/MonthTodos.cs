using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Months;

/// <summary>What waits at months that are over: a unit's figures to be confirmed, the office's signature, the second one. One entry each, for the
/// earliest month; it says how many wait.</summary>
internal sealed class MonthTodos(AssistanceDbContext db, Actor actor, Demonstration demonstration, TimeProvider clock) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct)
    {
        if (!actor.Can(Capability.AssistanceConfirm) && !actor.Can(Capability.AssistanceClose) && !actor.Can(Capability.AssistanceCountersign))
        {
            return [];
        }

        var now = clock.GetUtcNow().MonthInChina();
        var closed = await db.Months.AsNoTracking().Where(m => m.State == MonthState.Closed).Select(m => m.MonthNumber).ToListAsync(ct);
        var over = (await db.LedgerTotals.AsNoTracking().Where(t => t.MonthNumber < now.Number).Select(t => t.MonthNumber).Distinct().ToListAsync(ct))
            .Except(closed).Order().Select(m => new Month(m)).ToList();
        List<Todo?> all =
        [
            await ToConfirm(over, ct),
            await db.CoversAll(actor, Capability.AssistanceClose, ct) ? await ToSign(over, ct) : null,
            await db.CoversAll(actor, Capability.AssistanceCountersign, ct) ? await ToCountersign(ct) : null,
        ];
        return [.. all.OfType<Todo>()];
    }

    private async Task<Todo?> ToConfirm(List<Month> over, CancellationToken ct)
    {
        var mine = actor.UnitsWhere(Capability.AssistanceConfirm);
        var waiting = new List<(Month Month, MonthLine Line)>();
        foreach (var month in mine.Count == 0 ? [] : over)
        {
            // A unit that bought nothing and takes no part later is not asked for each of its empty months.
            waiting.AddRange((await db.LinesOf(month, mine, demonstration, ct)).Where(l => l.ConfirmedBy is null && l.Entries > 0).Select(l => (month, l)));
        }

        return waiting.Count == 0 ? null : One(
            waiting[0].Month,
            $"确认{Chinese(waiting[0].Month)}采购数（{waiting[0].Line.Unit}，{waiting[0].Line.Total} 元）{More(waiting.Count, true)}",
            $"Confirm the figures of {waiting[0].Month} ({waiting[0].Line.Unit}, {waiting[0].Line.Total} yuan){More(waiting.Count, false)}");
    }

    private async Task<Todo?> ToSign(List<Month> over, CancellationToken ct)
    {
        var signed = await db.Months.AsNoTracking().Where(m => m.State == MonthState.Signed).ToDictionaryAsync(m => m.MonthNumber, m => m.FirstEntries, ct);
        var waiting = new List<Month>();
        foreach (var month in over)
        {
            if (!signed.TryGetValue(month.Number, out var entries) || entries != await db.EntriesIn(month, ct))
            {
                waiting.Add(month);
            }
        }

        return waiting.Count == 0 ? null : One(waiting[0], $"结账签字：{Chinese(waiting[0])}{More(waiting.Count, true)}", $"Sign {waiting[0]} for closing{More(waiting.Count, false)}");
    }

    private async Task<Todo?> ToCountersign(CancellationToken ct)
    {
        var me = actor.Id;
        var waiting = await db.Months.AsNoTracking().Where(m => m.State == MonthState.Signed && m.FirstById != me).OrderBy(m => m.MonthNumber).ToListAsync(ct);
        return waiting.Count == 0 ? null : One(
            new(waiting[0].MonthNumber),
            $"第二人签字，结账：{Chinese(new(waiting[0].MonthNumber))}（{waiting[0].FirstByName} 已签）{More(waiting.Count, true)}",
            $"Sign second and close {new Month(waiting[0].MonthNumber)} (signed by {waiting[0].FirstByName}){More(waiting.Count, false)}",
            waiting[0].FirstAt);
    }

    private static Todo One(Month month, string chinese, string english, DateTimeOffset? since = null) =>
        new(chinese, english, $"/months?month={month}", since ?? new DateOnly(month.Next().Year, month.Next().OfYear, 1).StartInChina());

    private static string More(int count, bool chinese) => count == 1 ? "" : chinese ? $"，共 {count} 件" : $", {count} in all";

    private static string Chinese(Month month) => $"{month.Year}年{month.OfYear}月";
}
