using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.TaskList.Data;

internal sealed class CircularMapping : IEntityTypeConfiguration<Circular>, IEntityTypeConfiguration<CircularDocument>
{
    public void Configure(EntityTypeBuilder<Circular> builder)
    {
        builder.ToTable("circulars");
        builder.HasKey(c => c.Position);
        builder.Property(c => c.Position).ValueGeneratedOnAdd();
        builder.HasIndex(c => c.Id).IsUnique();
        builder.HasIndex(c => c.ListId);
        builder.HasIndex(c => c.NumberKey).IsUnique();
        builder.Property(c => c.NumberKey).HasMaxLength(Circular.NumberLength + 10);
        builder.Property(c => c.Title).HasMaxLength(Circular.TitleLength);
        builder.Property(c => c.Office).HasMaxLength(100);
        builder.Property(c => c.Opening).HasMaxLength(Circular.TextLength);
        builder.Property(c => c.Demands).HasMaxLength(Circular.TextLength);
        builder.Property(c => c.Content).Metadata.SetMaxLength(null);
        builder.Property(c => c.Text).Metadata.SetMaxLength(null);
        builder.Property(c => c.Number).HasMaxLength(Circular.NumberLength);
        builder.Property(c => c.DraftedByName).HasMaxLength(100);
        builder.Property(c => c.IssuedByName).HasMaxLength(100);
        builder.Property(c => c.Sha256).HasMaxLength(64).IsUnicode(false);
    }

    public void Configure(EntityTypeBuilder<CircularDocument> builder)
    {
        builder.ToTable("circular_documents");
        builder.HasKey(d => d.CircularId);
        builder.Property(d => d.CircularId).ValueGeneratedNever();
    }
}
