using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Commerce.Platform.Documents;

/// <summary>What stands around the rows of a document's table: page, fonts, title, notes, signatures, page numbers.</summary>
internal sealed class DocumentShape
{
    public const string FooterId = "rId2";

    // Twentieths of a point: A4 with edges of 2 cm.
    private const int Short = 11906;
    private const int Long = 16838;
    private const int Edge = 1134;

    private const string Face = "宋体";
    private const string TitleStyle = "Title";
    private readonly PaperTable table;
    private readonly int room;

    public DocumentShape(PaperTable table)
    {
        this.table = table;
        room = (table.Upright ? Short : Long) - (2 * Edge);
        var all = table.Columns.Sum(c => c.Width);
        Widths = [.. table.Columns.Select(c => (int)(room * c.Width / all))];
    }

    /// <summary>Of the columns, in twentieths of a point.</summary>
    public IReadOnlyList<int> Widths { get; }

    public static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Face, HighAnsi = Face, EastAsia = Face }, new FontSize { Val = "21" }, new Languages { Val = "zh-CN", EastAsia = "zh-CN" })),
            new ParagraphPropertiesDefault()),
        new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        new Style(
            new StyleName { Val = "Title" },
            new BasedOn { Val = "Normal" },
            new StyleParagraphProperties(new SpacingBetweenLines { After = "160" }, new Justification { Val = JustificationValues.Center }),
            new StyleRunProperties(new Bold(), new FontSize { Val = "36" }))
        { Type = StyleValues.Paragraph, StyleId = TitleStyle });

    /// <summary>Title, who fills it in, the unit of its figures.</summary>
    public IEnumerable<OpenXmlElement> Above()
    {
        yield return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = TitleStyle }), Run(table.Title));
        if (table.Left.Length + table.Right.Length > 0)
        {
            yield return TwoSides(Run(table.Left), [Run(table.Right)]);
        }

        foreach (var paragraph in table.Opening)
        {
            yield return Paragraph(paragraph);
        }
    }

    /// <summary>How the table is drawn.</summary>
    public IEnumerable<OpenXmlElement> Frame() =>
    [
        new TableProperties(
            new TableWidth { Width = Text(Widths.Sum()), Type = TableWidthUnitValues.Dxa },
            new TableJustification { Val = TableRowAlignmentValues.Center },
            Lines(),
            new TableLayout { Type = TableLayoutValues.Fixed },
            new TableCellMarginDefault(new TableCellLeftMargin { Width = 70, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 70, Type = TableWidthValues.Dxa })),
        new TableGrid(Widths.Select(w => new GridColumn { Width = Text(w) })),
    ];

    /// <summary>Notes, signatures with room for a seal, and the page.</summary>
    public IEnumerable<OpenXmlElement> Below()
    {
        foreach (var note in table.Notes)
        {
            yield return new Paragraph(Run(note, "18"));
        }

        foreach (var paragraph in table.Closing)
        {
            yield return Paragraph(paragraph);
        }

        if (table.Signatures.Count > 0)
        {
            var width = room / table.Signatures.Count;
            yield return new Paragraph();
            yield return new Paragraph(
                [new ParagraphProperties(new KeepLines(), new Tabs(Enumerable.Range(1, table.Signatures.Count - 1).Select(i => new TabStop { Val = TabStopValues.Left, Position = i * width }))),
                .. table.Signatures.SelectMany((s, i) => i == 0 ? (OpenXmlElement[])[Run(s)] : [new Run(new TabChar()), Run(s)])]);
        }
        else
        {
            // Word wants a paragraph after a table; a small one, lest it make a page of its own.
            yield return new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Line = "20", LineRule = LineSpacingRuleValues.Exact }));
        }

        yield return new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = FooterId },
            table.Upright ? new PageSize { Width = Short, Height = Long } : new PageSize { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape },
            new PageMargin { Left = Edge, Right = Edge, Top = Edge, Bottom = Edge, Header = 567, Footer = 567 });
    }

    /// <summary>What the table's foot says, and 第 x 页，共 y 页: the document's only fields.</summary>
    public Footer Footer() => new(TwoSides(Run(string.Join("　", new[] { table.Foot, table.Mark }.Where(t => t.Length > 0)), "18"), [Run("第 ", "18"), Field("PAGE"), Run(" 页，共 ", "18"), Field("NUMPAGES"), Run(" 页", "18")]));

    /// <summary>A text as a run; line ends become breaks, nothing becomes a field.</summary>
    public static Run Run(string text, string? halfPoints = null, bool strong = false)
    {
        var run = new Run();
        if (halfPoints is not null || strong)
        {
            _ = run.AppendChild(new RunProperties([.. strong ? (OpenXmlElement[])[new Bold()] : [], .. halfPoints is { } size ? (OpenXmlElement[])[new FontSize { Val = size }] : []]));
        }

        _ = run.AppendChild(new Text(OfficeZip.Legal(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    // As letters of offices are set: two characters in, in size 16 with wide lines. Who is addressed stands at the edge.
    private static Paragraph Paragraph(string text) => new(
        [
            new ParagraphProperties(
                new SpacingBetweenLines { Line = "520", LineRule = LineSpacingRuleValues.Exact },
                text.EndsWith('：') ? new Indentation { FirstLine = "0" } : new Indentation { FirstLine = "640" },
                new Justification { Val = JustificationValues.Both }),
            Run(text, "32"),
        ]);

    private static SimpleField Field(string name) => new(Run("1", "18")) { Instruction = name };

    private Paragraph TwoSides(Run left, IEnumerable<OpenXmlElement> right) => new(
        [new ParagraphProperties(new Tabs(new TabStop { Val = TabStopValues.Right, Position = room })), left, new Run(new TabChar()), .. right]);

    /// <summary>Thin lines around and between.</summary>
    public static TableBorders Lines() => new(
        new TopBorder { Val = BorderValues.Single, Size = 4 },
        new LeftBorder { Val = BorderValues.Single, Size = 4 },
        new BottomBorder { Val = BorderValues.Single, Size = 4 },
        new RightBorder { Val = BorderValues.Single, Size = 4 },
        new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
        new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 });

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
