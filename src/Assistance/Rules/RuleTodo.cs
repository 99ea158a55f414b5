using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Rules;

/// <summary>A proposed rule waits in the inbox of those who decide; one's own waits for a colleague.</summary>
internal sealed class RuleTodo(AssistanceDbContext db, Actor actor) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct)
    {
        var me = actor.Id;
        return await db.MayDecideOnRules(actor, ct)
            ? [.. (await db.FigureRules.AsNoTracking().Where(r => r.State == RuleState.Proposed && r.ById != me).ToListAsync(ct)).OrderBy(r => r.At)
                .Select(r => new Todo($"定计数口径（{RuleWords.Of(r.Figure, true)}，第 {r.Number} 版）", $"Decide on a counting rule ({RuleWords.Of(r.Figure, false)}, version {r.Number})", "/assistance/rules", r.At))]
            : [];
    }
}
