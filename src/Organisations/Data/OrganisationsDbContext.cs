using Commerce.Organisations.Domain;
using Commerce.Platform.Databases;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.Data;

/// <summary>Units, groups, canteens, accounts, roles.</summary>
/// <param name="options">Set by the host.</param>
internal sealed class OrganisationsDbContext(DbContextOptions<OrganisationsDbContext> options) : ModuleDbContext(options, OrganisationsModule.ModuleName)
{
    public DbSet<OrgUnit> Units => Set<OrgUnit>();

    public DbSet<UnitGroup> Groups => Set<UnitGroup>();

    public DbSet<Canteen> Canteens => Set<Canteen>();

    public DbSet<User> Users => Set<User>();

    public DbSet<RoleAssignment> RoleAssignments => Set<RoleAssignment>();

    public DbSet<SignInTries> SignInTries => Set<SignInTries>();

    public DbSet<PersonRequest> PersonRequests => Set<PersonRequest>();

    public DbSet<NoticeAddress> NoticeAddresses => Set<NoticeAddress>();

    public DbSet<Mail> Mails => Set<Mail>();

    public DbSet<ToldTodo> ToldTodos => Set<ToldTodo>();

    /// <summary>Raised by each save, so that the hosts' copies know in one small read whether they are still right.</summary>
    public Task<long> DirectoryVersion(CancellationToken ct) => Set<DirectoryState>().Select(s => s.Version).SingleOrDefaultAsync(ct);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (ChangeTracker.Entries().Any(e => IsInDirectory(e.Entity) && e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            && await Set<DirectoryState>().ExecuteUpdateAsync(s => s.SetProperty(d => d.Version, d => d.Version + 1), cancellationToken) == 0)
        {
            Set<DirectoryState>().Add(new DirectoryState { Version = 1 });
        }

        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void Map(ModelBuilder model)
    {
        UnitMapping.Map(model.Entity<OrgUnit>(), model.Entity<UnitName>());
        GroupMapping.Map(model.Entity<UnitGroup>(), model.Entity<GroupMember>());
        CanteenMapping.Map(model.Entity<Canteen>(), model.Entity<CanteenTerm>(), model.Entity<ServedUnit>());
        UserMapping.Map(model.Entity<User>());
        RoleMapping.Map(model.Entity<RoleAssignment>());
        PersonRequestMapping.Map(model.Entity<PersonRequest>());
        Data.SignInTries.Map(model.Entity<SignInTries>());
        NoticeMapping.Map(model.Entity<NoticeAddress>(), model.Entity<Mail>(), model.Entity<ToldTodo>());
        DirectoryState.Map(model.Entity<DirectoryState>());
    }

    private static bool IsInDirectory(object entity) => entity is OrgUnit or UnitName or UnitGroup or GroupMember or Canteen or CanteenTerm or ServedUnit or User or RoleAssignment;
}
