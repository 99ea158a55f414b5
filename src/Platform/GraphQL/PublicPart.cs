using GraphQLParser.AST;

namespace Commerce.Platform.GraphQL;

/// <summary>What is left of a schema for a host without accounts: fields that anybody may use, and the types that these lead to. What is not
/// in it can't be asked for, however the rest is guarded.</summary>
internal static class PublicPart
{
    private static readonly string[] Roots = ["Query", "Subscription"];
    private static readonly string[] Directives = ["public", "cost", "kept"];

    public static GraphQLDocument Of(GraphQLDocument whole)
    {
        var types = whole.Definitions.OfType<INamedNode>().Where(d => d is not GraphQLDirectiveDefinition).ToDictionary(d => d.Name!.StringValue);
        foreach (var type in types.Values.OfType<GraphQLObjectTypeDefinition>())
        {
            type.Fields?.Items.RemoveAll(f => !IsPublic(f, type));
        }

        var reached = new HashSet<string>();
        var ahead = new Queue<string>(Roots);
        while (ahead.TryDequeue(out var name))
        {
            if (types.TryGetValue(name, out var type) && reached.Add(name))
            {
                foreach (var next in LeadsTo(type, types.Values))
                {
                    ahead.Enqueue(next);
                }
            }
        }

        return new GraphQLDocument(
        [
            .. whole.Definitions.Where(d => d is GraphQLDirectiveDefinition directive ? Directives.Contains(directive.Name.StringValue) : reached.Contains(((INamedNode)d).Name!.StringValue)),
        ]);
    }

    private static bool IsPublic(GraphQLFieldDefinition field, GraphQLObjectTypeDefinition type) =>
        Rule(field) is { } own ? own == "public" : Rule(type) == "public";

    private static string? Rule(IHasDirectivesNode node) =>
        node.Directives?.Items.Select(d => d.Name.StringValue).FirstOrDefault(n => n is "public" or "signedIn" or "requires");

    private static IEnumerable<string> LeadsTo(INamedNode type, IEnumerable<INamedNode> all) => type switch
    {
        GraphQLObjectTypeDefinition thing => (thing.Fields?.Items ?? []).SelectMany(f => (f.Arguments?.Items ?? []).Select(a => SchemaText.NamedType(a.Type)).Append(SchemaText.NamedType(f.Type)))
            .Concat((thing.Interfaces?.Items ?? []).Select(i => i.Name.StringValue)),
        GraphQLInputObjectTypeDefinition input => (input.Fields?.Items ?? []).Select(f => SchemaText.NamedType(f.Type)),
        GraphQLInterfaceTypeDefinition face => all.OfType<GraphQLObjectTypeDefinition>()
            .Where(t => Rule(t) == "public" && t.Interfaces?.Items.Any(i => i.Name.StringValue == face.Name.StringValue) == true).Select(t => t.Name.StringValue),
        _ => [],
    };
}
