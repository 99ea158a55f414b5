using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Platform.Leases;

/// <summary>Who does a piece of scheduled work at present.</summary>
internal sealed class Lease
{
    public required string Name { get; init; }

    public required Guid HeldBy { get; set; }

    public required DateTimeOffset Until { get; set; }

    public static void Map(EntityTypeBuilder<Lease> b)
    {
        b.ToTable("leases");
        b.HasKey(l => l.Name);
        b.Property(l => l.Name).HasMaxLength(120);
    }
}
