using Commerce.Platform.Audit;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Inbox;
using Commerce.Platform.Outbox;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Platform.Databases;

/// <summary>An aggregate that raises <see cref="Version"/> with every change; two people changing the same one can't both win.</summary>
public interface IVersioned
{
    /// <summary>1 when new, one more with each save.</summary>
    int Version { get; set; }
}

/// <summary>A module's own database: its tables plus the plumbing that must commit with them (outbox, inbox, idempotency keys, audit, numbers).</summary>
/// <param name="options">Set by the host.</param>
/// <param name="module">The module's name in lower case: file name on SQLite, schema elsewhere.</param>
public abstract class ModuleDbContext(DbContextOptions options, string module) : DbContext(options)
{
    private readonly List<Action> afterCommit = [];

    /// <summary>The module's name in lower case.</summary>
    public string Module { get; } = module;

    internal DbSet<OutboxEvent> Outbox => Set<OutboxEvent>();

    internal DbSet<InboxEntry> Inbox => Set<InboxEntry>();

    internal DbSet<IdempotencyEntry> IdempotencyKeys => Set<IdempotencyEntry>();

    internal DbSet<AuditEntry> AuditTrail => Set<AuditEntry>();

    /// <summary>Has something done once the current transaction has committed; forgotten when it is refused, rolled back or runs again.</summary>
    /// <param name="act">Must not fail: counting, ringing.</param>
    public void AfterCommit(Action act) => afterCommit.Add(act);

    /// <summary>The transaction came to nothing.</summary>
    internal void ForgetAfterCommit() => afterCommit.Clear();

    /// <summary>The transaction stands.</summary>
    internal void Committed()
    {
        afterCommit.ForEach(act => act());
        afterCommit.Clear();
    }

    /// <summary>States a fact to the other modules, in the transaction that makes it true.</summary>
    /// <param name="fact">A record of Contracts marked as an event.</param>
    /// <param name="at">When it happened, UTC.</param>
    public void Publish(object fact, DateTimeOffset at) => Outbox.Add(OutboxEvent.Of(fact, at));

    /// <summary>The next number of a gapless series, in the current transaction: a rolled-back transaction gives its number back.</summary>
    /// <param name="series">Such as PO-2026.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<long> NextNumber(string series, CancellationToken ct)
    {
        if (await Set<NumberSeries>().Where(s => s.Name == series).ExecuteUpdateAsync(s => s.SetProperty(n => n.Last, n => n.Last + 1), ct) == 0)
        {
            Set<NumberSeries>().Add(new NumberSeries { Name = series, Last = 1 });
            await SaveChangesAsync(ct);
            return 1;
        }

        return await Set<NumberSeries>().Where(s => s.Name == series).Select(s => s.Last).SingleAsync(ct);
    }

    /// <summary>The module's own tables.</summary>
    protected abstract void Map(ModelBuilder model);

    /// <inheritdoc />
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (!Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal))
        {
            modelBuilder.HasDefaultSchema(Module);
        }

        Map(modelBuilder);
        OutboxEvent.Map(modelBuilder.Entity<OutboxEvent>());
        InboxEntry.Map(modelBuilder.Entity<InboxEntry>());
        IdempotencyEntry.Map(modelBuilder.Entity<IdempotencyEntry>());
        AuditEntry.Map(modelBuilder.Entity<AuditEntry>());
        NumberSeries.Map(modelBuilder.Entity<NumberSeries>());

        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            {
                entity.FindProperty(nameof(IVersioned.Version))!.IsConcurrencyToken = true;
            }
        }
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<StoredInstant>();
        configurationBuilder.Properties<Money>().HaveConversion<StoredMoney>();
        configurationBuilder.Properties<Month>().HaveConversion<StoredMonth>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<string>().HaveMaxLength(400);
    }

    /// <inheritdoc />
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RaiseVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RaiseVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries<IVersioned>())
        {
            if (entry.State == EntityState.Added && entry.Entity.Version == 0)
            {
                entry.Entity.Version = 1;
            }
            else if (entry.State == EntityState.Modified)
            {
                entry.Entity.Version = entry.Property(e => e.Version).OriginalValue + 1;
            }
        }
    }
}

/// <summary>The last number given out in a series.</summary>
internal sealed class NumberSeries
{
    public required string Name { get; init; }

    public long Last { get; set; }

    public static void Map(EntityTypeBuilder<NumberSeries> b)
    {
        b.ToTable("number_series");
        b.HasKey(s => s.Name);
        b.Property(s => s.Name).HasMaxLength(60);
    }
}
