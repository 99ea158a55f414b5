using System.Globalization;
using System.Text.RegularExpressions;
using Commerce.Catalog.Data;
using Commerce.Catalog.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.OfficeFiles;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Catalog.ImportGoods;

/// <summary>Lays the sheet of goods over the catalogue, by the acts of creating and updating a product.</summary>
internal sealed partial class LayGoods(CatalogDbContext db, Writable mine, DateTimeOffset now)
{
    private readonly Dictionary<int, RowVerdict> verdicts = [];

    /// <summary>The first product that was made or said anew.</summary>
    public Guid? First { get; private set; }

    public async Task<IReadOnlyDictionary<int, RowVerdict>> Lay(IReadOnlyList<FilledRow> rows, CancellationToken ct)
    {
        string[] skus = [.. rows.Where(r => r[GoodsBook.VariantId].Length == 0).Select(r => r[GoodsBook.Sku])];
        var taken = (await db.Variants.AsNoTracking().Where(v => skus.Contains(v.Sku)).Select(v => v.Sku).ToListAsync(ct)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (seen, known, fresh) = (new Dictionary<Guid, int>(), new List<(FilledRow Row, ProductVariant Variant)>(), new List<(FilledRow Row, Guid Producer)>());
        foreach (var row in rows)
        {
            if (row.Unusable is { } unusable)
            {
                Wrong(row, null, unusable.Chinese, unusable.English);
            }
            else if (row[GoodsBook.VariantId].Length == 0)
            {
                New(row);
            }
            else if (!NodeId.TryDecode(row[GoodsBook.VariantId], "var", out var id) || !mine.Packs.TryGetValue(id, out var pack))
            {
                Wrong(row, GoodsBook.VariantId, "没有这个编号，或者这个商品不归您管。请重新下载表格，编号不要改。", "There is no such id, or the goods aren't yours. Download the form again and leave its ids alone.");
            }
            else if (!seen.TryAdd(id, row.Number))
            {
                Wrong(row, GoodsBook.VariantId, $"与第 {seen[id]} 行是同一种规格。请只留一行。", $"It is the pack of row {seen[id]}. Keep one of them.");
            }
            else
            {
                known.Add((row, pack.Variant));
            }
        }

        foreach (var product in known.GroupBy(k => k.Variant.ProductId))
        {
            await Known(mine.Products[product.Key], [.. product], ct);
        }

        foreach (var product in fresh.GroupBy(f => (f.Producer, Name: f.Row[GoodsBook.Goods])))
        {
            await Fresh(product.Key.Producer, [.. product.Select(p => p.Row)], taken, ct);
        }

        return verdicts;

        void New(FilledRow row)
        {
            if (mine.Producers.Values.Where(p => FilledTable.Fold(p.Name) == row[GoodsBook.Producer]).ToList() is not [var producer])
            {
                Wrong(row, GoodsBook.Producer, "没有这个生产者，或者它不归您代办。请照已有的名称写。", "There is no such producer, or you don't act for it. Write its name as it stands.");
            }
            else if (mine.Products.Values.Any(p => p.ProducerId == producer.Id && FilledTable.Fold(p.Name) == row[GoodsBook.Goods]))
            {
                Wrong(row, GoodsBook.Goods, $"这个生产者已有“{row[GoodsBook.Goods]}”。改它请先下载表格；登记后不能加规格，新的规格请另起一个品名。", $"This producer has {row[GoodsBook.Goods]} already. Download the form to change it; packs can't be added, so give a new one a name of its own.");
            }
            else
            {
                fresh.Add((row, producer.Id));
            }
        }
    }

    private async Task Known(Product product, IReadOnlyList<(FilledRow Row, ProductVariant Variant)> rows, CancellationToken ct)
    {
        var said = rows.Select(r => GoodsBook.Said(product, r.Variant, mine)).ToList();
        var locked = false;
        foreach (var ((row, _), stands) in rows.Zip(said))
        {
            if (stands.Keys.Except(GoodsBook.Open).Where(h => h != GoodsBook.Version).FirstOrDefault(h => row.Cell(h) != stands[h]) is { } head)
            {
                locked = true;
                Wrong(row, head, $"登记后不能改，原来是“{stands[head]}”。请改回去。", $"It can't be changed once it is on record; it was {stands[head]}. Put it back.");
            }
        }

        if (locked || Merged([.. rows.Select(r => r.Row)], said[0]) is not { } merged)
        {
            return;
        }

        var changes = GoodsBook.Open.Where(h => merged[h] != said[0][h]).ToList();
        if (changes.Count == 0)
        {
            Rest(rows.Select(r => r.Row), RowFate.Same);
            return;
        }

        // The row that says something else is the one that is told.
        var first = rows.First(r => changes.Exists(h => r.Row.Cell(h) != said[0][h])).Row;
        if (first.Cell(GoodsBook.Version) is { Length: > 0 } version && version != said[0][GoodsBook.Version])
        {
            Wrong(first, GoodsBook.Version, "下载以后别人改过这个商品。请重新下载，再填一次。", "Somebody changed these goods since the form was downloaded. Download it again.");
            return;
        }

        if (Details(first, merged) is not { } details)
        {
            return;
        }

        var input = new UpdateProduct.UpdateProduct.Input(
            "", product.Id, product.Version, merged[GoodsBook.Goods], merged[GoodsBook.Summary], Synonyms(product, merged, said[0]), details.Season, merged[GoodsBook.Storage], details.ShelfLife);
        if (await UpdateProduct.UpdateProduct.Handler.Apply(db, product, input, now, ct) is { Error: { } refused })
        {
            Wrong(first, refused);
            return;
        }

        First ??= product.Id;
        string[] told = [.. changes.Select(h => $"{h}：{Shown(said[0][h])} → {Shown(merged[h])}")];
        verdicts[first.Number] = Verdict(first, RowFate.Changed, string.Join('；', told), string.Join("; ", told));
        Rest(rows.Select(r => r.Row), RowFate.Same);
    }

    // Of several rows of a product those that say something else than what stands there speak for it; they must agree.
    private Dictionary<string, string>? Merged(IReadOnlyList<FilledRow> rows, Dictionary<string, string> now)
    {
        var merged = new Dictionary<string, string>();
        foreach (var head in GoodsBook.OfProduct)
        {
            var others = rows.Where(r => r.Cell(head) != now[head]).ToList();
            if (head != GoodsBook.Version && others.Find(r => r.Cell(head) != others[0].Cell(head)) is { } odd)
            {
                Wrong(odd, head, $"与第 {others[0].Number} 行不一样，它们是同一个商品。请写成一样。", $"It differs from row {others[0].Number}, which is the same product. Make them alike.");
                return null;
            }

            merged[head] = others.Count > 0 ? others[0].Cell(head) : now[head];
        }

        return merged;
    }

    private (Season? Season, ShelfLife? ShelfLife)? Details(FilledRow row, Dictionary<string, string> merged)
    {
        var (from, to) = (merged[GoodsBook.SeasonFrom], merged[GoodsBook.SeasonTo]);
        var (first, last) = (int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var f) ? f : 0, int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var t) ? t : 0);
        if ((from.Length > 0 || to.Length > 0) && (first == 0 || last == 0))
        {
            Wrong(row, first == 0 ? GoodsBook.SeasonFrom : GoodsBook.SeasonTo, "两格都要写月份，1 至 12；没有就都空着。", "Write months from 1 to 12 in both cells, or leave both empty.");
            return null;
        }

