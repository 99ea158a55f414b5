using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Platform.Inbox;

/// <summary>An event that an endpoint has taken in; written in the consumer's own transaction, so that a second delivery does nothing.</summary>
internal sealed class InboxEntry
{
    public required string Endpoint { get; init; }

    public required Guid EventId { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    public static void Map(EntityTypeBuilder<InboxEntry> b)
    {
        b.ToTable("inbox");
        b.HasKey(e => new { e.Endpoint, e.EventId });
        b.Property(e => e.Endpoint).HasMaxLength(120);
    }
}
