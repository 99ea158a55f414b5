using System.Reflection;
using System.Runtime.CompilerServices;
using Commerce.Platform.GraphQL.Streams;
using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;

namespace Commerce.Platform.GraphQL;

/// <summary>What the modules say about the one schema: texts in the schema language, and where each field's value comes from.</summary>
/// <remarks>A field without a binding takes the property of the same name; a field with neither fails the start: the schema holds only what works.</remarks>
public sealed class GraphBuilder
{
    internal delegate object? Resolver(object? source, Ask ask);

    internal List<string> Sdl { get; } = [];

    internal Dictionary<(string Type, string Field), Resolver> Resolvers { get; } = [];

    internal Dictionary<Type, string> TypeNames { get; } = [];

    internal Dictionary<string, Type> ClrTypes { get; } = [];

    internal Dictionary<string, NodeKind> Nodes { get; } = [];

    internal Dictionary<string, string> PrefixOfType { get; } = [];

    internal Dictionary<ErrorCode, string> ErrorTypes { get; } = [];

    internal Dictionary<string, string> MutationPrefixes { get; } = [];

    internal Dictionary<string, SubscriptionBinding> Subscriptions { get; } = [];

    internal Dictionary<Type, string> MutationsOfSlices { get; } = [];

    /// <summary>Adds a module's part of the schema from an embedded file.</summary>
    /// <param name="assembly">The module's assembly.</param>
    /// <param name="fileName">Such as catalog.graphql.</param>
    public GraphBuilder AddSdl(Assembly assembly, string fileName)
    {
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith("." + fileName, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        Sdl.Add(reader.ReadToEnd());
        return this;
    }

    /// <summary>Says which C# type stands behind a GraphQL type, and binds its fields.</summary>
    public TypeBinding<T> Type<T>(string name)
        where T : notnull
    {
        TypeNames.TryAdd(typeof(T), name);
        ClrTypes[name] = typeof(T);
        return new TypeBinding<T>(this, name);
    }

    /// <summary>Binds further fields of a type that another module owns; the module's text says <c>extend type</c>.</summary>
    /// <param name="name">The other module's type.</param>
    public ExtensionBinding Extend(string name) => new(this, name);

    /// <summary>A field of Query.</summary>
    public GraphBuilder Query(string field, Func<Ask, Task<object?>> resolve)
    {
        Resolvers[("Query", field)] = (_, ask) => resolve(ask);
        return this;
    }

    /// <summary>A field of Subscription, asked over server-sent events.</summary>
    /// <typeparam name="TEvent">What the source says; kept small, since what is shown is read when it is shown.</typeparam>
    /// <param name="field">Such as offerChanged.</param>
    /// <param name="open">Checks the arguments and gives the source, which outlives the request and may hold nothing of it. A source holds no more than one event per thing: who reads slowly gets the latest state.</param>
    /// <param name="show">The value of the field for one event, read anew.</param>
    public GraphBuilder Subscription<TEvent>(string field, Func<Ask, Task<IAsyncEnumerable<TEvent>>> open, Func<TEvent, Ask, object?> show)
        where TEvent : notnull
    {
        Subscriptions[field] = new(async ask => Boxed(await open(ask)), (happened, ask) => show((TEvent)happened, ask));
        return this;

        static async IAsyncEnumerable<object> Boxed(IAsyncEnumerable<TEvent> events, [EnumeratorCancellation] CancellationToken ct = default)
        {
            await foreach (var happened in events.WithCancellation(ct))
            {
                yield return happened;
            }
        }
    }

    /// <summary>A field of Mutation. Its payload has errors, replayed and one field more, which shows the thing of the answer's id.</summary>
    /// <param name="field">Such as orderSubmit.</param>
    /// <param name="prefix">The kind of id that the answer holds, such as "po"; the payload's own field of that type is filled from it.</param>
    /// <param name="handle">The slice.</param>
    public GraphBuilder Mutation<TInput>(string field, string prefix, Func<Ask, TInput, Task<Outcome>> handle)
        where TInput : IMutationInput
    {
        MutationPrefixes[field] = prefix;
        MutationsOfSlices[typeof(TInput).DeclaringType ?? typeof(TInput)] = field;
        Resolvers[("Mutation", field)] = (_, ask) => Answer(ask);
        return this;

        async Task<object?> Answer(Ask ask)
        {
            try
            {
                return new Payload(prefix, await handle(ask, ask.Arg<TInput>("input")!));
            }
            catch (UnknownIdException e)
            {
                return new Payload(prefix, Outcome.Refused(e.Error));
            }
        }
    }

    /// <summary>A field of a typed member of UserError, from the refusal's facts.</summary>
    public GraphBuilder ErrorField(string typeName, string field, Func<Error, Ask, object?> value)
    {
        Resolvers[(typeName, field)] = (source, ask) => value((Error)source!, ask);
        return this;
    }

    /// <summary>Loads a thing of any kind by its id, batched; for fields whose kind depends on the data.</summary>
    public object NodeOf(Ask ask, string prefix, Guid id) => NodeBatches.Load(this, ask, prefix, id);

    /// <summary>A typed member of UserError for one code.</summary>
    public GraphBuilder ErrorType(ErrorCode code, string typeName)
    {
        ErrorTypes[code] = typeName;
        return this;
    }
}

/// <summary>How things of one kind are found by their ids, all at once. Only what the asker may see comes back.</summary>
/// <param name="TypeName">The GraphQL type.</param>
/// <param name="Load">Ids to views; ids not found, or not for this person, are left out.</param>
internal sealed record NodeKind(string TypeName, Func<Ask, IReadOnlyCollection<Guid>, Task<IReadOnlyDictionary<Guid, object>>> Load);

/// <summary>The answer of a mutation on its way to the wire.</summary>
/// <param name="Prefix">The kind of its id.</param>
/// <param name="Outcome">The answer.</param>
internal sealed record Payload(string Prefix, Outcome Outcome);

/// <summary>Binds the fields of one type.</summary>
/// <typeparam name="T">The C# type behind it.</typeparam>
public sealed class TypeBinding<T>
    where T : notnull
{
    private readonly GraphBuilder graph;
    private readonly string name;

    internal TypeBinding(GraphBuilder graph, string name)
    {
        this.graph = graph;
        this.name = name;
    }

    /// <summary>Says that the type is a node: ids carry the prefix, and this is how they are found.</summary>
    public TypeBinding<T> Node(string prefix, Func<Ask, IReadOnlyCollection<Guid>, Task<IReadOnlyDictionary<Guid, T>>> load)
    {
        graph.Nodes[prefix] = new NodeKind(name, async (ask, ids) => (await load(ask, ids)).ToDictionary(p => p.Key, p => (object)p.Value));
        graph.PrefixOfType[name] = prefix;
        return this;
    }

    /// <summary>A field computed from the view.</summary>
    public TypeBinding<T> Field<TValue>(string field, Func<T, TValue> value)
    {
        graph.Resolvers[(name, field)] = (source, _) => value((T)source!);
        return this;
    }

    /// <summary>A field computed from the view and the question.</summary>
    public TypeBinding<T> Field<TValue>(string field, Func<T, Ask, TValue> value)
    {
        graph.Resolvers[(name, field)] = (source, ask) => value((T)source!, ask);
        return this;
    }

    /// <summary>A field that shows a thing of another kind, whichever module owns it; all of a level are fetched together.</summary>
    /// <param name="field">The field.</param>
    /// <param name="prefix">The other kind, such as "ou".</param>
    /// <param name="id">The id, or null when there is none.</param>
    public TypeBinding<T> Ref(string field, string prefix, Func<T, Guid?> id)
    {
        graph.Resolvers[(name, field)] = (source, ask) => id((T)source!) is { } key ? NodeBatches.Load(graph, ask, prefix, key) : null;
        return this;
    }

    /// <summary>A field fetched for all views of a level together.</summary>
    /// <param name="field">The field.</param>
    /// <param name="key">What it is fetched by.</param>
    /// <param name="load">Keys to values; a key left out gives null (or an empty list where <paramref name="otherwise"/> says so).</param>
    /// <param name="otherwise">The value of a key that was left out.</param>
    public TypeBinding<T> Batch<TKey, TValue>(
        string field, Func<T, TKey> key, Func<Ask, IReadOnlyCollection<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> load, Func<TValue>? otherwise = null)
        where TKey : notnull
    {
        NodeBatches.Bind(graph, name, field, s => key((T)s), load, otherwise);
        return this;
    }
}

/// <summary>Binds fields added to a type of another module; only its id is known here.</summary>
public sealed class ExtensionBinding
{
    private readonly GraphBuilder graph;
    private readonly string name;

