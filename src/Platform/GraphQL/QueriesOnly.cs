using Commerce.Platform.GraphQL.Limits;
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
            context.ReportError(new RefusedByRule(GraphRefusals.PostOnly));
        }

        return default;
    }
}
