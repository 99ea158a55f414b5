using System.Globalization;
using Commerce.Platform.Modules;
using Microsoft.Extensions.Configuration;

namespace Commerce.Ordering.Retail;

/// <summary>Settings <c>Commerce:Stripe</c>. Without a secret key nothing is sold by phone: pages and API say so, nothing calls Stripe.</summary>
internal sealed class StripeSettings
{
    private const string Section = "Commerce:Stripe:";

    /// <summary>sk_… or rk_…; best given as a file.</summary>
    public string? SecretKey { get; init; }

    /// <summary>whsec_…; several, parted by commas, while it is being exchanged.</summary>
    public IReadOnlyList<string> WebhookSecrets { get; init; } = [];

    /// <summary>Where Stripe is.</summary>
    public Uri ApiBase { get; init; } = new("https://api.stripe.com");

    /// <summary>How buyers' phones reach this server: Stripe sends them back there.</summary>
    public Uri PublicAddress { get; init; } = new("http://localhost:5080");

    /// <summary>For how long goods are held for somebody who pays; 15 minutes unless set.</summary>
    public TimeSpan Reserve { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Are goods sold by phone at all?</summary>
    public bool Offered => SecretKey is not null;

    /// <summary>A key of the live world, where money is real.</summary>
    public bool Live => SecretKey is { } key && key.Contains("_live_", StringComparison.Ordinal);

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="WrongSettingException">Names the key, never its value.</exception>
    public static StripeSettings From(IConfiguration configuration)
    {
        if (configuration[Section + "SecretKey"]?.Trim() is not { Length: > 0 } key)
        {
            return new();
        }

        if (!(key.StartsWith("sk_", StringComparison.Ordinal) || key.StartsWith("rk_", StringComparison.Ordinal)) || !key.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        {
            throw new WrongSettingException(Section + "SecretKey", "isn't a secret key of Stripe; it begins with sk_ or rk_ (the publishable key isn't needed)");
        }

        string[] secrets = [.. (configuration[Section + "WebhookSecret"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        if (secrets.Length == 0 || !secrets.All(s => s.StartsWith("whsec_", StringComparison.Ordinal)))
        {
            throw new WrongSettingException(Section + "WebhookSecret", "must be set beside the secret key, begins with whsec_, and stands in Stripe's dashboard at the endpoint /webhooks/stripe");
        }

        return new()
        {
            SecretKey = key,
            WebhookSecrets = secrets,
            ApiBase = Address(configuration, "ApiBase", "https://api.stripe.com"),
            PublicAddress = Address(configuration, "PublicAddress", null),
            Reserve = Minutes(configuration),
        };
    }

    private static Uri Address(IConfiguration configuration, string name, string? usual) =>
        Uri.TryCreate(configuration[Section + name] ?? usual, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            ? address
            : throw new WrongSettingException(Section + name, "must be an address such as https://shop.example.cn; http only for this machine itself");

    private static TimeSpan Minutes(IConfiguration configuration) => configuration[Section + "ReserveMinutes"] switch
    {
        null => TimeSpan.FromMinutes(15),
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is >= 5 and <= 60 => TimeSpan.FromMinutes(minutes),
        var text => throw new WrongSettingException(Section + "ReserveMinutes", $"is '{text}', but must be a whole number of minutes from 5 to 60"),
    };
}
