using Commerce.SharedKernel;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Letters;

/// <summary>What a letter must hold, whoever writes it.</summary>
internal static class LetterRules
{
    /// <summary>Demand and limit.</summary>
    public static Error? Check(string demand, DateOnly replyDueOn, DateOnly today) =>
        demand.Trim().Length is < 4 or > SupervisionLetter.DemandLength ? LetterErrors.DemandLength : CheckLimit(replyDueOn, today);

    /// <summary>A limit that can be kept.</summary>
    public static Error? CheckLimit(DateOnly replyDueOn, DateOnly today) => replyDueOn <= today || replyDueOn > today.AddYears(1) ? LetterErrors.LimitPassed : null;

    /// <summary>The colour of the light, or a graver one with its reason.</summary>
    /// <param name="derived">What the light gives.</param>
    /// <param name="wanted">Null for that.</param>
    /// <param name="reason">Why a graver one.</param>
    public static Result<LetterColour> Colour(LetterColour? derived, LetterColour? wanted, string? reason) =>
        (wanted ?? derived) is not { } colour ? LetterErrors.NothingToSupervise
        : colour < derived ? LetterErrors.BelowTheLight(derived.Value)
        : colour != derived && reason?.Trim() is not { Length: >= 4 and <= 1000 } ? LetterErrors.RaiseNeedsReason
        : colour;
}
