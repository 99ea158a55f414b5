using System.Security.Cryptography;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Platform.Files;

/// <summary>Keeps files in the database, so that a backup has them and every host sees them.</summary>
/// <param name="db">The house's own context.</param>
/// <param name="actor">Who asks.</param>
/// <param name="rules">One per purpose.</param>
/// <param name="options">The largest size.</param>
/// <param name="services">For the modules' own rules.</param>
/// <param name="clock">Server time.</param>
public sealed class FileStore(PlatformDbContext db, Actor actor, IEnumerable<FileRule> rules, FileStoreOptions options, IServiceProvider services, TimeProvider clock)
{
    /// <summary>The largest file, in bytes.</summary>
    public long LargestBytes => options.LargestBytes;

    /// <summary>Takes a file in, after a look at its content.</summary>
    /// <param name="purpose">Which rule.</param>
    /// <param name="name">As the person's computer calls it.</param>
    /// <param name="content">Read no further than the largest size.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<Result<FileFacts>> Keep(string purpose, string? name, Stream content, CancellationToken ct)
    {
        if (rules.FirstOrDefault(r => r.Purpose == purpose) is not { } rule)
        {
            return PlatformErrors.NotFound;
        }

        if (!rule.MayUpload(actor))
        {
            return PlatformErrors.Forbidden;
        }

        var most = Math.Min(options.LargestMegabytes, rule.LargestMegabytes ?? int.MaxValue);
        if (await ReadUpTo(content, most * 1024L * 1024L, ct) is not { } bytes)
        {
            return FileErrors.TooLarge(most);
        }

        if (bytes.Length == 0)
        {
            return FileErrors.Empty;
        }

        // Every kind that a text could be taken for comes before it.
        if (rule.Kinds.OrderBy(k => k == FileKind.Text).FirstOrDefault(k => k.Is(bytes)) is not { } kind)
        {
            return FileErrors.WrongKind(rule.Kinds);
        }

        if (rule.Pictures && PictureSize.Of(bytes) is not ({ Width: > 0 and <= PictureSize.Most, Height: > 0 and <= PictureSize.Most }))
        {
            return FileErrors.PictureSize(PictureSize.Most);
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        return await db.InTransaction<FileFacts>(
            async _ =>
            {
                var file = new StoredFile
                {
                    Id = id,
                    Purpose = purpose,
                    Name = FileNames.Clean(name, kind),
                    ContentType = kind.ContentType,
                    Length = bytes.Length,
                    Sha256 = Convert.ToHexString(SHA256.HashData(bytes)),
                    UploadedById = actor.Id,
                    UploadedAt = now,
                };
                db.Files.Add(file);
                db.FileContents.Add(new StoredContent { FileId = id, Bytes = bytes });
                await db.SaveChangesAsync(ct);
                return Facts(file);
            },
            ct);
    }

    /// <summary>The files among these that this person handed in for the purpose: what a report may refer to.</summary>
    public async Task<IReadOnlyDictionary<Guid, FileFacts>> Own(string purpose, IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        (await db.Files.AsNoTracking().Where(f => ids.Contains(f.Id) && f.Purpose == purpose && f.UploadedById == actor.Id).ToListAsync(ct)).ToDictionary(f => f.Id, Facts);

    /// <summary>A file with its bytes, if this person may see it; else null, as if there were none.</summary>
    public async Task<(FileFacts Facts, byte[] Bytes)?> Open(Guid id, CancellationToken ct)
    {
        if (await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, ct) is not { } file)
        {
            return null;
        }

        var rule = rules.FirstOrDefault(r => r.Purpose == file.Purpose);
        if (!actor.SignedIn || (file.UploadedById != actor.Id && (rule is null || !await rule.MayRead(services, actor, id, ct))))
        {
            return null;
        }

        var bytes = await db.FileContents.AsNoTracking().Where(c => c.FileId == id).Select(c => c.Bytes).SingleAsync(ct);
        return (Facts(file), bytes);
    }

    private static FileFacts Facts(StoredFile f) => new(f.Id, f.Purpose, f.Name, f.ContentType, f.Length, f.UploadedById, f.UploadedAt);

    private static async Task<byte[]?> ReadUpTo(Stream content, long most, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await content.ReadAsync(buffer, ct)) > 0)
        {
            if (kept.Length + read > most)
            {
                return null;
            }

            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
