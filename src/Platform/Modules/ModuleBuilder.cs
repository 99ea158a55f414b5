using System.Reflection;
using Commerce.Platform.Databases;
using Commerce.Platform.Files;
using Commerce.Platform.Inbox;
using Commerce.Platform.Leases;
using Commerce.Platform.Observing;
using Commerce.Platform.Personal;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.Modules;

/// <summary>Collects what a module offers.</summary>
/// <param name="services">The host's services.</param>
/// <param name="configuration">The host's settings; bind them into one options class per module.</param>
/// <param name="database">Which database.</param>
public sealed class ModuleBuilder(IServiceCollection services, IConfiguration configuration, DatabaseOptions database)
{
    /// <summary>For the module's handlers and queries.</summary>
    public IServiceCollection Services { get; } = services;

    /// <summary>The host's settings.</summary>
    public IConfiguration Configuration { get; } = configuration;

    internal List<DatabaseEntry> Databases { get; } = [];

    internal List<ConsumerEntry> Consumers { get; } = [];

    internal List<Action<IEndpointRouteBuilder>> Routes { get; } = [];

    internal List<Action<IEndpointRouteBuilder>> CatalogueRoutes { get; } = [];

    internal List<SampleStep> Samples { get; } = [];

    internal List<ScheduledEntry> Scheduled { get; } = [];

    internal List<Counted> Counted { get; } = [];

    /// <summary>The module's settings, as they are by default where nothing is set.</summary>
    /// <typeparam name="T">One property per key.</typeparam>
    /// <param name="section">Such as Commerce:Catalog.</param>
    /// <exception cref="WrongSettingException">A value can't be read; names its key.</exception>
    public T Settings<T>(string section)
        where T : new()
    {
        try
        {
            return Configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException)
        {
            throw typeof(T).GetProperties().Select(p => Unread(section, p)).OfType<WrongSettingException>().First();
        }
    }

    /// <summary>The module's database context.</summary>
    /// <typeparam name="TDb">Derived from ModuleDbContext, with a constructor (DbContextOptions&lt;TDb&gt;).</typeparam>
    public ModuleBuilder Database<TDb>(string module)
        where TDb : ModuleDbContext
    {
        Services.AddDbContext<TDb>(o => DatabaseSetup.Use(o, database, module));
        Databases.Add(new DatabaseEntry(module, typeof(TDb)));
        return this;
    }

    /// <summary>Has a fact handled, each event once, in a transaction of the module's database.</summary>
    /// <typeparam name="TEvent">The fact.</typeparam>
    /// <typeparam name="THandler">What is done about it; its full name makes the endpoint's name.</typeparam>
    /// <typeparam name="TDb">The module's database.</typeparam>
    /// <param name="past">True when a version that adds it to a database in use must tell it what was said before, too: for what only keeps facts.</param>
    public ModuleBuilder Consume<TEvent, THandler, TDb>(bool past = false)
        where TEvent : class
        where THandler : class, IHandle<TEvent>
        where TDb : ModuleDbContext
    {
        Services.AddScoped<THandler>();
        Consumers.Add(ConsumerEntry.Of<TEvent, THandler, TDb>(past));
        return this;
    }

    /// <summary>What the module counts about itself.</summary>
    public ModuleBuilder Counts(Counted counted)
    {
        Counted.Add(counted);
        return this;
    }

    /// <summary>Has work done by the clock, on one host at a time that takes events in.</summary>
    /// <typeparam name="TWork">What is done.</typeparam>
    /// <param name="interval">How often it looks for what is due.</param>
    public ModuleBuilder Every<TWork>(TimeSpan interval)
        where TWork : class, IScheduledWork
    {
        Services.AddScoped<TWork>();
        Scheduled.Add(new ScheduledEntry(typeof(TWork), interval));
        return this;
    }

    /// <summary>Plain HTTP, only for sign-in, uploads, downloads, webhooks. Each route states who may use it.</summary>
    /// <param name="map">Maps the routes.</param>
    /// <param name="catalogue">True when a host that serves the public catalogue alone has them too: routes for anybody that write nothing.</param>
    public ModuleBuilder Route(Action<IEndpointRouteBuilder> map, bool catalogue = false)
    {
        Routes.Add(map);
        if (catalogue)
        {
            CatalogueRoutes.Add(map);
        }

        return this;
    }

