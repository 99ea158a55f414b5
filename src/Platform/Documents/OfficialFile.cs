using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Commerce.Platform.Documents;

/// <summary>An official paper as a Word document in the layout of GB/T 9704: A4 with its edges, head and rules in red, title in size 二号, text in 仿宋 三号 with 28 points a line, number of the page between dashes. The same paper gives the same bytes.</summary>
public static class OfficialFile
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Wordprocessing = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string FooterId = "rId2";

    // Twentieths of a point: 37 mm above, 28 mm left and 26 mm right of the text, which is 156 mm by 225 mm.
    private const int Top = 2098;
    private const int Left = 1588;
    private const int Right = 1474;
    private const int Bottom = 1984;
    private const int Room = 11906 - Left - Right;

    // Half points, as Word counts.
    private const string Body = "32";
    private const string Big = "44";
    private const string HeadSize = "72";
    private const string Small = "28";
    private const string Red = "C00000";

    private const string Song = "宋体";
    private const string Fang = "仿宋";
    private const string Hei = "黑体";

    /// <summary>The file.</summary>
    public static byte[] Of(OfficialPaper paper)
    {
        using var file = new MemoryStream();
        using (var package = new OfficeZip(file))
        {
            package.Types(
                ("/word/document.xml", Wordprocessing + "document.main+xml"), ("/word/styles.xml", Wordprocessing + "styles+xml"), ("/word/footer1.xml", Wordprocessing + "footer+xml"));
            package.Related("_rels/.rels", ("rId1", "officeDocument", "word/document.xml"));
            package.Part("word/document.xml", x => Document(x, paper));
            package.Related("word/_rels/document.xml.rels", ("rId1", "styles", "styles.xml"), (FooterId, "footer", "footer1.xml"));
            package.Part("word/styles.xml", x => DocumentShape.Styles().WriteTo(x));
            package.Part("word/footer1.xml", x => Footer(paper).WriteTo(x));
        }

        return file.ToArray();
    }

    private static void Document(XmlWriter x, OfficialPaper paper)
    {
        x.WriteStartElement("w", "document", Main);
        x.WriteStartElement("w", "body", Main);
        var parts = paper.Parts.SelectMany(Part).ToList();

        // No page holds nothing but the seal: the last words go there too.
        if (parts.OfType<Paragraph>().LastOrDefault()?.ParagraphProperties is { KeepNext: null } last)
        {
            last.KeepNext = new();
        }

        foreach (var element in Above(paper).Concat(parts).Concat(Below(paper)))
        {
            element.WriteTo(x);
        }

        x.WriteEndElement();
        x.WriteEndElement();
    }

    private static IEnumerable<OpenXmlElement> Above(OfficialPaper paper)
    {
        if (paper.Grade.Length > 0)
        {
            yield return Line(Run(paper.Grade, Hei, Body, paper.GradeColour), JustificationValues.Left);
        }

        yield return new Paragraph(
            new ParagraphProperties(new SpacingBetweenLines { Before = "240", After = paper.IsLetter ? "120" : "360" }, new Justification { Val = JustificationValues.Center }),
            Run(paper.Head, Song, HeadSizeFor(paper.Head), Red, strong: true));
        var number = Run(paper.Number, Fang, Body);
        if (paper.IsLetter)
        {
            yield return Rule(BorderValues.ThinThickSmallGap, null, JustificationValues.Left);
            yield return Line(number, JustificationValues.Right);
        }
        else
        {
            yield return Rule(BorderValues.Single, number, JustificationValues.Center);
        }

        yield return new Paragraph(
            new ParagraphProperties(new SpacingBetweenLines { Before = "480", After = "400", Line = "640", LineRule = LineSpacingRuleValues.Exact }, new Justification { Val = JustificationValues.Center }),
            Run(paper.Title, Song, Big, strong: true));
        if (paper.Addressee.Length > 0)
        {
            yield return Line(Run(paper.Addressee + "：", Fang, Body), JustificationValues.Left);
        }
    }

    // The head has one line: a long name is set smaller.
    private static string HeadSizeFor(string head) => Math.Min(int.Parse(HeadSize, CultureInfo.InvariantCulture), Room / 10 / Math.Max(1, head.Length)).ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<OpenXmlElement> Part(OfficialPart part)
    {
        switch (part)
        {
            case OfficialText { IsHeading: true } heading:
                yield return Indented(Run(heading.Words, Hei, Body), stays: true);
                break;
            case OfficialText text:
                foreach (var line in text.Words.Split('\n'))
                {
                    yield return Indented(Run(line, Fang, Body));
                }

                break;
            case OfficialTable table:
                yield return Table(new("", table.Columns, table.Rows));

                // What follows a table keeps away from it.
                yield return new Paragraph(new ParagraphProperties(new SpacingBetweenLines { Line = "200", LineRule = LineSpacingRuleValues.Exact }));
                break;
        }
    }

    private static Table Table(PaperTable table)
    {
        var all = table.Columns.Sum(c => c.Width);
        int[] widths = [.. table.Columns.Select(c => (int)(Room * c.Width / all))];
        var rows = new DocumentRows(table, widths);
        return new(
        [
            new TableProperties(
                new TableWidth { Width = widths.Sum().ToString(CultureInfo.InvariantCulture), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                DocumentShape.Lines(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(new TableCellLeftMargin { Width = 70, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 70, Type = TableWidthValues.Dxa })),
            new TableGrid(widths.Select(w => new GridColumn { Width = w.ToString(CultureInfo.InvariantCulture) })),
            .. rows.Head(),
            .. PaperRow.Blocks(table.Rows).SelectMany(rows.Of),
        ]);
    }

    // Two lines of room above the office for the seal, which lies over office and day; the day ends four characters from the edge.
    private static IEnumerable<OpenXmlElement> Below(OfficialPaper paper)
    {
        if (paper.Office.Length + paper.Day.Length > 0)
        {
            yield return Line(Run("", Fang, Body), JustificationValues.Left, stays: true);
            yield return Line(Run("", Fang, Body), JustificationValues.Left, stays: true);
            yield return Signed(paper.Office, stays: true);
            yield return Signed(paper.Day, stays: paper.Remark.Length > 0);
        }

        if (paper.Remark.Length > 0)
        {
            yield return Indented(Run($"（{paper.Remark}）", Fang, Body));
        }

        yield return new SectionProperties(
            new FooterReference { Type = HeaderFooterValues.Default, Id = FooterId },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Left = Left, Right = Right, Top = Top, Bottom = Bottom, Header = 850, Footer = 1134 });
    }

    private static Footer Footer(OfficialPaper paper) => new(
    [
        new Paragraph(
            new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
            Run("— ", Song, Small), new SimpleField(Run("1", Song, Small)) { Instruction = "PAGE" }, Run(" —", Song, Small)),
        .. paper.Mark.Length > 0 ? (OpenXmlElement[])[new Paragraph(new ParagraphProperties(new Justification { Val = JustificationValues.Right }), Run(paper.Mark, Song, "16"))] : [],
    ]);

    private static Paragraph Signed(string text, bool stays) => new(
        new ParagraphProperties(
        [
            .. stays ? (OpenXmlElement[])[new KeepNext()] : [],
            new SpacingBetweenLines { Line = "560", LineRule = LineSpacingRuleValues.Exact },
            new Indentation { Right = "1280" },
            new Justification { Val = JustificationValues.Right },
        ]),
        Run(text, Fang, Body));

    private static Paragraph Indented(Run run, bool stays = false) => new(
        new ParagraphProperties(
        [
            .. stays ? (OpenXmlElement[])[new KeepNext()] : [],
            new SpacingBetweenLines { Line = "560", LineRule = LineSpacingRuleValues.Exact },
            new Indentation { FirstLine = "640" },
            new Justification { Val = JustificationValues.Both },
        ]),
        run);

    private static Paragraph Line(Run run, JustificationValues side, bool stays = false) => new(
        new ParagraphProperties(
        [
            .. stays ? (OpenXmlElement[])[new KeepNext()] : [],
            new SpacingBetweenLines { Line = "560", LineRule = LineSpacingRuleValues.Exact },
            new Justification { Val = side },
        ]),
        run);

    private static Paragraph Rule(BorderValues kind, Run? run, JustificationValues side) => new(
        [
            new ParagraphProperties(
                new ParagraphBorders(new BottomBorder { Val = kind, Color = Red, Size = kind == BorderValues.Single ? 18U : 24U, Space = 4 }),
                new SpacingBetweenLines { Line = run is null ? "60" : "560", LineRule = LineSpacingRuleValues.Exact },
                new Justification { Val = side }),
            .. run is null ? (OpenXmlElement[])[] : [run],
        ]);

    private static Run Run(string text, string face, string halfPoints, string? colour = null, bool strong = false) => new(
        new RunProperties(
        [
            new RunFonts { Ascii = face, HighAnsi = face, EastAsia = face },
            .. strong ? (OpenXmlElement[])[new Bold()] : [],
            .. colour is not null ? (OpenXmlElement[])[new Color { Val = colour }] : [],
            new FontSize { Val = halfPoints },
        ]),
        new Text(OfficeZip.Legal(text)) { Space = SpaceProcessingModeValues.Preserve });
}
