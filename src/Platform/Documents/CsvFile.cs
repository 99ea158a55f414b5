using System.Globalization;
using System.Text;

namespace Commerce.Platform.Documents;

/// <summary>A table for other programs: head and rows with commas, UTF-8 with a mark so that Excel reads Chinese.</summary>
public static class CsvFile
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "text/csv";

    // What a spreadsheet takes for the start of a formula or of a command, also in its wide forms.
    private const string Dangerous = "=+-@\t\r\n＝＋－＠";

    /// <summary>The file.</summary>
    public static byte[] Of(PaperTable table)
    {
        using var file = new MemoryStream();
        Write(table, file);
        return file.ToArray();
    }

    /// <summary>Writes the file row by row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="file">Where to; it need not be able to go back.</param>
    public static void Write(PaperTable table, Stream file)
    {
        using var text = new StreamWriter(file, new UTF8Encoding(false), leaveOpen: true);
        text.Write('\uFEFF');
        Line(text, table.Columns.Select(c => c.Under is { } under ? $"{under}：{c.Title}" : c.Title));
        foreach (var row in table.Rows)
        {
            Line(text, row.Across is { } across ? [Guarded(across)] : row.Cells.Select(Plain));
        }
    }

    private static string Plain(PaperCell cell) => cell.Number is { } number
        ? number.ToString("0.############################", CultureInfo.InvariantCulture)
        : Guarded(cell.Text ?? "");

    // Numbers are ours and may be negative; a text that begins like a formula is shown with a mark before it.
    private static string Guarded(string text) => text.Length > 0 && Dangerous.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private static void Line(TextWriter text, IEnumerable<string> fields)
    {
        text.Write(string.Join(',', fields.Select(Quoted)));
        text.Write("\r\n");
    }

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
