using System.Globalization;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.OfficeFiles;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.External;

/// <summary>What a workbook of 832 orders comes to.</summary>
/// <param name="Rows">Row by row.</param>
/// <param name="Fresh">Records that aren't kept yet; those that resemble something are held.</param>
/// <param name="First">The record of the first row, fresh or known; null when that row is wrong.</param>
internal sealed record LaidOrders(IReadOnlyList<RowVerdict> Rows, IReadOnlyList<ExternalPurchase> Fresh, Guid? First);

/// <summary>Lays a workbook over the records; looking and saving go the same way, so that the one tells what the other does.</summary>
internal sealed class OrderImport(AssistanceDbContext db, Actor actor, ReadPurchase read, KeepRecords keep)
{
    public async Task<Result<LaidOrders>> Lay(byte[] file, string name, CancellationToken ct)
    {
        var sheets = FilledTable.Sheets(file, name, OrderSheet.MostRows);
        if (sheets.Failed)
        {
            return sheets.Error!;
        }

        if (FilledTable.In(sheets.Value, OrderSheet.Needed) is not { } table)
        {
            return OfficeFileErrors.NoHead(string.Join('、', OrderSheet.Needed));
        }

        if (table.Rows.Count == 0)
        {
            return OfficeFileErrors.NoRows;
        }

        var units = await Units(ct);
        var villages = await read.Villages(ct);
        var keys = table.Rows.Select(KeyOf).OfType<string>().Distinct().ToList();
        var known = await Known(keys, ct);
        var seen = new Dictionary<string, (int Row, ExternalPurchase Record)>();
        var (verdicts, first) = (new List<RowVerdict?>(), (Guid?)null);
        foreach (var row in table.Rows)
        {
            var record = await Record(row, units, villages, ct);
            if (record.Failed)
            {
                verdicts.Add(Wrong(row, record.Error!.Chinese, record.Error.English));
                continue;
            }

            var key = record.Value.SourceKey;
            var there = known.GetValueOrDefault(key) ?? (seen.TryGetValue(key, out var earlier) ? earlier.Record : null);
            first ??= there?.Id ?? record.Value.Id;
            if (there is null)
            {
                seen[key] = (row.Number, record.Value);
                verdicts.Add(null);
            }
            else
            {
                verdicts.Add(Again(row, record.Value, there, known.ContainsKey(key) ? null : seen[key].Row));
            }
        }

        List<ExternalPurchase> fresh = [.. seen.Values.Select(s => s.Record)];
        await keep.Hold(fresh, ct);
        return new LaidOrders([.. table.Rows.Select((row, i) => verdicts[i] ?? New(row, seen[KeyOf(row)!].Record))], fresh, first);
    }

    private async Task<Result<ExternalPurchase>> Record(FilledRow row, ILookup<string, Guid> units, IReadOnlyDictionary<Guid, string> villages, CancellationToken ct)
    {
        if (row.Unusable is { } unusable)
        {
            return new Error(ErrorCode.Invalid, unusable.Chinese, unusable.English);
        }

        var unit = units[row[OrderSheet.Unit]].ToList();
        if (unit.Count != 1)
        {
            return unit.Count == 0
                ? new Error(ErrorCode.Invalid, $"没有名为“{row[OrderSheet.Unit]}”、归您登记的单位。请核对名称。", $"There is no unit named {row[OrderSheet.Unit]} for which you record. Check the name.")
                : new Error(ErrorCode.Invalid, $"名为“{row[OrderSheet.Unit]}”的单位不止一个。请写成“上级/单位”。", $"Several units are named {row[OrderSheet.Unit]}. Write it with the unit above, as in above/unit.");
        }

        if (!int.TryParse(row[OrderSheet.Line], NumberStyles.None, CultureInfo.InvariantCulture, out var line))
        {
            return new Error(ErrorCode.Invalid, "行号应是整数，如 1。", "The line is a whole number, such as 1.");
        }

        if (row.DayAt(OrderSheet.Day) is not { } day)
        {
            return new Error(ErrorCode.Invalid, "看不懂下单日期，请写成 2026-06-01。", "The day can't be read; write it as 2026-06-01.");
        }

        if (OrderSheet.AmountIn(row) is not { } amount)
        {
            return new Error(ErrorCode.Invalid, "金额应是大于零的数，最多两位小数，如 1280.00。", "The amount is a number above zero with at most two places, such as 1280.00.");
        }

        if (!OrderSheet.Purposes.TryGetValue(row[OrderSheet.Purpose], out var purpose))
        {
            return new Error(ErrorCode.Invalid, $"用途要写：{string.Join('、', OrderSheet.Purposes.Keys)}。", $"The purpose must be one of {string.Join(", ", OrderSheet.Purposes.Keys)}.");
        }

        Guid? village = null;
        if (row[OrderSheet.Village] is { Length: > 0 } named)
        {
            if (villages.Where(v => v.Value == named).Select(v => (Guid?)v.Key).FirstOrDefault() is not { } found)
            {
                return new Error(ErrorCode.Invalid, $"没有帮扶村“{named}”。请核对村名；不是帮扶村的货就空着。", $"There is no assisted village {named}. Check its name, or leave it out.");
            }

            village = found;
        }

        return await read.Read(
            new(ExternalKind.Platform832, unit[0], row[OrderSheet.Supplier], row[OrderSheet.Goods], null, village, row[OrderSheet.County], purpose, Money.Of(amount), day, row[OrderSheet.Number], line, row[OrderSheet.Invoice], null),
            ct);
    }

