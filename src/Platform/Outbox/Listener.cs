using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Platform.Outbox;

/// <summary>Since when an endpoint listens; a consumer that a later version adds isn't owed the past, unless it says so (<see cref="Past"/>).</summary>
internal sealed class Listener
{
    public required string Endpoint { get; init; }

    public required DateTimeOffset Since { get; init; }

    public static void Map(EntityTypeBuilder<Listener> b)
    {
        b.ToTable("listeners");
        b.HasKey(l => l.Endpoint);
        b.Property(l => l.Endpoint).HasMaxLength(120);
    }
}
