using Commerce.SharedKernel;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList;

/// <summary>What is refused of chasing and of supervision letters.</summary>
internal static class LetterErrors
{
    public static Error OneMatter { get; } = new(ErrorCode.Invalid, "一事一单：请指明一条措施或一个时间节点，只能选一个；没有做任何更改。", "One matter at a time: name one measure or one milestone, not both; nothing was changed.");

    public static Error NobodyThere(string unit) => new(ErrorCode.StateNotAllowed, $"{unit}没有能登录的人，在这里收不到；没有做任何更改。请发起调度，给它发答复链接。", $"Nobody at {unit} can sign in, so it would never see this; nothing was changed. Open a round and give it a link.");

    public static Error MatterDone { get; } = new(ErrorCode.StateNotAllowed, "这件事已经办结或销号，不再催办、督办；没有做任何更改。", "The matter is done; it is neither chased nor supervised. Nothing was changed.");

    public static Error WordLength { get; } = new Error(ErrorCode.Invalid, $"催办的话请写 2 至 {Chase.WordLength} 字，没有做任何更改。", $"Write 2 to {Chase.WordLength} characters; nothing was changed.").At("word");

    public static Error DemandLength { get; } = new Error(ErrorCode.Invalid, $"督办要求请写 4 至 {SupervisionLetter.DemandLength} 字，没有做任何更改。", $"Write 4 to {SupervisionLetter.DemandLength} characters of what is demanded; nothing was changed.").At("demand");

    public static Error NothingToSupervise { get; } = new Error(ErrorCode.StateNotAllowed, "这件事没有临近、滞后或逾期，不需要督办；重要或紧急的，请选定等级并写明理由。没有做任何更改。", "The matter is neither near, behind nor overdue. If it is grave or urgent, choose a colour and say why; nothing was changed.").At("colour");

    public static Error BelowTheLight(LetterColour least) => new Error(ErrorCode.Invalid, $"督办等级不能低于实际情况：按目前的灯至少是{least.Text(true)}；没有做任何更改。", $"A letter isn't milder than the light, which asks for {least.Text(false)} at least; nothing was changed.").At("colour");

    public static Error RaiseNeedsReason { get; } = new Error(ErrorCode.Invalid, "高于实际等级督办，请写明理由（4 至 1000 字）；没有做任何更改。", "A letter graver than the light needs a reason of 4 to 1,000 characters; nothing was changed.").At("raisedReason");

    public static Error LimitPassed { get; } = new Error(ErrorCode.Invalid, "回复时限须在今天以后、一年以内；没有做任何更改。", "The limit for the answer lies after today and within a year; nothing was changed.").At("replyDueOn");

    public static Error OpenAlready(string number) => new(ErrorCode.StateNotAllowed, $"一事一单：对这个单位的同一件事已有督办函{number}没有办结；没有做任何更改。逾期未回复的，请在原函上升级。", $"One matter, one letter: {number} to this unit about it is open; nothing was changed. When its answer is overdue, escalate it.");

    public static Error NotADraft { get; } = new(ErrorCode.StateNotAllowed, "督办函已经发出，不能再修改、作废或重新发出；没有做任何更改。", "The letter was issued; it can't be changed, discarded or issued again. Nothing was changed.");

    public static Error NumberLength { get; } = new Error(ErrorCode.Invalid, $"请填写发文字号（2 至 {SupervisionLetter.NumberLength} 字），没有做任何更改。", $"Type the document's number (2 to {SupervisionLetter.NumberLength} characters); nothing was changed.").At("number");

    public static Error NumberTaken(string number) => new Error(ErrorCode.Invalid, $"今年已有{number}，没有做任何更改；请核对发文字号。", $"{number} was used this year; nothing was changed. Check the number.").At("number");

    public static Error IssuedOnWrong { get; } = new Error(ErrorCode.Invalid, "发文日期不能早于拟稿日期或晚于今天，没有做任何更改。", "A letter is issued neither before it was drafted nor after today; nothing was changed.").At("issuedOn");

    public static Error AnsweredMeanwhile { get; } = new(ErrorCode.StateNotAllowed, "单位已经回复上一函，不再升级；没有做任何更改。请先办理回复。", "The unit has answered the letter before; it isn't escalated. Nothing was changed. Judge the answer first.");

    public static Error NotWaiting { get; } = new(ErrorCode.StateNotAllowed, "这份督办函现在不等回复（已回复或已办结），没有做任何更改。", "The letter doesn't wait for an answer now; nothing was changed.");

    public static Error TextLength { get; } = new Error(ErrorCode.Invalid, $"办理情况请写 4 至 {LetterReply.TextLength} 字，没有做任何更改。", $"Write 4 to {LetterReply.TextLength} characters on what was done; nothing was changed.").At("text");

    public static Error NotAnswered { get; } = new(ErrorCode.StateNotAllowed, "还没有要办理的回复，没有做任何更改。", "There is no answer to judge; nothing was changed.");

    public static Error OwnReply { get; } = new(ErrorCode.SamePerson, "回复人不能办结或退回自己的回复，没有做任何更改；请换一位督查。", "Nobody judges their own answer; nothing was changed. Somebody else has to.");

    public static Error NotOverdue { get; } = new(ErrorCode.StateNotAllowed, "回复时限没有过，或者已经回复，不能升级；没有做任何更改。", "The limit hasn't passed, or the unit has answered: the letter can't be escalated. Nothing was changed.");

    public static Error EscalatedAlready { get; } = new(ErrorCode.StateNotAllowed, "这份督办函已经升级，没有做任何更改；请办理升级后的督办函。", "The letter was escalated already; nothing was changed. Go on with the graver one.");

    public static Error GravestAlready { get; } = new(ErrorCode.StateNotAllowed, "红色已是最高等级，不能再升级；没有做任何更改。仍不回复的，请列入情况通报。", "Red is the gravest already; nothing was changed. Name it in a circular.");
}
