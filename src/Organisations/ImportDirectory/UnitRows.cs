using System.Globalization;
using Commerce.Organisations.Data;
using Commerce.Organisations.Domain;
using Commerce.Platform.OfficeFiles;
using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Organisations.ImportDirectory;

/// <summary>Lays the rows of the sheet of units over the units; the caller saves, or drops it when it only wanted to look.</summary>
/// <param name="db">Where changed units are stated.</param>
/// <param name="actor">Whose units these must be.</param>
/// <param name="finder">All units.</param>
/// <param name="now">The moment.</param>
internal sealed class UnitRows(OrganisationsDbContext db, Actor actor, UnitFinder finder, DateTimeOffset now)
{
    private readonly HashSet<Guid> fresh = [];
    private readonly Dictionary<Guid, int> seen = [];

    public IReadOnlyList<RowVerdict> Apply(FilledTable table)
    {
        var verdicts = new Dictionary<int, RowVerdict>();
        var waiting = table.Rows.ToList();

        // A unit may hang under one that stands further down: what isn't found yet is tried again while others get done.
        while (waiting.Count > 0)
        {
            List<FilledRow> later = [];
            foreach (var row in waiting)
            {
                var verdict = Take(row);
                if (verdict is null)
                {
                    later.Add(row);
                }
                else
                {
                    verdicts[row.Number] = verdict;
                }
            }

            if (later.Count == waiting.Count)
            {
                later.ForEach(row => verdicts[row.Number] = Wrong(row, finder.Find(row[Sheets.Parent]).Error!));
                break;
            }

            waiting = later;
        }

        return [.. verdicts.OrderBy(v => v.Key).Select(v => v.Value)];
    }

    /// <summary>Null while the unit above it isn't known yet.</summary>
    private RowVerdict? Take(FilledRow row)
    {
        if (row.Unusable is { } unusable)
        {
            return Wrong(row, unusable);
        }

        OrgUnit? parent = null;
        if (row[Sheets.Parent] is { Length: > 0 } written)
        {
            var found = finder.Find(written);
            if (found.Failed)
            {
                return found.Error!.Code == ErrorCode.NotFound ? null : Wrong(row, found.Error);
            }

            parent = found.Value;
        }

        var (name, today) = (row[Sheets.UnitName], now.DayInChina());
        var same = finder.All.Where(u => u.Name == name && (parent is null || u.ParentId == parent.Id)).ToList();
        if (same.Count > 0 && same.TrueForAll(u => !u.HoldsOn(today)))
        {
            return Wrong(row, ($"名为“{name}”的单位已经撤销，不能再改。新设的单位请换一个名称。", $"The unit {name} has ended and can't be changed. Give a new unit another name."));
        }

        same.RemoveAll(u => !u.HoldsOn(today));
        if (parent is null && same.Count > 1 && same.Count(u => u.ParentId is null) == 1)
        {
            same.RemoveAll(u => u.ParentId is not null);
        }

        return same.Count > 1 ? Wrong(row, finder.Find(name).Error!) : Write(row, name, parent, same.Count == 1 ? same[0] : null, today);
    }

    private RowVerdict Write(FilledRow row, string name, OrgUnit? parent, OrgUnit? unit, DateOnly today)
    {
        var read = Read(row, unit);
        if (read.Error is { } unread)
        {
            return Wrong(row, unread);
        }

        var said = read.Value;
        var parentId = unit?.ParentId ?? parent?.Id;
        if (OrgUnit.CheckShape(name, said.Kind, parentId is not null).Error is { } shapeless)
        {
            return Wrong(row, shapeless);
        }

        if ((said.Kind == OrgUnitKind.Department) != (unit?.IsRoot ?? false))
        {
            return Wrong(row, OrganisationsErrors.SecondRoot);
        }

        if (!MayManage(unit?.Id ?? parentId))
        {
            return Wrong(row, unit is null
                ? ("上级单位不归您管理。请找管理它的人导入这一行。", "The unit above isn't yours to manage. Ask its administrator to import this row.")
                : ("这个单位不归您管理。请删去这一行。", "This unit isn't yours to manage. Remove the row."));
        }

        if (unit is not null && !seen.TryAdd(unit.Id, row.Number))
        {
            return Wrong(row, ($"与第 {seen[unit.Id]} 行是同一个单位。请只留一行。", $"This is the same unit as in row {seen[unit.Id]}. Keep one of them."));
        }

        if (unit is null && finder.All.Any(u => u.ParentId == parentId && u.IsCalled(name, today)))
        {
            return Wrong(row, OrganisationsErrors.UnitNameTaken(name));
        }

        return unit is null ? SetUp(row, name, parent, said, today) : Change(row, unit, said);
    }

