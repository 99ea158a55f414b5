namespace Commerce.Ordering.Domain;

/// <summary>Shares an amount out in proportion, to the fen and without a rest.</summary>
internal static class Shares
{
    /// <summary>One share per weight; each running sum is rounded half away from zero, so that all of them come to the amount exactly, and those of the
    /// opposite amount are the exact opposites.</summary>
    /// <param name="fen">Signed.</param>
    /// <param name="weights">Signed; they don't come to zero.</param>
    public static IReadOnlyList<long> Of(long fen, IReadOnlyList<long> weights)
    {
        var whole = weights.Sum();
        var shares = new long[weights.Count];
        var (sum, given) = (0L, 0L);
        for (var i = 0; whole != 0 && i < shares.Length; i++)
        {
            sum += weights[i];
            var upTo = (long)decimal.Round((decimal)fen * sum / whole, 0, MidpointRounding.AwayFromZero);
            (shares[i], given) = (upTo - given, upTo);
        }

        return shares;
    }
}
