using Commerce.SharedKernel;

namespace Commerce.Platform.Documents;

/// <summary>A table as it goes on official paper: title in the middle, who fills it in, the unit of its figures, thin lines, notes, signatures.</summary>
/// <param name="Title">Such as 2026年6月消费帮扶采购统计表.</param>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">Read once, from top to bottom; may be a stream.</param>
public sealed record PaperTable(string Title, IReadOnlyList<PaperColumn> Columns, IEnumerable<PaperRow> Rows)
{
    /// <summary>Above the table on the left, such as 填报单位：公路局.</summary>
    public string Left { get; init; } = "";

    /// <summary>Above the table on the right, such as 单位：元.</summary>
    public string Right { get; init; } = "";

    /// <summary>In documents only: paragraphs between title and table.</summary>
    public IReadOnlyList<string> Opening { get; init; } = [];

    /// <summary>In documents only: paragraphs below the notes; an empty one leaves room to write in.</summary>
    public IReadOnlyList<string> Closing { get; init; } = [];

    /// <summary>Below the table, a line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Below the notes, side by side: 填表人, 审核人, 填报日期.</summary>
    public IReadOnlyList<string> Signatures { get; init; } = [];

    /// <summary>At the foot of every printed page on the left, such as the version and the ledger's head; the page number stands beside it.</summary>
    public string Foot { get; init; } = "";

    /// <summary>水印: who took it away and when, on every printed page and below the table; empty on papers that are the same for everybody.</summary>
    public string Mark { get; init; } = "";

    /// <summary>A4 upright instead of across.</summary>
    public bool Upright { get; init; }
}

/// <summary>A column of a paper table.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Width">In characters of the standard font; a Chinese character counts two.</param>
/// <param name="Kind">How its figures are written.</param>
/// <param name="Under">A common head of neighbouring columns, such as 其中; null when it stands alone.</param>
public sealed record PaperColumn(string Title, double Width, PaperFigure Kind = PaperFigure.Text, string? Under = null)
{
    /// <summary>How many lines a text takes in it.</summary>
    internal int LinesOf(string text) => LinesOf(text, Width);

    /// <summary>How many lines a text takes in a width. A Chinese character takes two; a little is lost at the edges.</summary>
    internal static int LinesOf(string text, double width) =>
        text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.Sum(c => c > 0xFF ? 2.1 : 1.1) / width)));
}

/// <summary>How the figures of a column are written.</summary>
public enum PaperFigure
{
    /// <summary>No figures.</summary>
    Text,

    /// <summary>Yuan with two places and thousands.</summary>
    Money,

    /// <summary>Up to three places.</summary>
    Quantity,

    /// <summary>Whole numbers.</summary>
    Whole,

    /// <summary>A share: 0.4521 is written 45.21%.</summary>
    Percent,
}

/// <summary>A row of a paper table.</summary>
/// <param name="Cells">One per column; what is missing stays empty.</param>
/// <param name="IsTotal">Written strong: 合计.</param>
public sealed record PaperRow(IReadOnlyList<PaperCell> Cells, bool IsTotal = false)
{
    /// <summary>One text merged across all columns, such as a section's title; the row has no cells then.</summary>
    public string? Across { get; private init; }

    /// <summary>It belongs to the row above: its text is plain and no page parts them.</summary>
    internal bool IsBelow { get; private init; }

    /// <summary>A row merged across.</summary>
    public static PaperRow Over(string text) => new([]) { Across = text };

    /// <summary>What is said of the row above, over the whole width, where a column for it would be too narrow.</summary>
    public static PaperRow Below(string text) => new([]) { Across = text, IsBelow = true };

    /// <summary>Rows that hang together, by cells merged downwards or by what is said of the row above; each block is one row or more.</summary>
    internal static IEnumerable<IReadOnlyList<PaperRow>> Blocks(IEnumerable<PaperRow> rows)
    {
        List<PaperRow> block = [];
        foreach (var row in rows)
        {
            if (block.Count > 0 && !row.IsBelow && !row.Cells.Any(c => c.IsAbove))
            {
                yield return block;
                block = [];
            }

            block.Add(row);
        }

        if (block.Count > 0)
        {
            yield return block;
        }
    }
}

/// <summary>A cell: a text, which never becomes a formula or field whatever it holds, or an exact number.</summary>
/// <param name="Text">The text, line ends within; null for a number or nothing.</param>
/// <param name="Number">The number; null for a text or nothing.</param>
public readonly record struct PaperCell(string? Text, decimal? Number)
{
    /// <summary>Nothing.</summary>
    public static PaperCell Empty => default;

    /// <summary>Merged with the cell above.</summary>
    public static PaperCell Above => new() { IsAbove = true };

    /// <summary>Whether it is merged with the cell above.</summary>
    public bool IsAbove { get; private init; }

    /// <summary>A text.</summary>
    public static implicit operator PaperCell(string? text) => new(text, null);

    /// <summary>A number.</summary>
    public static implicit operator PaperCell(decimal number) => new(null, number);

    /// <summary>A number, or nothing.</summary>
    public static implicit operator PaperCell(decimal? number) => new(null, number);

    /// <summary>Yuan.</summary>
    public static implicit operator PaperCell(Money money) => new(null, money.Amount);
}
