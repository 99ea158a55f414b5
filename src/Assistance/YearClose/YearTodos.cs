using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.YearClose;

/// <summary>What waits at years: all twelve months are closed and nobody has signed, or the second signature is missing.</summary>
internal sealed class YearTodos(AssistanceDbContext db, Actor actor, TimeProvider clock) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct)
    {
        var (signs, countersigns) = (actor.Can(Capability.AssistanceClose), actor.Can(Capability.AssistanceCountersign));
        if (!(signs || countersigns))
        {
            return [];
        }

        var todos = new List<Todo>();
        var me = actor.Id;
        var years = await db.Years.AsNoTracking().ToListAsync(ct);
        if (signs && await db.CoversAll(actor, Capability.AssistanceClose, ct))
        {
            var now = clock.GetUtcNow().DayInChina().Year;
            var ready = (await db.Months.AsNoTracking().Where(m => m.State == MonthState.Closed).Select(m => m.MonthNumber / 100).ToListAsync(ct))
                .GroupBy(y => y).Where(g => g.Count() == 12 && g.Key < now).Select(g => g.Key).Except(years.Where(y => y.State != MonthState.Open).Select(y => y.Year));
            todos.AddRange(ready.Order().Select(y => new Todo($"年度结账签字：{y}年", $"Sign {y} for closing", $"/assistance/years?year={y}", new DateOnly(y + 1, 1, 1).StartInChina())));
        }

        if (countersigns && await db.CoversAll(actor, Capability.AssistanceCountersign, ct))
        {
            todos.AddRange(years.Where(y => y.State == MonthState.Signed && y.FirstById != me).OrderBy(y => y.Year)
                .Select(y => new Todo($"第二人签字，年度结账：{y.Year}年（{y.FirstByName} 已签）", $"Sign second and close {y.Year} (signed by {y.FirstByName})", $"/assistance/years?year={y.Year}", y.FirstAt!.Value)));
        }

        return todos;
    }
}
