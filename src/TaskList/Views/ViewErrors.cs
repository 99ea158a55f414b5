using Commerce.SharedKernel;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Views;

/// <summary>What is refused about saved views.</summary>
internal static class ViewErrors
{
    public static Error Name { get; } = new Error(ErrorCode.Invalid, $"视图名称请写 1 至 {SavedView.NameLength} 字，没有保存。", $"A view's name has 1 to {SavedView.NameLength} characters; nothing was saved.").At("name");

    public static Error Address { get; } = new Error(ErrorCode.Invalid, "只能保存任务清单里的页面，没有保存。", "Only pages of the task list can be kept; nothing was saved.").At("address");

    public static Error Most { get; } = new(ErrorCode.StateNotAllowed, $"最多保存 {SavedView.Most} 个视图，没有保存；请先删去不用的。", $"At most {SavedView.Most} views are kept; nothing was saved. Drop one that isn't needed.");
}
