using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace Commerce.Platform.GraphQL;

/// <summary>Puts the modules' texts together into one: extensions merged, connections written out, everything sorted.</summary>
internal static class SchemaText
{
    /// <summary>The one document, and the fields whose answers may be kept (@kept): those marked, and those written in a marked type itself.</summary>
    public static (GraphQLDocument Document, IReadOnlySet<(string Type, string Field)> Kept) Merge(IEnumerable<string> texts)
    {
        var definitions = texts.SelectMany(t => Parser.Parse(t, new ParserOptions { Ignore = IgnoreOptions.Comments }).Definitions).ToList();
        var types = definitions.OfType<GraphQLObjectTypeDefinition>().ToDictionary(d => d.Name.StringValue);

        // Before the extensions are merged: what a module adds to another's type is kept only if it says so itself.
        HashSet<(string, string)> kept =
        [
            .. types.Values.Where(IsKept).SelectMany(t => (t.Fields?.Items ?? []).Select(f => (t.Name.StringValue, f.Name.StringValue))),
            .. definitions.SelectMany(FieldsOf).Where(f => IsKept(f.Field)).Select(f => (f.Type, f.Field.Name.StringValue)),
        ];
        foreach (var extension in definitions.OfType<GraphQLObjectTypeExtension>())
        {
            if (!types.TryGetValue(extension.Name.StringValue, out var type))
            {
                throw new InvalidOperationException($"extend type {extension.Name.StringValue}: no module defines it.");
            }

            type.Fields!.Items.AddRange(extension.Fields!.Items);
        }

        WriteOutConnections(types, kept);
        var merged = definitions.Where(d => d is not (GraphQLObjectTypeExtension or GraphQLObjectTypeDefinition)).Concat(types.Values)
            .OrderBy(Rank).ThenBy(d => (d as INamedNode)?.Name?.StringValue, StringComparer.Ordinal).ToList();
        return (new GraphQLDocument(merged), kept);
    }

    public static async Task<string> Print(GraphQLDocument document)
    {
        await using var writer = new StringWriter();
        await new SDLPrinter().PrintAsync(document, writer);
        return writer.ToString().ReplaceLineEndings("\n") + "\n";
    }

    private static int Rank(ASTNode node) => node switch
    {
        GraphQLDirectiveDefinition => 0,
        GraphQLScalarTypeDefinition => 1,
        GraphQLObjectTypeDefinition { Name.StringValue: "Query" } => 2,
        GraphQLObjectTypeDefinition { Name.StringValue: "Mutation" } => 3,
        GraphQLObjectTypeDefinition { Name.StringValue: "Subscription" } => 4,
        _ => 5,
    };

    private static bool IsKept(IHasDirectivesNode node) => node.Directives?.Items.Exists(d => d.Name.Value == "kept") == true;

    private static IEnumerable<(string Type, GraphQLFieldDefinition Field)> FieldsOf(ASTNode node) => node switch
    {
        GraphQLObjectTypeDefinition type => (type.Fields?.Items ?? []).Select(f => (type.Name.StringValue, f)),
        GraphQLObjectTypeExtension type => (type.Fields?.Items ?? []).Select(f => (type.Name.StringValue, f)),
        _ => [],
    };

    private static void WriteOutConnections(Dictionary<string, GraphQLObjectTypeDefinition> types, HashSet<(string, string)> kept)
    {
        var wanted = types.Values.SelectMany(t => t.Fields?.Items ?? []).Select(f => NamedType(f.Type)).Where(n => n.EndsWith("Connection", StringComparison.Ordinal)).Distinct().ToList();
        foreach (var name in wanted)
        {
            var node = name[..^"Connection".Length];
            var standard = Parse($$"""
                "A page of a list; ask for the next one with after: endCursor."
                type {{name}} @public {
                  edges: [{{node}}Edge!]!
                  nodes: [{{node}}!]!
                  pageInfo: PageInfo!
                  "How many there are in all; null when there are too many to count."
                  totalCount: Int
                }
                """);
            if (types.TryGetValue(name, out var own))
            {
                own.Fields!.Items.InsertRange(0, standard.Fields!.Items);
            }
            else
            {
                types[name] = standard;
            }

            types[node + "Edge"] = Parse($$"""
                type {{node}}Edge @public {
                  node: {{node}}!
                  cursor: String!
                }
                """);
            if (types.TryGetValue(node, out var of) && IsKept(of))
            {
                // A page of kept things: what it finds, its root field has said.
                kept.UnionWith(standard.Fields!.Items.Select(f => (name, f.Name.StringValue)));
                kept.UnionWith([(node + "Edge", "node"), (node + "Edge", "cursor")]);
            }
        }
    }

    private static GraphQLObjectTypeDefinition Parse(string text) => (GraphQLObjectTypeDefinition)Parser.Parse(text).Definitions[0];

    internal static string NamedType(GraphQLType type) => type switch
    {
        GraphQLNonNullType n => NamedType(n.Type),
        GraphQLListType l => NamedType(l.Type),
        GraphQLNamedType t => t.Name.StringValue,
        _ => throw new InvalidOperationException("Unknown kind of type."),
    };
}
