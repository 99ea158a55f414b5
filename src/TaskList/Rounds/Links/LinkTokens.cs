using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Commerce.TaskList.Rounds.Links;

/// <summary>Tokens of links: signed by the house's own keys, each of them chance as well, so that neither guessing nor a look into the database makes one.</summary>
internal sealed class LinkTokens(IDataProtectionProvider protection)
{
    private const int Chance = 16;
    private const int Longest = 1000;

    private readonly IDataProtector protector = protection.CreateProtector("Commerce.TaskList.RoundLink");

    public string New(Guid linkId) => WebEncoders.Base64UrlEncode(protector.Protect([.. linkId.ToByteArray(), .. RandomNumberGenerator.GetBytes(Chance)]));

    /// <summary>Whose token it is; null when it was never ours.</summary>
    public Guid? Read(string token)
    {
        if (token.Length > Longest)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(WebEncoders.Base64UrlDecode(token)) is { Length: 16 + Chance } bytes ? new Guid(bytes.AsSpan(0, 16)) : null;
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return null;
        }
    }

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
