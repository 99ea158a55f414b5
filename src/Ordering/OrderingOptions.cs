using System.Globalization;
using Commerce.Platform.Modules;
using Microsoft.Extensions.Configuration;

namespace Commerce.Ordering;

/// <summary>Settings <c>Commerce:Ordering</c>.</summary>
internal sealed class OrderingOptions
{
    private const string Term = "Commerce:Ordering:PaymentTermDays";
    private const string Confirming = "Commerce:Ordering:ConfirmWithinDays";

    /// <summary>账期: days from acceptance to payment; 30 unless set, never more than 60 (保障中小企业款项支付条例).</summary>
    public int PaymentTermDays { get; init; } = 30;

    /// <summary>Days within which a supplier confirms an approved order; after that it is given up. 15 unless set.</summary>
    public int ConfirmWithinDays { get; init; } = 15;

    /// <summary>What was approved at or before this moment should have been confirmed.</summary>
    public DateTimeOffset ConfirmBefore(DateTimeOffset now) => now.AddDays(-ConfirmWithinDays);

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="WrongSettingException">Names the key.</exception>
    public static OrderingOptions From(IConfiguration configuration) => new()
    {
        PaymentTermDays = Days(configuration, Term, 30, 60),
        ConfirmWithinDays = Days(configuration, Confirming, 15, 90),
    };

    private static int Days(IConfiguration configuration, string key, int usual, int most) => configuration[key] switch
    {
        null => usual,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= 1 && days <= most => days,
        var text => throw new WrongSettingException(key, $"is '{text}', but must be a whole number of days from 1 to {most}"),
    };
}
