using Commerce.Assistance.Domain;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Exports;

/// <summary>What background exports refuse, and why one came to nothing.</summary>
internal static class ExportErrors
{
    public static Error NothingToExport { get; } = new Error(ErrorCode.Invalid, "这个范围里没有记录，没有做任何更改；请换一个月份或单位。", "There are no rows in this scope; nothing was changed. Choose another month or unit.").At("query");

    public static Error FilterUnread(string name) => new Error(
        ErrorCode.Invalid, $"筛选条件“{Short(name)}”看不懂，没有做任何更改；请从“台账明细”或“采购报表”的地址里照抄。", $"The filter {Short(name)} can't be read; nothing was changed. Copy it from the address of the ledger's page.").At("query");

    public static Error TooManyRows(int most) => new Error(
        ErrorCode.Invalid, $"一次后台导出最多 {most} 行，没有做任何更改；请选一个年度、月份或单位。", $"A background export has at most {most} rows; nothing was changed. Choose a year, a month or a unit.").At("query");

    public static Error TooManyWaiting(int most) => new(
        ErrorCode.StateNotAllowed, $"您已有 {most} 个后台导出还没写好，没有做任何更改；请等一个写好，或取消一个。", $"{most} of your exports aren't written yet; nothing was changed. Wait for one of them, or cancel one.");

    public static Error GoneAlready { get; } = new Error(ErrorCode.StateNotAllowed, "这个导出已经取消或过期，没有做任何更改。", "This export is cancelled or expired already; nothing was changed.").At("exportId");

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "…";

    /// <summary>Why it came to nothing, and what to do.</summary>
    public static string Why(ExportFault fault, bool chinese) => fault switch
    {
        ExportFault.Stopped => chinese ? "服务器在写的时候停了几次，没有写成；请过一会儿再要一次。" : "The server stopped several times while writing it; ask for it again in a while.",
        ExportFault.Broken => chinese ? "写文件时出错，试了几次都没有写成；请缩小范围再要一次，还不行请找系统管理员查看日志。" : "Writing failed several times; ask for a smaller scope, and if that fails, too, have the administrator look at the log.",
        ExportFault.Refused => chinese ? "所选的条件不能出报表（例如“按哪一天所知”选了还没过完的一天）；请回到报表页改好条件再要。" : "No report can be had for these filters (such as a day that isn't over); put them right on the report's page and ask again.",
    };
}