    private RowVerdict SetUp(FilledRow row, string name, OrgUnit? parent, Said said, DateOnly today)
    {
        var unit = new OrgUnit
        {
            Id = Guid.CreateVersion7(now),
            Name = name,
            Kind = said.Kind,
            ParentId = parent?.Id,
            IsBudgetUnit = said.BudgetUnit,
            External = said.External,
            Position = said.Position,
            ValidFrom = today,
            UpdatedAt = now,
        };
        db.Units.Add(unit);
        db.State(unit, now);
        finder.Add(unit);
        _ = fresh.Add(unit.Id);
        seen[unit.Id] = row.Number;
        return new(
            row.Sheet, row.Number, name, RowFate.New,
            parent is null ? $"新设{Sheets.WordOf(said.Kind)}" : $"新设{Sheets.WordOf(said.Kind)}，在{parent.Name}下",
            parent is null ? "set up" : $"set up under {parent.Name}");
    }

    private RowVerdict Change(FilledRow row, OrgUnit unit, Said said)
    {
        List<(string Head, string Before, string After)> all =
        [
            (Sheets.Kind, Sheets.WordOf(unit.Kind), Sheets.WordOf(said.Kind)),
            (Sheets.BudgetUnit, Sheets.WordOf(unit.IsBudgetUnit), Sheets.WordOf(said.BudgetUnit)),
            (Sheets.External, Sheets.WordOf(unit.External), Sheets.WordOf(said.External)),
            (Sheets.Position, unit.Position.ToString(CultureInfo.InvariantCulture), said.Position.ToString(CultureInfo.InvariantCulture)),
        ];
        List<string> changes = [.. all.Where(c => c.Before != c.After).Select(c => $"{c.Head} {c.Before} → {c.After}")];
        if (changes.Count == 0)
        {
            return new(row.Sheet, row.Number, unit.Name, RowFate.Same, "与现在相同", "as it is");
        }

        (unit.Kind, unit.IsBudgetUnit, unit.External, unit.Position, unit.UpdatedAt) = (said.Kind, said.BudgetUnit, said.External, said.Position, now);
        db.State(unit, now);
        return new(row.Sheet, row.Number, unit.Name, RowFate.Changed, string.Join('；', changes), string.Join("; ", changes));
    }

    /// <summary>An empty cell leaves an existing unit as it is.</summary>
    private static Result<Said> Read(FilledRow row, OrgUnit? unit)
    {
        var kind = unit?.Kind;
        if (row[Sheets.Kind] is { Length: > 0 } written)
        {
            kind = Sheets.Kinds.TryGetValue(written, out var known) ? known : null;
        }

        if (kind is null)
        {
            return Invalid($"类型要写：{string.Join('、', Sheets.Kinds.Keys.Skip(1))}。", $"The kind must be one of {string.Join(", ", Sheets.Kinds.Keys.Skip(1))}.");
        }

        if (YesNo(row[Sheets.BudgetUnit], unit?.IsBudgetUnit ?? false) is not { } budgetUnit || YesNo(row[Sheets.External], unit?.External ?? false) is not { } external)
        {
            return Invalid("“预算单位”“厅外”只能写“是”或“否”，或者空着。", "预算单位 and 厅外 hold 是 or 否, or nothing.");
        }

        var position = unit?.Position ?? 0;
        return row[Sheets.Position] is { Length: > 0 } place && (!int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out position) || position > 9999)
            ? Invalid("次序应是 0 到 9999 的整数。", "The place is a whole number from 0 to 9999.")
            : new Said(kind.Value, budgetUnit, external, position);
    }

    private bool MayManage(Guid? unitId) =>
        (unitId ?? finder.All.FirstOrDefault(u => u.IsRoot)?.Id) is { } id && (fresh.Contains(id) || actor.Can(Capability.OrganisationManage, id));

    private static bool? YesNo(string written, bool otherwise) => written switch
    {
        "" => otherwise,
        "是" => true,
        "否" => false,
        _ => null,
    };

    private static Error Invalid(string chinese, string english) => new(ErrorCode.Invalid, chinese, english);

    private static RowVerdict Wrong(FilledRow row, Error why) => Wrong(row, (why.Chinese, why.English));

    private static RowVerdict Wrong(FilledRow row, (string Chinese, string English) why) => new(row.Sheet, row.Number, row[Sheets.UnitName], RowFate.Wrong, why.Chinese, why.English);

    private readonly record struct Said(OrgUnitKind Kind, bool BudgetUnit, bool External, int Position);
}
