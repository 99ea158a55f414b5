using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.TaskList.Data;

internal sealed class ListMapping
    : IEntityTypeConfiguration<OfficialList>, IEntityTypeConfiguration<ListSection>, IEntityTypeConfiguration<OfficialTask>, IEntityTypeConfiguration<Measure>,
        IEntityTypeConfiguration<Responsibility>, IEntityTypeConfiguration<NamedMember>, IEntityTypeConfiguration<Milestone>, IEntityTypeConfiguration<MilestoneMeasure>
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

    public void Configure(EntityTypeBuilder<OfficialTask> builder)
    {
        builder.ToTable("tasks");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.HasIndex(t => new { t.ListId, t.Number }).IsUnique();
        builder.Property(t => t.Text).HasMaxLength(OfficialTask.TextLength);
        builder.Property(t => t.CorrectedText).HasMaxLength(OfficialTask.TextLength);
        builder.Property(t => t.DeadlineText).HasMaxLength(1000);
        builder.Property(t => t.ResponsibleText).HasMaxLength(1000);
    }

    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.ToTable("measures");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => new { m.ListId, m.Number }).IsUnique();
        builder.HasIndex(m => m.TaskId);
        builder.Property(m => m.Text).HasMaxLength(Measure.TextLength);
        builder.Property(m => m.CorrectedText).HasMaxLength(Measure.TextLength);
        builder.Property(m => m.Group).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<Responsibility> builder)
    {
        builder.ToTable("responsibilities");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.HasIndex(r => r.ListId);
        builder.HasIndex(r => new { r.TaskId, r.Role, r.Name }).IsUnique();
        builder.Property(r => r.Name).HasMaxLength(100);
        builder.Property(r => r.Printed).HasMaxLength(100);
        builder.HasMany(r => r.Named).WithOne().HasForeignKey(n => n.ResponsibilityId);
    }

    public void Configure(EntityTypeBuilder<NamedMember> builder)
    {
        builder.ToTable("named_members");
        builder.HasKey(n => new { n.ResponsibilityId, n.UnitId });
    }

    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.ToTable("milestones");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.HasIndex(m => m.ListId);
        builder.HasIndex(m => m.TaskId);
        builder.HasIndex(m => m.WorkingDueOn);
        builder.OwnsOne(m => m.Every);
        builder.Ignore(m => m.OnlyMeasure);
        builder.Ignore(m => m.Title);
        builder.HasMany(m => m.Measures).WithOne().HasForeignKey(l => l.MilestoneId);
    }

    public void Configure(EntityTypeBuilder<MilestoneMeasure> builder)
    {
        builder.ToTable("milestone_measures");
        builder.HasKey(l => new { l.MilestoneId, l.MeasureId });
    }
}
