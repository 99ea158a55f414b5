using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.TaskList.Data;

internal sealed class ProjectMapping
    : IEntityTypeConfiguration<Project>, IEntityTypeConfiguration<ProjectStep>, IEntityTypeConfiguration<ProjectFigure>, IEntityTypeConfiguration<ProjectValue>, IEntityTypeConfiguration<KnownPerson>
{
    public void Configure(EntityTypeBuilder<Project> builder)
    {
        builder.ToTable("projects");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.ListId);
        builder.HasIndex(p => new { p.TaskId, p.Name }).IsUnique();
        builder.Property(p => p.Name).HasMaxLength(Project.NameLength);
        builder.Property(p => p.LeaderName).HasMaxLength(100);
        builder.Property(p => p.WithdrawnReason).HasMaxLength(1000);
        builder.HasMany(p => p.Steps).WithOne().HasForeignKey(s => s.ProjectId);
        builder.HasMany(p => p.Figures).WithOne().HasForeignKey(f => f.ProjectId);
    }

    public void Configure(EntityTypeBuilder<ProjectStep> builder)
    {
        builder.ToTable("project_steps");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.FileId);
        builder.Property(s => s.What).HasMaxLength(ProjectStep.WhatLength);
        builder.Property(s => s.Evidence).HasMaxLength(400);
        builder.Property(s => s.FileName).HasMaxLength(200);
        builder.Property(s => s.DoneByName).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<ProjectFigure> builder)
    {
        builder.ToTable("project_figures");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Label).HasMaxLength(60);
        builder.Property(f => f.Unit).HasMaxLength(20);
        builder.Property(f => f.Target).HasConversion<StoredFigure>();
        builder.HasMany(f => f.Values).WithOne().HasForeignKey(v => v.FigureId);
    }

    public void Configure(EntityTypeBuilder<ProjectValue> builder)
    {
        builder.ToTable("project_values");
        builder.HasKey(v => v.Position);
        builder.Property(v => v.Position).ValueGeneratedOnAdd();
        builder.HasIndex(v => v.FileId);
        builder.Property(v => v.Value).HasConversion<StoredFigure>();
        builder.Property(v => v.Evidence).HasMaxLength(400);
        builder.Property(v => v.FileName).HasMaxLength(200);
        builder.Property(v => v.ByName).HasMaxLength(100);
    }

    public void Configure(EntityTypeBuilder<KnownPerson> builder)
    {
        builder.ToTable("known_people");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Name).HasMaxLength(100);
    }
}
