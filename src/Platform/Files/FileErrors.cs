using Commerce.SharedKernel;

namespace Commerce.Platform.Files;

/// <summary>Why a file is refused.</summary>
internal static class FileErrors
{
    public static Error Empty { get; } = new Error(ErrorCode.Invalid, "文件是空的，没有保存；请重新选择。", "The file is empty; it was not saved. Choose another.").At("file");

    public static Error Missing { get; } = new Error(ErrorCode.Invalid, "没有收到文件，没有做任何更改；请选择文件后再上传。", "No file came; nothing was changed. Choose a file and try again.").At("file");

    public static Error TooLarge(int megabytes) => new Error(ErrorCode.Invalid, $"文件超过 {megabytes} MB，没有保存；请压缩图片或拆成几个文件。", $"The file is larger than {megabytes} MB; it was not saved. Make its pictures smaller or split it.").At("file");

    public static Error PictureSize(int most) => new Error(ErrorCode.Invalid, $"看不出图片的大小，或者边长超过 {most} 像素，没有保存；请重新拍一张。", $"The picture's size can't be read, or a side is longer than {most} pixels; it was not saved. Take another.").At("file");

    public static Error WrongKind(IEnumerable<FileKind> kinds)
    {
        var names = string.Join(", ", kinds.Select(k => k.Extension[1..]));
        return new Error(ErrorCode.Invalid, $"这类文件不能上传，没有保存；可以上传：{names}（按内容判断，不看文件名；不收带宏的文件）。", $"Files of this kind aren't taken; it was not saved. Allowed by content: {names}, without macros.").At("file");
    }
}
