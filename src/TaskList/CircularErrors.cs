using Commerce.SharedKernel;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList;

/// <summary>What is refused of circulars.</summary>
internal static class CircularErrors
{
    public static Error NoList(int year) => new Error(ErrorCode.Invalid, $"没有 {year} 年的任务清单，没有做任何更改。", $"There is no task list of {year}; nothing was changed.").At("year");

    public static Error DayOutOfRange(int year) => new Error(ErrorCode.Invalid, $"截至日期应在 {year} 年 1 月 1 日以后、不晚于今天；没有做任何更改。", $"The day lies within {year} or after and isn't after today; nothing was changed.").At("asOf");

    public static Error TitleLength { get; } = new Error(ErrorCode.Invalid, $"标题请写 4 至 {Circular.TitleLength} 字，没有做任何更改。", $"Write a title of 4 to {Circular.TitleLength} characters; nothing was changed.").At("title");

    public static Error TextLength(string field) => new Error(ErrorCode.Invalid, $"请写 4 至 {Circular.TextLength} 字，没有做任何更改。", $"Write 4 to {Circular.TextLength} characters; nothing was changed.").At(field);

    public static Error NotInTheRanking(string field) => new Error(ErrorCode.Invalid, "所选单位不在这份通报的排名表里，没有做任何更改。", "The unit isn't in the circular's table; nothing was changed.").At(field);

    public static Error BothLists(string unit) => new Error(ErrorCode.Invalid, $"{unit}不能既表扬又批评，或列两次；没有做任何更改。", $"{unit} can't be praised and criticised, or stand twice; nothing was changed.").At("criticism");

    public static Error MentionReason(string field) => new Error(ErrorCode.Invalid, "表扬、批评每个单位都请写明理由（4 至 1000 字）；没有做任何更改。", "Say of each unit why, in 4 to 1,000 characters; nothing was changed.").At(field);

    public static Error IssuedAlready { get; } = new(ErrorCode.StateNotAllowed, "通报已经印发，永久保留，不能修改、作废或重新印发；没有做任何更改。有错的，另发更正通报。", "The circular was issued and stays as it is; nothing was changed. Another circular puts it right.");

    public static Error NumberLength { get; } = new Error(ErrorCode.Invalid, $"请填写发文字号（2 至 {Circular.NumberLength} 字），没有做任何更改。", $"Type the document's number (2 to {Circular.NumberLength} characters); nothing was changed.").At("number");

    public static Error NumberTaken(string number) => new Error(ErrorCode.Invalid, $"今年已有{number}，没有做任何更改；请核对发文字号。", $"{number} was used this year; nothing was changed. Check the number.").At("number");

    public static Error IssuedOnWrong { get; } = new Error(ErrorCode.Invalid, "印发日期不能早于数据的截至日期或晚于今天，没有做任何更改。", "A circular is issued neither before the day of its data nor after today; nothing was changed.").At("issuedOn");

    public static Error CorrectsADraft { get; } = new Error(ErrorCode.StateNotAllowed, "只能更正已经印发的通报，没有做任何更改；拟稿请直接修改。", "Only a circular that was issued is put right by another; nothing was changed. Change the draft itself.").At("correctsId");
}
