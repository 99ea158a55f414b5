using Commerce.Platform.Audit;
using Commerce.Platform.Databases;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.GraphQL.Documentation;
using Commerce.Platform.GraphQL.Streams;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Inbox;
using Commerce.Platform.Leases;
using Commerce.Platform.Observing;
using Commerce.Platform.Outbox;
using Commerce.Platform.Parked;
using Commerce.Platform.People;
using Commerce.Platform.Personal;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Commerce.Platform.Modules;

/// <summary>Puts the modules and the plumbing together.</summary>
public static class House
{
    /// <summary>Adds everything a process of these roles needs.</summary>
    /// <exception cref="WrongSettingException">A setting is wrong; the message names its key.</exception>
    public static void AddHouse(this IHostApplicationBuilder host, IReadOnlyList<IModule> modules, DatabaseOptions database, MessagingOptions messaging, Roles roles)
    {
        database.Check();
        messaging.Check();
        var catalogue = roles.HasFlag(Roles.Catalogue);
        if (catalogue && roles != Roles.Catalogue)
        {
            throw new WrongSettingException("roles", "has Catalogue beside others: a host that serves the public catalogue serves nothing else");
        }

        if (catalogue && database.Provider == DatabaseProvider.Sqlite)
        {
            throw new WrongSettingException("roles", "has Catalogue, which needs a server database: the files of SQLite belong to one process, and another may not open them");
        }

        if (!catalogue && roles != Roles.All && (messaging.Transport == MessagingTransport.InMemory || database.Provider == DatabaseProvider.Sqlite))
        {
            throw new WrongSettingException("roles", "may name a part only with RabbitMq and a server database: the in-memory bus and SQLite live in one process");
        }

        var services = host.Services;
        var collected = new ModuleBuilder(services, host.Configuration, database);
        collected.Database<PlatformDbContext>("platform");
        var graph = new GraphBuilder();
        foreach (var module in modules)
        {
            module.Register(collected);
            module.Bind(graph);
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(database);
        services.AddSingleton(messaging);
        services.AddSingleton(new ThisHost(roles));
        services.AddSingleton<IReadOnlyList<DatabaseEntry>>(collected.Databases);
        services.AddSingleton<IReadOnlyList<SampleStep>>([.. collected.Samples.OrderBy(s => s.Order)]);
        services.AddSingleton<IReadOnlyList<Action<IEndpointRouteBuilder>>>(catalogue ? collected.CatalogueRoutes : collected.Routes);
        services.AddSingleton(new Consumers(collected.Consumers));
        services.AddSingleton<IReadOnlyList<ScheduledEntry>>(collected.Scheduled);
        services.AddSingleton<IReadOnlyList<Counted>>(collected.Counted);
        services.AddSingleton<DatabaseIdentity>();
        services.AddSingleton<OutboxBell>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<ParkedEvents>();
        services.AddSingleton<WorkLeases>();
        services.AddSingleton<Arrivals>();
        services.AddScoped(s => new Backlog(
            s.GetRequiredService<IReadOnlyList<DatabaseEntry>>(), s.GetRequiredService<Arrivals>(), messaging, s, s.GetRequiredService<TimeProvider>()));
        if (!catalogue)
        {
            services.AddHostedService<BacklogGauges>();
        }

        services.AddScoped<CurrentActor>();
        services.AddScoped(s => s.GetRequiredService<CurrentActor>().Actor);
        services.AddScoped<Once>();
        var files = host.Configuration.GetSection(FileStoreOptions.Section).Get<FileStoreOptions>() ?? new();
        files.Check();
        services.AddSingleton(files);
        services.AddScoped<FileStore>();
        services.AddScoped<ParkedEventReplay.Handler>();
        services.AddScoped<DismissParkedEvent.Handler>();
        services.AddScoped<ReadBacklog>();
        services.AddScoped<ReadHistory>();
        AddPersonal(services, collected);
        services.AddAntiforgery();
        services.AddDataProtection().SetApplicationName("Commerce").PersistKeysToDbContext<PlatformDbContext>();
        AddGraph(services, graph, host.Configuration, publicOnly: catalogue);

        // The schema is for whoever writes a client: shown while developing and in a demonstration, else by permission.
        var demonstration = new Demonstration(bool.TryParse(host.Configuration["Commerce:Demo"], out var demo) && demo);
        services.AddSingleton(demonstration);
        services.AddSingleton(new SchemaDisclosure(host.Environment.IsDevelopment() || demonstration.On));
        if (!catalogue)
        {
            AddBus(services, collected.Consumers, messaging, roles);
        }
    }

    private static void AddPersonal(IServiceCollection services, ModuleBuilder collected)
    {
        collected.Person<PlatformPart>();
        services.AddScoped<PersonDuties>();
        services.AddScoped<HandedInLists>();
        services.AddScoped(s => new FreeText(s, collected.Databases));
        services.AddScoped(s => new PersonFile(s, collected.Databases, s.GetServices<IPersonPart>()));
    }

    /// <summary>Adds what pages stand on; a module says through <see cref="Recognition"/> who is who.</summary>
    public static void AddPages(this IServiceCollection services)
    {
        services.AddSingleton(new Room(0, "待办", "To do", "/todo", []));
        services.AddSingleton(new Room(65, "审计", "Audit", "/audit", [Capability.AuditRead]));
        services.AddSingleton(new Room(70, "系统", "System", "/system", [Capability.EventsOperate]));
        services.AddSingleton<Landing>();
        services.AddScoped<Inbox>();
        services.AddScoped(s => new Errands(
            s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<Recognition>(), s.GetRequiredService<AuthenticationStateProvider>(),
            s.GetRequiredService<CurrentActor>(), s.GetRequiredService<MutationDoors>(), s.GetRequiredService<Denials>()));
        services.AddScoped<CircuitHandler>(s => new Seat(
            s.GetRequiredService<Recognition>(), s.GetRequiredService<AuthenticationStateProvider>(), s.GetRequiredService<CurrentActor>()));
        services.AddAuthorizationBuilder().AddPolicy(DoorAttribute.PolicyName, p => p.RequireAssertion(c =>
            c.Resource is HttpContext http && http.GetEndpoint()?.Metadata.GetMetadata<DoorAttribute>() is { } door && door.Lets(http.RequestServices.GetRequiredService<Actor>())));
    }

    /// <summary>Maps /graphql and the modules' own routes.</summary>
    public static void MapHouse(this IEndpointRouteBuilder routes)
    {
        FileDoor.Map(routes);
        HistoryDoor.Map(routes);
        routes.MapCatalogue();
    }

    /// <summary>Maps /graphql, its streams and the routes that modules offer to this kind of host.</summary>
    public static void MapCatalogue(this IEndpointRouteBuilder routes)
    {
        routes.Map("/graphql", routes.ServiceProvider.GetRequiredService<GraphEndpoint>().Serve).AllowAnonymous();
        routes.Map("/graphql/stream", routes.ServiceProvider.GetRequiredService<GraphStream>().Serve).AllowAnonymous();
        routes.ServiceProvider.GetRequiredService<SchemaDoor>().Map(routes);
        foreach (var map in routes.ServiceProvider.GetRequiredService<IReadOnlyList<Action<IEndpointRouteBuilder>>>())
        {
            map(routes);
        }
    }

    private static void AddGraph(IServiceCollection services, GraphBuilder graph, IConfiguration configuration, bool publicOnly)
    {
        var (schema, text, rules) = SchemaAssembly.Build(graph, publicOnly);
        services.AddSingleton(schema);
        services.AddSingleton(new PrintedSchema(text, rules));
        services.AddSingleton(s => new MutationDoors(graph.MutationsOfSlices, s.GetRequiredService<PrintedSchema>()));
        services.AddSingleton(s => new Cursors(() => s.GetRequiredService<DatabaseIdentity>().CursorKey));
        services.AddSingleton<DocumentCache>();
        services.AddSingleton<Denials>();
        services.AddScoped<Batches>();

        // One DbContext per module and request: fields run one after another, their batches together.
        services.AddSingleton<IDocumentExecuter>(_ => new DocumentExecuter(
            new GraphQLDocumentBuilder(),
            new global::GraphQL.Validation.DocumentValidator(),
            new DefaultExecutionStrategySelector([
                new(new SerialExecutionStrategy(), GraphQLParser.AST.OperationType.Query), new(new SerialExecutionStrategy(), GraphQLParser.AST.OperationType.Mutation),
                new(new StreamStrategy(), GraphQLParser.AST.OperationType.Subscription)]),
            []));
        services.AddSingleton<IGraphQLTextSerializer>(_ => new GraphQLSerializer(
            o => o.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            new ErrorInfoProvider(new ErrorInfoProviderOptions { ExposeCode = true, ExposeCodes = false, ExposeExtensions = true })));
        services.AddSingleton<KeptAnswers>();
        services.AddSingleton<GraphEndpoint>();
        services.AddSingleton<SchemaDoor>();
        services.AddSingleton<DocumentGates>();
        services.TryAddSingleton(new TrustedDocuments(new Dictionary<string, string>(), false));
        services.AddSingleton<PersistedDocuments>();
        var streams = configuration.GetSection(StreamOptions.Section).Get<StreamOptions>() ?? new();
        streams.Check();
        services.AddSingleton(streams);
        services.AddSingleton<StreamSeats>();
        services.AddSingleton<GraphStream>();
        services.AddScoped<AskSchema>();
    }

    private static void AddBus(IServiceCollection services, IReadOnlyList<ConsumerEntry> consumers, MessagingOptions messaging, Roles roles)
    {
        var listens = roles.HasFlag(Roles.Consumers);
        services.AddMassTransit(x =>
        {
            x.DisableUsageTelemetry();
            foreach (var consumer in consumers)
            {
                x.AddConsumer(consumer.Consumer);
            }

            void Endpoints(IReceiveConfigurator bus, IRegistrationContext context)
            {
                foreach (var consumer in listens ? consumers : [])
                {
                    bus.ReceiveEndpoint(consumer.Endpoint, e =>
                    {
                        // One at a time keeps the order of events where it can be kept; parked events cover the rest.
                        e.ConcurrentMessageLimit = 1;

                        // Only a database that is away comes this far: the consumer itself parks what fails. We wait for it.
                        e.UseMessageRetry(r => r.Interval(10_000, TimeSpan.FromSeconds(1)));
                        e.ParkUnreadable(context, consumer.Endpoint);
                        e.ConfigureConsumer(context, consumer.Consumer);
                    });
                }
            }

            if (messaging.Transport == MessagingTransport.InMemory)
            {
                x.UsingInMemory((context, bus) => Endpoints(bus, context));
            }
            else
            {
                x.UsingRabbitMq((context, bus) =>
                {
                    var r = messaging.RabbitMq;
                    bus.Host(r.Host, r.Port, r.VirtualHost, h =>
                    {
                        h.Username(r.User);
                        h.Password(r.Password);
                        h.PublisherConfirmation = true;
                        h.Heartbeat(TimeSpan.FromSeconds(10));
                    });

                    // Whoever publishes first makes the queues of all listeners, so that no event falls between two starts.
                    foreach (var byEvent in consumers.GroupBy(c => c.Event, c => c.Endpoint))
                    {
                        bus.Publish(byEvent.Key, p =>
                        {
                            foreach (var endpoint in byEvent)
                            {
                                p.BindQueue(endpoint, endpoint);
                            }
                        });
                    }

                    Endpoints(bus, context);
                });
            }
        });
        services.Configure<MassTransitHostOptions>(o => o.WaitUntilStarted = messaging.Transport == MessagingTransport.InMemory);
        if (roles.HasFlag(Roles.Outbox))
        {
            services.AddHostedService<Relay>();
        }

        if (listens)
        {
            services.AddHostedService<ParkedEventClock>();
            services.AddHostedService<Schedule>();
        }
    }
}

/// <summary>The schema as text, and who may use which field.</summary>
/// <param name="Text">In the schema language.</param>
/// <param name="Rules">Per type and field.</param>
public sealed record PrintedSchema(string Text, IReadOnlyDictionary<(string Type, string Field), Access> Rules);
