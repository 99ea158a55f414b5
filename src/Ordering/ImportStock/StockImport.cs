using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Stocks;
using Commerce.Platform.GraphQL;
using Commerce.Platform.OfficeFiles;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.ImportStock;

/// <summary>What a workbook of stock comes to.</summary>
/// <param name="Rows">Row by row.</param>
/// <param name="First">The offer of the first row that could be taken; null when none could.</param>
internal sealed record LaidStock(IReadOnlyList<RowVerdict> Rows, Guid? First);

/// <summary>Lays a workbook over the stock inside the caller's transaction, by the acts that people use one by one: what came, what was counted.</summary>
internal sealed class StockImport(OrderingDbContext db, Actor actor, TimeProvider clock, ReceiveStock.Handler receive, CountStock.Handler count)
{
    private DateTimeOffset now;
    private ILookup<(Guid Product, string Number), KnownBatch> batches = Array.Empty<KnownBatch>().ToLookup(b => (b.ProductId, b.Number));
    private IReadOnlyDictionary<Guid, long> stood = new Dictionary<Guid, long>();
    private IReadOnlyDictionary<Guid, KnownPrice> prices = new Dictionary<Guid, KnownPrice>();

    public async Task<Result<LaidStock>> Lay(byte[] file, string name, CancellationToken ct)
    {
        // The explanation comes back with the file, and doesn't count.
        var sheets = FilledTable.Sheets(file, name, StockBook.MostRows + 50);
        if (sheets.Failed)
        {
            return sheets.Error!;
        }

        if (FilledTable.In(sheets.Value, StockBook.Needed) is not { } table)
        {
            return OfficeFileErrors.NoHead(string.Join('、', StockBook.Needed));
        }

        if (table.Rows.Count is 0 or > StockBook.MostRows)
        {
            return table.Rows.Count == 0 ? OfficeFileErrors.NoRows : OfficeFileErrors.TooManyRows(StockBook.MostRows);
        }

        var kept = await db.KeptBy(actor).ToDictionaryAsync(o => o.Id, ct);
        var (verdicts, seen, first) = (new Dictionary<int, RowVerdict>(), new Dictionary<Guid, int>(), (Guid?)null);
        var acts = new List<(FilledRow Row, KnownOffer Offer)>();
        foreach (var row in table.Rows)
        {
            var offer = Checked(row, kept, seen);
            first ??= offer.Failed ? null : offer.Value.Id;
            if (offer.Failed)
            {
                verdicts[row.Number] = Wrong(row, offer.Error!);
            }
            else if (row[StockBook.Received].Length == 0 && row[StockBook.Counted].Length == 0)
            {
                verdicts[row.Number] = Verdict(row, RowFate.Same, "没有填，不改", "left empty, as it is");
            }
            else
            {
                acts.Add((row, offer.Value));
            }
        }

        await ReadOnce(acts, ct);

        // In the order of the offers, so that two files can't block each other.
        foreach (var (row, offer) in acts.OrderBy(a => a.Offer.Id))
        {
            verdicts[row.Number] = row[StockBook.Counted].Length > 0 ? await Count(row, offer, ct) : await Receive(row, offer, ct);
        }

        await db.StateStocks([.. acts.Where(a => verdicts[a.Row.Number].Fate == RowFate.Changed).Select(a => a.Offer.Id)], now, ct);

        return new LaidStock([.. table.Rows.Select(r => verdicts[r.Number])], first);
    }

    // Whatever the rows, what stands there is read once; each row then writes once.
    private async Task ReadOnce(List<(FilledRow Row, KnownOffer Offer)> acts, CancellationToken ct)
    {
        now = clock.GetUtcNow();
        Guid[] offers = [.. acts.Select(a => a.Offer.Id)];
        stood = await db.Stocks.AsNoTracking().Where(s => offers.Contains(s.OfferId)).ToDictionaryAsync(s => s.OfferId, s => s.OnHandMilli, ct);
        prices = await db.PricesNow(offers, now, ct);
        Guid[] goods = [.. acts.Where(a => a.Row[StockBook.Batch].Length > 0).Select(a => a.Offer.ProductId).Distinct()];
        if (goods.Length > 0)
        {
            batches = (await db.Batches.AsNoTracking().Where(b => goods.Contains(b.ProductId)).ToListAsync(ct)).ToLookup(b => (b.ProductId, b.Number));
        }
    }

    private static Result<KnownOffer> Checked(FilledRow row, Dictionary<Guid, KnownOffer> kept, Dictionary<Guid, int> seen)
    {
        if (row.Unusable is { } unusable)
        {
            return new Error(ErrorCode.Invalid, unusable.Chinese, unusable.English);
        }

        if (!NodeId.TryDecode(row[StockBook.Offer], "off", out var id) || !kept.TryGetValue(id, out var offer))
        {
            return Error("offerId", "没有这个编号，或者它的库存不归您管。请重新下载表格，编号不要改。", "There is no such id, or its stock isn't yours to keep. Download the form again and leave its ids alone.");
        }

        if (!seen.TryAdd(id, row.Number))
        {
            return Error("offerId", $"与第 {seen[id]} 行是同一个商品。请只留一行。", $"It is the goods of row {seen[id]}. Keep one of them.");
        }

        return row[StockBook.Unit] != offer.SoldBy.Name()
            ? Error("unit", $"它按{offer.SoldBy.Name()}计数，请把数换算成{offer.SoldBy.Name()}。", $"It is counted by {offer.SoldBy.Name(false)}; convert the figures.")
            : row[StockBook.Received].Length > 0 && row[StockBook.Counted].Length > 0
                ? Error("counted", "一行只填进货或盘点中的一样。请先导入进货，再重新下载、盘点。", "A row holds what came or what was counted. Import what came first, then download again and count.")
                : offer;
    }

