using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Commerce.Platform.OfficeFiles;
using Commerce.SharedKernel;
using Commerce.TaskList.Reading;
using Xunit;

namespace Commerce.TaskList.Tests.Reading;

/// <summary>Wrong, broken and hostile files: one clear line in both languages, within a second, under 200 MB.</summary>
public sealed class HostileFiles
{
    private const long Memory = 200 * 1024 * 1024;
    private static readonly Setting Plain = new(false, 2, false, true, false);

    private static readonly Dictionary<string, (string Name, Func<Stream> File, Func<Error> Expected)> Cases = new()
    {
        ["empty"] = ("a.docx", () => Bytes(), () => ReadingErrors.Empty),
        ["blank"] = ("a.txt", () => Of(" \n\t\u3000\r\n"), () => ReadingErrors.Empty),
        ["100 MB"] = ("a.docx", Long, () => ReadingErrors.TooLarge(100 * 1024 * 1024, ListReader.LargestFile)),
        ["3 MB of text"] = ("a.txt", () => Of(new string('a', 3 * 1024 * 1024)), () => ReadingErrors.TooLarge(3 * 1024 * 1024, ListReader.LargestText)),
        ["docx named xlsx"] = ("a.xlsx", () => Bytes(Docx()), () => OfficeFileErrors.Mislabelled("xlsx", "docx")),
        ["xlsx named docx"] = ("a.DOCX", () => Bytes(Xlsx()), () => OfficeFileErrors.Mislabelled("docx", "xlsx")),
        ["docx named txt"] = ("a.txt", () => Bytes(Docx()), () => OfficeFileErrors.Mislabelled("txt", "docx")),
        ["text named docx"] = ("a.docx", () => Of("2026年任务清单"), () => OfficeFileErrors.Mislabelled("docx", "text")),
        ["pdf"] = ("a.docx", () => Of("%PDF-1.7"), () => ReadingErrors.NotAList("PDF")),
        ["picture"] = ("a.txt", () => Bytes([0x89, (byte)'P', (byte)'N', (byte)'G', 0]), () => ReadingErrors.NotAList("PNG")),
        ["old doc"] = ("a.doc", () => Bytes([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1]), () => OfficeFileErrors.OldOrLocked),
        ["noise"] = ("a", () => Bytes(Noise(4096)), () => OfficeFileErrors.NotText),
        ["noise after PK"] = ("a.docx", () => Bytes([(byte)'P', (byte)'K', 3, 4, .. Noise(4096)]), () => OfficeFileErrors.Broken),
        ["other zip"] = ("a.docx", () => Bytes(MadeFiles.Zip(("readme.txt", "hello"))), () => OfficeFileErrors.Stranger("ZIP")),
        ["odt"] = ("a.odt", () => Bytes(MadeFiles.Zip(("mimetype", "application/vnd.oasis.opendocument.text"))), () => OfficeFileErrors.Stranger("OpenDocument")),
        ["zip in zip in zip"] = ("a.docx", () => Bytes(Nested(5)), () => OfficeFileErrors.Stranger("ZIP")),
        ["prose"] = ("a.txt", () => Of("今天天气很好。\n我们去村里。"), () => ReadingErrors.NoTable),
        ["another table"] = ("a.txt", () => Of("品名\t单价\t数量\n大米\t5.6\t100"), () => ReadingErrors.NoTable),
        ["half a head"] = ("a.txt", () => Of("序号\t工作任务\t备注\n（一）\t甲\t"), () => ReadingErrors.NoTable),
        ["head alone"] = ("a.txt", () => Of("序号\t工作任务\t落实措施\t责任单位\t完成时限\n"), () => ReadingErrors.NoTasks),
        ["docx without a table"] = ("a.docx", () => Bytes(Document("<w:p><w:r><w:t>你好</w:t></w:r></w:p>")), () => ReadingErrors.NoTable),
        ["ratio"] = ("a.docx", () => Bytes(Bomb(64)), () => OfficeFileErrors.Inflated),
        ["ratio, size forged"] = ("a.docx", () => Bytes(Forged(Bomb(64))), () => OfficeFileErrors.Broken),
        ["unpacks to more than a list has"] = ("a.docx", () => Bytes(Document(string.Concat(Enumerable.Range(0, 900_000).Select(i => $"<w:p w:rsidR=\"{i * 7919:X8}\"/>")))), () => OfficeFileErrors.Inflated),
        ["50,000 entries"] = ("a.docx", () => Bytes(MadeFiles.Zip([.. Enumerable.Range(0, 50_000).Select(i => ($"f{i}", ""))])), () => OfficeFileErrors.Inflated),
        ["same name twice"] = ("a.docx", () => Bytes(MadeFiles.Zip(("a", ""), ("a", ""))), () => OfficeFileErrors.StrangeNames),
        ["../ in a name"] = ("a.docx", () => Bytes(MadeFiles.Zip(("../../etc/cron.d/x", ""))), () => OfficeFileErrors.StrangeNames),
        ["absolute name"] = ("a.docx", () => Bytes(MadeFiles.Zip(("/etc/x", ""))), () => OfficeFileErrors.StrangeNames),
        ["windows name"] = ("a.docx", () => Bytes(MadeFiles.Zip(("C:\\x", ""))), () => OfficeFileErrors.StrangeNames),
        ["relation out of the package"] = ("a.docx", () => Bytes(MadeFiles.Zip(("_rels/.rels", MadeFiles.Relations(("rId1", "officeDocument", "../../../etc/passwd"))))), () => OfficeFileErrors.Stranger("ZIP")),
        ["external document"] = ("a.docx", () => Bytes(MadeFiles.Zip(("_rels/.rels", MadeFiles.Relations(("rId1", "officeDocument", "file:///etc/passwd\" TargetMode=\"External"))))), () => OfficeFileErrors.Stranger("ZIP")),
        ["entity from a file"] = ("a.docx", () => Bytes(Package("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "<w:p><w:r><w:t>&x;</w:t></w:r></w:p>")), () => OfficeFileErrors.Declarations),
        ["entity from the net"] = ("a.docx", () => Bytes(Package("<!DOCTYPE d SYSTEM \"http://127.0.0.1:1/x.dtd\">", "")), () => OfficeFileErrors.Declarations),
        ["billion laughs"] = ("a.docx", () => Bytes(Package(Laughs(), "<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>")), () => OfficeFileErrors.Declarations),
        ["billion laughs in shared strings"] = ("a.xlsx", () => Bytes(Workbook(Laughs() + $"<sst xmlns=\"{MadeFiles.Sheet}\"><si><t>&l9;</t></si></sst>")), () => OfficeFileErrors.Declarations),
        ["a hundred thousand elements deep"] = ("a.docx", () => Bytes(Document(string.Concat(Enumerable.Repeat("<w:p>", 100_000)) + string.Concat(Enumerable.Repeat("</w:p>", 100_000)))), () => OfficeFileErrors.Broken),
        ["half a million attributes"] = ("a.docx", () => Bytes(Document($"<w:p {string.Concat(Enumerable.Range(0, 500_000).Select(i => $"a{i}=\"\" "))}/>")), () => OfficeFileErrors.Broken),
        ["a tag without end"] = ("a.docx", () => Bytes(Document($"<w:p a=\"{string.Concat(Enumerable.Range(0, 100_000))}\"/>")), () => OfficeFileErrors.Inflated),
        ["a hundred thousand names"] = ("a.docx", () => Bytes(Document(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<w:n{i}/>")))), () => OfficeFileErrors.Broken),
        ["a column a billion wide"] = ("a.docx", () => Bytes(Document("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"1000000000\"/></w:tcPr></w:tc></w:tr></w:tbl>")), () => OfficeFileErrors.Broken),
        ["ten thousand columns"] = ("a.docx", () => Bytes(Document($"<w:tbl><w:tr>{string.Concat(Enumerable.Repeat("<w:tc/>", 10_000))}</w:tr></w:tbl>")), () => ReadingErrors.TooMuch("列", "columns")),
        ["text that isn't XML"] = ("a.docx", () => Bytes(MadeFiles.Zip(("_rels/.rels", MadeFiles.Relations(("rId1", "officeDocument", "word/document.xml"))), ("word/document.xml", "not xml"))), () => OfficeFileErrors.Broken),
        ["a string that isn't there"] = ("a.xlsx", () => Bytes(Workbook($"<sst xmlns=\"{MadeFiles.Sheet}\"/>")), () => OfficeFileErrors.Broken),
        ["ten thousand rows"] = ("a.txt", () => Of("2026年清单\n序号\t工作任务\t落实措施\t责任单位\t完成时限\n" + string.Concat(Enumerable.Repeat("1\t甲\t1、乙\t丙处\t年底前\n", 10_000))), () => ReadingErrors.TooMuch("行", "lines")),
        ["three thousand measures"] = ("a.txt", () => Of("2026年清单\n序号\t工作任务\t落实措施\t责任单位\t完成时限\n" + string.Concat(Enumerable.Repeat("1\t甲\t1、乙\t丙处\t年底前\n", 3_000))), () => ReadingErrors.TooMuch("措施", "measures")),
        ["a novel"] = ("a.txt", () => Of("2026年清单\n序号\t工作任务\t落实措施\t责任单位\t完成时限\n" + string.Concat(Enumerable.Range(1, 100).Select(i => $"{i}\t{new string('甲', 5_000)}\t1、乙\t丙处\t年底前\n"))), () => ReadingErrors.TooMuch("文字", "words")),
        ["an endless deadline"] = ("a.txt", () => Of("2026年清单\n序号\t工作任务\t落实措施\t责任单位\t完成时限\n1\t甲\t1、乙\t丙处\t" + string.Concat(Enumerable.Repeat("年底前，", 2_000)) + "\n"), () => ReadingErrors.TooMuch("文字（在一格里）", "words in one cell")),
        ["an endless cell"] = ("a.txt", () => Of("2026年清单\n序号\t工作任务\t落实措施\t责任单位\t完成时限\n1\t" + new string('、', 100_000) + "\t1、乙\t丙处\t年底前\n"), () => ReadingErrors.TooMuch("文字（在一格里）", "words in one cell")),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Is_refused_in_one_line_within_a_second_and_little_memory(string name)
    {
        var (file, open, expected) = Cases[name];
        using var stream = open();
        var best = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 3; attempt++)
        {
            stream.Position = 0;
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = Spent();

            var read = ListReader.Read(stream, file);

            var took = Spent() - started;
            best = best < took ? best : took;
            Assert.Equal(expected().English, read.Error?.English);
            Assert.DoesNotContain('\n', read.Error!.Chinese + read.Error.English);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Memory);
        }

        Assert.InRange(best, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    [Theory, InlineData("docx"), InlineData("xlsx")]
    public void A_file_cut_off_anywhere_is_refused(string format)
    {
        var whole = format == "docx" ? Docx() : Xlsx();
        for (var length = 1; length < whole.Length; length += 41)
        {
            Assert.True(ListReader.Read(new MemoryStream(whole[..length]), "a." + format).Failed, $"cut at {length}");
        }
    }

    [Theory, InlineData("docx"), InlineData("xlsx"), InlineData("txt")]
    public void A_file_with_flipped_bytes_is_read_or_refused_but_never_a_fault(string format)
    {
        var random = new Random(4);
        for (var i = 0; i < 300; i++)
        {
            var bytes = format switch { "docx" => Docx(), "xlsx" => Xlsx(), _ => MadeFiles.Text(MadeList.Of(1), Plain, Encoding.UTF8) };
            for (var flips = random.Next(1, 6); flips > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            _ = ListReader.Read(new MemoryStream(bytes), "a." + format);
        }
    }

    /// <summary>What this thread has worked, so that a busy machine doesn't count; the clock where that isn't known.</summary>
    private static TimeSpan Spent()
    {
        const string OfThread = "/proc/thread-self/stat";
        if (!File.Exists(OfThread))
        {
            return Stopwatch.GetElapsedTime(0);
        }

        var fields = File.ReadAllText(OfThread).Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return TimeSpan.FromMilliseconds(10 * (int.Parse(fields[11], CultureInfo.InvariantCulture) + int.Parse(fields[12], CultureInfo.InvariantCulture)));
    }

    private static byte[] Docx() => MadeFiles.Docx(MadeList.Of(1), Plain);

    private static byte[] Xlsx() => MadeFiles.Xlsx(MadeList.Of(1), Plain);

    private static byte[] Document(string body) => Package("", body);

    private static byte[] Package(string declaration, string body) => MadeFiles.Zip(
        ("_rels/.rels", MadeFiles.Relations(("rId1", "officeDocument", "word/document.xml"))),
        ("word/document.xml", $"{declaration}<w:document xmlns:w=\"{MadeFiles.Word}\"><w:body>{body}</w:body></w:document>"));

    private static byte[] Workbook(string shared) => MadeFiles.Zip(
        ("_rels/.rels", MadeFiles.Relations(("rId1", "officeDocument", "xl/workbook.xml"))),
        ("xl/_rels/workbook.xml.rels", MadeFiles.Relations(("rId1", "worksheet", "sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"))),
        ("xl/workbook.xml", $"<workbook xmlns=\"{MadeFiles.Sheet}\" xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"rId1\"/></sheets></workbook>"),
        ("xl/sharedStrings.xml", shared),
        ("xl/sheet1.xml", $"<worksheet xmlns=\"{MadeFiles.Sheet}\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row></sheetData></worksheet>"));

    private static string Laughs() => "<!DOCTYPE l [<!ENTITY l0 \"ha\">" + string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">")) + "]>";

    private static byte[] Bomb(int megabytes)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var relations = zip.CreateEntry("_rels/.rels").Open())
            {
                relations.Write(Encoding.UTF8.GetBytes(MadeFiles.Relations(("rId1", "officeDocument", "word/document.xml"))));
            }

            using var document = zip.CreateEntry("word/document.xml").Open();
            document.Write(Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{MadeFiles.Word}\"><w:body>"));
            var paragraphs = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<w:p/>", 1024 * 1024 / 6)));
            for (var i = 0; i < megabytes; i++)
            {
                document.Write(paragraphs);
            }
        }

        return file.ToArray();
    }

    /// <summary>The same zip, saying that nothing in it is larger than 1,000 bytes.</summary>
    private static byte[] Forged(byte[] zip)
    {
        for (var i = 0; i + 46 < zip.Length; i++)
        {
            if (zip.AsSpan(i).StartsWith("PK\u0001\u0002"u8))
            {
                BitConverter.TryWriteBytes(zip.AsSpan(i + 24), 1000);
            }
        }

        return zip;
    }

    private static byte[] Nested(int depth)
    {
        var inner = Noise(100);
        for (var i = 0; i < depth; i++)
        {
            using var file = new MemoryStream();
            using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            {
                for (var copy = 0; copy < 10; copy++)
                {
                    using var entry = zip.CreateEntry($"{copy}.zip").Open();
                    entry.Write(inner);
                }
            }

            inner = file.ToArray();
        }

        return inner;
    }

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(3).NextBytes(bytes);
        return bytes;
    }

    private static FileStream Long()
    {
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 4096, FileOptions.DeleteOnClose);
        file.SetLength(100 * 1024 * 1024);
        return file;
    }

    private static MemoryStream Of(string text) => Bytes(Encoding.UTF8.GetBytes(text));

    private static MemoryStream Bytes(params byte[] bytes) => new(bytes);
}
