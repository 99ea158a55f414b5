using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.TaskList.Data;

internal sealed class ProgressMapping
    : IEntityTypeConfiguration<ProgressReport>, IEntityTypeConfiguration<ReportFile>, IEntityTypeConfiguration<Extension>, IEntityTypeConfiguration<Metric>,
        IEntityTypeConfiguration<MetricValue>, IEntityTypeConfiguration<TaskAct>
{
    public void Configure(EntityTypeBuilder<ProgressReport> builder)
    {
        builder.ToTable("progress_reports");
        builder.HasKey(r => r.Position);
        builder.Property(r => r.Position).ValueGeneratedOnAdd();
        builder.HasIndex(r => r.Id).IsUnique();
        builder.HasIndex(r => r.ListId);
        builder.HasIndex(r => r.MeasureId);
        builder.Property(r => r.Narrative).HasMaxLength(ProgressReport.NarrativeLength);
        builder.Property(r => r.ReturnedReason).HasMaxLength(1000);
        builder.Property(r => r.SubmittedByName).HasMaxLength(100);
        builder.Property(r => r.ReviewedByName).HasMaxLength(100);
        builder.HasMany(r => r.Files).WithOne().HasForeignKey(f => f.ReportId).HasPrincipalKey(r => r.Id);
    }

    public void Configure(EntityTypeBuilder<ReportFile> builder)
    {
        builder.ToTable("report_files");
        builder.HasKey(f => new { f.ReportId, f.FileId });
        builder.HasIndex(f => f.FileId);
        builder.Property(f => f.Name).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<Extension> builder)
    {
        builder.ToTable("extensions");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => e.ListId);
        builder.HasIndex(e => e.MilestoneId);
        builder.Property(e => e.Reason).HasMaxLength(Extension.ReasonLength);
        builder.Property(e => e.Progress).HasMaxLength(Extension.ReasonLength);
        builder.Property(e => e.RequestedByName).HasMaxLength(100);
        builder.Property(e => e.DecidedByName).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<Metric> builder)
    {
        builder.ToTable("metrics");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => m.ListId);
        builder.Property(m => m.Label).HasMaxLength(100);
        builder.Property(m => m.LabelEnglish).HasMaxLength(100);
        builder.Property(m => m.Unit).HasMaxLength(20);
        builder.Property(m => m.Baseline).HasConversion<StoredFigure>();
        builder.Property(m => m.Target).HasConversion<StoredFigure>();
    }

    public void Configure(EntityTypeBuilder<MetricValue> builder)
    {
        builder.ToTable("metric_values");
        builder.HasKey(v => v.Position);
        builder.Property(v => v.Position).ValueGeneratedOnAdd();
        builder.HasIndex(v => v.Id).IsUnique();
        builder.HasIndex(v => v.ListId);
        builder.HasIndex(v => v.MetricId);
        builder.HasIndex(v => v.FileId);
        builder.Property(v => v.Value).HasConversion<StoredFigure>();
        builder.Property(v => v.FileName).HasMaxLength(200);
        builder.Property(v => v.ByName).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<TaskAct> builder)
    {
        builder.ToTable("task_acts");
        builder.HasKey(a => a.Sequence);
        builder.Property(a => a.Sequence).ValueGeneratedOnAdd();
        builder.HasIndex(a => a.TaskId);
        builder.HasIndex(a => a.MeasureId);
        builder.Property(a => a.ByName).HasMaxLength(100);
        builder.Property(a => a.Note).HasMaxLength(2000);
    }
}
