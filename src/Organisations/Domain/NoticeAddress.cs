using System.Security.Cryptography;
using System.Text;
using Commerce.Platform.Audit;

namespace Commerce.Organisations.Domain;

/// <summary>Where a person wants reminders by e-mail. Nothing but a code goes there until the person has typed that code.</summary>
internal sealed class NoticeAddress
{
    public const int Longest = 254;

    /// <summary>After so many wrong codes a new one is needed.</summary>
    public const int MostTries = 5;

    /// <summary>Codes that one person may ask for in a day.</summary>
    public const int MostCodes = 5;

    /// <summary>How long a code holds.</summary>
    public static readonly TimeSpan CodeHolds = TimeSpan.FromMinutes(30);

    public required Guid UserId { get; init; }

    [Secret]
    public required string Address { get; set; }

    /// <summary>A hash of the code with the address.</summary>
    [Secret]
    public required string CodeHash { get; set; }

    public required DateTimeOffset CodeUntil { get; set; }

    public int WrongCodes { get; set; }

    /// <summary>How many codes went out on the day of the last one.</summary>
    public required int Codes { get; set; }

    public required DateOnly CodesOn { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }

    /// <summary>The last day for which a digest was written, or nothing was found to write.</summary>
    public DateOnly? LookedOn { get; set; }

    /// <summary>Since when the server takes nothing for it; the person is told on their page.</summary>
    public DateTimeOffset? RefusedAt { get; set; }

    public static string Hash(Guid userId, string address, string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{userId:N} {address} {code}")));

    public static string NewCode() => RandomNumberGenerator.GetInt32(0, 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether the code is right now; counts a wrong one.</summary>
    public bool Try(string code, DateTimeOffset now)
    {
        if (WrongCodes >= MostTries || now > CodeUntil)
        {
            return false;
        }

        if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(CodeHash), Encoding.ASCII.GetBytes(Hash(UserId, Address, code))))
        {
            return true;
        }

        WrongCodes++;
        return false;
    }
}
