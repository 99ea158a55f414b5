using Commerce.Assistance.Data;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Proof;

/// <summary>A night that didn't come out even waits in the inbox of the office and of the auditor until a later one does.</summary>
internal sealed class ProofTodo(AssistanceDbContext db, Actor actor) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct)
    {
        if (!(actor.Can(Capability.AssistanceManage) || actor.Can(Capability.AuditRead)) || !await db.CoversAll(actor, Capability.AssistanceRead, ct))
        {
            return [];
        }

        return await db.NightlyProofs.AsNoTracking().OrderByDescending(p => p.Day).FirstOrDefaultAsync(ct) is not { Good: false } night ? []
            : [new($"台账与采购对不上：{night.Differences} 处（{night.Day:yyyy-MM-dd} 夜间核对）", $"Ledger and purchases differ in {night.Differences} places (night of {night.Day:yyyy-MM-dd})", "/assistance/proof", night.At)];
    }
}
