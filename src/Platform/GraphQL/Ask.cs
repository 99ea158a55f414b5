using System.Text.Json;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using GraphQL;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.GraphQL;

/// <summary>One question to a field: its arguments, who asks, and the request's services.</summary>
/// <param name="context">The library's context.</param>
public readonly struct Ask(IResolveFieldContext context)
{
    /// <summary>Who asks.</summary>
    public Actor Actor => Service<Actor>();

    /// <summary>Ends when the client goes away or the time is up.</summary>
    public CancellationToken Cancel => context.CancellationToken;

    /// <summary>The client's language.</summary>
    public bool Chinese => Actor.Chinese;

    /// <summary>A service of this request.</summary>
    public T Service<T>()
        where T : notnull => context.RequestServices!.GetRequiredService<T>();

    /// <summary>True when the client gave the argument and it isn't null.</summary>
    public bool Has(string name) => context.Arguments?.TryGetValue(name, out var a) == true && a.Value is not null;

    /// <summary>An argument, bound by the same rules as a mutation's input; default when absent.</summary>
    /// <exception cref="ExecutionError">The value passes the schema, but is none of ours.</exception>
    public T? Arg<T>(string name)
    {
        if (context.Arguments?.TryGetValue(name, out var argument) != true || argument.Value is null)
        {
            return default;
        }

        try
        {
            return argument.Value is T same ? same : JsonSerializer.SerializeToElement(argument.Value, GraphJson.Options).Deserialize<T>(GraphJson.Options);
        }
        catch (Exception e) when (e is (JsonException and not UnknownIdException) or FormatException or OverflowException)
        {
            throw GraphErrors.Invalid(Actor, $"{name} 里有无法读取的值，没有做任何更改。", $"{name} holds a value that can't be read; nothing was changed.");
        }
    }

    /// <summary>What a query throws when it can't be answered as it was asked.</summary>
    public Exception Refused(Error error) => new ExecutionError(error.Text(Chinese)) { Code = GraphJson.EnumName(error.Code) };

    /// <summary>The arguments of a connection, checked: first 1 to 100, after one of our cursors.</summary>
    /// <exception cref="ExecutionError">first is out of range.</exception>
    public PageRequest Page()
    {
        var first = Arg<int>("first");
        if (first is < 1 or > PageRequest.Largest)
        {
            throw GraphErrors.Invalid(
                Actor, $"first 应在 1 到 {PageRequest.Largest} 之间。", $"first must lie between 1 and {PageRequest.Largest}.");
        }

        var after = Arg<string>("after");
        return new(first, after is null ? null : Service<Cursors>().Decode(after));
    }

    /// <summary>True when the client asked for a sub-field of this field, at any depth given by its name.</summary>
    public bool Wants(string subField) => context.SubFields?.ContainsKey(subField) == true;

    internal IResolveFieldContext Context => context;
}
