using Commerce.Platform.Databases;
using Commerce.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Platform.Personal;

/// <summary>The house's own part: files that somebody handed in.</summary>
internal sealed class PlatformPart : IPersonPart
{
    public static IReadOnlyDictionary<string, string> Words { get; } = new Dictionary<string, string> { ["files"] = "上传的文件" };

    public string Module => "platform";

    public IReadOnlyDictionary<string, string> Tables => Words;

    public Task<IReadOnlyList<Duty>> Open(Guid person, CancellationToken ct) => Task.FromResult<IReadOnlyList<Duty>>([]);
}

/// <summary>Lists of accounts that were handed in name people; once read in they are needed no more.</summary>
/// <param name="db">The house's database.</param>
/// <param name="options">Where files lie.</param>
public sealed class HandedInLists(PlatformDbContext db, FileStoreOptions options)
{
    /// <summary>Empties the files of a purpose; their names, sizes and who handed them in stay.</summary>
    public async Task Empty(string purpose, CancellationToken ct) =>
        await options.Contents(db).Empty(await db.Files.Where(f => f.Purpose == purpose).Select(f => f.Id).ToListAsync(ct), ct);
}
