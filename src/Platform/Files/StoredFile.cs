using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Platform.Files;

/// <summary>A file that somebody handed in. Written once; what it is for, the module that refers to it says.</summary>
internal sealed class StoredFile
{
    public required Guid Id { get; init; }

    /// <summary>Which rule it was taken in by.</summary>
    public required string Purpose { get; init; }

    /// <summary>Cleaned; only for people, never a path.</summary>
    public required string Name { get; init; }

    /// <summary>Of the content, not of the name.</summary>
    public required string ContentType { get; init; }

    public required int Length { get; init; }

    public required string Sha256 { get; init; }

    public required Guid UploadedById { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public static void Map(EntityTypeBuilder<StoredFile> b)
    {
        b.ToTable("files");
        b.HasKey(f => f.Id);
        b.Property(f => f.Id).ValueGeneratedNever();
        b.Property(f => f.Purpose).HasMaxLength(60);
        b.Property(f => f.Name).HasMaxLength(FileNames.Longest);
        b.Property(f => f.ContentType).HasMaxLength(100);
        b.Property(f => f.Sha256).HasMaxLength(64).IsUnicode(false);
    }
}

/// <summary>The bytes, apart, so that lists of files don't carry them.</summary>
internal sealed class StoredContent
{
    public required Guid FileId { get; init; }

    public required byte[] Bytes { get; init; }

    public static void Map(EntityTypeBuilder<StoredContent> b)
    {
        b.ToTable("file_contents");
        b.HasKey(c => c.FileId);
        b.Property(c => c.FileId).ValueGeneratedNever();
    }
}
