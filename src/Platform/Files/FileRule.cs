using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Platform.Files;

/// <summary>What files of one purpose may be, who may hand them in and who may see them.</summary>
/// <param name="Purpose">Such as tasks.evidence.</param>
/// <param name="Kinds">What the content may be.</param>
/// <param name="MayUpload">Who may hand one in.</param>
/// <param name="MayRead">Whether this person may see a file of the purpose; whoever handed it in may anyway.</param>
public sealed record FileRule(
    string Purpose, IReadOnlyList<FileKind> Kinds, Func<Actor, bool> MayUpload, Func<IServiceProvider, Actor, Guid, CancellationToken, Task<bool>> MayRead)
{
    /// <summary>A smaller limit than every file's; null for that one.</summary>
    public int? LargestMegabytes { get; init; }

    /// <summary>They are pictures: their width and height are looked at, too.</summary>
    public bool Pictures { get; init; }

    /// <summary>Makes what is kept out of what came, such as a picture without its hidden data and its thumbnails; the first part is the file. Null keeps what came.</summary>
    public Func<byte[], CancellationToken, Task<Result<FilePart[]>>>? Remake { get; init; }
}

/// <summary>One rendering of a file.</summary>
/// <param name="Label">Which; empty for the file itself. See <see cref="FileStore.PartOf"/>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Bytes">Its content.</param>
public sealed record FilePart(string Label, FileKind Kind, byte[] Bytes);

/// <summary>A file, without its bytes.</summary>
/// <param name="Id">The file.</param>
/// <param name="Purpose">What it was handed in for.</param>
/// <param name="Name">Its cleaned name.</param>
/// <param name="ContentType">What it is.</param>
/// <param name="Length">In bytes.</param>
/// <param name="UploadedById">Who handed it in.</param>
/// <param name="UploadedAt">When, UTC.</param>
public sealed record FileFacts(Guid Id, string Purpose, string Name, string ContentType, int Length, Guid UploadedById, DateTimeOffset UploadedAt);
