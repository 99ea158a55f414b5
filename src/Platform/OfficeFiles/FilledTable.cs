using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Commerce.SharedKernel;

namespace Commerce.Platform.OfficeFiles;

/// <summary>A table that somebody filled in and handed in as xlsx: what stands under its head row. Titles and notes above it are passed over,
/// and its columns may stand in any order.</summary>
public sealed partial class FilledTable
{
    /// <summary>No table of text comes near it.</summary>
    public const long LargestFile = 5 * 1024 * 1024;

    // Titles, who fills it in, notes.
    private const int HeadWithin = 20;

    private FilledTable(string sheet, IReadOnlyList<FilledRow> rows) => (Sheet, Rows) = (sheet, rows);

    /// <summary>The name of its sheet.</summary>
    public string Sheet { get; }

    /// <summary>From top to bottom; empty rows are not there.</summary>
    public IReadOnlyList<FilledRow> Rows { get; }

    /// <summary>The visible sheets of a file that may be anything: a bomb, a picture named xlsx, a hundred thousand rows.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name, which must not say something else.</param>
    /// <param name="mostRows">Of all sheets together, heads included.</param>
    public static Result<IReadOnlyList<XlsxSheet>> Sheets(byte[] bytes, string name, int mostRows)
    {
        var extension = Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
        if (Refuse(bytes, extension) is { } refusal)
        {
            return refusal;
        }

        try
        {
            using var file = new MemoryStream(bytes, writable: false);
            using var package = OoxmlPackage.Open(file);
            if (!package.IsWorkbook || extension != "xlsx")
            {
                return package.IsWorkbook ? OfficeFileErrors.Mislabelled(extension, "xlsx") : OfficeFileErrors.NotAWorkbook;
            }

            return XlsxSheets.Read(package, mostRows, OfficeFileErrors.TooManyRows(mostRows)).Where(s => !s.Hidden).ToList();
        }
        catch (RefusedFileException refused)
        {
            return refused.Refusal;
        }
        catch (XmlException broken)
        {
            // The runtime's messages aren't translated; it says so when a document type was prohibited.
            return broken.Message.Contains("DTD", StringComparison.Ordinal) ? OfficeFileErrors.Declarations : OfficeFileErrors.Broken;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return OfficeFileErrors.Broken;
        }
    }

    /// <summary>The first table whose head row has these columns, whatever its sheet is called; null when there is none.</summary>
    /// <param name="sheets">The file's.</param>
    /// <param name="needed">Heads that tell it from other tables.</param>
    public static FilledTable? In(IReadOnlyList<XlsxSheet> sheets, params string[] needed)
    {
        foreach (var sheet in sheets)
        {
            foreach (var (index, row) in sheet.Rows.Take(HeadWithin).Index())
            {
                var heads = row.Cells.Select(c => (c.Column, Head: Head(c.Text))).Where(h => h.Head.Length > 0).DistinctBy(h => h.Head).ToDictionary(h => h.Head, h => h.Column);
                if (needed.All(heads.ContainsKey))
                {
                    return new(sheet.Name, [.. sheet.Rows.Skip(index + 1).Select(r => new FilledRow(sheet.Name, r, heads)).Where(r => !r.IsEmpty)]);
                }
            }
        }

        return null;
    }

    /// <summary>White space, also the full-width kind, becomes one blank; what has no width goes.</summary>
    public static string Fold(string text) => White().Replace(Widthless().Replace(text, ""), " ").Trim();

    private static Error? Refuse(byte[] bytes, string extension) =>
        bytes.Length == 0 ? OfficeFileErrors.Empty
        : bytes.LongLength > LargestFile ? OfficeFileErrors.TooLarge(bytes.LongLength, LargestFile)
        : FirstBytes.IsOldOffice(bytes) ? OfficeFileErrors.OldOrLocked
        : FirstBytes.StrangerIn(bytes) is { } kind ? OfficeFileErrors.Stranger(kind)
        : !FirstBytes.IsPackage(bytes) ? extension == "xlsx" ? OfficeFileErrors.Mislabelled("xlsx", "text") : OfficeFileErrors.NotAWorkbook
        : null;

    // "用户名 *" and "用户名（必填）" are 用户名.
    private static string Head(string text) => Note().Replace(Fold(text), "").Replace(" ", "", StringComparison.Ordinal).TrimEnd('*', '＊');

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();

    [GeneratedRegex("[\u200B-\u200D\u2060\uFEFF\u00AD]")]
    private static partial Regex Widthless();

    [GeneratedRegex("[（(][^（）()]*[）)]")]
    private static partial Regex Note();
}

/// <summary>A row of a filled-in table.</summary>
public sealed class FilledRow
{
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/MM/dd", "yyyy/M/d", "yyyy年M月d日", "yyyyMMdd"];

    private readonly Dictionary<string, XlsxCell> cells;

    internal FilledRow(string sheet, XlsxRow row, IReadOnlyDictionary<string, int> heads)
    {
        (Sheet, Number) = (sheet, row.Number);
        var byColumn = row.Cells.GroupBy(c => c.Column).ToDictionary(g => g.Key, g => g.Last());
        cells = heads.Where(h => byColumn.ContainsKey(h.Value)).ToDictionary(h => h.Key, h => byColumn[h.Value]);
    }

    /// <summary>The name of its sheet.</summary>
    public string Sheet { get; }

    /// <summary>As Excel counts.</summary>
    public int Number { get; }

    /// <summary>Nothing stands under any head.</summary>
    public bool IsEmpty => cells.Values.All(c => !c.Formula && FilledTable.Fold(c.Text).Length == 0);

    /// <summary>What stands under a head, without stray blanks; empty when nothing does.</summary>
    public string this[string head] => cells.TryGetValue(head, out var cell) ? FilledTable.Fold(cell.Text) : "";

    /// <summary>The number under a head, with or without commas; null when there is none. What a calculating program keeps of 1234.56 may be
    /// 1234.5599999999999: beyond the 15 digits that it shows it isn't believed.</summary>
    /// <param name="head">Which column.</param>
    /// <param name="isExact">Whether a number has no more places than it may.</param>
    public decimal? NumberAt(string head, Func<decimal, bool> isExact) =>
        decimal.TryParse(this[head].Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var exact)
        && (isExact(exact) ? exact : this[head].Length > 15 ? (decimal)(double)exact : exact) is var number && isExact(number)
            ? number
            : null;

    /// <summary>The day under a head, as Excel shows it or as people type it; a time behind it is passed over. Null when there is none.</summary>
    /// <param name="head">Which column.</param>
    public DateOnly? DayAt(string head) =>
        DateOnly.TryParseExact(this[head].Split(' ', 'T')[0], DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Why it can't be taken whatever it says: a calculated value changes with cells that aren't looked at.</summary>
    public (string Chinese, string English)? Unusable => cells.FirstOrDefault(c => c.Value.Formula).Key is { } head
        ? ($"“{head}”一格是公式，没有读。请改成直接写的值（复制后“选择性粘贴—数值”）。", $"The cell under {head} holds a formula and was not read. Type the value itself (copy, paste special: values).")
        : null;
}
