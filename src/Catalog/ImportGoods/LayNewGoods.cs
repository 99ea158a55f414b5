using System.Globalization;
using Commerce.Catalog.Domain;
using Commerce.Platform.OfficeFiles;

namespace Commerce.Catalog.ImportGoods;

/// <summary>Goods that aren't on record yet.</summary>
internal sealed partial class LayGoods
{
    private async Task Fresh(Guid producer, IReadOnlyList<FilledRow> rows, HashSet<string> taken, CancellationToken ct)
    {
        if (Merged(rows, GoodsBook.OfProduct.ToDictionary(h => h, _ => "")) is not { } merged || Details(rows[0], merged) is not { } details)
        {
            return;
        }

        if (mine.Categories.Values.Where(c => FilledTable.Fold(c.Name) == merged[GoodsBook.Category]).ToList() is not [var category])
        {
            Wrong(rows[0], GoodsBook.Category, $"没有这个品类。请照已有的写：{string.Join('、', mine.Categories.Values.Select(c => c.Name))}。", $"There is no such category: {string.Join(", ", mine.Categories.Values.Select(c => c.Name))}.");
            return;
        }

        if (GoodsBook.Split(merged[GoodsBook.Uses]).FirstOrDefault(u => !GoodsBook.UseNames.ContainsKey(u)) is { } use)
        {
            Wrong(rows[0], GoodsBook.Uses, $"没有“{use}”。要写：{string.Join('、', GoodsBook.UseNames.Keys)}。", $"There is no use {use}: {string.Join(", ", GoodsBook.UseNames.Keys)}.");
            return;
        }

        decimal? tax = decimal.TryParse(merged[GoodsBook.Tax], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) ? percent : null;
        if (tax is null && merged[GoodsBook.Tax] != GoodsBook.Exempt)
        {
            Wrong(rows[0], GoodsBook.Tax, $"要写百分之几，例如 9；{GoodsBook.Exempt}写“{GoodsBook.Exempt}”。", "Write per cent, such as 9, or 免税 when exempt.");
            return;
        }

        List<CreateProduct.CreateProduct.Variant> packs = [];
        foreach (var row in rows)
        {
            if (Pack(row, taken) is { } pack)
            {
                packs.Add(pack);
            }
        }

        if (packs.Count < rows.Count)
        {
            return;
        }

        var input = new CreateProduct.CreateProduct.Input(
            "", merged[GoodsBook.Goods], null, merged[GoodsBook.Summary], GoodsBook.Split(merged[GoodsBook.Synonyms]), category.Id, producer,
            [.. GoodsBook.Split(merged[GoodsBook.Uses]).Select(u => GoodsBook.UseNames[u])], tax, packs);
        if ((CreateProduct.ProductShape.Check(input).Error ?? ProductDetails.Check(input.Name, input.Summary, input.Synonyms, details.Season, merged[GoodsBook.Storage], details.ShelfLife).Error) is { } refused)
        {
            Wrong(refused.Path is ["variants", var at, ..] && int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? rows[index] : rows[0], refused);
            return;
        }

        var product = CreateProduct.CreateProduct.Handler.Made(input, await db.NextNumber("product", ct), now);
        (product.SeasonFrom, product.SeasonTo) = (details.Season?.FromMonth, details.Season?.ToMonth);
        product.Storage = merged[GoodsBook.Storage] is { Length: > 0 } storage ? storage : null;
        (product.ShelfLifeNumber, product.ShelfLifeUnit) = (details.ShelfLife?.Number, details.ShelfLife?.Unit);
        db.Add(product);
        mine.Add(product);
        First ??= product.Id;
        Rest(rows, RowFate.New);
    }

    private CreateProduct.CreateProduct.Variant? Pack(FilledRow row, HashSet<string> taken)
    {
        foreach (var head in new[] { GoodsBook.SoldBy, GoodsBook.PricedBy, GoodsBook.ContentUnit })
        {
            if (!GoodsBook.UnitNames.ContainsKey(row[head]))
            {
                Wrong(row, head, $"要写：{string.Join('、', GoodsBook.UnitNames.Keys)}。", $"It must be one of {string.Join(", ", GoodsBook.UnitNames.Keys)}.");
                return null;
            }
        }

        if (row.NumberAt(GoodsBook.Content, _ => true) is not { } content)
        {
            Wrong(row, GoodsBook.Content, "要写大于 0 的数。", "It must be a number above zero.");
            return null;
        }

        var tolerance = row.NumberAt(GoodsBook.Tolerance, _ => true);
        if (tolerance is null && row[GoodsBook.Tolerance].Length > 0)
        {
            Wrong(row, GoodsBook.Tolerance, "要写百分之几，例如 3。", "Write per cent, such as 3.");
            return null;
        }

        if (row[GoodsBook.CatchWeight] is not ("是" or "否" or ""))
        {
            Wrong(row, GoodsBook.CatchWeight, "要写“是”或“否”。", "It must be 是 or 否.");
            return null;
        }

        if (row[GoodsBook.Sku] is { Length: > 0 } sku && !taken.Add(sku))
        {
            Wrong(row, GoodsBook.Sku, "这个货号已被使用，请换一个。", "This SKU is in use; choose another.");
            return null;
        }

        return new(
            row[GoodsBook.Sku], null, row[GoodsBook.Pack], GoodsBook.UnitNames[row[GoodsBook.SoldBy]], GoodsBook.UnitNames[row[GoodsBook.PricedBy]],
            new(content, GoodsBook.UnitNames[row[GoodsBook.ContentUnit]]), row[GoodsBook.CatchWeight] == "是", tolerance);
    }
}
