namespace Commerce.Ordering.Domain;

/// <summary>统一社会信用代码: 18 places of which the last checks the others (GB 32100-2015).</summary>
internal static class CreditCode
{
    private const string Places = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    public static bool IsWell(string code)
    {
        if (code.Length != 18 || code.Any(c => !Places.Contains(c, StringComparison.Ordinal)))
        {
            return false;
        }

        var sum = Weights.Select((w, i) => w * Places.IndexOf(code[i], StringComparison.Ordinal)).Sum();
        return Places[(31 - (sum % 31)) % 31] == code[17];
    }
}
