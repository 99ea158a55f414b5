using Commerce.Catalog.Domain;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Images;

/// <summary>Why a picture of a good is refused.</summary>
internal static class ImageErrors
{
    public static Error Sides { get; } = new Error(
        ErrorCode.Invalid, $"图片的边长应为 {Picture.ShortestSide} 至 {Picture.LongestSide} 像素，总共不超过 4000 万像素；没有保存。请重新拍一张，或缩小后再上传。",
        $"A picture's sides are {Picture.ShortestSide} to {Picture.LongestSide} pixels, 40 million pixels in all; it was not saved. Take another, or make it smaller.").At("file");

    public static Error Broken { get; } = new Error(
        ErrorCode.Invalid, "这张图片不完整或者已损坏，打不开；没有保存。请换一张。", "This picture is incomplete or damaged and can't be opened; it was not saved. Choose another.").At("file");

    public static Error NoSuchFile { get; } = new Error(
        ErrorCode.NotFound, "没有找到这张图片，或者不是您上传的，或者已经用在商品上；没有做任何更改。请重新上传。", "There is no such picture, or you didn't upload it, or a good has it already; nothing was changed. Upload it again.").At("fileId");

    public static Error AltShape { get; } = new Error(
        ErrorCode.Invalid, $"请用文字说明图片上是什么，1 至 {ProductImage.LongestAlt} 个字；没有做任何更改。", $"Say in 1 to {ProductImage.LongestAlt} characters what the picture shows; nothing was changed.").At("alt");

    public static Error TooMany { get; } = new(
        ErrorCode.StateNotAllowed, $"一个商品最多 {ProductImage.Most} 张图片；没有做任何更改。请先移除一张。", $"A good has at most {ProductImage.Most} pictures; nothing was changed. Remove one first.");

    public static Error OtherImages { get; } = new Error(
        ErrorCode.Invalid, "排列时须列出这个商品的全部图片，每张一次；没有做任何更改。请刷新后再试。", "Name all pictures of the good, each once, in their new order; nothing was changed. Reload and try again.").At("imageIds");
}
