using System.IO.Compression;
using System.Security;
using System.Text;
using Commerce.TaskList.Reading;

namespace Commerce.TaskList.Tests.Reading;

/// <summary>How a made list is set: what real documents do differently.</summary>
/// <param name="Runs">Measures in one run instead of paragraphs.</param>
/// <param name="PageRows">Tasks on a page before title and head come again; 0 is all on one.</param>
/// <param name="RowPerMeasure">Each measure in a row of its own beside merged cells.</param>
/// <param name="Wide">Labels in full-width brackets.</param>
/// <param name="Counted">Measures numbered by Word itself.</param>
internal sealed record Setting(bool Runs, int PageRows, bool RowPerMeasure, bool Wide, bool Counted)
{
    public static Setting Of(int seed)
    {
        var random = new Random(seed * 31 + 7);
        return new(random.Next(2) == 0, random.Next(4), random.Next(3) == 0, random.Next(2) == 0, random.Next(3) == 0);
    }
}

/// <summary>Made lists as text, docx and xlsx, set as real ones are: title and head again on each page, sections merged across.</summary>
internal static class MadeFiles
{
    private static readonly string[] Heads = ["序号", "工作任务", "主要落实措施", "责任单位", "完成时限", "备注"];

    public static byte[] Text(ListDocument list, Setting setting, Encoding encoding)
    {
        var text = new StringBuilder();
        foreach (var row in Rows(list, setting with { RowPerMeasure = false, Counted = false }))
        {
            _ = row.Kind switch
            {
                RowKind.Title => text.Append("\n\n## ").Append(row.Cells[0][0]).Append("\n\n"),
                RowKind.Section => text.Append("<b>").Append(row.Cells[0][0]).Append("</b>\t\t\t\t\t\n"),
                RowKind.Head or RowKind.Task => text.AppendJoin('\t', row.Cells.Select(c => c.Length > 1 ? string.Join(' ', c.Select(p => $"<p>{p}</p>")) : string.Concat(c))).Append('\n'),
            };
        }

        return encoding.GetBytes(text.ToString());
    }

    public static byte[] Docx(ListDocument list, Setting setting)
    {
        var body = new StringBuilder();
        var open = false;
        foreach (var row in Rows(list, setting))
        {
            if (row.Kind == RowKind.Title)
            {
                _ = body.Append(open ? "</w:tbl>" : "").Append(Paragraph(row.Cells[0][0], false)).Append("<w:tbl><w:tblPr/><w:tblGrid/>");
                open = true;
            }
            else
            {
                _ = body.Append("<w:tr>").AppendJoin("", row.Kind == RowKind.Section
                    ? [$"<w:tc><w:tcPr><w:gridSpan w:val=\"6\"/></w:tcPr>{Paragraph(row.Cells[0][0], false)}</w:tc>"]
                    : row.Cells.Select((c, i) => $"<w:tc><w:tcPr><w:vMerge{(row.Kind == RowKind.Task && c.Length > 0 ? " w:val=\"restart\"" : "")}/></w:tcPr>{(c.Length == 0 ? "<w:p/>" : string.Concat(c.Select(p => Paragraph(p, setting.Counted && row.Kind == RowKind.Task && i == 2))))}</w:tc>")).Append("</w:tr>");
            }
        }

        var numbering = $"""<w:numbering xmlns:w="{Word}"><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="3"/></w:num></w:numbering>""";
        return Zip(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("_rels/.rels", Relations(("rId1", "officeDocument", "word/document.xml"))),
            ("word/_rels/document.xml.rels", Relations(("rId1", "numbering", "numbering.xml"))),
            ("word/numbering.xml", numbering),
            ("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body>{body}</w:tbl><w:p/></w:body></w:document>"));
    }