    private async Task<RowVerdict> Receive(FilledRow row, KnownOffer offer, CancellationToken ct)
    {
        if (Number(row, StockBook.Received, offer) is not { } quantity)
        {
            return Wrong(row, StockErrors.QuantityShape(offer, "quantity"));
        }

        if (Finer(quantity))
        {
            return Wrong(row, StockErrors.FinerThanShown("quantity"));
        }

        var expires = row.DayAt(StockBook.ExpiresOn);
        if (expires is null && row[StockBook.ExpiresOn].Length > 0)
        {
            return Wrong(row, Error("expiresOn", "看不懂日期，请写成 2026-12-31。", "The day can't be read; write it as 2026-12-31."));
        }

        KnownBatch? batch = null;
        if (row[StockBook.Batch] is { Length: > 0 } number)
        {
            if (batches[(offer.ProductId, number)].ToList() is not [var known])
            {
                return Wrong(row, Error("batchId", $"这个商品没有编号为“{number}”的批次，或者不止一个。请核对；没有登记批次就空着，填“{StockBook.ExpiresOn}”。", $"These goods have no batch {number}, or several. Check it; without a batch on record leave it empty."));
            }

            if (known.WithdrawnOn is not null)
            {
                return Wrong(row, OrderingErrors.BatchRecalled(offer.ProductName, known).At("batchId"));
            }

            batch = known;
        }

        var done = await receive.Take(new("", offer.Id, new(quantity, offer.SoldBy), batch?.Id, expires, row[StockBook.Note]), offer, batch, prices.GetValueOrDefault(offer.Id), now, ct);
        return done.Failed
            ? Wrong(row, done.Error!)
            : Verdict(row, RowFate.Changed, $"进货 {Shown(quantity, offer)}", $"{Shown(quantity, offer)} came");
    }

    private async Task<RowVerdict> Count(FilledRow row, KnownOffer offer, CancellationToken ct)
    {
        if (Number(row, StockBook.Counted, offer) is not { } counted)
        {
            return Wrong(row, StockErrors.CountShape(offer));
        }

        if (Finer(counted))
        {
            return Wrong(row, StockErrors.FinerThanShown("counted"));
        }

        if (Number(row, StockBook.OnHand, offer) is not { } expected)
        {
            return Wrong(row, Error("expected", "账面数不要改。请重新下载表格。", "What stands here is not to be changed. Download the form again."));
        }

        LossCause? cause = StockBook.Causes.TryGetValue(row[StockBook.Cause], out var said) ? said : null;
        if (cause is null && row[StockBook.Cause].Length > 0)
        {
            return Wrong(row, Error("cause", $"要写：{string.Join('、', StockBook.Causes.Keys)}。", $"It must be one of {string.Join(", ", StockBook.Causes.Keys)}."));
        }

        var done = await count.Take(
            new("", offer.Id, new(counted, offer.SoldBy), new(expected, offer.SoldBy), cause, row[StockBook.Note]), offer, stood[offer.Id], prices.GetValueOrDefault(offer.Id), now, ct);
        return done.Failed
            ? Wrong(row, done.Error!)
            : Verdict(row, RowFate.Changed, $"盘点：{Shown(expected, offer)} → {Shown(counted, offer)}", $"counted: {Shown(expected, offer)} → {Shown(counted, offer)}");
    }

    private static decimal? Number(FilledRow row, string head, KnownOffer offer) => row.NumberAt(head, q => Quantity.IsExact(q, offer.SoldBy));

    // Lists and pages show three places: what is typed finer isn't what they would say.
    private static bool Finer(decimal quantity) => decimal.Truncate(quantity * 1000) != quantity * 1000;

    private static string Shown(decimal quantity, KnownOffer offer) => Quantity.Of(quantity, offer.SoldBy).ToString();

    private static Error Error(string field, string chinese, string english) => new Error(ErrorCode.Invalid, chinese, english).At(field);

    private static RowVerdict Wrong(FilledRow row, Error error) => StockBook.ColumnOf(error, row[StockBook.Counted].Length > 0) is { } column
        ? Verdict(row, RowFate.Wrong, $"“{column}”一列：{error.Chinese}", $"Column {column}: {error.English}")
        : Verdict(row, RowFate.Wrong, error.Chinese, error.English);

    private static RowVerdict Verdict(FilledRow row, RowFate fate, string chinese, string english) =>
        new(row.Sheet, row.Number, $"{row[StockBook.Outlet]} {row[StockBook.Goods]} {row[StockBook.Pack]}".Trim(), fate, chinese, english);
}
