using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.TaskList.Data;

internal sealed class RoundMapping
    : IEntityTypeConfiguration<Round>, IEntityTypeConfiguration<RoundMeasure>, IEntityTypeConfiguration<RoundMetric>, IEntityTypeConfiguration<RoundUnit>,
        IEntityTypeConfiguration<RoundAnswer>, IEntityTypeConfiguration<AnsweredFigure>, IEntityTypeConfiguration<AnsweredPercent>, IEntityTypeConfiguration<AnsweredFile>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.ToTable("rounds");
        builder.HasKey(r => r.Position);
        builder.Property(r => r.Position).ValueGeneratedOnAdd();
        builder.HasIndex(r => r.Id).IsUnique();
        builder.HasIndex(r => r.ListId);
        builder.HasIndex(r => r.TaskId);
        builder.HasIndex(r => r.ProjectId);
        builder.Property(r => r.Title).HasMaxLength(Round.TitleLength);
        builder.Property(r => r.Project).HasMaxLength(Round.TitleLength);
        builder.Property(r => r.Summary).HasMaxLength(Round.SummaryLength);
        builder.Property(r => r.WithdrawnReason).HasMaxLength(1000);
        builder.Property(r => r.OpenedByName).HasMaxLength(100);
        builder.Property(r => r.EndedByName).HasMaxLength(100);
        builder.HasMany(r => r.Measures).WithOne().HasForeignKey(m => m.RoundId).HasPrincipalKey(r => r.Id);
        builder.HasMany(r => r.Metrics).WithOne().HasForeignKey(m => m.RoundId).HasPrincipalKey(r => r.Id);
        builder.HasMany(r => r.Units).WithOne().HasForeignKey(u => u.RoundId).HasPrincipalKey(r => r.Id);
    }

    public void Configure(EntityTypeBuilder<RoundMeasure> builder)
    {
        builder.ToTable("round_measures");
        builder.HasKey(m => new { m.RoundId, m.MeasureId });
    }

    public void Configure(EntityTypeBuilder<RoundMetric> builder)
    {
        builder.ToTable("round_metrics");
        builder.HasKey(m => new { m.RoundId, m.MetricId });
        builder.Property(m => m.Baseline).HasConversion<StoredFigure>();
    }

    public void Configure(EntityTypeBuilder<RoundUnit> builder)
    {
        builder.ToTable("round_units");
        builder.HasKey(u => new { u.RoundId, u.UnitId });
        builder.HasIndex(u => u.UnitId);
        builder.Property(u => u.Name).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<RoundAnswer> builder)
    {
        builder.ToTable("round_answers");
        builder.HasKey(a => a.Position);
        builder.Property(a => a.Position).ValueGeneratedOnAdd();
        builder.HasIndex(a => a.Id).IsUnique();
        builder.HasIndex(a => new { a.RoundId, a.UnitId, a.Number }).IsUnique();
        builder.HasIndex(a => a.ListId);
        builder.Property(a => a.Narrative).HasMaxLength(RoundAnswer.NarrativeLength);
        builder.Property(a => a.ReturnedReason).HasMaxLength(1000);
        builder.Property(a => a.AnsweredByName).HasMaxLength(100);
        builder.Property(a => a.ReviewedByName).HasMaxLength(100);
        builder.HasMany(a => a.Figures).WithOne().HasForeignKey(f => f.AnswerId).HasPrincipalKey(a => a.Id);
        builder.HasMany(a => a.Percents).WithOne().HasForeignKey(p => p.AnswerId).HasPrincipalKey(a => a.Id);
        builder.HasMany(a => a.Files).WithOne().HasForeignKey(f => f.AnswerId).HasPrincipalKey(a => a.Id);
    }

    public void Configure(EntityTypeBuilder<AnsweredFigure> builder)
    {
        builder.ToTable("round_figures");
        builder.HasKey(f => new { f.AnswerId, f.MetricId });
        builder.Property(f => f.Value).HasConversion<StoredFigure>();
    }

    public void Configure(EntityTypeBuilder<AnsweredPercent> builder)
    {
        builder.ToTable("round_percents");
        builder.HasKey(p => new { p.AnswerId, p.MeasureId });
    }

    public void Configure(EntityTypeBuilder<AnsweredFile> builder)
    {
        builder.ToTable("round_files");
        builder.HasKey(f => new { f.AnswerId, f.FileId });
        builder.HasIndex(f => f.FileId);
        builder.Property(f => f.Name).HasMaxLength(200);
    }
}
