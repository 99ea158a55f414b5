using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Commerce.Platform.OfficeFiles;

namespace Commerce.TaskList.Reading;

/// <summary>Plain text: a table row is a line with tabs; &lt;p&gt;, &lt;b&gt; and their like are markup. UTF-8, UTF-16 with a mark, or GB18030.</summary>
internal static partial class TextLines
{
    public static FileLines Read(Stream file)
    {
        if (file.Length > ListReader.LargestText)
        {
            throw new RefusedFileException(ReadingErrors.TooLarge(file.Length, ListReader.LargestText));
        }

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        var text = Decoded(bytes);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new RefusedFileException(ReadingErrors.Empty);
        }

        var rows = text.ReplaceLineEndings("\n").Split('\n');
        return new(Joined(rows), []);
    }

    private static string Decoded(byte[] bytes)
    {
        Encoding[] tried = bytes switch
        {
            [0xFF, 0xFE, ..] => [new UnicodeEncoding(false, true, true)],
            [0xFE, 0xFF, ..] => [new UnicodeEncoding(true, true, true)],
            _ => [new UTF8Encoding(false, true), CodePagesEncodingProvider.Instance.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!],
        };
        foreach (var encoding in tried)
        {
            try
            {
                var text = encoding.GetString(bytes).TrimStart('\uFEFF');
                if (!text.Any(c => char.IsControl(c) && !char.IsWhiteSpace(c)))
                {
                    return text;
                }
            }
            catch (DecoderFallbackException)
            {
                // Not this encoding.
            }
        }

        throw new RefusedFileException(OfficeFileErrors.NotText);
    }

    /// <summary>A cell with line ends in it makes one row of several lines; they are put together again.</summary>
    private static List<Line> Joined(string[] rows)
    {
        List<Line> lines = [];
        HashSet<string> before = [];
        StringBuilder? row = null;
        var start = 0;
        var columns = 0;
        var blank = false;
        for (var i = 0; i < rows.Length; i++)
        {
            var raw = rows[i];
            if (lines.Count > ListAssembly.MostLines)
            {
                throw new RefusedFileException(ReadingErrors.TooMuch("行", "lines"));
            }

            if (string.IsNullOrWhiteSpace(raw))
            {
                blank = true;
                continue;
            }

            var cells = Split(raw);
            var line = new Line(i + 1, cells, cells.Count > 1);
            var head = ColumnHeads.Read(line);
            if (columns == 0 && head is null)
            {
                _ = before.Add(Folding.Bare(line.Only ?? ""));
            }

            var begins = head is not null || !line.InTable && (before.Contains(Folding.Bare(line.Only ?? "")) || raw.StartsWith('#')) || ListLabels.Begins(line);
            if (row is not null && !begins && Continues(row.ToString(), columns, blank, line))
            {
                _ = row.Append('\n').Append(raw);
            }
            else
            {
                Close();
                columns = head?.Count ?? columns;
                if (columns > 0 && head is null && ListLabels.IsTask(line))
                {
                    (row, start) = (new StringBuilder(raw), i + 1);
                }
                else
                {
                    lines.Add(line);
                }
            }

            blank = false;
        }

        Close();
        return lines;

        void Close()
        {
            if (row is not null)
            {
                lines.Add(new(start, Split(row.ToString()), true));
                row = null;
            }
        }
    }

    private static bool Continues(string row, int columns, bool blank, Line line)
    {
        var quoteOpen = row.Count(c => c == '"') % 2 == 1;
        var missing = columns - 1 - row.Count(c => c == '\t');
        return quoteOpen || missing > 1 || !blank && !line.InTable && !ListLabels.IsNote(line.Only ?? "") || !blank && line.InTable && line.Cells.Count <= missing + 1;
    }

    private static List<Cell> Split(string row) => [.. row.Split('\t').Select((raw, column) => Cell.Of(column, Unquoted(Unmarked(raw))))];

    /// <summary>A cell that a spreadsheet put in quotes because of its line ends.</summary>
    private static string Unquoted(string cell) => cell.Length > 1 && cell.Contains('\n') && cell[0] == '"' && cell[^1] == '"' ? cell[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : cell;

    private static string Unmarked(string cell)
    {
        var plain = Headline().Replace(Tag().Replace(LineEnd().Replace(cell, "\n"), ""), "");
        return plain.Contains('&') ? WebUtility.HtmlDecode(plain) : plain;
    }

    [GeneratedRegex("</?(?:p|div|li|br)(?:\\s[^<>]*)?/?>", RegexOptions.IgnoreCase)]
    private static partial Regex LineEnd();

    [GeneratedRegex("</?(?:b|strong|i|em|u|span|font|sub|sup|a)(?:\\s[^<>]*)?>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex("^\\s*#{1,6}\\s+")]
    private static partial Regex Headline();
}
