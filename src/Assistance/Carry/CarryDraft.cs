using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Carry;

/// <summary>Whether a figure is taken over.</summary>
internal enum CarryState
{
    /// <summary>It can be.</summary>
    Ready,

    /// <summary>已录入: the next year has one already, which is left alone.</summary>
    AlreadySet,

    /// <summary>The unit is no more by then.</summary>
    UnitEnded,
}

/// <summary>A line of the draft: this year's guide figure and what it becomes.</summary>
/// <param name="CommitmentId">This year's figure.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="VillageId">Empty for goods from anywhere.</param>
/// <param name="Village">Its name; empty for goods from anywhere.</param>
/// <param name="Now">This year's figure as it was entered last.</param>
/// <param name="Next">What is drafted, or what stands already.</param>
internal sealed record CarryLine(Guid CommitmentId, Guid UnitId, string Unit, Guid VillageId, string Village, GuidePurpose Purpose, Money Now, Money Next, CarryState State);

/// <summary>结转: this year's guide figures as a draft for the next, changed by a percentage.</summary>
internal sealed class CarryDraft(AssistanceDbContext db, Actor actor)
{
    /// <summary>Above -100 and up to 1000 percent, with at most two places.</summary>
    public static bool Fits(decimal percent) => percent is > -100m and <= 1000m && decimal.Round(percent, 2) == percent;

    /// <summary>The figure changed by the percentage, rounded half away from zero to the fen, once.</summary>
    public static Money Changed(Money figure, decimal percent) => Money.Of(Rounding.HalfAwayFromZero(figure.Amount * (100 + percent) / 100, 2));

    /// <summary>The figures of the units that the asker manages; changes nothing.</summary>
    public async Task<IReadOnlyList<CarryLine>> Read(int year, decimal percent, CancellationToken ct)
    {
        var managed = actor.UnitsWhere(Capability.AssistanceManage);
        var figures = (await db.Commitments.AsNoTracking().Where(c => (c.Year == year || c.Year == year + 1) && c.Scope == CommitmentScope.OwnGuide && managed.Contains(c.UnitId)).ToListAsync(ct))
            .Where(c => c.Target is not null).ToLookup(c => c.Year);
        var set = figures[year + 1].ToDictionary(c => (c.UnitId, c.VillageId, c.Purpose), c => c.Target!.Value);
        var ids = figures[year].SelectMany(c => new[] { c.UnitId, c.VillageId }).Distinct().ToList();
        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        var units = await db.KnownUnits.AsNoTracking().Where(u => ids.Contains(u.UnitId)).ToDictionaryAsync(u => u.UnitId, ct);
        var newYear = new DateOnly(year + 1, 1, 1);
        return
        [
            .. figures[year].OrderBy(c => units.GetValueOrDefault(c.UnitId)?.Position ?? long.MaxValue).ThenBy(c => c.Position).Select(c =>
            {
                var stands = set.TryGetValue((c.UnitId, c.VillageId, c.Purpose), out var already);
                return new CarryLine(
                    c.Id, c.UnitId, names.GetValueOrDefault(c.UnitId, ""), c.VillageId, names.GetValueOrDefault(c.VillageId, ""), c.Purpose, c.Target!.Value, stands ? already : Changed(c.Target.Value, percent),
                    stands ? CarryState.AlreadySet : units.GetValueOrDefault(c.UnitId)?.ValidTo <= newYear ? CarryState.UnitEnded : CarryState.Ready);
            }),
        ];
    }
}