    public static byte[] Xlsx(ListDocument list, Setting setting)
    {
        List<string> shared = [];
        var sheet = new StringBuilder();
        var line = 0;
        foreach (var row in Rows(list, setting with { Counted = false }))
        {
            line++;
            _ = sheet.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r=\"{line}\">").AppendJoin("", row.Cells.Select((c, i) => c.Length == 0
                ? $"<c r=\"{(char)('A' + i)}{line}\"/>"
                : $"<c r=\"{(char)('A' + i)}{line}\" t=\"s\"><v>{Shared(string.Join('\n', c))}</v></c>")).Append("</row>");
        }

        return Zip(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("_rels/.rels", Relations(("rId1", "officeDocument", "xl/workbook.xml"))),
            ("xl/_rels/workbook.xml.rels", Relations(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"))),
            ("xl/workbook.xml", $"<workbook xmlns=\"{Sheet}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"清单\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
            ("xl/sharedStrings.xml", $"<sst xmlns=\"{Sheet}\">{string.Concat(shared.Select(s => $"<si><r><t xml:space=\"preserve\">{Escaped(s[..1])}</t></r><r><t xml:space=\"preserve\">{Escaped(s[1..])}</t></r></si>"))}</sst>"),
            ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Sheet}\"><sheetData>{sheet}</sheetData></worksheet>"));

        int Shared(string text)
        {
            shared.Add(text);
            return shared.Count - 1;
        }
    }

    public static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return file.ToArray();
    }

    public static string Relations(params (string Id, string Type, string Target)[] relations) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{string.Concat(relations.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{r.Type}\" Target=\"{r.Target}\"/>"))}</Relationships>";

    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private enum RowKind
    {
        Title,
        Head,
        Section,
        Task,
    }

    private sealed record Row(RowKind Kind, params string[][] Cells);

    private static IEnumerable<Row> Rows(ListDocument list, Setting setting)
    {
        var section = "";
        for (var i = 0; i < list.Tasks.Count; i++)
        {
            var task = list.Tasks[i];
            if (i == 0 || setting.PageRows > 0 && i % setting.PageRows == 0)
            {
                yield return new(RowKind.Title, [list.Title]);
                yield return new(RowKind.Head, [.. Heads.Select(h => (string[])[h])]);
            }

            if (task.Section != section)
            {
                section = task.Section;
                yield return new(RowKind.Section, [section]);
            }

            var label = setting.Wide ? task.Label.Replace('(', '（').Replace(')', '）') : task.Label;
            var measures = Measures(task, setting);
            string[][] rest = [[task.ResponsibilityText], [task.DeadlineText], task.Remarks.Length == 0 ? [] : [task.Remarks]];
            if (setting.RowPerMeasure)
            {
                yield return new(RowKind.Task, [[label], [task.Text], [measures[0]], .. rest]);
                foreach (var measure in measures.Skip(1))
                {
                    yield return new(RowKind.Task, [[], [], [measure], [], [], []]);
                }
            }
            else
            {
                yield return new(RowKind.Task, [[label], [task.Text], setting.Runs && !setting.Counted ? [string.Join(' ', measures)] : measures, .. rest]);
            }
        }
    }

    private static string[] Measures(ListedTask task, Setting setting)
    {
        List<string> paragraphs = [];
        string? group = null;
        foreach (var measure in task.Measures)
        {
            if (measure.Group != group)
            {
                group = measure.Group;
                paragraphs.Add(group + "：");
            }

            paragraphs.Add(setting.Counted ? measure.Text : $"{measure.Number}、{measure.Text}");
        }

        return [.. paragraphs];
    }

    private static string Paragraph(string text, bool counted) =>
        $"<w:p>{(counted && text[^1] != '：' ? "<w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr></w:pPr>" : "")}<w:r><w:t xml:space=\"preserve\">{Escaped(text[..1])}</w:t></w:r><w:r><w:t>{Escaped(text[1..])}</w:t></w:r></w:p>";

    private static string Escaped(string text) => SecurityElement.Escape(text);
}
