namespace Commerce.Ordering.Domain;

/// <summary>付款: a transfer that was made outside, recorded here with the code that tells what it is for. Never edited: a wrong one is taken back by another.</summary>
internal sealed class Payment
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required Guid StatementId { get; init; }

    /// <summary>Positive to the supplier; negative when it came back, or takes an earlier one back.</summary>
    public required long AmountFen { get; init; }

    public required DateOnly PaidOn { get; init; }

    /// <summary>May be another than the unit: a union, a superior, a person.</summary>
    public required string PayerName { get; init; }

    /// <summary>Of the account only its end is kept (个人信息保护法: no more than is needed).</summary>
    public required string? PayerAccountEnd { get; init; }

    /// <summary>银行流水号.</summary>
    public required string BankReference { get; init; }

    /// <summary>The bank's reference while the payment stands, so that a slip is entered once; its own number when it was taken back.</summary>
    public required string SlipKey { get; set; }

    /// <summary>The payment that this one takes back.</summary>
    public required Guid? ReversesId { get; init; }

    public bool Reversed { get; set; }

    public required string? Reason { get; init; }

    public required string RecordedByName { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>付款识别码: year and number of a statement with a check digit, so that a mistyped one isn't taken for another's.</summary>
internal static class PaymentCode
{
    /// <summary>2026 and 12 become 20260000125.</summary>
    public static string Of(int year, long number)
    {
        var digits = System.FormattableString.Invariant($"{year:0000}{number:000000}");
        return digits + CheckDigit(digits);
    }

    /// <summary>Eleven digits of which the last fits (Luhn: finds each single wrong digit and nearly each pair that was swapped).</summary>
    public static bool IsWell(string code) => code.Length == 11 && code.All(char.IsAsciiDigit) && CheckDigit(code[..10]) == code[10];

    private static char CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var d = digits[^(i + 1)] - '0';
            var weighted = i % 2 == 0 ? d * 2 : d;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return (char)('0' + ((10 - (sum % 10)) % 10));
    }
}
