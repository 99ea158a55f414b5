namespace Commerce.SharedKernel;

/// <summary>Stable codes of the refusals a user can cause; English and permanent, part of the public API.</summary>
public enum ErrorCode
{
    /// <summary>The input's shape or values are wrong.</summary>
    Invalid,

    /// <summary>No such thing, or not for this person: the two look the same.</summary>
    NotFound,

    /// <summary>The person lacks the right.</summary>
    Forbidden,

    /// <summary>Somebody else changed it meanwhile.</summary>
    VersionStale,

    /// <summary>The idempotency key was used with another request.</summary>
    KeyReused,

    /// <summary>The product may not be used for this purpose (药材不得进食堂).</summary>
    UseNotPermitted,

    /// <summary>Two different people are needed.</summary>
    SamePerson,

    /// <summary>The thing's state doesn't allow it now.</summary>
    StateNotAllowed,

    /// <summary>Less is available than asked for.</summary>
    InsufficientStock,

    /// <summary>The ordering window is closed.</summary>
    WindowClosed,

    /// <summary>More than the budget allows.</summary>
    BudgetExceeded,

    /// <summary>The requester can't be the approver.</summary>
    ApproverConflict,

    /// <summary>The payment was declined.</summary>
    PaymentDeclined,

    /// <summary>The weight is off by more than the product allows.</summary>
    WeightOutOfTolerance,

    /// <summary>The month is closed.</summary>
    PeriodLocked,
}

/// <summary>A refusal as a value: what happened and what to do, in both languages. A bug is an exception, a refusal is this.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Chinese">For people, Chinese: what happened, what to do.</param>
/// <param name="English">For people, English.</param>
public record Error(ErrorCode Code, string Chinese, string English)
{
    /// <summary>Where in the input, such as ["lines", "0", "quantity"]; null when it concerns the whole.</summary>
    public IReadOnlyList<string>? Path { get; init; }

    /// <summary>The facts a program may want beside the text (offer and available stock, budget and used).</summary>
    public IReadOnlyDictionary<string, string>? Facts { get; init; }

    /// <summary>The same refusal at a place of the input.</summary>
    public Error At(params string[] path) => this with { Path = path };

    /// <summary>The text in a language.</summary>
    public string Text(bool chinese) => chinese ? Chinese : English;
}
