using Commerce.Catalog.Data;
using Commerce.Platform.OfficeFiles;
using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Catalog.ImportGoods;

/// <summary>What a workbook of goods and prices comes to.</summary>
/// <param name="Rows">Row by row.</param>
/// <param name="First">The first product that changed; null when none did.</param>
internal sealed record LaidGoods(IReadOnlyList<RowVerdict> Rows, Guid? First);

/// <summary>Lays a workbook over the catalogue inside the caller's transaction: first the goods, then their prices. Only what differs is changed.</summary>
internal sealed class GoodsImport(CatalogDbContext db, Actor actor, TimeProvider clock)
{
    public async Task<Result<LaidGoods>> Lay(byte[] file, string name, CancellationToken ct)
    {
        // Heads, titles and the explanation come back with the file, and don't count.
        var sheets = FilledTable.Sheets(file, name, GoodsBook.MostRows + 50);
        if (sheets.Failed)
        {
            return sheets.Error!;
        }

        var (goods, prices) = (FilledTable.In(sheets.Value, GoodsBook.NeededGoods), FilledTable.In(sheets.Value, GoodsBook.NeededPrices));
        if (goods is null && prices is null)
        {
            return OfficeFileErrors.NoHead(string.Join('、', GoodsBook.NeededGoods));
        }

        IReadOnlyList<FilledRow> packs = goods?.Rows ?? [];
        IReadOnlyList<FilledRow> offers = prices?.Rows ?? [];
        if (packs.Count + offers.Count is 0 or > GoodsBook.MostRows)
        {
            return packs.Count + offers.Count == 0 ? OfficeFileErrors.NoRows : OfficeFileErrors.TooManyRows(GoodsBook.MostRows);
        }

        var now = clock.GetUtcNow();
        var mine = await Writable.Of(db, actor, now, tracked: true, ct);
        var (layGoods, layPrices) = (new LayGoods(db, mine, now), new LayPrices(db, mine, now));
        var (ofGoods, ofPrices) = (await layGoods.Lay(packs, ct), await layPrices.Lay(offers, ct));
        return new LaidGoods([.. packs.Select(r => ofGoods.GetValueOrDefault(r.Number) ?? Untold(r)), .. offers.Select(r => ofPrices[r.Number])], layGoods.First ?? layPrices.First);
    }

    // A row of goods of which another row is wrong.
    private static RowVerdict Untold(FilledRow row) => new(row.Sheet, row.Number, row[GoodsBook.Goods], RowFate.Same, "同一商品的另一行不对", "another row of these goods is wrong");
}
