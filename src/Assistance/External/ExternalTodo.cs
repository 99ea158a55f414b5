using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.External;

/// <summary>Suspected doubles wait in the inbox of those who decide on them; one's own record waits for a colleague.</summary>
internal sealed class ExternalTodo(AssistanceDbContext db, Actor actor) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct)
    {
        var (mine, me) = (actor.UnitsWhere(Capability.AssistanceAdjust), actor.Id);
        if (mine.Count == 0)
        {
            return [];
        }

        var waiting = db.ExternalPurchases.AsNoTracking().Where(p => (p.State == ExternalState.Held || p.State == ExternalState.Questioned) && mine.Contains(p.UnitId) && p.RecordedById != me);
        return await waiting.OrderBy(p => p.Position).Select(p => (DateTimeOffset?)p.RecordedAt).FirstOrDefaultAsync(ct) is not { } since || await waiting.CountAsync(ct) is var count && count == 0
            ? []
            : [new($"判定疑似重复的外部采购（{count} 笔）", $"Decide on {count} external purchases that look like doubles", "/assistance/external", since)];
    }
}
