using System.Globalization;
using Commerce.SharedKernel;

namespace Commerce.TaskList.Reading;

/// <summary>Why a file is refused. Each ends by saying what to do; nothing was changed.</summary>
internal static class ReadingErrors
{
    public static Error Empty => Refusal("文件是空的。请选择任务清单文件（docx、xlsx 或文本）。", "The file is empty. Choose the task list's file (docx, xlsx or text).");

    public static Error TooLarge(long bytes, long limit) => Refusal(
        $"文件有 {Megabytes(bytes)} MB，超过 {Megabytes(limit)} MB。请只保留任务清单，去掉图片后再试。",
        $"The file has {Megabytes(bytes)} MB, more than {Megabytes(limit)} MB. Keep only the task list, without pictures, and try again.");

    public static Error OldOrLocked => Refusal("这是旧版 .doc/.xls 或加了密码的文件。请用 Word 或 Excel 去掉密码，另存为 docx 或 xlsx 后再试。", "This is an old .doc or .xls, or a file with a password. Save it as docx or xlsx without a password and try again.");

    public static Error NotAList(string kind) => Refusal($"这是{kind}，不是任务清单能用的文件。请用 docx、xlsx 或文本文件。", $"This is a {kind} file. Use docx, xlsx or plain text.");

    public static Error NotText => Refusal("文件不是文本，也不是 docx 或 xlsx。请用 Word 或 Excel 打开，另存为 docx 或 xlsx 后再试。", "The file is neither text nor docx nor xlsx. Open it in Word or Excel, save it as docx or xlsx and try again.");

    public static Error Mislabelled(string says, string @is) => Refusal($"文件名说是 {says}，内容却是 {@is}。请核对是否选错文件；没有选错就把扩展名改对再试。", $"The name says {says}, but the content is {@is}. Check that it is the right file; if it is, correct its extension and try again.");

    public static Error Broken => Refusal("文件不完整或已损坏。请重新下载，或用 Word、Excel 打开后另存一份再试。", "The file is incomplete or damaged. Download it again, or open and save it in Word or Excel, and try again.");

    public static Error Inflated => Refusal("文件解开后大得不正常，没有读。请用 Word 或 Excel 打开，另存一份再试。", "The file unpacks to an abnormal size and was not read. Open and save it in Word or Excel and try again.");

    public static Error StrangeNames => Refusal("文件包里有不正常的文件名，没有读。请用 Word 或 Excel 打开，另存一份再试。", "The package contains abnormal file names and was not read. Open and save it in Word or Excel and try again.");

    public static Error Declarations => Refusal("文件里有不允许的 XML 声明（DTD），没有读。请用 Word 或 Excel 打开，另存一份再试。", "The file contains XML declarations (DTD) that are not allowed and was not read. Open and save it in Word or Excel and try again.");

    public static Error NoTable => Refusal("文件里没有找到任务清单的表：要有“工作任务、落实措施、责任单位、完成时限”这样的表头。请核对是否选错文件。", "No task list was found in the file: a head row such as 工作任务, 落实措施, 责任单位, 完成时限 is needed. Check that it is the right file.");

    public static Error NoTasks => Refusal("找到了表头，但表里没有一项任务：序号应为（一）、1 这样的编号。请核对文件。", "The head row was found, but no task under it: numbers such as （一） or 1 are needed. Check the file.");

    public static Error TooMuch(string chinese, string english) => Refusal($"文件里的{chinese}太多，不像任务清单，没有读。请核对是否选错文件。", $"The file has too many {english} for a task list and was not read. Check that it is the right file.");

    private static Error Refusal(string chinese, string english) => new(ErrorCode.Invalid, chinese, english) { Path = ["file"] };

    private static string Megabytes(long bytes) => (bytes / 1048576m).ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>Stops reading, however deep; <see cref="ListReader"/> turns it into the refusal it carries.</summary>
internal sealed class RefusedFileException(Error refusal) : Exception(refusal.English)
{
    public Error Refusal { get; } = refusal;
}
