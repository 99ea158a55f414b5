using Commerce.Assistance.Domain;
using Commerce.SharedKernel;

namespace Commerce.Assistance;

/// <summary>What is refused of flags.</summary>
internal static class FlagErrors
{
    public static Error TextNeeded { get; } = new Error(
        ErrorCode.Invalid, $"请写清楚情况（{Flag.ShortestText} 至 {Flag.LongestText} 字），没有做任何更改。", $"Write down what happened ({Flag.ShortestText} to {Flag.LongestText} characters); nothing was changed.").At("text");

    public static Error EscalatedAlready { get; } = new(ErrorCode.StateNotAllowed, "这条疑点已经上报过，没有做任何更改；请刷新再看。", "This flag was escalated already; nothing was changed. Reload the page.");
}
