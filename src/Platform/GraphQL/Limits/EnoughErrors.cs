using GraphQL;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Commerce.Platform.GraphQL.Limits;

/// <summary>Stops the standard rules at one error more than is shown: each error is looked up and worded, so a document that is wrong everywhere would cost the most of all.</summary>
internal sealed class EnoughErrors : ValidationRuleBase, INodeVisitor
{
    public static EnoughErrors Rule { get; } = new();

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(this);

    public ValueTask EnterAsync(ASTNode node, ValidationContext context) =>
        context.HasErrors && context.Errors.Skip(GraphLimits.Errors).Any() ? throw new Reached([.. context.Errors.Take(GraphLimits.Errors)]) : default;

    public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => default;

    /// <summary>Carries the errors so far out of the rules.</summary>
    internal sealed class Reached(IReadOnlyList<ValidationError> errors) : ExecutionError("Too many errors.")
    {
        public IReadOnlyList<ValidationError> Errors { get; } = errors;
    }
}
