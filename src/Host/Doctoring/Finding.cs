namespace Commerce.Host.Doctoring;

/// <summary>How a check came out.</summary>
internal enum Verdict
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Works, but somebody should look.</summary>
    Look,

    /// <summary>Something has to be done.</summary>
    Bad,

    /// <summary>The data aren't what they must be.</summary>
    Violated,
}

/// <summary>What a check found.</summary>
/// <param name="Verdict">How it came out.</param>
/// <param name="Check">What was looked at.</param>
/// <param name="Found">What was seen, and what to do about it.</param>
internal sealed record Finding(Verdict Verdict, string Check, string Found);
