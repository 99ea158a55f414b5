using System.Collections.Concurrent;
using System.Linq.Expressions;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Resolvers;

namespace Commerce.Platform.GraphQL;

/// <summary>The value of a field: first its access rule, then its source, then its form on the wire.</summary>
internal sealed class FieldSource(GraphBuilder.Resolver source, Access access, bool mutation, Func<object, object?>? shape) : IFieldResolver
{
    private static readonly ConcurrentDictionary<Type, Func<Task, object?>> Readers = [];

    private readonly bool open = access is Access.Anyone;

    public ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var ask = new Ask(context);
        if (!open && !access.Allows(ask.Actor))
        {
            Denials.Note(context, ask.Actor);
            return mutation ? new(Denied(ask.Actor)) : throw GraphErrors.Denied(ask.Actor);
        }

        var value = source(context.Source, ask);
        return value switch
        {
            null => default,
            Task<object?> later => Await(later),
            IDataLoaderResult => new(value),
            Task task => Await(task),
            _ => new(shape is null ? value : shape(value)),
        };
    }

    private static Payload Denied(Actor actor) => new("", Outcome.Refused(actor.SignedIn ? PlatformErrors.Forbidden : PlatformErrors.SignInFirst));

    private async ValueTask<object?> Await(Task<object?> later) => Formed(await later);

    private async ValueTask<object?> Await(Task task)
    {
        await task;
        return Formed(ResultOf(task));
    }

    /// <summary>The result of a task of any type, by a reader made once for each.</summary>
    private static object? ResultOf(Task task) => Readers.GetOrAdd(task.GetType(), static type =>
    {
        var any = Expression.Parameter(typeof(Task));
        return Expression.Lambda<Func<Task, object?>>(Expression.Convert(Expression.Property(Expression.Convert(any, type), "Result"), typeof(object)), any).Compile();
    })(task);

    private object? Formed(object? value) => value is null || shape is null || value is IDataLoaderResult ? value : shape(value);
}
