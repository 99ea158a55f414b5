using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Commerce.Platform.GraphQL.Limits;
using Commerce.Platform.GraphQL.Streams;
using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using GraphQL.Utilities;
using GraphQLParser.AST;

namespace Commerce.Platform.GraphQL;

/// <summary>Makes one schema of the modules' texts and bindings; every field gets its value's source and its access rule, or the start fails.</summary>
internal sealed class SchemaAssembly : SchemaBuilder
{
    private readonly GraphBuilder graph;
    private readonly Dictionary<string, GraphQLObjectTypeDefinition> objects;
    private readonly HashSet<string> enums;
    private readonly IReadOnlySet<(string Type, string Field)> kept;
    private readonly List<string> problems = [];

    private SchemaAssembly(GraphBuilder graph, GraphQLDocument document, IReadOnlySet<(string Type, string Field)> kept)
    {
        this.graph = graph;
        this.kept = kept;
        objects = document.Definitions.OfType<GraphQLObjectTypeDefinition>().ToDictionary(d => d.Name.StringValue);
        enums = [.. document.Definitions.OfType<GraphQLEnumTypeDefinition>().Select(e => e.Name.StringValue)];
        IgnoreLocations = true;
        foreach (var scalar in TextScalar.All)
        {
            _types[scalar.Name] = scalar;
        }
    }

    /// <summary>Access rule per type and field, for the tests that walk them all.</summary>
    public Dictionary<(string Type, string Field), Access> Rules { get; } = [];

    /// <summary>The schema, its text, its rules.</summary>
    /// <param name="graph">What the modules said.</param>
    /// <param name="publicOnly">True for a host without accounts: only what anybody may ask.</param>
    public static (ISchema Schema, string Text, IReadOnlyDictionary<(string Type, string Field), Access> Rules) Build(GraphBuilder graph, bool publicOnly = false)
    {
        BuiltIn.Bind(graph);
        var (document, kept) = SchemaText.Merge(graph.Sdl);
        if (publicOnly)
        {
            document = PublicPart.Of(document);
            var left = document.Definitions.OfType<GraphQLObjectTypeDefinition>().Select(d => d.Name.StringValue).ToHashSet();
            foreach (var (prefix, _) in graph.Nodes.Where(n => !left.Contains(n.Value.TypeName)).ToList())
            {
                graph.Nodes.Remove(prefix);
            }
        }

        var text = SchemaText.Print(document).GetAwaiter().GetResult();
        var assembly = new SchemaAssembly(graph, document, kept);
        var schema = assembly.Build(text);
        if (assembly.problems.Count > 0)
        {
            throw new InvalidOperationException("The schema doesn't hold together:\n" + string.Join('\n', assembly.problems));
        }

        schema.Initialize();
        return (schema, text, assembly.Rules);
    }

    protected override FieldType ToFieldType(string parentTypeName, GraphQLFieldDefinition fieldDef)
    {
        var field = base.ToFieldType(parentTypeName, fieldDef);
        if (!objects.TryGetValue(parentTypeName, out var parent))
        {
            return field;
        }

        var name = fieldDef.Name.StringValue;
        var access = RuleOf(fieldDef) ?? RuleOf(parent);
        if (access is null)
        {
            problems.Add($"{parentTypeName}.{name} says nowhere who may use it (@public, @signedIn or @requires).");
            return field;
        }

        Rules[(parentTypeName, name)] = access;
        FieldCost.Note(field, fieldDef);
        KeptFields.Note(field, kept.Contains((parentTypeName, name)));
        if (Source(parentTypeName, name, fieldDef) is not { } source)
        {
            problems.Add($"{parentTypeName}.{name} has no source: bind it, or take it out of the schema.");
            return field;
        }

        field.Resolver = new FieldSource(source, access, parentTypeName == "Mutation", Shape(parentTypeName, name, fieldDef.Type));
        return field;
    }

    protected override FieldType ToSubscriptionFieldType(string parentTypeName, GraphQLFieldDefinition fieldDef)
    {
        var field = base.ToSubscriptionFieldType(parentTypeName, fieldDef);
        var name = fieldDef.Name.StringValue;
        if ((RuleOf(fieldDef) ?? RuleOf(objects[parentTypeName])) is not { } access || !graph.Subscriptions.TryGetValue(name, out var binding))
        {
            problems.Add($"{parentTypeName}.{name} says nowhere who may use it, or has no source.");
            return field;
        }

        Rules[(parentTypeName, name)] = access;
        FieldCost.Note(field, fieldDef);
        var source = new SubscriptionSource(binding, access);
        field.Resolver = source;
        field.StreamResolver = source;
        return field;
    }

