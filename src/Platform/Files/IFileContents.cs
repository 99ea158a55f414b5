using Commerce.Platform.Databases;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Platform.Files;

/// <summary>Where the bytes of files lie. What is known about them stands in the database in any case.</summary>
internal interface IFileContents
{
    /// <summary>Keeps the bytes of a file; called within the transaction that saves its row, before the row is saved.</summary>
    Task Put(Guid file, byte[] bytes, CancellationToken ct);

    /// <summary>The bytes as they lie there; null when there are none.</summary>
    Task<byte[]?> Open(Guid file, CancellationToken ct);

    /// <summary>Takes the bytes of some files away for ever; their rows stay.</summary>
    Task Empty(IReadOnlyCollection<Guid> files, CancellationToken ct);
}

/// <summary>Beside their rows: a backup of the database has them, and every host sees them.</summary>
internal sealed class DatabaseContents(PlatformDbContext db) : IFileContents
{
    public Task Put(Guid file, byte[] bytes, CancellationToken ct)
    {
        db.FileContents.Add(new StoredContent { FileId = file, Bytes = bytes });
        return Task.CompletedTask;
    }

    public Task<byte[]?> Open(Guid file, CancellationToken ct) =>
        db.FileContents.AsNoTracking().Where(c => c.FileId == file).Select(c => (byte[]?)c.Bytes).SingleOrDefaultAsync(ct);

    public Task Empty(IReadOnlyCollection<Guid> files, CancellationToken ct)
    {
        byte[] nothing = [];
        return db.FileContents.Where(c => files.Contains(c.FileId)).ExecuteUpdateAsync(s => s.SetProperty(c => c.Bytes, nothing), ct);
    }
}
