using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Organisations.Data;

/// <summary>How the tries of one account from one address went. In the database, so that a restart forgives nobody.</summary>
internal sealed class SignInTries
{
    public required Guid UserId { get; init; }

    /// <summary>A hash: enough to know the address again, not to read it.</summary>
    public required string Address { get; init; }

    public int Wrong { get; init; }

    public DateTimeOffset? LockedUntil { get; init; }

    public DateTimeOffset LastTry { get; init; }

    /// <summary>When the right password last came from here.</summary>
    public DateTimeOffset? LastRight { get; init; }

    public static string AddressKey(Guid userId, string address) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{userId:N} {address}")))[..32];

    public static void Map(EntityTypeBuilder<SignInTries> b)
    {
        b.ToTable("sign_in_tries");
        b.HasKey(t => new { t.UserId, t.Address });
        b.Property(t => t.Address).HasMaxLength(32);
    }
}
