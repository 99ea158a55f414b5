using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.OfficeFiles;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.DaySheets.Import;

/// <summary>What a workbook of sales comes to.</summary>
/// <param name="Rows">Row by row.</param>
/// <param name="Drafts">Drafts that it takes the place of.</param>
/// <param name="First">The sheet of the first day; null when nothing of it can be taken.</param>
internal sealed record LaidSales(IReadOnlyList<RowVerdict> Rows, IReadOnlyList<ImportDaySheets.Draft> Drafts, Guid? First);

/// <summary>Lays a workbook over the day sheets inside the caller's unit of work; looking and saving go the same way, so that the one tells what the other does.</summary>
internal sealed class DaySheetImport(AssistanceDbContext db, ReadDaySheets sheets, ReadLines read, WriteSheet write, TimeProvider clock)
{
    /// <param name="file">The workbook.</param>
    /// <param name="name">Its name.</param>
    /// <param name="drafts">Drafts that may be replaced, as they were seen; null to look at them as they are.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<Result<LaidSales>> Lay(byte[] file, string name, IReadOnlyList<ImportDaySheets.Draft>? drafts, CancellationToken ct)
    {
        // The lists beside the lines come back with the file, and don't count.
        var book = FilledTable.Sheets(file, name, SalesBook.MostRows + SalesBook.MostListed + 500);
        if (book.Failed)
        {
            return book.Error!;
        }

        if (FilledTable.In(book.Value, SalesBook.Needed) is not { } table)
        {
            return OfficeFileErrors.NoHead(string.Join('、', SalesBook.Needed));
        }

        if (table.Rows.Count is 0 or > SalesBook.MostRows)
        {
            return table.Rows.Count == 0 ? OfficeFileErrors.NoRows : OfficeFileErrors.TooManyRows(SalesBook.MostRows);
        }

        var rows = new SalesRows(await sheets.Outlets(Platform.People.Capability.DaySheetWrite, ct), await sheets.Goods(ct));
        var typed = table.Rows.Select(row => (Row: row, Read: rows.Read(row))).ToList();
        var verdicts = typed.Where(t => t.Read.Failed).ToDictionary(t => t.Row.Number, t => Wrong(t.Row, t.Read.Error!));
        List<IGrouping<DateOnly, (FilledRow Row, SaveDaySheet.Line Line)>> days = [.. typed.Where(t => !t.Read.Failed).Select(t => (t.Row, t.Read.Value)).GroupBy(t => t.Value.Day, t => (t.Row, t.Value.Line)).OrderBy(d => d.Key)];
        if (days.Count > SalesBook.MostDays)
        {
            return DaySheetErrors.TooManyDays(SalesBook.MostDays);
        }

        var (replaced, first) = (new List<ImportDaySheets.Draft>(), (Guid?)null);
        if (rows.Outlet is { } outletId)
        {
            var outlet = await write.Outlet(outletId, ct);
            var dates = days.ConvertAll(d => d.Key);
            var known = await db.DaySheets.Include(s => s.Lines).Where(s => s.OutletId == outletId && dates.Contains(s.Day)).AsSplitQuery().ToDictionaryAsync(s => s.Day, ct);
            foreach (var day in days)
            {
                var sheet = known.GetValueOrDefault(day.Key);
                var there = sheet is { State: DaySheetState.Draft } ? new ImportDaySheets.Draft(day.Key, sheet.Version) : null;
                replaced.AddRange(there is null ? [] : [there]);
                var seen = drafts is null ? there : drafts.FirstOrDefault(d => d.Day == day.Key);
                var put = outlet.Failed ? outlet.Error! : await Day(sheet, outlet.Value, day.Key, [.. day], seen?.Version, verdicts, ct);
                first ??= put.Failed ? null : put.Value;
                foreach (var (row, _) in put.Failed ? [.. day] : Array.Empty<(FilledRow Row, SaveDaySheet.Line Line)>())
                {
                    _ = verdicts.TryAdd(row.Number, Wrong(row, put.Error!));
                }
            }
        }

        return new LaidSales([.. table.Rows.Select(r => verdicts[r.Number])], replaced, first);
    }

