using System.Globalization;
using Commerce.Ordering.Budgets;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.OfficeFiles;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.ImportBudgets;

/// <summary>Lays a file over the budgets inside the caller's unit of work; looking and saving go the same way, so that the one tells what the other does.</summary>
internal sealed class BudgetImport(OrderingDbContext db, Actor actor, TimeProvider clock)
{
    public async Task<Result<IReadOnlyList<RowVerdict>>> Lay(byte[] file, string name, CancellationToken ct)
    {
        var sheets = FilledTable.Sheets(file, name, BudgetSheet.MostRows);
        if (sheets.Failed)
        {
            return sheets.Error!;
        }

        if (FilledTable.In(sheets.Value, BudgetSheet.Unit, BudgetSheet.Year, BudgetSheet.Fund, BudgetSheet.Limit) is not { } table)
        {
            return OfficeFileErrors.NoHead($"{BudgetSheet.Unit}、{BudgetSheet.Year}、{BudgetSheet.Fund}、{BudgetSheet.Limit}");
        }

        if (table.Rows.Count == 0)
        {
            return OfficeFileErrors.NoRows;
        }

        Guid[] managed = [.. actor.UnitsWhere(Capability.BudgetManage)];
        var budgets = await db.Budgets.Where(b => managed.Contains(b.UnitId)).ToDictionaryAsync(b => (b.UnitId, b.Year, b.Fund), ct);
        var names = new UnitNames([.. (await db.Units.AsNoTracking().ToListAsync(ct)).Where(u => managed.Contains(u.Id))], clock.GetUtcNow().DayInChina());
        var seen = new Dictionary<(Guid, int, FundingSource), int>();
        return table.Rows.Select(row => Take(row, names, budgets, seen)).ToList();
    }

    private RowVerdict Take(FilledRow row, UnitNames names, Dictionary<(Guid, int, FundingSource), Budget> budgets, Dictionary<(Guid, int, FundingSource), int> seen)
    {
        if (row.Unusable is { } unusable)
        {
            return Wrong(row, unusable.Chinese, unusable.English);
        }

        var written = row[BudgetSheet.Unit];
        if (names.Find(written) is not [var unit])
        {
            return names.Find(written).Count == 0
                ? Wrong(row, $"没有名为“{written}”、归您管理预算的单位，或者它已撤销。请核对名称。", $"There is no unit named {written} whose budget you manage, or it has ended. Check the name.")
                : Wrong(row, $"名为“{written}”的单位不止一个。请写成“上级/{written}”。", $"Several units are named {written}. Write it with the unit above, as in above/{written}.");
        }

        if (!int.TryParse(row[BudgetSheet.Year].TrimEnd('年'), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 2100)
        {
            return Wrong(row, "年度应是四位数，如 2026。", "The year has four digits, such as 2026.");
        }

        if (!BudgetSheet.Funds.TryGetValue(row[BudgetSheet.Fund], out var fund))
        {
            return Wrong(row, $"资金来源要写：{string.Join('、', BudgetSheet.Funds.Keys)}。", $"The source must be one of {string.Join(", ", BudgetSheet.Funds.Keys)}.");
        }

        var key = (unit.Id, year, fund);
        if (!seen.TryAdd(key, row.Number))
        {
            return Wrong(row, $"与第 {seen[key]} 行是同一项预算。请只留一行。", $"This is the same budget as in row {seen[key]}. Keep one of them.");
        }

        var known = budgets.GetValueOrDefault(key);
        if (row[BudgetSheet.Limit].Length == 0)
        {
            return new(row.Sheet, row.Number, Subject(row), RowFate.Same, "没有填，不改", "left empty, as it is");
        }

        return Fen(row) is not { } limit
            ? Wrong(row, "预算应是不小于零的数，最多两位小数，如 120000.00。", "The budget is a number, not negative, with at most two places, such as 120000.00.")
            : Write(row, key, known, limit);
    }

    private RowVerdict Write(FilledRow row, (Guid UnitId, int Year, FundingSource Fund) key, Budget? known, long limit)
    {
        if (known is null)
        {
            db.Budgets.Add(new Budget { UnitId = key.UnitId, Year = key.Year, Fund = key.Fund, LimitFen = limit });
            return new(row.Sheet, row.Number, Subject(row), RowFate.New, $"{Money.FromFen(limit)} 元", $"{Money.FromFen(limit)} yuan");
        }

        if (known.LimitFen == limit)
        {
            return new(row.Sheet, row.Number, Subject(row), RowFate.Same, "与现在相同", "as it is");
        }

        var used = known.ReservedFen + known.SpentFen;
        if (used > limit)
        {
            return Wrong(row, $"已用和已占 {Money.FromFen(used)} 元，预算不能比它低。请改大这个数。", $"{Money.FromFen(used)} yuan are used and held; the budget can't be lower. Raise it.");
        }

        var before = known.LimitFen;
        known.LimitFen = limit;
        return new(row.Sheet, row.Number, Subject(row), RowFate.Changed, $"{Money.FromFen(before)} → {Money.FromFen(limit)} 元", $"{Money.FromFen(before)} → {Money.FromFen(limit)} yuan");
    }

    private static long? Fen(FilledRow row) => row.NumberAt(BudgetSheet.Limit, Money.IsExact) is { } amount and >= 0 ? Money.Of(amount).Fen : null;

    private static string Subject(FilledRow row) => $"{row[BudgetSheet.Unit]} {row[BudgetSheet.Year]} {row[BudgetSheet.Fund]}";

    private static RowVerdict Wrong(FilledRow row, string chinese, string english) => new(row.Sheet, row.Number, Subject(row), RowFate.Wrong, chinese, english);
}
