using System.Globalization;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.DaySheets;

/// <summary>What is left of a line that was sold, after what went back on confirmed sheets.</summary>
/// <param name="Line">The line.</param>
/// <param name="Day">When it was sold.</param>
/// <param name="Fen">Amount left.</param>
/// <param name="Milli">Quantity left.</param>
internal sealed record SoldLeft(DaySheetLine Line, DateOnly Day, long Fen, long Milli);

/// <summary>Makes lines of a day sheet of what somebody typed, or says what is wrong with them.</summary>
internal sealed class ReadLines(AssistanceDbContext db)
{
    public const int Most = 200;

    private const long MostFen = 1_000_000_000;

    /// <summary>All lines of a sheet, or the first thing that is wrong with it.</summary>
    public async Task<Result<IReadOnlyList<DaySheetLine>>> Read(Guid outletId, DateOnly day, IReadOnlyList<SaveDaySheet.Line> typed, DateTimeOffset now, CancellationToken ct)
    {
        if (typed.Count is 0 or > Most)
        {
            return DaySheetErrors.LinesWrong(Most);
        }

        var lines = await Each(outletId, day, typed, now, ct);
        return lines.Select(l => l.Error).OfType<Error>().FirstOrDefault() is { } wrong ? wrong : lines.Select(l => l.Value).ToList();
    }

    /// <summary>Each line of a sheet, or what is wrong with it.</summary>
    public async Task<IReadOnlyList<Result<DaySheetLine>>> Each(Guid outletId, DateOnly day, IReadOnlyList<SaveDaySheet.Line> typed, DateTimeOffset now, CancellationToken ct)
    {
        var products = typed.Select(l => l.ProductId).OfType<Guid>().Distinct().ToList();
        var known = await db.KnownProducts.AsNoTracking().Where(p => products.Contains(p.ProductId)).ToDictionaryAsync(p => p.ProductId, ct);
        var names = await db.KnownNames.AsNoTracking().Where(n => products.Contains(n.Id)).ToDictionaryAsync(n => n.Id, n => n.Name, ct);
        var recognised = await Recognised(products, day, ct);
        var left = await Left(outletId, day, [.. typed.Select(l => l.RefundsLineId).OfType<Guid>()], ct);
        var (lines, sold) = (new List<Result<DaySheetLine>>(), new HashSet<(Guid, GoodsStock)>());
        foreach (var (said, at) in typed.Select((l, i) => (l, i)))
        {
            var amount = said.Amount.Read();
            var line = amount.Failed ? amount.Error!.At(["amount", .. amount.Error!.Path ?? []])
                : amount.Value.Fen is <= 0 or > MostFen ? DaySheetErrors.AmountWrong
                : said.RefundsLineId is { } back ? Refund(said, back, amount.Value, at, left, now)
                : Sale(said, amount.Value, at, known, names, recognised, now);
            if (!line.Failed && line.Value is { RefundsLineId: null, Counts: true } sale && !sold.Add((sale.ProductId, sale.Stock)))
            {
                line = DaySheetErrors.Twice;
            }

            lines.Add(line.Error is { } wrong ? wrong.At(["lines", at.ToString(CultureInfo.InvariantCulture), .. wrong.Path ?? []]) : line);
        }

        return lines;
    }

    /// <summary>Which of these products were recognised on a day.</summary>
    public async Task<IReadOnlySet<Guid>> Recognised(IReadOnlyCollection<Guid> products, DateOnly day, CancellationToken ct) =>
        (await db.KnownRecognitions.AsNoTracking().Where(r => products.Contains(r.ProductId)).ToListAsync(ct)).Where(r => r.HoldsOn(day)).Select(r => r.ProductId).ToHashSet();

