using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.TaskList.Data;

internal sealed class ListMapping : IEntityTypeConfiguration<OfficialList>, IEntityTypeConfiguration<ListSection>
{
    public void Configure(EntityTypeBuilder<OfficialList> builder)
    {
        builder.ToTable("lists");
        builder.HasKey(l => l.Id);
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasIndex(l => l.Year).IsUnique();
        builder.Property(l => l.Title).HasMaxLength(OfficialList.TitleLength);
    }

    public void Configure(EntityTypeBuilder<ListSection> builder)
    {
        builder.ToTable("sections");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => new { s.ListId, s.Number }).IsUnique();
    }
}
