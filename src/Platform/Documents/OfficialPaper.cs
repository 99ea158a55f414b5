namespace Commerce.Platform.Documents;

/// <summary>A paper of an office as it is typed after its own head: red head, number, title, addressee, text, tables, who signs and on which day.</summary>
/// <param name="Head">发文机关标志, in red: who issues it and what it is.</param>
/// <param name="Number">发文字号; brackets to type it in while it is a draft.</param>
/// <param name="Title">In the middle above the text.</param>
/// <param name="Parts">From top to bottom.</param>
public sealed record OfficialPaper(string Head, string Number, string Title, IReadOnlyList<OfficialPart> Parts)
{
    /// <summary>On the left above the head: 督办等级：红色（逾期）, 代拟稿.</summary>
    public string Grade { get; init; } = "";

    /// <summary>What the grade is written in, as RRGGBB; the words stand for themselves on a copy without colour.</summary>
    public string GradeColour { get; init; } = "000000";

    /// <summary>主送: who it goes to.</summary>
    public string Addressee { get; init; } = "";

    /// <summary>Signed by, above the day; there is room for a seal over both.</summary>
    public string Office { get; init; } = "";

    /// <summary>成文日期; while it is a draft, room for it.</summary>
    public string Day { get; init; } = "";

    /// <summary>附注 in brackets below the day, such as whom to ask.</summary>
    public string Remark { get; init; } = "";

    /// <summary>A letter (函) has its number on the right below the line; other papers in the middle above it.</summary>
    public bool IsLetter { get; init; }

    /// <summary>水印 at the foot of each page: who took it away and when; empty on papers that are the same for everybody.</summary>
    public string Mark { get; init; } = "";
}

/// <summary>A part of an official paper.</summary>
public abstract record OfficialPart
{
    /// <summary>Its words, a line for each paragraph or row; cells apart by tabs.</summary>
    public IEnumerable<string> Lines() => this switch
    {
        OfficialText text => text.Words.Split('\n'),
        OfficialTable table => [string.Join('\t', table.Columns.Select(c => c.Title)), .. table.Rows.Select(r => r.Across ?? string.Join('\t', r.Cells.Select((c, i) => c.Number is { } number ? DocumentRows.Written(number, table.Columns[i].Kind) : c.Text ?? "")))],
        _ => throw new NotSupportedException(),
    };

    /// <summary>A paragraph, two characters in.</summary>
    public static OfficialPart Text(string text) => new OfficialText(text, false);

    /// <summary>一、… as a heading.</summary>
    public static OfficialPart Heading(string text) => new OfficialText(text, true);

    /// <summary>A table over the whole width.</summary>
    public static OfficialPart Table(IReadOnlyList<PaperColumn> columns, IReadOnlyList<PaperRow> rows) => new OfficialTable(columns, rows);
}

internal sealed record OfficialText(string Words, bool IsHeading) : OfficialPart;

internal sealed record OfficialTable(IReadOnlyList<PaperColumn> Columns, IReadOnlyList<PaperRow> Rows) : OfficialPart;
