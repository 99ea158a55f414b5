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

    /// <summary>Below the table, a line each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Below the notes, side by side: 填表人, 审核人, 填报日期.</summary>
    public IReadOnlyList<string> Signatures { get; init; } = [];

    /// <summary>At the foot of every printed page on the left, such as the version and the ledger's head; the page number stands beside it.</summary>
    public string Foot { get; init; } = "";

    /// <summary>A4 upright instead of across.</summary>
    public bool Upright { get; init; }
}

/// <summary>A column of a paper table.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Width">In characters of the standard font; a Chinese character counts two.</param>
/// <param name="Kind">How its figures are written.</param>
/// <param name="Under">A common head of neighbouring columns, such as 其中; null when it stands alone.</param>
public sealed record PaperColumn(string Title, double Width, PaperFigure Kind = PaperFigure.Text, string? Under = null);

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
public sealed record PaperRow(IReadOnlyList<PaperCell> Cells, bool IsTotal = false);

/// <summary>A cell: a text, which never becomes a formula whatever it begins with, or an exact number.</summary>
/// <param name="Text">The text; null for a number or nothing.</param>
/// <param name="Number">The number; null for a text or nothing.</param>
public readonly record struct PaperCell(string? Text, decimal? Number)
{
    /// <summary>Nothing.</summary>
    public static PaperCell Empty => default;

    /// <summary>A text.</summary>
    public static implicit operator PaperCell(string? text) => new(text, null);

    /// <summary>A number.</summary>
    public static implicit operator PaperCell(decimal number) => new(null, number);

    /// <summary>A number, or nothing.</summary>
    public static implicit operator PaperCell(decimal? number) => new(null, number);

    /// <summary>Yuan.</summary>
    public static implicit operator PaperCell(Money money) => new(null, money.Amount);
}
