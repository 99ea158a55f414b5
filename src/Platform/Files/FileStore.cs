using System.Security.Cryptography;
using System.Text;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Commerce.Platform.Files;

/// <summary>Takes files in and gives them out: what is known about them stands in the database, their bytes there or in a folder.</summary>
/// <param name="db">The house's own context.</param>
/// <param name="actor">Who asks.</param>
/// <param name="rules">One per purpose.</param>
/// <param name="options">The largest size.</param>
/// <param name="services">For the modules' own rules.</param>
/// <param name="clock">Server time.</param>
/// <param name="log">Is told of files that aren't as they came.</param>
public sealed partial class FileStore(
    PlatformDbContext db, Actor actor, IEnumerable<FileRule> rules, FileStoreOptions options, IServiceProvider services, TimeProvider clock, ILogger<FileStore>? log = null)
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

        IReadOnlyList<FilePart> parts = [new("", kind, bytes)];
        if (rule.Remake is { } remake)
        {
            var remade = await remake(bytes, ct);
            if (remade.Failed)
            {
                return remade.Error!;
            }

            // It is of another kind now: the ending that it came with says nothing any more.
            (parts, name) = (remade.Value, Path.GetFileNameWithoutExtension(name));
        }

        return await Save(purpose, name, parts, ct);
    }

    /// <summary>The id of another rendering of a file, such as its thumbnail.</summary>
    /// <param name="file">The file that was handed in.</param>
    /// <param name="label">Which; empty for the file itself.</param>
    public static Guid PartOf(Guid file, string label) =>
        label.Length == 0 ? file : new(SHA256.HashData([.. file.ToByteArray(), .. Encoding.UTF8.GetBytes(label)]).AsSpan(0, 16));

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

        return await Whole(file, ct);
    }

    /// <summary>A file with its bytes for a door that has judged by itself who may see it; null when there is none of this purpose.</summary>
    public async Task<(FileFacts Facts, byte[] Bytes)?> OpenJudged(string purpose, Guid id, CancellationToken ct) =>
        await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == id && f.Purpose == purpose, ct) is { } file ? await Whole(file, ct) : null;

    [LoggerMessage(LogLevel.Error, "File {File} isn't as it was handed in: {Fault}. Run the verb doctor, and bring it back from a backup.")]
    private static partial void Damaged(ILogger log, Guid file, string fault);

    /// <summary>What is missing or isn't what was handed in is as good as not there; emptied files are.</summary>
    private async Task<(FileFacts Facts, byte[] Bytes)?> Whole(StoredFile file, CancellationToken ct)
    {
        var bytes = await options.Contents(db).Open(file.Id, ct);
        if (bytes is { Length: > 0 } && KeptFiles.IsAsWritten(bytes, file.Sha256))
        {
            return (Facts(file), bytes);
        }

        if (bytes is not { Length: 0 } && log is not null)
        {
            Damaged(log, file.Id, bytes is null ? "it is missing" : "its content is another");
        }

        return null;
    }

    private Task<FileFacts> Save(string purpose, string? name, IReadOnlyList<FilePart> parts, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var contents = options.Contents(db);
        return db.InTransaction(
            async _ =>
            {
                var files = parts.Select(part => new StoredFile
                {
                    Id = PartOf(id, part.Label),
                    Purpose = purpose,
                    Name = FileNames.Clean(name, part.Kind),
                    ContentType = part.Kind.ContentType,
                    Length = part.Bytes.Length,
                    Sha256 = Convert.ToHexString(SHA256.HashData(part.Bytes)),
                    UploadedById = actor.Id,
                    UploadedAt = now,
                }).ToList();
                foreach (var (file, part) in files.Zip(parts))
                {
                    // The bytes first: a row without them would be worse than bytes without a row.
                    await contents.Put(file.Id, part.Bytes, ct);
                    db.Files.Add(file);
                }

                await db.SaveChangesAsync(ct);
                return Facts(files[0]);
            },
            ct);
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
