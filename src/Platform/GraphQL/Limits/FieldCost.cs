using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Commerce.Platform.GraphQL.Limits;

/// <summary>What @cost says of a field.</summary>
/// <param name="Weight">Of one element.</param>
/// <param name="Multipliers">Arguments that say how many elements there are: a number, or a list that is counted.</param>
internal sealed record FieldCost(int Weight, IReadOnlyList<string> Multipliers)
{
    private const string Key = "commerce.cost";

    /// <summary>Notes the directive, if there is one, on the field.</summary>
    public static void Note(FieldType field, GraphQLFieldDefinition definition)
    {
        if (definition.Directives?.Items.FirstOrDefault(d => d.Name.Value == "cost") is not { } directive)
        {
            return;
        }

        var weight = (GraphQLIntValue)directive.Arguments!.Items.Single(a => a.Name.Value == "weight").Value;
        var multipliers = directive.Arguments.Items.FirstOrDefault(a => a.Name.Value == "multipliers")?.Value as GraphQLListValue;
        field.WithMetadata(Key, new FieldCost(
            int.Parse(weight.Value.Span, System.Globalization.CultureInfo.InvariantCulture),
            [.. (multipliers?.Values ?? []).Cast<GraphQLStringValue>().Select(v => v.Value.ToString())]));
    }

    /// <summary>What was noted; else an element of a page or a thing with an id weighs 1, and plain values nothing.</summary>
    public static FieldCost Of(FieldType field) => field.GetMetadata<FieldCost?>(Key, () => null) ?? new FieldCost(
        IsList(field) || field.ResolvedType!.GetNamedType() is IObjectGraphType { ResolvedInterfaces.Count: > 0 } or IAbstractGraphType ? 1 : 0,
        field.Arguments?.Find("first") is null ? [] : ["first"]);

    public static bool IsList(FieldType field) => (field.ResolvedType is NonNullGraphType n ? n.ResolvedType : field.ResolvedType) is ListGraphType;
}
