using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.TaskList.Data;

internal sealed class OutletMapping
    : IEntityTypeConfiguration<KnownPair>, IEntityTypeConfiguration<OutletStatement>, IEntityTypeConfiguration<ShelvedKind>, IEntityTypeConfiguration<VillageOffer>, IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<KnownPair> builder)
    {
        builder.ToTable("known_pairs");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(100);
        builder.Property(p => p.Expressway).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<OutletStatement> builder)
    {
        builder.ToTable("outlet_statements");
        builder.HasKey(s => new { s.OutletId, s.Version });
        builder.Property(s => s.Name).HasMaxLength(200);
        builder.Property(s => s.Kind).HasMaxLength(40);
        builder.Property(s => s.Direction).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<ShelvedKind> builder)
    {
        builder.ToTable("shelved_kinds");
        builder.HasKey(k => k.OfferId);
        builder.Property(k => k.OfferId).ValueGeneratedNever();
        builder.Property(k => k.SpeciesName).HasMaxLength(100);
        builder.Property(k => k.ProductName).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<VillageOffer> builder)
    {
        builder.ToTable("village_offers");
        builder.HasKey(o => o.OfferId);
        builder.Property(o => o.OfferId).ValueGeneratedNever();
        builder.Property(o => o.VillageName).HasMaxLength(100);
        builder.Property(o => o.EndorsedBy).HasMaxLength(400);
    }

    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.ToTable("reminders");
        builder.HasKey(r => new { r.MilestoneId, r.DueOn, r.Level, r.UnitId });
        builder.HasIndex(r => r.UnitId);
    }
}