        if (merged[GoodsBook.ShelfLife].Length == 0)
        {
            return (first == 0 ? null : new Season(first, last), null);
        }

        if (Life().Match(merged[GoodsBook.ShelfLife]) is not { Success: true } life || !int.TryParse(life.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            Wrong(row, GoodsBook.ShelfLife, "请写成 60天 或 12个月。", "Write it as 60天 or 12个月.");
            return null;
        }

        return (first == 0 ? null : new Season(first, last), new ShelfLife(number, life.Groups[2].Value == "天" ? ShelfLifeUnit.Days : ShelfLifeUnit.Months));
    }

    // What nobody changed stays as it is, though the form writes it otherwise.
    private static IReadOnlyList<string> Synonyms(Product product, Dictionary<string, string> merged, Dictionary<string, string> now) =>
        merged[GoodsBook.Synonyms] == now[GoodsBook.Synonyms] ? product.Synonyms : GoodsBook.Split(merged[GoodsBook.Synonyms]);

    private static string Shown(string text) => text.Length == 0 ? "（空）" : text;

    private void Rest(IEnumerable<FilledRow> rows, RowFate fate)
    {
        foreach (var row in rows)
        {
            verdicts.TryAdd(row.Number, Verdict(row, fate, fate == RowFate.New ? $"建档，{row[GoodsBook.Pack]}" : "不变", fate == RowFate.New ? $"recorded, {row[GoodsBook.Pack]}" : "as it is"));
        }
    }

    private void Wrong(FilledRow row, Error error)
    {
        var field = error.Path is ["variants", _, var of] ? of : error.Path is [var first, ..] ? first : "";
        Wrong(row, Columns.GetValueOrDefault(field), error.Chinese, error.English);
    }

    private static readonly Dictionary<string, string> Columns = new()
    {
        ["name"] = GoodsBook.Goods,
        ["summary"] = GoodsBook.Summary,
        ["synonyms"] = GoodsBook.Synonyms,
        ["season"] = GoodsBook.SeasonFrom,
        ["storage"] = GoodsBook.Storage,
        ["shelfLife"] = GoodsBook.ShelfLife,
        ["permittedUses"] = GoodsBook.Uses,
        ["taxRatePercent"] = GoodsBook.Tax,
        ["sku"] = GoodsBook.Sku,
        ["specification"] = GoodsBook.Pack,
        ["pricedBy"] = GoodsBook.PricedBy,
        ["nominalContent"] = GoodsBook.Content,
        ["catchWeight"] = GoodsBook.CatchWeight,
        ["tolerancePercent"] = GoodsBook.Tolerance,
    };

    private void Wrong(FilledRow row, string? column, string chinese, string english) => verdicts[row.Number] = column is null
        ? Verdict(row, RowFate.Wrong, chinese, english)
        : Verdict(row, RowFate.Wrong, $"“{column}”一列：{chinese}", $"Column {column}: {english}");

    private static RowVerdict Verdict(FilledRow row, RowFate fate, string chinese, string english) =>
        new(row.Sheet, row.Number, $"{row[GoodsBook.Goods]} {row[GoodsBook.Pack]}".Trim(), fate, chinese, english);

    [GeneratedRegex(@"^(\d{1,5})\s?(天|个月)$")]
    private static partial Regex Life();
}
