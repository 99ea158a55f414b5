using System.Security.Cryptography;
using Commerce.Platform.Databases;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Platform.Files;

/// <summary>Compares every file with what was written down when it came.</summary>
/// <param name="Whole">As they came, or emptied on purpose.</param>
/// <param name="Missing">Nothing is there.</param>
/// <param name="Broken">Something else is there.</param>
internal sealed record KeptFiles(int Whole, IReadOnlyList<Guid> Missing, IReadOnlyList<Guid> Broken)
{
    public static async Task<KeptFiles> Look(PlatformDbContext db, FileStoreOptions options, CancellationToken ct)
    {
        var contents = options.Contents(db);
        var (whole, missing, broken) = (0, new List<Guid>(), new List<Guid>());
        foreach (var file in await db.Files.AsNoTracking().OrderBy(f => f.Id).Select(f => new { f.Id, f.Sha256 }).ToListAsync(ct))
        {
            switch (await contents.Open(file.Id, ct))
            {
                case null:
                    missing.Add(file.Id);
                    break;
                case { Length: > 0 } bytes when !IsAsWritten(bytes, file.Sha256):
                    broken.Add(file.Id);
                    break;
                default:
                    whole++;
                    break;
            }
        }

        return new(whole, missing, broken);
    }

    public static bool IsAsWritten(byte[] bytes, string sha256) => string.Equals(Convert.ToHexString(SHA256.HashData(bytes)), sha256, StringComparison.OrdinalIgnoreCase);
}
