using System.Globalization;
using Commerce.Platform.Modules;
using Microsoft.Extensions.Configuration;

namespace Commerce.Ordering;

/// <summary>Settings <c>Commerce:Ordering</c>.</summary>
internal sealed class OrderingOptions
{
    private const string Term = "Commerce:Ordering:PaymentTermDays";

    /// <summary>账期: days from acceptance to payment; 30 unless set, never more than 60 (保障中小企业款项支付条例).</summary>
    public int PaymentTermDays { get; init; } = 30;

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="WrongSettingException">Names the key.</exception>
    public static OrderingOptions From(IConfiguration configuration) => configuration[Term] switch
    {
        null => new(),
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 60 => new() { PaymentTermDays = days },
        var text => throw new WrongSettingException(Term, $"is '{text}', but must be a whole number of days from 1 to 60"),
    };
}
