using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Commerce.Platform.Documents;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Circulars;

/// <summary>A circular on paper: red head, number, title, text, table of places, targets, who is praised and criticised, what comes next.</summary>
internal static class CircularPaper
{
    private static readonly string[] Ordinals = ["一", "二", "三", "四", "五", "六"];

    // Wide enough for their heads in one line; the reason stands below each unit, over the whole width.
    private static readonly IReadOnlyList<PaperColumn> UnitColumns =
    [
        new("名次", 6), new("单位", 18), new("任务", 6, PaperFigure.Whole), new("措施", 6, PaperFigure.Whole), new("到期节点", 10, PaperFigure.Whole), new("按期", 6, PaperFigure.Whole), new("逾期办结", 10, PaperFigure.Whole),
        new("现逾期", 8, PaperFigure.Whole), new("应报未报", 10, PaperFigure.Whole), new("督办函", 8, PaperFigure.Whole),
    ];

    // 任务(十二), 10,000,000 元 and 100.50% each fit in a line.
    private static readonly IReadOnlyList<PaperColumn> TargetColumns =
        [new("任务措施", 13), new("指标", 20), new("年度目标", 16), new("完成", 14), new("完成率", 10, PaperFigure.Percent), new("分析", 17)];

    public static OfficialPaper Of(Circular circular, string mark)
    {
        var content = BuildCircular.Read(circular.Content);
        List<OfficialPart> parts = [];
        var heading = 0;
        void Head(string title) => parts.Add(OfficialPart.Heading($"{Ordinals[heading++]}、{title}"));

        Head("总体情况");
        parts.Add(OfficialPart.Text(circular.Opening));
        Head("各单位落实情况和排名");
        parts.Add(OfficialPart.Table(UnitColumns, [.. content.Units.SelectMany(UnitRows)]));
        parts.Add(OfficialPart.Text(CircularRules.Rule));
        if (content.Targets.Count > 0)
        {
            Head($"年度目标完成情况分析（截至{Lights.Day(circular.AsOf)}）");
            parts.Add(OfficialPart.Text($"时间进度 {content.Targets[0].Expected.ToString("0.00%", CultureInfo.InvariantCulture)}。"));
            parts.Add(OfficialPart.Table(TargetColumns, [.. content.Targets.Select(TargetRow)]));
        }

        if (content.Praise.Count > 0)
        {
            Head("予以表扬的单位");
            parts.AddRange(Mentions(content, content.Praise).Select(OfficialPart.Text));
        }

        if (content.Criticism.Count > 0)
        {
            Head("予以批评的单位");
            parts.AddRange(Mentions(content, content.Criticism).Select(OfficialPart.Text));
        }

        Head("下一步要求");
        parts.Add(OfficialPart.Text(circular.Demands));
        return new(circular.Office + "情况通报", circular.Number ?? "〔　　　〕　　号", circular.Title, parts)
        {
            Grade = circular.State == CircularState.Draft ? "代拟稿" : "",
            Addressee = "各有关单位",
            Office = circular.Office,
            Day = circular.IssuedOn is { } on ? Lights.Day(on) : "　　　　年　　月　　日",
            Mark = mark,
        };
    }

    /// <summary>The document of a circular that is being issued; the circular keeps its words and its hash.</summary>
    public static CircularDocument Freeze(Circular circular)
    {
        var paper = Of(circular, "");
        var bytes = OfficialFile.Of(paper);
        circular.Freeze(Text(paper), Convert.ToHexString(SHA256.HashData(bytes)));
        return new() { CircularId = circular.Id, Bytes = bytes };
    }

    /// <summary>All words of a paper, a line each; cells apart by tabs.</summary>
    public static string Text(OfficialPaper paper)
    {
        var text = new StringBuilder();
        foreach (var line in new[] { paper.Head, paper.Number, paper.Title, paper.Addressee + "：" }.Concat(paper.Parts.SelectMany(p => p.Lines())).Concat([paper.Office, paper.Day]))
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The file's name.</summary>
    public static string FileName(Circular circular) => $"情况通报-{(circular.Number ?? $"代拟稿-{circular.AsOf:yyyyMMdd}").Replace('/', '-')}.docx";

    /// <summary>Praise or criticism in paragraphs: units for the same reason together, and a reason that the table has said is said there alone.</summary>
    public static IEnumerable<string> Mentions(CircularContent content, IReadOnlyList<CircularMention> mentions) => mentions
        .GroupBy(m => content.Units.Any(u => u.UnitId == m.UnitId && u.Reason == m.Reason) ? "原因见上表各单位情况" : m.Reason.TrimEnd('。'))
        .Select(g => $"{string.Join('、', g.Select(m => m.Unit))}：{g.Key}。");

    /// <summary>718 公里.</summary>
    public static string Figure(decimal number, string unit) => $"{number.ToString("#,##0.####", CultureInfo.InvariantCulture)} {unit}";

    private static PaperRow[] UnitRows(CircularRow row) =>
    [
        new(
        [
            row.Place?.ToString(CultureInfo.InvariantCulture) ?? "—", row.Unit, (decimal)row.Tasks, (decimal)row.Measures, (decimal)row.Due, (decimal)row.InTime, (decimal)row.Late, (decimal)row.Overdue, (decimal)row.Unreported,
            (decimal)row.Letters,
        ]),
        PaperRow.Below(row.Reason),
    ];

    private static PaperRow TargetRow(CircularTarget row) => new(
    [
        $"任务{row.Task}{(row.Measure is { } number ? $"\n措施{number}" : "")}", row.Label, Figure(row.Target, row.Unit), row.Actual is { } actual ? Figure(actual, row.Unit) : "未报", row.Share, row.Words.Replace("时间进度 ", "时间进度\n", StringComparison.Ordinal),
    ]);
}
