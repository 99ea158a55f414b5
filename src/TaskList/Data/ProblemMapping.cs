using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.TaskList.Data;

internal sealed class ProblemMapping
    : IEntityTypeConfiguration<Problem>, IEntityTypeConfiguration<ProblemPartner>, IEntityTypeConfiguration<ProblemReport>, IEntityTypeConfiguration<ProblemRecheck>,
        IEntityTypeConfiguration<ProblemExtension>, IEntityTypeConfiguration<ProblemAct>, IEntityTypeConfiguration<OwnedFile>, IEntityTypeConfiguration<SpecialAction>
{
    public void Configure(EntityTypeBuilder<Problem> builder)
    {
        builder.ToTable("problems");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.Position).IsUnique();
        builder.HasIndex(p => p.UnitId);
        builder.HasIndex(p => p.ActionId);
        builder.HasIndex(p => p.InspectionId);
        builder.HasIndex(p => new { p.State, p.WorkingDueOn });
        builder.Property(p => p.Text).HasMaxLength(Problem.TextLength);
        builder.Property(p => p.Kind).HasMaxLength(Problem.KindLength);
        builder.Property(p => p.Basis).HasMaxLength(Problem.BasisLength);
        builder.Property(p => p.PersonName).HasMaxLength(Problem.PersonLength);
        builder.Property(p => p.Measures).HasMaxLength(Problem.TextLength);
        builder.Property(p => p.County).HasMaxLength(Inspection.CountyLength);
        builder.Property(p => p.ReturnedReason).HasMaxLength(1000);
        builder.Property(p => p.SaidByName).HasMaxLength(100);
        builder.Property(p => p.ClosedByName).HasMaxLength(100);
        builder.Property(p => p.RecordedByName).HasMaxLength(100);
        builder.Ignore(p => p.Number);
        builder.Ignore(p => p.IsClosed);
        builder.Ignore(p => p.IsOpen);
        builder.Ignore(p => p.Assessment);
        builder.HasMany(p => p.Partners).WithOne().HasForeignKey(p => p.ProblemId);
    }

    public void Configure(EntityTypeBuilder<ProblemPartner> builder)
    {
        builder.ToTable("problem_partners");
        builder.HasKey(p => new { p.ProblemId, p.UnitId });
        builder.HasIndex(p => p.UnitId);
    }

    public void Configure(EntityTypeBuilder<ProblemReport> builder)
    {
        builder.ToTable("problem_reports");
        builder.HasKey(r => r.Position);
        builder.Property(r => r.Position).ValueGeneratedOnAdd();
        builder.HasIndex(r => r.Id).IsUnique();
        builder.HasIndex(r => r.ProblemId);
        builder.Property(r => r.Narrative).HasMaxLength(ProblemReport.NarrativeLength);
        builder.Property(r => r.Similar).HasMaxLength(1000);
        builder.Property(r => r.ByName).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<ProblemRecheck> builder)
    {
        builder.ToTable("problem_rechecks");
        builder.HasKey(r => r.Position);
        builder.Property(r => r.Position).ValueGeneratedOnAdd();
        builder.HasIndex(r => r.Id).IsUnique();
        builder.HasIndex(r => r.ProblemId);
        builder.Property(r => r.Text).HasMaxLength(1000);
        builder.Property(r => r.ByName).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<ProblemExtension> builder)
    {
        builder.ToTable("problem_extensions");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasIndex(e => e.ProblemId);
        builder.Property(e => e.Reason).HasMaxLength(1000);
        builder.Property(e => e.RequestedByName).HasMaxLength(100);
        builder.Property(e => e.DecidedByName).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<ProblemAct> builder)
    {
        builder.ToTable("problem_acts");
        builder.HasKey(a => a.Sequence);
        builder.Property(a => a.Sequence).ValueGeneratedOnAdd();
        builder.HasIndex(a => a.ProblemId);
        builder.Property(a => a.ByName).HasMaxLength(100);
        builder.Property(a => a.Before).HasMaxLength(ProblemAct.ValueLength);
        builder.Property(a => a.After).HasMaxLength(ProblemAct.ValueLength);
        builder.Property(a => a.Note).HasMaxLength(2000);
    }

    public void Configure(EntityTypeBuilder<OwnedFile> builder)
    {
        builder.ToTable("owned_files");
        builder.HasKey(f => new { f.OwnerId, f.FileId });
        builder.HasIndex(f => f.FileId);
        builder.Property(f => f.Name).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<SpecialAction> builder)
    {
        builder.ToTable("special_actions");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => a.ListId);
        builder.Property(a => a.Name).HasMaxLength(SpecialAction.NameLength);
        builder.Property(a => a.Summary).HasMaxLength(SpecialAction.SummaryLength);
        builder.Property(a => a.SavedByName).HasMaxLength(100);
        builder.Property(a => a.SummaryByName).HasMaxLength(100);
    }
}