    /// <summary>An entry of the navigation; <see cref="Modules.Room"/> says which places there are.</summary>
    /// <param name="place">Its place in the order.</param>
    /// <param name="chinese">Its name.</param>
    /// <param name="english">Its name in English.</param>
    /// <param name="path">Such as /orders.</param>
    /// <param name="capabilities">One of them lets in.</param>
    public ModuleBuilder Room(int place, string chinese, string english, string path, params string[] capabilities)
    {
        Services.AddSingleton(new Room(place, chinese, english, path, capabilities));
        return this;
    }

    /// <summary>A part of a room, shown below it.</summary>
    /// <param name="within">The room's path.</param>
    /// <param name="place">Its place in the order.</param>
    /// <param name="chinese">Its name.</param>
    /// <param name="english">Its name in English.</param>
    /// <param name="path">Such as /windows.</param>
    /// <param name="capabilities">One of them lets in.</param>
    public ModuleBuilder RoomWithin(string within, int place, string chinese, string english, string path, params string[] capabilities)
    {
        Services.AddSingleton(new Room(place, chinese, english, path, capabilities) { Within = within });
        return this;
    }

    /// <summary>What waits for people in this module; it comes to their inbox.</summary>
    /// <typeparam name="TTodo">Made anew for each look, with the person's <see cref="People.Actor"/>.</typeparam>
    public ModuleBuilder Todo<TTodo>()
        where TTodo : class, ITodo
    {
        Services.AddScoped<ITodo, TTodo>();
        return this;
    }

    /// <summary>What the module says of the people in its database.</summary>
    /// <typeparam name="TPart">Made anew for each question.</typeparam>
    public ModuleBuilder Person<TPart>()
        where TPart : class, IPersonPart
    {
        Services.AddScoped<IPersonPart, TPart>();
        return this;
    }

    /// <summary>Files of a purpose: handed in at POST /files/PURPOSE, taken out at GET /files/ID.</summary>
    public ModuleBuilder Files(FileRule rule)
    {
        Services.AddSingleton(rule);
        return this;
    }

    /// <summary>Sample data (示例数据), loaded once into an empty database when the demonstration is on.</summary>
    /// <param name="order">Steps run in this order over all modules; after each the events it stated have reached everybody.</param>
    /// <param name="load">Does nothing when its data is already there.</param>
    public ModuleBuilder Sample(int order, Func<IServiceProvider, CancellationToken, Task> load)
    {
        Samples.Add(new SampleStep(order, load));
        return this;
    }

    private WrongSettingException? Unread(string section, PropertyInfo property)
    {
        var key = $"{section}:{property.Name}";
        try
        {
            _ = Configuration.GetSection(key).Get(property.PropertyType);
            return null;
        }
        catch (InvalidOperationException)
        {
            return new WrongSettingException(key, $"is {Configuration[key]}; it must be a {(property.PropertyType == typeof(int) ? "whole number" : property.PropertyType == typeof(decimal) ? "number" : property.PropertyType.Name)}");
        }
    }
}

/// <summary>A module's database.</summary>
/// <param name="Module">Its name.</param>
/// <param name="Context">Its context.</param>
public sealed record DatabaseEntry(string Module, Type Context)
{
    /// <summary>A context on a database other than the one the program is set to, such as a copy.</summary>
    internal ModuleDbContext Open(DatabaseOptions options)
    {
        var builder = (DbContextOptionsBuilder)Activator.CreateInstance(typeof(DbContextOptionsBuilder<>).MakeGenericType(Context))!;
        DatabaseSetup.Use(builder, options, Module);
        return (ModuleDbContext)Activator.CreateInstance(Context, builder.Options)!;
    }
}

/// <summary>A step of the sample data.</summary>
/// <param name="Order">When.</param>
/// <param name="Load">What.</param>
public sealed record SampleStep(int Order, Func<IServiceProvider, CancellationToken, Task> Load);
