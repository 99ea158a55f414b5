using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Commerce.Platform.GraphQL;

/// <summary>Keyset cursors, signed so that nobody can make one up. They survive restarts: the key lies in the database.</summary>
/// <param name="key">At least 32 random bytes, the same on all hosts.</param>
public sealed class Cursors(Func<byte[]> key)
{
    private const int SignatureBytes = 12;

    /// <summary>Makes a cursor for a position.</summary>
    public string Encode(string position)
    {
        var text = Encoding.UTF8.GetBytes(position);
        return Base64Url.EncodeToString([.. Sign(text), .. text]);
    }

    /// <summary>Reads a cursor.</summary>
    /// <exception cref="BadCursorException">Not one of ours.</exception>
    public string Decode(string cursor)
    {
        if (cursor.Length > 1000 || !Base64Url.IsValid(cursor))
        {
            throw new BadCursorException();
        }

        var bytes = Base64Url.DecodeFromChars(cursor);
        return bytes.Length >= SignatureBytes && CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, SignatureBytes), Sign(bytes[SignatureBytes..]))
            ? Encoding.UTF8.GetString(bytes, SignatureBytes, bytes.Length - SignatureBytes)
            : throw new BadCursorException();
    }

    private byte[] Sign(byte[] text) => HMACSHA256.HashData(key(), text)[..SignatureBytes];
}