    /// <summary>What is left of lines of this outlet's confirmed sheets up to a day.</summary>
    public async Task<Dictionary<Guid, SoldLeft>> Left(Guid outletId, DateOnly day, IReadOnlyCollection<Guid> lines, CancellationToken ct)
    {
        var sold = await (
            from sheet in db.DaySheets.AsNoTracking()
            where sheet.OutletId == outletId && sheet.State == DaySheetState.Confirmed && sheet.Day <= day
            join line in db.DaySheetLines.AsNoTracking() on sheet.Position equals line.SheetPosition
            where lines.Contains(line.Id) && line.RefundsLineId == null
            select new { sheet.Day, line }).ToListAsync(ct);
        var back = (await (
            from line in db.DaySheetLines.AsNoTracking()
            where line.RefundsLineId != null && lines.Contains(line.RefundsLineId.Value)
            join sheet in db.DaySheets.AsNoTracking() on line.SheetPosition equals sheet.Position
            where sheet.State == DaySheetState.Confirmed
            select line).ToListAsync(ct)).ToLookup(l => l.RefundsLineId!.Value);
        return sold.ToDictionary(
            s => s.line.Id, s => new SoldLeft(s.line, s.Day, s.line.Amount.Fen + back[s.line.Id].Sum(b => b.Amount.Fen), s.line.QuantityMilli + back[s.line.Id].Sum(b => b.QuantityMilli)));
    }

    private static Result<DaySheetLine> Sale(
        SaveDaySheet.Line said, Money amount, int at, Dictionary<Guid, KnownProduct> known, Dictionary<Guid, string> names, IReadOnlySet<Guid> recognised, DateTimeOffset now)
    {
        if (said.ProductId is not { } productId)
        {
            var goods = said.Goods?.Trim() ?? "";
            return goods.Length is 0 or > DaySheetLine.LongestName || said.Quantity is not null || said.Stock is GoodsStock.OnBehalf
                ? DaySheetErrors.GoodsWrong
                : Line(Guid.Empty, goods, Guid.Empty, GoodsStock.Own, false, 0, MeasureUnit.Piece, amount, null, null, at, now);
        }

        if (!known.TryGetValue(productId, out var product))
        {
            return AssistanceErrors.ProductUnknown;
        }

        return said.Quantity is not { Value: > 0 } quantity || !Quantity.IsExact(quantity.Value, quantity.Unit)
            ? DaySheetErrors.QuantityWrong
            : Line(
                productId, Cut(names.GetValueOrDefault(productId, "")), product.VillageId, said.Stock ?? GoodsStock.OnBehalf, recognised.Contains(productId),
                Quantity.Of(quantity.Value, quantity.Unit).Milli, quantity.Unit, amount, null, null, at, now);
    }

    // Money that goes back is typed as what went back, and kept with minus signs.
    private static Result<DaySheetLine> Refund(SaveDaySheet.Line said, Guid soldId, Money amount, int at, Dictionary<Guid, SoldLeft> left, DateTimeOffset now)
    {
        if (!left.TryGetValue(soldId, out var sold))
        {
            return DaySheetErrors.RefundUnknown;
        }

        if (said.Reason?.Trim() is not { Length: >= 2 and <= DaySheetLine.LongestReason } reason)
        {
            return DaySheetErrors.RefundWhy;
        }

        var line = sold.Line;
        if (said.Quantity is { } typed && (typed.Value < 0 || !Quantity.IsExact(typed.Value, typed.Unit) || typed.Unit.Dimension() != line.QuantityUnit.Dimension()))
        {
            return DaySheetErrors.QuantityWrong;
        }

        var milli = said.Quantity is { } quantity ? Quantity.Of(quantity.Value, quantity.Unit).Milli : 0;
        if (amount.Fen > sold.Fen || milli > sold.Milli)
        {
            return DaySheetErrors.MoreThanSold(Money.FromFen(sold.Fen), new Quantity(sold.Milli, line.QuantityUnit).ToString());
        }

        left[soldId] = sold with { Fen = sold.Fen - amount.Fen, Milli = sold.Milli - milli };
        return Line(line.ProductId, line.Goods, line.VillageId, line.Stock, line.Recognised, -milli, line.QuantityUnit, Money.FromFen(-amount.Fen), soldId, reason, at, now);
    }

    private static DaySheetLine Line(
        Guid product, string goods, Guid village, GoodsStock stock, bool recognised, long milli, MeasureUnit unit, Money amount, Guid? refunds, string? reason, int at, DateTimeOffset now) => new()
        {
            Id = Guid.CreateVersion7(now),
            Number = at + 1,
            ProductId = product,
            Goods = goods,
            VillageId = village,
            Stock = stock,
            Recognised = recognised,
            QuantityMilli = milli,
            QuantityUnit = unit,
            Amount = amount,
            RefundsLineId = refunds,
            Reason = reason,
        };

    private static string Cut(string name) => name.Length <= DaySheetLine.LongestName ? name : name[..DaySheetLine.LongestName];
}
