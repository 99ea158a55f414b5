using Commerce.Catalog.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Catalog.Data;

/// <summary>Counties, villages, producers.</summary>
internal static class OriginMapping
{
    internal sealed class OfCounty : IEntityTypeConfiguration<County>
    {
        public void Configure(EntityTypeBuilder<County> builder)
        {
            builder.ToTable("counties");
            builder.HasKey(c => c.Code);
            builder.Property(c => c.Code).HasMaxLength(6).IsUnicode(false);
            builder.Property(c => c.Name).HasMaxLength(60);
            builder.HasMany(c => c.Designations).WithOne().HasForeignKey(d => d.CountyCode);
        }
    }

    internal sealed class OfCountyDesignation : IEntityTypeConfiguration<CountyDesignation>
    {
        public void Configure(EntityTypeBuilder<CountyDesignation> builder)
        {
            builder.ToTable("county_designations");
            builder.HasKey(d => d.Id);
            builder.Property(d => d.Id).ValueGeneratedNever();
            builder.Property(d => d.CountyCode).HasMaxLength(6).IsUnicode(false);
        }
    }

    internal sealed class OfVillage : IEntityTypeConfiguration<Village>
    {
        public void Configure(EntityTypeBuilder<Village> builder)
        {
            builder.ToTable("villages");
            builder.HasKey(v => v.Id);
            builder.Property(v => v.Id).ValueGeneratedNever();
            builder.Property(v => v.Name).HasMaxLength(60);
            builder.Property(v => v.Township).HasMaxLength(60);
            builder.Property(v => v.CountyCode).HasMaxLength(6).IsUnicode(false);
            builder.HasOne<County>().WithMany().HasForeignKey(v => v.CountyCode).OnDelete(DeleteBehavior.Restrict);
        }
    }

    internal sealed class OfProducer : IEntityTypeConfiguration<Producer>
    {
        public void Configure(EntityTypeBuilder<Producer> builder)
        {
            builder.ToTable("producers");
            builder.HasKey(p => p.Id);
            builder.Property(p => p.Id).ValueGeneratedNever();
            builder.Property(p => p.Name).HasMaxLength(100);
            builder.Property(p => p.Endorsement).HasMaxLength(400);
            builder.Property(p => p.BenefitMechanism).HasMaxLength(400);
            builder.Property(p => p.CountyCode).HasMaxLength(6).IsUnicode(false);
            builder.HasOne<County>().WithMany().HasForeignKey(p => p.CountyCode).OnDelete(DeleteBehavior.Restrict);
            builder.HasOne<Village>().WithMany().HasForeignKey(p => p.VillageId).OnDelete(DeleteBehavior.Restrict);
            builder.HasMany(p => p.Suspensions).WithOne().HasForeignKey(s => s.ProducerId);
            builder.Ignore(p => p.Suspension);
        }
    }

    internal sealed class OfSuspension : IEntityTypeConfiguration<ProducerSuspension>
    {
        public void Configure(EntityTypeBuilder<ProducerSuspension> builder)
        {
            builder.ToTable("producer_suspensions");
            builder.HasKey(s => s.Id);
            builder.Property(s => s.Id).ValueGeneratedNever();
            builder.Property(s => s.Reason).HasMaxLength(200);
        }
    }
}
