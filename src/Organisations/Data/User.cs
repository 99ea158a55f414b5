using System.Security.Cryptography;
using Commerce.Platform.Audit;
using Commerce.Platform.Databases;
using Commerce.Platform.Personal;
using Microsoft.AspNetCore.Identity;

namespace Commerce.Organisations.Data;

/// <summary>An account. Disabled, never deleted: papers carry its name, or after an erasure a label in its place.</summary>
internal sealed class User : IdentityUser<Guid>, IVersioned
{
    public const int NameLength = 100;

    public const int FewestPasswordCharacters = 10;

    /// <summary>Longer ones would only cost hashing time.</summary>
    public const int MostPasswordCharacters = 200;

    public int Version { get; set; }

    [PersonName(nameof(Id))]
    public override string? UserName { get; set; }

    [PersonName(nameof(Id))]
    public override string? NormalizedUserName { get; set; }

    /// <summary>The person's name as it stands on papers.</summary>
    [PersonName(nameof(Id))]
    public required string DisplayName { get; set; }

    public required Guid HomeUnitId { get; set; }

    /// <summary>zh or en; null = what the browser asks for.</summary>
    public string? Language { get; set; }

    /// <summary>Pages are shown in large type.</summary>
    public bool LargeType { get; set; }

    public bool Disabled { get; set; }

    public bool Sample { get; init; }

    [Secret]
    public override string? PasswordHash { get; set; }

    /// <summary>Changes whenever what was signed in before must no longer count.</summary>
    [Secret]
    public override string? SecurityStamp { get; set; }

    public static bool IsPassword(string? password) => password is { Length: >= FewestPasswordCharacters and <= MostPasswordCharacters };

    /// <summary>80 random bits in characters that can't be taken for one another.</summary>
    public static string NewPassword() => RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 16);

    public static string NewStamp() => Guid.NewGuid().ToString("N");
}
