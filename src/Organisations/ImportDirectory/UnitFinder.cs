using Commerce.Organisations.Domain;
using Commerce.SharedKernel;

namespace Commerce.Organisations.ImportDirectory;

/// <summary>Finds units by what people write: a name, or 上级/单位 where several have that name. Ended units aren't found.</summary>
internal sealed class UnitFinder(List<OrgUnit> units, DateOnly today)
{
    /// <summary>Also what an earlier row has just set up.</summary>
    public IReadOnlyList<OrgUnit> All => units;

    public void Add(OrgUnit unit) => units.Add(unit);

    public Result<OrgUnit> Find(string written)
    {
        List<OrgUnit> found = [.. units.Where(u => u.HoldsOn(today) && u.Name == written)];
        if (found.Count == 0 && written.LastIndexOfAny(['/', '／']) is > 0 and var slash)
        {
            var (above, name) = (written[..slash].Trim(), written[(slash + 1)..].Trim());
            found = [.. units.Where(u => u.HoldsOn(today) && u.Name == name && Find(above) is { Failed: false, Value.Id: var parent } && u.ParentId == parent)];
        }

        return found switch
        {
            [var one] => one,
            [] => new Error(ErrorCode.NotFound, $"没有名为“{written}”的单位，或者它已撤销。请核对名称；写在本表里的，先把它那一行改对。", $"There is no unit named {written}, or it has ended. Check the name; if it is new in this file, mend its own row first."),
            _ => new Error(ErrorCode.Invalid, $"名为“{written}”的单位有 {found.Count} 个。请写成“上级/{written}”。", $"There are {found.Count} units named {written}. Write it with the unit above, as in above/{written}."),
        };
    }
}
