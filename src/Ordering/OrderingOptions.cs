using System.Globalization;
using Commerce.Ordering.Domain;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Microsoft.Extensions.Configuration;

namespace Commerce.Ordering;

/// <summary>Settings <c>Commerce:Ordering</c>.</summary>
internal sealed class OrderingOptions
{
    private const string Section = "Commerce:Ordering:";

    /// <summary>账期: days from acceptance to payment where no contract says otherwise; 30 unless set, never more than 60 (保障中小企业款项支付条例).</summary>
    public int PaymentTermDays { get; init; } = 30;

    /// <summary>Days within which a supplier confirms an approved order; after that it is given up. 15 unless set.</summary>
    public int ConfirmWithinDays { get; init; } = 15;

    /// <summary>临期: how many days before its last day a lot is near its end, where a third of its life isn't less. 30 unless set.</summary>
    public int NearExpiryDays { get; init; } = 30;

    /// <summary>What was approved at or before this moment should have been confirmed.</summary>
    public DateTimeOffset ConfirmBefore(DateTimeOffset now) => now.AddDays(-ConfirmWithinDays);

    /// <summary>How far the invoices of a statement may be beyond what was accepted, in yuan; nothing unless set.</summary>
    public Money InvoiceTolerance { get; init; } = Money.Zero;

    /// <summary>How far the tax of an invoice's line may be from what its gross makes, in yuan: invoices round the net first. 0.01 unless set.</summary>
    public Money InvoiceTaxTolerance { get; init; } = Money.FromFen(1);

    /// <summary>Rates with the days on which they are in force: <c>TaxRates:0:Percent</c>, <c>:From</c>, <c>:To</c>; those of the law unless set.</summary>
    public TaxRates TaxRates { get; init; } = TaxRates.Usual;

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="WrongSettingException">Names the key.</exception>
    public static OrderingOptions From(IConfiguration configuration) => new()
    {
        PaymentTermDays = Days(configuration, Section + "PaymentTermDays", 30, PaymentTerm.Longest),
        ConfirmWithinDays = Days(configuration, Section + "ConfirmWithinDays", 15, 90),
        NearExpiryDays = Days(configuration, Section + "NearExpiryDays", 30, 365),
        InvoiceTolerance = Tolerance(configuration, Section + "InvoiceTolerance", 0),
        InvoiceTaxTolerance = Tolerance(configuration, Section + "InvoiceTaxTolerance", 0.01m),
        TaxRates = configuration.GetSection(Section + "TaxRates").GetChildren().Select(Rate).ToList() is { Count: > 0 } table ? new(table) : TaxRates.Usual,
    };

    private static int Days(IConfiguration configuration, string key, int usual, int most) => configuration[key] switch
    {
        null => usual,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= 1 && days <= most => days,
        var text => throw new WrongSettingException(key, $"is '{text}', but must be a whole number of days from 1 to {most}"),
    };

    private static Money Tolerance(IConfiguration configuration, string key, decimal usual) => configuration[key] switch
    {
        null => Money.Of(usual),
        var text when decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var yuan) && yuan <= 100 && Money.IsExact(yuan) => Money.Of(yuan),
        var text => throw new WrongSettingException(key, $"is '{text}', but must be an amount in yuan from 0 to 100 with at most two places"),
    };

    private static TaxRate Rate(IConfigurationSection row)
    {
        if (!decimal.TryParse(row["Percent"], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) || percent is <= 0 or >= 100 || decimal.Round(percent, 2) != percent)
        {
            throw new WrongSettingException($"{row.Path}:Percent", $"is '{row["Percent"]}', but must be a rate above 0 and below 100 with at most two places (what is exempt has none)");
        }

        return new(percent, Day(row, "From") ?? DateOnly.MinValue, Day(row, "To"));
    }

    private static DateOnly? Day(IConfigurationSection row, string name) => row[name] switch
    {
        null => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        var text => throw new WrongSettingException($"{row.Path}:{name}", $"is '{text}', but must be a day such as 2026-01-01"),
    };
}
