using System.Security.Cryptography;
using System.Text;
using Commerce.Platform.Audit;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Domain;

/// <summary>A screen (or other software) at a point of sale that its people have registered. It reads what anybody may read, but they see whether it is there, and can put it out of use.</summary>
internal sealed class Device : IVersioned
{
    /// <summary>So long a pairing code can be typed.</summary>
    public static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(10);

    /// <summary>Not more often than this is written down that it was seen.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    public const int CodeLength = 8;

    // Without 0 and O, 1, I and L, 2 and Z, 5 and S, 8 and B. 25^8 are 1.5 x 10^11 codes, each for ten minutes.
    private const string Letters = "ACDEFGHJKMNPQRTUVWXY34679";

    public required Guid Id { get; init; }

    public required Guid OutletId { get; init; }

    /// <summary>What its people call it, 1 to 40 characters; no other in use at the outlet is called so.</summary>
    public required string Name { get; init; }

    public required Guid RegisteredById { get; init; }

    public required string RegisteredByName { get; init; }

    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Typed once on the screen. It stays when it is of no use any more, so that whoever types it then is told why.</summary>
    [Secret]
    public required string Code { get; init; }

    public required DateTimeOffset CodeUntil { get; init; }

    /// <summary>The SHA-256 of its token, in hexadecimal; the token itself only the screen has.</summary>
    [Secret]
    public string? TokenHash { get; private set; }

    public DateTimeOffset? PairedAt { get; private set; }

    /// <summary>To the minute or so.</summary>
    public DateTimeOffset? LastSeenAt { get; private set; }

    /// <summary>Of when the catalogue is that it shows, as it said itself when it was last seen.</summary>
    public DateTimeOffset? CatalogueAt { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public string? WithdrawnBecause { get; private set; }

    public Guid? WithdrawnById { get; private set; }

    public string? WithdrawnByName { get; private set; }

    public int Version { get; set; }

    public static string NewCode() => RandomNumberGenerator.GetString(Letters, CodeLength);

    /// <summary>What was typed as it is kept: blanks and dashes between mean nothing, nor do small letters.</summary>
    public static string Typed(string? code) => string.Concat((code ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Can its code be typed still?</summary>
    public bool Waits(DateTimeOffset now) => PairedAt is null && WithdrawnAt is null && now < CodeUntil;

    /// <summary>Puts it out of use for good.</summary>
    public Result Withdraw(int expectedVersion, string reason, Guid byId, string byName, DateTimeOffset now)
    {
        if (expectedVersion != Version)
        {
            return PlatformErrors.Stale(Version);
        }

        if (WithdrawnAt is not null)
        {
            return DeviceErrors.AlreadyWithdrawn;
        }

        if (reason.Trim().Length is 0 or > 200)
        {
            return DeviceErrors.ReasonShape;
        }

        (WithdrawnAt, WithdrawnBecause, WithdrawnById, WithdrawnByName) = (now, reason.Trim(), byId, byName);
        return Result.Done;
    }
}
