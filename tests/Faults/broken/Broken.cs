namespace Commerce.SharedKernel;

/// <summary>Added to the tests' build alone: which of its faults is switched on (COMMERCE_MUTANT=M1).</summary>
public static class Broken
{
    private static readonly string? Which = Environment.GetEnvironmentVariable("COMMERCE_MUTANT");

    /// <summary>Is this one on?</summary>
    public static bool Is(string mutant) => Which == mutant;
}
