namespace Commerce.Platform.People;

/// <summary>The person at the page may not do this any more; nothing was done. The page's frame says so.</summary>
/// <param name="signedOut">True when the account itself counts no more; false when only a right is missing.</param>
public sealed class RightsWithdrawnException(bool signedOut) : Exception(signedOut ? "The account counts no more." : "The right is missing.")
{
    /// <summary>True when the account itself counts no more.</summary>
    public bool SignedOut { get; } = signedOut;
}
