using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.TaskList.Data;

internal sealed class LetterMapping
    : IEntityTypeConfiguration<Chase>, IEntityTypeConfiguration<SupervisionLetter>, IEntityTypeConfiguration<LetterReply>, IEntityTypeConfiguration<ReplyFile>
{
    public void Configure(EntityTypeBuilder<Chase> builder)
    {
        builder.ToTable("chases");
        builder.HasKey(c => c.Position);
        builder.Property(c => c.Position).ValueGeneratedOnAdd();
        builder.HasIndex(c => c.Id).IsUnique();
        builder.HasIndex(c => c.ListId);
        builder.HasIndex(c => c.UnitId);
        builder.Property(c => c.Subject).HasMaxLength(SupervisionLetter.SubjectLength);
        builder.Property(c => c.Word).HasMaxLength(Chase.WordLength);
        builder.Property(c => c.ByName).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<SupervisionLetter> builder)
    {
        builder.ToTable("letters");
        builder.HasKey(l => l.Position);
        builder.Property(l => l.Position).ValueGeneratedOnAdd();
        builder.HasIndex(l => l.Id).IsUnique();
        builder.HasIndex(l => l.ListId);
        builder.HasIndex(l => l.UnitId);
        builder.HasIndex(l => l.NumberKey).IsUnique();
        builder.HasIndex(l => l.MatterKey).IsUnique();
        builder.Property(l => l.NumberKey).HasMaxLength(SupervisionLetter.NumberLength + 10);
        builder.Property(l => l.MatterKey).HasMaxLength(70);
        builder.Property(l => l.Number).HasMaxLength(SupervisionLetter.NumberLength);
        builder.Property(l => l.Addressee).HasMaxLength(100);
        builder.Property(l => l.Office).HasMaxLength(100);
        builder.Property(l => l.Subject).HasMaxLength(SupervisionLetter.SubjectLength);
        builder.Property(l => l.PrintedTitle).HasMaxLength(OfficialList.TitleLength);
        builder.Property(l => l.LightChinese).HasMaxLength(2000);
        builder.Property(l => l.LightEnglish).HasMaxLength(2000);
        builder.Property(l => l.RaisedReason).HasMaxLength(1000);
        builder.Property(l => l.Demand).HasMaxLength(SupervisionLetter.DemandLength);
        builder.Property(l => l.DraftedByName).HasMaxLength(100);
        builder.Property(l => l.IssuedByName).HasMaxLength(100);
        builder.Property(l => l.ClosedByName).HasMaxLength(100);
        builder.Property(l => l.ClosedNote).HasMaxLength(1000);
        builder.Ignore(l => l.Reply);
        builder.HasMany(l => l.Replies).WithOne().HasForeignKey(r => r.LetterId).HasPrincipalKey(l => l.Id);
    }

    public void Configure(EntityTypeBuilder<LetterReply> builder)
    {
        builder.ToTable("letter_replies");
        builder.HasKey(r => r.Position);
        builder.Property(r => r.Position).ValueGeneratedOnAdd();
        builder.HasIndex(r => r.Id).IsUnique();
        builder.Property(r => r.Text).HasMaxLength(LetterReply.TextLength);
        builder.Property(r => r.ByName).HasMaxLength(100);
        builder.Property(r => r.ReturnedReason).HasMaxLength(1000);
        builder.Property(r => r.ReturnedByName).HasMaxLength(100);
        builder.HasMany(r => r.Files).WithOne().HasForeignKey(f => f.ReplyId).HasPrincipalKey(r => r.Id);
    }

    public void Configure(EntityTypeBuilder<ReplyFile> builder)
    {
        builder.ToTable("letter_reply_files");
        builder.HasKey(f => new { f.ReplyId, f.FileId });
        builder.HasIndex(f => f.FileId);
        builder.Property(f => f.Name).HasMaxLength(200);
    }
}