    // Refused as a whole, or told row by row.
    private async Task<Result<Guid?>> Day(
        DaySheet? sheet, KnownOutlet outlet, DateOnly day, List<(FilledRow Row, SaveDaySheet.Line Line)> typed, int? seen, Dictionary<int, RowVerdict> verdicts, CancellationToken ct)
    {
        if (write.Day(day) is { Error: { } wrong })
        {
            return wrong;
        }

        if (typed.Count > ReadLines.Most)
        {
            return DaySheetErrors.LinesWrong(ReadLines.Most);
        }

        if (sheet is { State: not DaySheetState.Draft })
        {
            return DaySheetErrors.NoDraft;
        }

        var lines = await read.Each(outlet.OutletId, day, typed.ConvertAll(t => t.Line), LedgerEntry.Kept(clock.GetUtcNow()), ct);
        foreach (var ((row, _), line) in typed.Zip(lines).Where(t => t.Second.Failed))
        {
            verdicts[row.Number] = Wrong(row, line.Error!);
        }

        if (lines.Any(l => l.Failed))
        {
            // The others would have been taken; nothing of the file is.
            Tell(typed, verdicts, RowFate.New, day, "这一天有别的行不对", "another row of this day is wrong");
            return (Guid?)null;
        }

        List<DaySheetLine> fresh = [.. lines.Select(l => l.Value)];
        var before = sheet?.Lines.OrderBy(l => l.Number).ToList();
        if (before is not null && before.Select(Said).SequenceEqual(fresh.Select(Said)))
        {
            Tell(typed, verdicts, RowFate.Same, day, "与草稿相同", "as in the draft");
            return sheet!.Id;
        }

        var put = write.Put(sheet, outlet, day, fresh, seen);
        if (put.Failed)
        {
            return put.Error!;
        }

        if (before is null)
        {
            Tell(typed, verdicts, RowFate.New, day, "新的草稿", "a new draft");
        }
        else
        {
            Tell(typed, verdicts, RowFate.Changed, day, $"换掉草稿里的 {before.Count} 行", $"takes the place of the draft's {before.Count} lines");
        }

        return put.Value.Id;
    }

    private static void Tell(List<(FilledRow Row, SaveDaySheet.Line Line)> typed, Dictionary<int, RowVerdict> verdicts, RowFate fate, DateOnly day, string chinese, string english)
    {
        foreach (var (row, line) in typed)
        {
            var amount = $"{(line.RefundsLineId is null ? "" : "-")}{Money.Of(line.Amount.Amount)}";
            _ = verdicts.TryAdd(row.Number, Verdict(row, fate, $"{amount} 元，{SalesBook.Written(day)}：{chinese}", $"{amount} yuan, {SalesBook.Written(day)}: {english}"));
        }
    }

    private static (Guid, string, GoodsStock, long, MeasureUnit, Money, Guid?, string?) Said(DaySheetLine l) =>
        (l.ProductId, l.Goods, l.Stock, l.QuantityMilli, l.QuantityUnit, l.Amount, l.RefundsLineId, l.Reason);

    private static RowVerdict Wrong(FilledRow row, Error error) => SalesBook.ColumnOf(error) is { } column
        ? Verdict(row, RowFate.Wrong, $"“{column}”一列：{error.Chinese}", $"Column {column}: {error.English}")
        : Verdict(row, RowFate.Wrong, error.Chinese, error.English);

    private static RowVerdict Verdict(FilledRow row, RowFate fate, string chinese, string english) =>
        new(row.Sheet, row.Number, $"{row[SalesBook.Day]} {row[SalesBook.Goods]}".Trim(), fate, chinese, english);
}