    internal ExtensionBinding(GraphBuilder graph, string name)
    {
        this.graph = graph;
        this.name = name;
    }

    /// <summary>A field fetched for all things of a level together, by their ids. Arguments are the same for the whole level.</summary>
    /// <param name="field">The field.</param>
    /// <param name="load">Ids to values.</param>
    /// <param name="otherwise">The value of an id that was left out.</param>
    /// <param name="known">What is known without fetching, or null.</param>
    public ExtensionBinding Batch<TValue>(
        string field, Func<Ask, IReadOnlyCollection<Guid>, Task<IReadOnlyDictionary<Guid, TValue>>> load, Func<TValue>? otherwise = null, Func<Ask, Guid, object?>? known = null)
    {
        NodeBatches.Bind(graph, name, field, s => ((IHaveId)s).Id, load, otherwise);
        if (known is not null)
        {
            var fetch = graph.Resolvers[(name, field)];
            graph.Resolvers[(name, field)] = (source, ask) => known(ask, ((IHaveId)source!).Id) ?? fetch(source, ask);
        }

        return this;
    }
}

/// <summary>A view with an id, so that other modules may add fields to its type.</summary>
public interface IHaveId
{
    /// <summary>The id.</summary>
    Guid Id { get; }
}

/// <summary>Batched loading by id and by key.</summary>
internal static class NodeBatches
{
    public static object Load(GraphBuilder graph, Ask ask, string prefix, Guid id) =>
        ask.Service<Batches>().Of<Guid, object>("node:" + prefix, ids => graph.Nodes[prefix].Load(ask, ids)).Load(id);

    public static void Bind<TKey, TValue>(
        GraphBuilder graph, string type, string field, Func<object, TKey> key,
        Func<Ask, IReadOnlyCollection<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> load, Func<TValue>? otherwise)
        where TKey : notnull =>
        graph.Resolvers[(type, field)] = (source, ask) =>
        {
            // Aliased uses of the field with other arguments are other batches.
            var name = (type, field, ask.Context.FieldAst.Alias?.Name.StringValue);
            return ask.Service<Batches>().Of<TKey, TValue>(
                name,
                async keys =>
                {
                    var found = await load(ask, keys);
                    return otherwise is null ? found : keys.ToDictionary(k => k, k => found.TryGetValue(k, out var v) ? v : otherwise());
                }).Load(key(source!));
        };
}
