using Commerce.Platform.GraphQL.Limits;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Resolvers;
using GraphQL.Validation;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace Commerce.Platform.GraphQL.Streams;

/// <summary>The root of an execution that only opens a stream: the subscription's field lays down here what it will listen to.</summary>
internal sealed class StreamOpening
{
    /// <summary>What happens from now on; null until the field has laid it down.</summary>
    public IAsyncEnumerable<object>? Events { get; set; }

    /// <summary>Who may go on listening.</summary>
    public Access? Access { get; set; }
}

/// <summary>The root of an execution that shows one event.</summary>
/// <param name="Event">As the source gave it.</param>
internal sealed record StreamedEvent(object Event);

/// <summary>A field of Subscription: first its access rule; then it either opens the source, or shows an event of it.</summary>
internal sealed class SubscriptionSource(SubscriptionBinding binding, Access access) : IFieldResolver, ISourceStreamResolver
{
    public async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        var ask = new Ask(context);
        if (!access.Allows(ask.Actor))
        {
            Denials.Note(context, ask.Actor);
            throw GraphErrors.Denied(ask.Actor);
        }

        if (context.Source is StreamOpening opening)
        {
            opening.Events = await binding.Open(ask);
            opening.Access = access;
            return null;
        }

        return binding.Show(((StreamedEvent)context.Source!).Event, ask);
    }

    // The library asks for one; it pushes, and a slow reader would fill the memory. Ours are pulled, see GraphStream.
    ValueTask<IObservable<object?>> ISourceStreamResolver.ResolveAsync(IResolveFieldContext context) => throw new NotSupportedException();
}

/// <summary>How a field of Subscription is answered.</summary>
/// <param name="Open">Checks the arguments and gives the source. It outlives the request, so it holds nothing of it.</param>
/// <param name="Show">An event's value, as it stands when it is shown.</param>
internal sealed record SubscriptionBinding(Func<Ask, Task<IAsyncEnumerable<object>>> Open, Func<object, Ask, object?> Show);

/// <summary>Runs subscriptions: once to open the source, then once per event like a query.</summary>
internal sealed class StreamStrategy : SerialExecutionStrategy
{
    // While a stream opens there is no event yet: that its field has no value is no mistake.
    protected override void ValidateNodeResult(ExecutionContext context, ExecutionNode node)
    {
        if (context.RootValue is not StreamOpening)
        {
            base.ValidateNodeResult(context, node);
        }
    }
}

/// <summary>Subscriptions are asked at the stream's address, everything else at /graphql. Also runs for documents known from before.</summary>
internal sealed class StreamRule(bool streams) : ValidationRuleBase
{
    /// <summary>At the stream's address.</summary>
    public static StreamRule Only { get; } = new(true);

    /// <summary>At /graphql.</summary>
    public static StreamRule None { get; } = new(false);

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        if (context.Operation.Operation == OperationType.Subscription != streams)
        {
            context.ReportError(new RefusedByRule(streams ? GraphRefusals.SubscriptionsOnly : GraphRefusals.StreamElsewhere));
        }

        return default;
    }
}
