using System.Net;
using System.Security.Cryptography;
using System.Text;
using Commerce.Platform.Modules;

namespace Commerce.Host.Observing;

/// <summary>Who may read the metrics: with a token set, whoever brings it; without one, only who asks from this machine, and not through a proxy.</summary>
internal sealed class MetricsDoor
{
    /// <summary>The name of the rule.</summary>
    public const string Policy = "metrics";

    private const string Key = "Commerce:Metrics:Token";
    private const int Shortest = 16;
    private readonly byte[]? expected;

    private MetricsDoor(string? token) => expected = token is null ? null : Hash("Bearer " + token);

    /// <exception cref="WrongSettingException">The token could be guessed.</exception>
    public static MetricsDoor Read(IConfiguration configuration) => configuration[Key]?.Trim() switch
    {
        null or "" => new(null),
        { Length: < Shortest } => throw new WrongSettingException(Key, $"is too short; take at least {Shortest} random characters"),
        var token => new(token),
    };

    public bool Lets(HttpContext http) => expected is not null
        ? CryptographicOperations.FixedTimeEquals(Hash(http.Request.Headers.Authorization.ToString()), expected)
        : http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from)
            && !http.Request.Headers.Keys.Any(k => k.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || k is "Forwarded" or "Via" or "X-Real-IP");

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
