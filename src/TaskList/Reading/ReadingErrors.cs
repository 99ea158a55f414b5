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

    public static Error NotAList(string kind) => Refusal($"这是{kind}，不是任务清单能用的文件。请用 docx、xlsx 或文本文件。", $"This is a {kind} file. Use docx, xlsx or plain text.");

    public static Error NoTable => Refusal("文件里没有找到任务清单的表：要有“工作任务、落实措施、责任单位、完成时限”这样的表头。请核对是否选错文件。", "No task list was found in the file: a head row such as 工作任务, 落实措施, 责任单位, 完成时限 is needed. Check that it is the right file.");

    public static Error NoTasks => Refusal("找到了表头，但表里没有一项任务：序号应为（一）、1 这样的编号。请核对文件。", "The head row was found, but no task under it: numbers such as （一） or 1 are needed. Check the file.");

    public static Error TooMuch(string chinese, string english) => Refusal($"文件里的{chinese}太多，不像任务清单，没有读。请核对是否选错文件。", $"The file has too many {english} for a task list and was not read. Check that it is the right file.");

    private static Error Refusal(string chinese, string english) => new(ErrorCode.Invalid, chinese, english) { Path = ["file"] };

    private static string Megabytes(long bytes) => (bytes / 1048576m).ToString("0.#", CultureInfo.InvariantCulture);
}
