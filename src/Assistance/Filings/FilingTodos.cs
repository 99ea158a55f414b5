using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Filings;

/// <summary>Filings of the year that wait: to be written, to be put right, to be reviewed, to be approved.</summary>
internal sealed class FilingTodos(AssistanceDbContext db, Actor actor, TimeProvider clock) : ITodo
{
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct)
    {
        var mine = actor.UnitsWhere(Capability.AssistanceFile);
        if (mine.Count == 0 && !actor.Can(Capability.AssistanceConfirm) && !actor.Can(Capability.AssistanceManage) && !actor.Can(Capability.AssistanceCountersign))
        {
            return [];
        }

        var today = clock.GetUtcNow().DayInChina();
        var rule = await db.ShareRatios.AsNoTracking().Where(r => r.Year == today.Year).OrderByDescending(r => r.Number).FirstOrDefaultAsync(ct);
        if (rule is null)
        {
            return [];
        }

        var filings = await db.ShareFilings.AsNoTracking().Include(f => f.Versions).Include(f => f.Steps).Where(f => f.Year == today.Year).ToListAsync(ct);
        var names = await db.KnownUnits.AsNoTracking().Where(u => u.ValidTo == null || u.ValidTo > today)
            .Join(db.KnownNames, u => u.UnitId, n => n.Id, (u, n) => n).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        var desk = await FilingDesk.Open(db, actor, ct);
        List<Todo> all = [];
        foreach (var unit in mine.Where(names.ContainsKey))
        {
            var filing = filings.Find(f => f.UnitId == unit);
            if (filing?.Latest is null or { State: FilingState.Draft or FilingState.SentBack })
            {
                var (name, why) = (names[unit], filing?.Latest?.State == FilingState.SentBack ? filing.Steps.MaxBy(s => s.Place)!.Reason : null);
                all.Add(new(
                    why is null ? $"填报 {rule.Year} 年 832 预留份额（{name}）" : $"改正 832 预留份额填报（{name}）：{why}",
                    why is null ? $"File the 832 reserved share of {rule.Year} ({name})" : $"Put the filing of the 832 reserved share right ({name}): {why}",
                    $"/assistance/filings/{rule.Year}/{unit}", filing?.ChangedAt ?? rule.At, filing?.Versions.Exists(v => v.ApprovedAt is not null) == true ? null : rule.DueOn));
            }
        }

        all.AddRange(filings.Where(f => desk.MayDecide(f) && !HadAHand(f)).Select(f => f.Latest!.State == FilingState.Submitted
            ? new Todo($"审核 832 预留份额填报（{names.GetValueOrDefault(f.UnitId)}）", $"Review the filing of the 832 reserved share ({names.GetValueOrDefault(f.UnitId)})", $"/assistance/filings/{f.Year}/{f.UnitId}", f.ChangedAt)
            : new Todo($"批准 832 预留份额填报（{names.GetValueOrDefault(f.UnitId)}）", $"Approve the filing of the 832 reserved share ({names.GetValueOrDefault(f.UnitId)})", $"/assistance/filings/{f.Year}/{f.UnitId}", f.ChangedAt)));
        return all;
    }

    private bool HadAHand(ShareFiling filing)
    {
        var last = filing.Steps.Where(s => s.Act == FilingAct.Submitted).Max(s => s.Place);
        return filing.Steps.Exists(s => s.Place >= last && s.ById == actor.Id);
    }
}
