using System.Globalization;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Commerce.Platform.GraphQL.Limits;

/// <summary>
/// The third gate, once the standard rules passed: page sizes, and the cost as list size × weight, with the variables of this very request.
/// One pass; a fragment is measured once. It runs for documents known from before too.
/// </summary>
internal sealed class CostGate
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> fragments = [];
    private readonly Dictionary<string, Cost> measured = [];
    private readonly ISchema schema;
    private readonly GraphQLOperationDefinition operation;
    private readonly IReadOnlyDictionary<string, object?> variables;
    private GraphRefusal? refusal;

    private CostGate(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, IReadOnlyDictionary<string, object?> variables)
    {
        this.schema = schema;
        this.operation = operation;
        this.variables = variables;
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
        {
            fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
        }
    }

    /// <summary>Why the operation is refused, or null.</summary>
    /// <param name="schema">The schema, with its costs.</param>
    /// <param name="document">Valid by the standard rules: without circles.</param>
    /// <param name="operation">The operation to be executed.</param>
    /// <param name="variables">As the client sent them.</param>
    public static GraphRefusal? Check(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, IReadOnlyDictionary<string, object?> variables)
    {
        var gate = new CostGate(schema, document, operation, variables);
        var root = operation.Operation switch
        {
            OperationType.Mutation => schema.Mutation,
            OperationType.Subscription => schema.Subscription,
            _ => schema.Query,
        };
        var cost = gate.Selection(operation.SelectionSet, root);
        return gate.refusal ?? (cost.Total > GraphLimits.Cost ? GraphRefusals.TooCostly : null);
    }

    private Cost Selection(GraphQLSelectionSet? set, IGraphType? type)
    {
        var cost = new Cost();
        foreach (var selection in set?.Selections ?? [])
        {
            switch (selection)
            {
                case GraphQLField field when (type as IComplexGraphType)?.GetField(field.Name.Value) is { } definition:
                    cost.Add(Field(field, definition, type), 1);
                    break;
                case GraphQLInlineFragment inline:
                    cost.Add(Selection(inline.SelectionSet, inline.TypeCondition is { } on ? schema.AllTypes[on.Type.Name.Value] : type), 1);
                    break;
                case GraphQLFragmentSpread spread:
                    cost.Add(Fragment(spread.FragmentName.Name.StringValue), 1);
                    break;
            }
        }

        return cost;
    }

    private Cost Fragment(string name)
    {
        if (measured.TryGetValue(name, out var known) || !fragments.TryGetValue(name, out var fragment))
        {
            return known ?? new Cost();
        }

        return measured[name] = Selection(fragment.SelectionSet, schema.AllTypes[fragment.TypeCondition.Type.Name.Value]);
    }

    private Cost Field(GraphQLField field, FieldType definition, IGraphType? parent)
    {
        var rule = FieldCost.Of(definition);
        if (definition.Arguments?.Find("first") is not null && Size(field, definition, "first") > GraphLimits.Page)
        {
            refusal ??= GraphRefusals.PageTooLarge;
        }

        var size = rule.Multipliers.Aggregate(1L, (all, name) => Cost.Saturated(all * Cost.Saturated(Size(field, definition, name))));

        // The lists inside a connection are its page, which the connection's own first has counted.
        var unpaged = rule.Multipliers.Count == 0 && FieldCost.IsList(definition) && parent?.Name.EndsWith("Connection", StringComparison.Ordinal) != true;
        var whole = new Cost();
        whole.Add(Cost.Of(rule.Weight), size);
        whole.Add(Selection(field.SelectionSet, definition.ResolvedType!.GetNamedType()), size);
        return unpaged ? whole.InsideList() : whole;
    }

    /// <summary>How many elements an argument asks for: its number, or the length of its list.</summary>
    private long Size(GraphQLField field, FieldType definition, string name)
    {
        var given = field.Arguments?.Items.FirstOrDefault(a => a.Name.Value == name)?.Value;
        if (given is GraphQLVariable variable)
        {
            if (variables.TryGetValue(variable.Name.StringValue, out var value))
            {
                return Size(value);
            }

            given = operation.Variables?.Items.FirstOrDefault(v => v.Variable.Name.Value == variable.Name.Value)?.DefaultValue;
        }

        return given switch
        {
            GraphQLIntValue number => long.TryParse(number.Value.Span, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? Size(n) : long.MaxValue,
            GraphQLListValue list => list.Values?.Count ?? 0,
            null => Size(definition.Arguments?.Find(name)?.DefaultValue),
            _ => 1,
        };
    }

    private static long Size(object? value) => value switch
    {
        int n => Math.Max(0, n),
        long n => Math.Max(0, n),
        decimal n => n > int.MaxValue ? int.MaxValue : Math.Max(0, (long)n),
        double n => n > int.MaxValue ? int.MaxValue : Math.Max(0, (long)n),
        string => 1,
        System.Collections.ICollection list => list.Count,
        _ => 1,
    };

    /// <summary>Weights by how many unpaged lists they lie inside of: only the operation knows how deep its fragments stand.</summary>
    private sealed class Cost
    {
        private const long Most = 1_000_000;
        private readonly long[] weights = new long[GraphLimits.Depth + 2];

        public long Total
        {
            get
            {
                long total = 0, factor = 1;
                for (var lists = 0; lists < weights.Length; lists++)
                {
                    total = Saturated(total + Saturated(weights[lists] * factor));
                    factor = Saturated(factor * (lists < 2 ? GraphLimits.UnpagedList : GraphLimits.DeepUnpagedList));
                }

                return total;
            }
        }

        public static Cost Of(long weight)
        {
            var cost = new Cost();
            cost.weights[0] = weight;
            return cost;
        }

        public static long Saturated(long value) => Math.Min(value, Most);

        public void Add(Cost other, long times)
        {
            for (var lists = 0; lists < weights.Length; lists++)
            {
                weights[lists] = Saturated(weights[lists] + (other.weights[lists] * Saturated(times)));
            }
        }

        public Cost InsideList()
        {
            var inside = new Cost();
            weights.AsSpan(0, weights.Length - 1).CopyTo(inside.weights.AsSpan(1));
            inside.weights[^1] = Saturated(inside.weights[^1] + weights[^1]);
            return inside;
        }
    }

    /// <summary>Asks the gate as the last of the rules.</summary>
    internal sealed class Rule : ValidationRuleBase
    {
        public static Rule Instance { get; } = new();

        public override ValueTask<INodeVisitor?> GetPostNodeVisitorAsync(ValidationContext context)
        {
            if (Check(context.Schema, context.Document, context.Operation, context.Variables) is { } refusal)
            {
                context.ReportError(new RefusedByRule(refusal));
            }

            return default;
        }
    }
}

/// <summary>A refusal among the results of the rules.</summary>
internal sealed class RefusedByRule(GraphRefusal refusal) : ValidationError(refusal.English)
{
    public GraphRefusal Refusal { get; } = refusal;
}
