using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Organisations.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Leases;
using Commerce.Platform.Outbox;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.EndUnit;

/// <summary>What was decided for a day comes true on it: a unit takes its new name; an ended unit's roles end, its successor runs its canteens and eats where it ate.
/// Whether a unit exists is read from its dates, and waits for nobody.</summary>
internal sealed class CarryOut(OrganisationsDbContext db, TimeProvider clock, OrgDirectory directory, OutboxBell bell) : IScheduledWork
{
    public async Task Run(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var changed = await db.InTransaction(
            async _ =>
            {
                var units = await db.Units.ToDictionaryAsync(u => u.Id, ct);
                var today = now.DayInChina();
                Rename(units.Values, today, now);
                await EndRoles(units, today, ct);
                await HandOver(units, today, now, ct);
                return await db.SaveChangesAsync(ct) > 0;
            },
            ct);
        if (changed)
        {
            directory.Forget();
            bell.Ring();
        }
    }

    private void Rename(IEnumerable<OrgUnit> units, DateOnly today, DateTimeOffset now)
    {
        foreach (var unit in units.Where(u => u.NameOn(today) != u.Name))
        {
            (unit.Name, unit.UpdatedAt) = (unit.NameOn(today), now);
            db.State(unit, now);
        }
    }

    private async Task EndRoles(Dictionary<Guid, OrgUnit> units, DateOnly today, CancellationToken ct)
    {
        Guid[] ended = [.. units.Values.Where(u => u.ValidTo <= today).Select(u => u.Id)];
        foreach (var role in await db.RoleAssignments.Where(r => ended.Contains(r.UnitId)).ToListAsync(ct))
        {
            var end = units[role.UnitId].ValidTo!.Value;
            if (role.ValidTo is null || role.ValidTo > end)
            {
                role.ValidTo = end > role.ValidFrom ? end : role.ValidFrom;
            }
        }
    }

    private async Task HandOver(Dictionary<Guid, OrgUnit> units, DateOnly today, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var canteen in await db.Canteens.Include(c => c.Terms).Include(c => c.Served).ToListAsync(ct))
        {
            if (canteen.TermOn(today) is not { } term || !canteen.ServedOn(today).Append(term.UnitId).Any(id => units.TryGetValue(id, out var u) && u.ValidTo <= today))
            {
                continue;
            }

            // An abolished unit may still stand as the one that runs no canteen (无食堂): nothing is to be handed over.
            Guid[] eaters = [.. canteen.ServedOn(today).Select(Heir).OfType<Guid>().Distinct()];
            if (Heir(term.UnitId) is { } runs)
            {
                var alone = term.Model == CanteenModel.Shared && eaters.Append(runs).Distinct().Count() < 2;
                if (canteen.Run(runs, alone ? CanteenModel.Own : term.Model, term.Contractor, eaters, today) is { Failed: false })
                {
                    canteen.UpdatedAt = now;
                    db.State(canteen, now);
                }
            }
        }

        // Who stands for a unit today: itself, or whoever it was merged into; null for an abolished one.
        Guid? Heir(Guid id)
        {
            for (var steps = 0; steps < units.Count && units.TryGetValue(id, out var unit); steps++)
            {
                if (!(unit.ValidTo <= today))
                {
                    return id;
                }

                if (unit.SuccessorId is not { } next)
                {
                    return null;
                }

                id = next;
            }

            return null;
        }
    }
}