    // The units for which the asker records, by name, and by the name of the unit above with theirs.
    private async Task<ILookup<string, Guid>> Units(CancellationToken ct)
    {
        var mine = actor.UnitsWhere(Capability.ExternalRecord);
        var units = await db.KnownUnits.AsNoTracking().Where(u => mine.Contains(u.UnitId)).Select(u => new { u.UnitId, u.ParentId }).ToListAsync(ct);
        var ids = units.SelectMany(u => new[] { u.UnitId, u.ParentId ?? Guid.Empty }).Distinct().ToList();
        var names = await db.KnownNames.AsNoTracking().Where(n => ids.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        return units.SelectMany(u => new[] { (Name: names.GetValueOrDefault(u.UnitId, ""), u.UnitId), (Name: $"{names.GetValueOrDefault(u.ParentId ?? Guid.Empty, "")}/{names.GetValueOrDefault(u.UnitId, "")}", u.UnitId) })
            .ToLookup(u => u.Name, u => u.UnitId);
    }

    private async Task<Dictionary<string, ExternalPurchase>> Known(List<string> keys, CancellationToken ct)
    {
        var known = new Dictionary<string, ExternalPurchase>();
        foreach (var part in keys.Chunk(500))
        {
            foreach (var record in await db.ExternalPurchases.AsNoTracking().Where(p => part.Contains(p.SourceKey)).ToListAsync(ct))
            {
                known[record.SourceKey] = record;
            }
        }

        return known;
    }

    private static string? KeyOf(FilledRow row) =>
        int.TryParse(row[OrderSheet.Line], NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? ExternalPurchase.KeyOf(row[OrderSheet.Number], line) : null;

    // The same line again: nothing happens when it says the same, and nothing of the file is taken when it says something else.
    private RowVerdict Again(FilledRow row, ExternalPurchase record, ExternalPurchase there, int? inRow)
    {
        if ((record.UnitId, record.Amount, record.On, record.Purpose, record.VillageId, record.SupplierKey) == (there.UnitId, there.Amount, there.On, there.Purpose, there.VillageId, there.SupplierKey))
        {
            return inRow is { } same
                ? Verdict(row, RowFate.Same, $"与第 {same} 行是同一行订单，只计一次", $"the order line of row {same}: counted once")
                : Verdict(row, RowFate.Same, "已经登记过，不重复计", "recorded already: counted once");
        }

        return inRow is { } other
            ? Wrong(row, $"与第 {other} 行的订单号、行号相同，内容却不同。请核对，只留对的一行。", $"It has the order and line of row {other}, but says something else. Keep the one that is right.")
            : actor.Can(Capability.ExternalRead, there.UnitId)
                ? Wrong(row, $"这一行订单已经登记过（{there.On:yyyy-MM-dd}，{there.Amount} 元），内容与这里不同。请核对；登记错了先撤回原记录。", $"This order line is recorded already ({there.On:yyyy-MM-dd}, {there.Amount} yuan) with other contents. Check it; withdraw that record first if it is wrong.")
                : Wrong(row, "这一行订单已由别的单位登记。请核对订单号；有疑问请问主办处室。", "Another unit has recorded this order line. Check its number, or ask the office.");
    }

    private static RowVerdict New(FilledRow row, ExternalPurchase record)
    {
        var what = $"{record.Amount} 元，计入 {record.On:yyyy-MM}";
        return record.Likenesses.Count == 0
            ? Verdict(row, RowFate.New, what, $"{record.Amount} yuan in {record.On:yyyy-MM}")
            : Verdict(row, RowFate.New, $"{record.Amount} 元；疑似重复，判定前不计入", $"{record.Amount} yuan; it looks like a double and waits for a decision");
    }

    private static RowVerdict Wrong(FilledRow row, string chinese, string english) => Verdict(row, RowFate.Wrong, chinese, english);

    private static RowVerdict Verdict(FilledRow row, RowFate fate, string chinese, string english) =>
        new(row.Sheet, row.Number, $"{row[OrderSheet.Unit]} {row[OrderSheet.Number]}-{row[OrderSheet.Line]} {row[OrderSheet.Goods]}", fate, chinese, english);
}
