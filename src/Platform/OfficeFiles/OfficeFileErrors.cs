using System.Globalization;
using Commerce.SharedKernel;

namespace Commerce.Platform.OfficeFiles;

/// <summary>Why a docx or xlsx is refused, whatever it was handed in for. Each ends by saying what to do; nothing was changed.</summary>
public static class OfficeFileErrors
{
    /// <summary>Old formats, and encrypted files, lie in another kind of package.</summary>
    public static Error OldOrLocked => Refusal("这是旧版 .doc/.xls 或加了密码的文件。请用 Word 或 Excel 去掉密码，另存为 docx 或 xlsx 后再试。", "This is an old .doc or .xls, or a file with a password. Save it as docx or xlsx without a password and try again.");

    /// <summary>Neither text nor a package.</summary>
    public static Error NotText => Refusal("文件不是文本，也不是 docx 或 xlsx。请用 Word 或 Excel 打开，另存为 docx 或 xlsx 后再试。", "The file is neither text nor docx nor xlsx. Open it in Word or Excel, save it as docx or xlsx and try again.");

    /// <summary>Cut off or damaged.</summary>
    public static Error Broken => Refusal("文件不完整或已损坏。请重新下载，或用 Word、Excel 打开后另存一份再试。", "The file is incomplete or damaged. Download it again, or open and save it in Word or Excel, and try again.");

    /// <summary>A bomb.</summary>
    public static Error Inflated => Refusal("文件解开后大得不正常，没有读。请用 Word 或 Excel 打开，另存一份再试。", "The file unpacks to an abnormal size and was not read. Open and save it in Word or Excel and try again.");

    /// <summary>Names that lead out of the package.</summary>
    public static Error StrangeNames => Refusal("文件包里有不正常的文件名，没有读。请用 Word 或 Excel 打开，另存一份再试。", "The package contains abnormal file names and was not read. Open and save it in Word or Excel and try again.");

    /// <summary>Document types, entities.</summary>
    public static Error Declarations => Refusal("文件里有不允许的 XML 声明（DTD），没有读。请用 Word 或 Excel 打开，另存一份再试。", "The file contains XML declarations (DTD) that are not allowed and was not read. Open and save it in Word or Excel and try again.");

    /// <summary>A workbook was asked for, this is a text.</summary>
    public static Error NotAWorkbook => Refusal("这不是 xlsx 表格，没有读。请下载模板，用 Excel 填好存为 xlsx 再试。", "This is no xlsx workbook and was not read. Download the template, fill it in with Excel, save it as xlsx and try again.");

    /// <summary>No bytes.</summary>
    public static Error Empty => Refusal("文件是空的，没有读。请重新选择填好的表格。", "The file is empty and was not read. Choose the filled-in workbook again.");

    /// <summary>Known by its first bytes as something else.</summary>
    public static Error Stranger(string kind) => Refusal($"这是{kind}文件，这里用不上，没有读。请用 Word 或 Excel 打开，另存为 docx 或 xlsx 后再试。", $"This is a {kind} file, of no use here, and was not read. Open it in Word or Excel, save it as docx or xlsx and try again.");

    /// <summary>The name doesn't fit the content.</summary>
    public static Error Mislabelled(string says, string @is) => Refusal($"文件名说是 {says}，内容却是 {@is}。请核对是否选错文件；没有选错就把扩展名改对再试。", $"The name says {says}, but the content is {@is}. Check that it is the right file; if it is, correct its extension and try again.");

    /// <summary>More bytes than such a table needs.</summary>
    public static Error TooLarge(long bytes, long limit) => Refusal(
        $"文件有 {Megabytes(bytes)} MB，超过 {Megabytes(limit)} MB，没有读。请只保留要导入的行，去掉图片后再试。",
        $"The file has {Megabytes(bytes)} MB, more than {Megabytes(limit)} MB, and was not read. Keep only the rows to be imported, without pictures, and try again.");

    /// <summary>More rows than are read at once.</summary>
    public static Error TooManyRows(int most) => Refusal(
        $"表格超过 {most} 行，没有读。请分成几个文件，一个一个导入。",
        $"The workbook has more than {most} rows and was not read. Split it into several files and import them one after another.");

    /// <summary>None of the sheets has the head row.</summary>
    public static Error NoHead(string heads) => Refusal(
        $"没有找到表头：要有一行写着“{heads}”。请下载模板，照着填。",
        $"No head row was found: one with {heads} is needed. Download the template and fill it in.");

    /// <summary>A head row, and nothing under it.</summary>
    public static Error NoRows => Refusal("表头下面一行也没有填，没有可以导入的内容。请填好再试。", "There is no row under the head, so nothing to import. Fill it in and try again.");

    private static Error Refusal(string chinese, string english) => new(ErrorCode.Invalid, chinese, english) { Path = ["file"] };

    private static string Megabytes(long bytes) => (bytes / 1048576m).ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>Stops reading, however deep; whoever began to read turns it into the refusal it carries.</summary>
/// <param name="refusal">What to say.</param>
public sealed class RefusedFileException(Error refusal) : Exception(refusal.English)
{
    /// <summary>What to say.</summary>
    public Error Refusal { get; } = refusal;
}
