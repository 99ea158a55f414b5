using GraphQL.Validation;
using GraphQLParser.AST;

namespace Commerce.Platform.GraphQL;

/// <summary>GET must change nothing: only queries come through it. Also runs for cached documents.</summary>
internal sealed class QueriesOnly : ValidationRuleBase
{
    public static QueriesOnly Rule { get; } = new();

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        if (context.Operation.Operation != OperationType.Query)
        {
            context.ReportError(new Refusal(context));
        }

        return default;
    }

    /// <summary>The refusal.</summary>
    internal sealed class Refusal(ValidationContext context)
        : ValidationError(context.Document.Source, "1", "Only queries may be sent by GET; use POST.", context.Operation);
}