    protected override InterfaceGraphType ToInterfaceType(GraphQLInterfaceTypeDefinition interfaceDef)
    {
        var type = base.ToInterfaceType(interfaceDef);
        type.ResolveType = value => (IObjectGraphType)_types[TypeNameOf(value)];
        return type;
    }

    private string TypeNameOf(object value) => value switch
    {
        Error e => e.Facts is not null && graph.ErrorTypes.TryGetValue(e.Code, out var name) ? name : "FieldError",
        _ => graph.TypeNames.TryGetValue(value.GetType(), out var name) ? name : throw new InvalidOperationException($"{value.GetType()} stands behind no GraphQL type."),
    };

    private static Access? RuleOf(IHasDirectivesNode node)
    {
        foreach (var directive in node.Directives?.Items ?? [])
        {
            switch (directive.Name.StringValue)
            {
                case "public":
                    return new Access.Anyone();
                case "signedIn":
                    return new Access.SignedIn();
                case "requires":
                    var named = directive.Arguments!.Items.ToDictionary(a => a.Name.StringValue, a => ((GraphQLStringValue)a.Value).Value.ToString());
                    return new Access.Having(named["capability"], named.GetValueOrDefault("or"));
                default:
                    continue;
            }
        }

        return null;
    }

    private GraphBuilder.Resolver? Source(string type, string field, GraphQLFieldDefinition definition)
    {
        if (graph.Resolvers.TryGetValue((type, field), out var bound))
        {
            return bound;
        }

        if (type.EndsWith("Connection", StringComparison.Ordinal) && Connections.Source(field) is { } connection)
        {
            return connection;
        }

        if (type.EndsWith("Edge", StringComparison.Ordinal))
        {
            return Connections.EdgeSource(field);
        }

        if (type.EndsWith("Payload", StringComparison.Ordinal))
        {
            return PayloadSource(field);
        }

        if (graph.ErrorTypes.ContainsValue(type) || type == "FieldError")
        {
            return BuiltIn.ErrorSource(field);
        }

        return graph.ClrTypes.TryGetValue(type, out var clr) ? PropertySource(clr, field) : null;
    }

    private GraphBuilder.Resolver PayloadSource(string field) => field switch
    {
        "errors" => (source, _) => ((Payload)source!).Outcome.Error is { } error ? new[] { error } : [],
        "replayed" => (source, _) => ((Payload)source!).Outcome.Replayed,
        _ => (source, ask) => ((Payload)source!) is { Outcome.Id: { } id } payload ? NodeBatches.Load(graph, ask, payload.Prefix, id) : null,
    };

    private static GraphBuilder.Resolver? PropertySource(Type clr, string field)
    {
        var property = clr.GetProperty(field, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase | BindingFlags.FlattenHierarchy)
            ?? clr.GetInterfaces().Select(i => i.GetProperty(field, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)).FirstOrDefault(p => p is not null);
        if (property is null)
        {
            return null;
        }

        var source = Expression.Parameter(typeof(object));
        var read = Expression.Lambda<Func<object, object?>>(
            Expression.Convert(Expression.Property(Expression.Convert(source, property.DeclaringType!), property), typeof(object)), source).Compile();
        return (value, _) => read(value!);
    }

    /// <summary>What a value must become before the library serializes it.</summary>
    private Func<object, object?>? Shape(string parent, string field, GraphQLType type)
    {
        var named = SchemaText.NamedType(type);
        if (enums.Contains(named))
        {
            return value => value switch
            {
                Enum e => GraphJson.EnumName(e),
                string s => s,
                IEnumerable many => many.Cast<object>().Select(v => v is Enum e ? GraphJson.EnumName(e) : v).ToList(),
                _ => value,
            };
        }

        if (named == "ID" && field == "id" && graph.PrefixOfType.TryGetValue(parent, out var prefix))
        {
            return value => value is Guid id ? NodeId.Encode(prefix, id) : value;
        }

        return null;
    }
}
