using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Commerce.Platform.GraphQL;

/// <summary>Which documents are made of kept fields alone (@kept), so that their answers may be given again.</summary>
internal static class KeptFields
{
    private const string Key = "commerce.kept";

    /// <summary>Notes it on the field.</summary>
    public static void Note(FieldType field, bool kept)
    {
        if (kept)
        {
            field.WithMetadata(Key, true);
        }
    }

    /// <summary>True when the document is one query and asks for kept fields only.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="document">Valid by the standard rules: without circles.</param>
    public static bool Only(ISchema schema, GraphQLDocument document)
    {
        if (document.Definitions.OfType<GraphQLOperationDefinition>().ToList() is not [{ Operation: OperationType.Query } operation])
        {
            return false;
        }

        var fragments = document.Definitions.OfType<GraphQLFragmentDefinition>().ToList();
        return Selection(operation.SelectionSet, schema.Query) && fragments.TrueForAll(f => Selection(f.SelectionSet, TypeOf(f.TypeCondition)));

        IGraphType? TypeOf(GraphQLTypeCondition on) => schema.AllTypes[on.Type.Name.Value];

        bool Selection(GraphQLSelectionSet? set, IGraphType? type) => (set?.Selections ?? []).TrueForAll(selection => selection switch
        {
            GraphQLField field => field.Name.Value == "__typename"
                || ((type as IComplexGraphType)?.GetField(field.Name.Value) is { } definition && definition.GetMetadata(Key, false) && Selection(field.SelectionSet, definition.ResolvedType!.GetNamedType())),
            GraphQLInlineFragment inline => Selection(inline.SelectionSet, inline.TypeCondition is { } on ? TypeOf(on) : type),
            _ => true, // A spread: its fragment is looked at by itself.
        });
    }
}
