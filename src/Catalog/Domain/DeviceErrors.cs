using Commerce.SharedKernel;

namespace Commerce.Catalog.Domain;

/// <summary>The refusals about screens.</summary>
internal static class DeviceErrors
{
    public static Error NameShape { get; } = new Error(
        ErrorCode.Invalid, "请给屏幕起个名字，1 至 40 字，例如“入口立屏”；没有做任何更改。", "Give the screen a name of 1 to 40 characters, such as \"by the entrance\"; nothing was changed.").At("name");

    public static Error NameTaken(string name) => new Error(
        ErrorCode.Invalid, $"这个销售点已有叫“{name}”的屏幕；没有做任何更改。请换个名字，或先停用那一台。", $"This outlet has a screen called \"{name}\" already; nothing was changed. Take another name, or withdraw that one first.").At("name");

    public static Error NoScreenThere { get; } = new Error(
        ErrorCode.StateNotAllowed, "供货点和网上销售没有屏幕；没有做任何更改。请选择专柜、自营超市或自助屏。", "A supply point or an online shop has no screen; nothing was changed. Choose a counter, an own store or a screen.").At("outletId");

    public static Error ReasonShape { get; } = new Error(
        ErrorCode.Invalid, "请写明停用的原因，1 至 200 字；没有做任何更改。", "Say in 1 to 200 characters why it is withdrawn; nothing was changed.").At("reason");

    public static Error AlreadyWithdrawn { get; } = new(
        ErrorCode.StateNotAllowed, "这台屏幕已经停用；没有做任何更改。要再用请重新登记。", "This screen is withdrawn already; nothing was changed. Register it anew to use it again.");
}
