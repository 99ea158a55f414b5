using Commerce.Platform.Personal;
using Commerce.SharedKernel;

namespace Commerce.Organisations.Personal;

/// <summary>Refusals about people's data.</summary>
internal static class PersonalErrors
{
    public static Error Reason { get; } = new Error(ErrorCode.Invalid, "理由应为 1 至 400 个字；没有做任何更改。", "The reason must have 1 to 400 characters; nothing was changed.").At("reason");

    public static Error Answer { get; } = new Error(ErrorCode.Invalid, "不同意要写明原因（1 至 400 个字）；没有做任何更改。", "Say why you decline, in 1 to 400 characters; nothing was changed.").At("answer");

    public static Error StillInUse { get; } = new(ErrorCode.StateNotAllowed, "账号还在使用，不能删除个人信息；没有做任何更改。请先停用账号。", "The account is in use, so the person can't be erased; nothing was changed. Disable it first.");

    public static Error AskedAlready { get; } = new(ErrorCode.StateNotAllowed, "已经有人申请删除此人的个人信息，正等另一位管理员同意；没有做任何更改。", "The erasure was asked for already and waits for another administrator; nothing was changed.");

    public static Error ErasedAlready { get; } = new(ErrorCode.StateNotAllowed, "此人的个人信息已经删除；没有做任何更改。", "This person has been erased already; nothing was changed.");

    public static Error DecidedAlready { get; } = new(ErrorCode.StateNotAllowed, "这项申请已经办结；没有做任何更改。", "This request is closed; nothing was changed.");

    public static Error SecondPerson { get; } = new(ErrorCode.SamePerson, "删除个人信息要两个人：申请人自己不能同意，请另一位管理员来办；没有做任何更改。", "An erasure takes two people: who asked can't agree. Ask another administrator; nothing was changed.");

    /// <summary>What the person would leave undone.</summary>
    public static Error InTheWay(IReadOnlyList<Duty> duties) => new(
        ErrorCode.StateNotAllowed,
        $"此人还有没办完的事，不能删除；没有做任何更改。请先办完：{string.Join("；", duties.Select(d => d.Chinese))}。",
        $"The person would leave things undone, so can't be erased; nothing was changed. First see to: {string.Join("; ", duties.Select(d => d.English))}.");
}
