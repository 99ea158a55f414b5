using Commerce.Ordering.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Ordering.Data;

internal sealed class ApprovalPolicyMapping : IEntityTypeConfiguration<ApprovalPolicy>
{
    public void Configure(EntityTypeBuilder<ApprovalPolicy> builder)
    {
        builder.ToTable("approval_policies");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.SetByName).HasMaxLength(100);
        builder.HasIndex(p => new { p.UnitId, p.Number }).IsUnique();
        builder.HasMany(p => p.Rules).WithOne().HasForeignKey(r => r.PolicyId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ApprovalRuleMapping : IEntityTypeConfiguration<ApprovalRule>
{
    public void Configure(EntityTypeBuilder<ApprovalRule> builder)
    {
        builder.ToTable("approval_rules");
        builder.HasKey(r => new { r.PolicyId, r.Position });
        builder.Property(r => r.Position).ValueGeneratedNever();
    }
}

internal sealed class DelegationMapping : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("delegations");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.PersonName).HasMaxLength(100);
        builder.Property(d => d.ForName).HasMaxLength(100);
        builder.Property(d => d.SetByName).HasMaxLength(100);
        builder.HasIndex(d => new { d.PersonId, d.UnitId });
        builder.HasIndex(d => d.UnitId);
    }
}

internal sealed class ProcurementLimitMapping : IEntityTypeConfiguration<ProcurementLimit>
{
    public void Configure(EntityTypeBuilder<ProcurementLimit> builder)
    {
        builder.ToTable("procurement_limits");
        builder.HasKey(l => new { l.UnitId, l.Purpose, l.ValidFrom });
        builder.Property(l => l.SetByName).HasMaxLength(100);
    }
}
