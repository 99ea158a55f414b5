using Commerce.Organisations.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Organisations.Data;

internal static class UnitMapping
{
    public static void Map(EntityTypeBuilder<OrgUnit> b, EntityTypeBuilder<UnitName> name)
    {
        b.ToTable("units");
        b.HasKey(u => u.Id);
        b.Property(u => u.Id).ValueGeneratedNever();
        b.Property(u => u.Name).HasMaxLength(OrgUnit.NameLength);
        b.HasIndex(u => new { u.ParentKey, u.Name }).IsUnique();
        b.HasMany(u => u.Names).WithOne().HasForeignKey(n => n.UnitId);
        b.Navigation(u => u.Names).AutoInclude();

        name.ToTable("unit_names");
        name.HasKey(n => new { n.UnitId, n.ValidFrom });
        name.Property(n => n.Name).HasMaxLength(OrgUnit.NameLength);
    }
}

internal static class GroupMapping
{
    public static void Map(EntityTypeBuilder<UnitGroup> group, EntityTypeBuilder<GroupMember> member)
    {
        group.ToTable("unit_groups");
        group.HasKey(g => g.Id);
        group.Property(g => g.Id).ValueGeneratedNever();
        group.Property(g => g.Name).HasMaxLength(100);
        group.HasIndex(g => g.Name).IsUnique();
        group.HasMany(g => g.Members).WithOne().HasForeignKey(m => m.GroupId);

        member.ToTable("unit_group_members");
        member.HasKey(m => new { m.GroupId, m.UnitId, m.ValidFrom });
    }
}

internal static class CanteenMapping
{
    public static void Map(EntityTypeBuilder<Canteen> canteen, EntityTypeBuilder<CanteenTerm> term, EntityTypeBuilder<ServedUnit> served)
    {
        canteen.ToTable("canteens");
        canteen.HasKey(c => c.Id);
        canteen.Property(c => c.Id).ValueGeneratedNever();
        canteen.Property(c => c.Name).HasMaxLength(Canteen.NameLength);
        canteen.HasIndex(c => c.Name).IsUnique();
        canteen.HasMany(c => c.Terms).WithOne().HasForeignKey(t => t.CanteenId);
        canteen.HasMany(c => c.Served).WithOne().HasForeignKey(s => s.CanteenId);

        term.ToTable("canteen_terms");
        term.HasKey(t => new { t.CanteenId, t.ValidFrom });
        term.Property(t => t.Contractor).HasMaxLength(100);

        served.ToTable("canteen_served_units");
        served.HasKey(s => new { s.CanteenId, s.UnitId, s.ValidFrom });
    }
}

internal static class UserMapping
{
    /// <summary>By hand: of Identity's columns only those that work here.</summary>
    public static void Map(EntityTypeBuilder<User> b)
    {
        b.ToTable("users");
        b.HasKey(u => u.Id);
        b.Property(u => u.Id).ValueGeneratedNever();
        b.Property(u => u.UserName).HasMaxLength(User.NameLength).IsRequired();
        b.Property(u => u.NormalizedUserName).HasMaxLength(User.NameLength).IsRequired();
        b.Property(u => u.DisplayName).HasMaxLength(User.NameLength);
        b.Property(u => u.Language).HasMaxLength(10);
        b.Property(u => u.SecurityStamp).HasMaxLength(100);
        b.HasIndex(u => u.NormalizedUserName).IsUnique();
        b.Ignore(u => u.ConcurrencyStamp);
        b.Ignore(u => u.Email);
        b.Ignore(u => u.NormalizedEmail);
        b.Ignore(u => u.EmailConfirmed);
        b.Ignore(u => u.PhoneNumber);
        b.Ignore(u => u.PhoneNumberConfirmed);
        b.Ignore(u => u.TwoFactorEnabled);
        b.Ignore(u => u.LockoutEnabled);
    }
}

internal static class RoleMapping
{
    public static void Map(EntityTypeBuilder<RoleAssignment> b)
    {
        b.ToTable("role_assignments");
        b.HasKey(a => a.Id);
        b.Property(a => a.Id).ValueGeneratedNever();
        b.HasIndex(a => new { a.UserId, a.UnitId, a.Role, a.ValidFrom }).IsUnique();
    }
}

/// <summary>One row: how often anything in the directory changed.</summary>
internal sealed class DirectoryState
{
    public int Id { get; init; } = 1;

    public long Version { get; init; }

    public static void Map(EntityTypeBuilder<DirectoryState> b)
    {
        b.ToTable("directory_state");
        b.HasKey(s => s.Id);
        b.Property(s => s.Id).ValueGeneratedNever();
    }
}
