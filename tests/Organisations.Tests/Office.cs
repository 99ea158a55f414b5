using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Organisations.Samples;
using Commerce.Platform.Databases;
using Commerce.Platform.Files;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Commerce.Organisations.Tests;

/// <summary>The module as the host registers it, on a database of its own, with sample data when asked for.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly TestDatabase<OrganisationsDbContext> database;
    private readonly Dictionary<string, string?> settings;
    private Lazy<ServiceProvider> services;
    private TestDatabase<PlatformDbContext>? house;

    private Office(TestDatabase<OrganisationsDbContext> database, Dictionary<string, string?> settings)
    {
        (this.database, this.settings) = (database, settings);
        services = Start();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 6, 15, 2, 0, 0, TimeSpan.Zero));

    public string DataFolder { get; } = Path.Combine(Path.GetTempPath(), "commerce-tests", "office-" + Guid.NewGuid().ToString("N"));

    public OrgDirectory Directory => services.Value.GetRequiredService<OrgDirectory>();

    public static async Task<Office> Open(DatabaseProvider provider, Dictionary<string, string?>? settings = null) =>
        new(await TestDatabase<OrganisationsDbContext>.Create(provider, OrganisationsModule.ModuleName), settings ?? []);

    /// <summary>What waits for everybody, in the place of what the modules would find.</summary>
    public List<Todo> Todos { get; } = [];

    /// <summary>Whose inbox can't be read; null: everybody's can.</summary>
    public Guid? Broken { get; set; }

    public static async Task<Office> WithSamples(DatabaseProvider provider, Dictionary<string, string?>? settings = null)
    {
        var office = await Open(provider, settings);
        await office.LoadSamples();
        return office;
    }

    public IServiceCollection AddTo(IServiceCollection target, Dictionary<string, string?>? settings = null)
    {
        var options = new DatabaseOptions { DataFolder = DataFolder };
        target.AddLogging();
        target.AddSingleton(options);
        target.AddSingleton<TimeProvider>(Clock);
        target.AddSingleton<OutboxBell>();
        target.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        target.AddScoped<CurrentActor>();
        target.AddScoped(s => s.GetRequiredService<CurrentActor>().Actor);
        target.AddScoped<Once>();
        target.AddSingleton<Landing>();
        new OrganisationsModule().Register(new ModuleBuilder(target, new ConfigurationBuilder().AddInMemoryCollection(settings ?? []).Build(), options));

        // Slow hashing is the point of the real setting; tests sign in by the hundred.
        target.Configure<PasswordHasherOptions>(o => o.IterationCount = 1_000);
        target.AddScoped(s => new Inbox([new Waiting(Todos, s.GetRequiredService<Actor>().Id == Broken)]));
        target.AddSingleton(new FileStoreOptions());
        target.AddScoped<FileStore>();
        target.AddScoped(_ => house!.Open());
        return target.AddScoped(_ => database.Open());
    }

    public async Task LoadSamples()
    {
        await using var scope = services.Value.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SampleOrganisations>().Load(default);
    }

    public async Task Prepare()
    {
        await using var scope = services.Value.CreateAsyncScope();
        await OrganisationsModule.PrepareAsync(scope.ServiceProvider, default);
    }

    /// <summary>With the house's own database, where handed-in files lie.</summary>
    public static async Task<Office> WithFiles(DatabaseProvider provider)
    {
        var office = await WithSamples(provider);
        office.house = await TestDatabase<PlatformDbContext>.Create(provider, "platform");
        return office;
    }

    public OrganisationsDbContext Db() => database.Open();

    /// <summary>The host ends and starts again; the database stays.</summary>
    public void Restart() => services = Start();

    /// <summary>Runs something that nobody asked for.</summary>
    public async Task<T> InScope<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = services.Value.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <summary>Runs something as a person of the sample data.</summary>
    public async Task<T> As<T>(string userName, Func<IServiceProvider, Task<T>> work)
    {
        var actor = await ActorOf(userName);
        await using var scope = services.Value.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        try
        {
            return await work(scope.ServiceProvider);
        }
        finally
        {
            Directory.Forget();
        }
    }

    public async Task<Actor> ActorOf(string userName)
    {
        await using var db = Db();
        var user = await db.Users.SingleAsync(u => u.UserName == userName);
        return (await Directory.Read(default)).ActorOf(user.Id, user.SecurityStamp!, true)!;
    }

    /// <summary>The bodies of the events that a context has just stored.</summary>
    public static IReadOnlyList<string> Stated(DbContext db) =>
        [.. db.ChangeTracker.Entries().Where(e => e.Metadata.ClrType.Name == "OutboxEvent").Select(e => (string)e.Property("Body").CurrentValue!)];

    public static Guid Unit(string name) => SampleId.Of("unit", name);

    public async ValueTask DisposeAsync()
    {
        if (services.IsValueCreated)
        {
            await services.Value.DisposeAsync();
        }

        await database.DisposeAsync();
        if (house is not null)
        {
            await house.DisposeAsync();
        }

        if (System.IO.Directory.Exists(DataFolder))
        {
            System.IO.Directory.Delete(DataFolder, true);
        }
    }

    private Lazy<ServiceProvider> Start() => new(() => AddTo(new ServiceCollection(), settings).BuildServiceProvider(validateScopes: true));

    private sealed class Waiting(IReadOnlyList<Todo> todos, bool broken) : ITodo
    {
        public Task<IReadOnlyList<Todo>> Read(CancellationToken ct) => broken ? throw new InvalidOperationException("This inbox can't be read.") : Task.FromResult(todos);
    }
}
