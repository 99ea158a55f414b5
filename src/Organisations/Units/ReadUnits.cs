using Commerce.Organisations.Directories;
using Commerce.Organisations.Domain;
using Commerce.Platform.People;

namespace Commerce.Organisations.Units;

/// <summary>A unit in the tree.</summary>
/// <param name="Unit">It.</param>
/// <param name="Depth">How far below the top.</param>
/// <param name="Mine">The reader may change it.</param>
/// <param name="Ended">It doesn't exist any more today.</param>
internal sealed record UnitRow(UnitView Unit, int Depth, bool Mine, bool Ended);

/// <summary>The units as a tree, ended ones below those that exist.</summary>
internal sealed class ReadUnits(OrgDirectory directory, Actor actor)
{
    public async Task<IReadOnlyList<UnitRow>> Tree(CancellationToken ct)
    {
        var now = await directory.Read(ct);
        var valid = now.ValidUnits.ToHashSet();
        var rows = new List<UnitRow>();
        foreach (var top in now.ValidUnits.Where(u => u.Parent is null || !valid.Contains(u.Parent)))
        {
            Walk(top, 0);
        }

        rows.AddRange(now.Units.Values.Where(u => !valid.Contains(u)).OrderBy(u => u.Name, StringComparer.Ordinal).Select(u => new UnitRow(u, 0, Mine(u), true)));
        return rows;

        void Walk(UnitView unit, int depth)
        {
            rows.Add(new(unit, depth, Mine(unit), false));
            unit.Children.ForEach(child => Walk(child, depth + 1));
        }
    }

    /// <summary>One unit; null when there is none or it isn't the reader's to change.</summary>
    public async Task<UnitView?> One(Guid id, CancellationToken ct) =>
        (await directory.Read(ct)).Units.GetValueOrDefault(id) is { } unit && Mine(unit) ? unit : null;

    /// <summary>The units that the reader manages and that exist today, in official order.</summary>
    public async Task<IReadOnlyList<UnitView>> Managed(CancellationToken ct) => [.. (await directory.Read(ct)).ValidUnits.Where(Mine)];

    /// <summary>All units that exist today: somebody from another unit may eat in one's canteen.</summary>
    public async Task<IReadOnlyList<UnitView>> All(CancellationToken ct) => (await directory.Read(ct)).ValidUnits;

    private bool Mine(UnitView unit) => actor.Can(Capability.OrganisationManage, unit.Id);
}
