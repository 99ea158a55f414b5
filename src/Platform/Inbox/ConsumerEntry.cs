using System.Text.Json;
using Commerce.Platform.Databases;
using Commerce.Platform.Outbox;

namespace Commerce.Platform.Inbox;

/// <summary>A registered consumer: which event, at which endpoint.</summary>
/// <param name="Event">The fact's type.</param>
/// <param name="Endpoint">Queue name: namespace and name of the handler, so that two modules never share one.</param>
/// <param name="Context">The module's database, where its inbox lies.</param>
/// <param name="Consumer">The MassTransit consumer that wraps the handler.</param>
/// <param name="Replay">Takes a kept body in once more.</param>
/// <param name="Past">It is owed what was said before it was there.</param>
internal sealed record ConsumerEntry(
    Type Event, string Endpoint, Type Context, Type Consumer, Func<IServiceProvider, string, EventContext, CancellationToken, Task<Taken>> Replay, bool Past = false)
{
    public static ConsumerEntry Of<TEvent, THandler, TDb>(bool past)
        where TEvent : class
        where THandler : class, IHandle<TEvent>
        where TDb : ModuleDbContext =>
        new(
            typeof(TEvent),
            EndpointOf(typeof(THandler)),
            typeof(TDb),
            typeof(EventConsumer<TEvent, THandler, TDb>),
            (services, body, context, ct) =>
                Intake.Run<TEvent, THandler, TDb>(services, JsonSerializer.Deserialize<TEvent>(body, EventNames.Json)!, context, ct),
            past);

    public static string EndpointOf(Type handler) => handler.FullName!.Replace('+', '.').ToLowerInvariant();
}

/// <summary>All consumers of all modules, by event name.</summary>
internal sealed class Consumers(IReadOnlyList<ConsumerEntry> entries)
{
    private readonly Dictionary<string, string[]> endpoints = entries.GroupBy(e => EventNames.Of(e.Event)).ToDictionary(g => g.Key, g => g.Select(e => e.Endpoint).ToArray());
    private readonly Dictionary<string, Type> contexts = entries.ToDictionary(e => e.Endpoint, e => e.Context);

    public IReadOnlyList<ConsumerEntry> All { get; } = entries;

    /// <summary>The endpoints that must take an event in before it is closed.</summary>
    public IReadOnlyList<string> EndpointsOf(string eventName) => endpoints.GetValueOrDefault(eventName) ?? [];

    /// <summary>The database in which an endpoint keeps its inbox.</summary>
    public Type ContextOf(string endpoint) => contexts[endpoint];
}
