using GraphQLParser.AST;

namespace Commerce.Platform.GraphQL.Limits;

/// <summary>
/// The second gate: measures a parsed document in one pass, before any rule that writes fragments out. A fragment is measured once, however often
/// and however deep it is spread, and the pass stops at the first excess; so a text that doubles at every level costs no more than a flat one.
/// </summary>
internal sealed class ShapeGate
{
    private readonly Dictionary<string, GraphQLFragmentDefinition> fragments = [];
    private readonly Dictionary<string, Shape?> measured = [];
    private GraphRefusal? refusal;

    private ShapeGate()
    {
    }

    /// <summary>Why the document is refused, or null; and whether it asks for the schema itself.</summary>
    public static (GraphRefusal? Refusal, bool Introspects) Check(GraphQLDocument document)
    {
        var gate = new ShapeGate();
        var introspects = gate.Measure(document);
        return (gate.refusal, introspects);
    }

    private bool Measure(GraphQLDocument document)
    {
        var count = 0;
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>())
        {
            if (++count > GraphLimits.Fragments)
            {
                refusal = GraphRefusals.TooManyFragments;
                return false;
            }

            // A second one of the same name is named by the standard rules.
            fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
        }

        foreach (var name in fragments.Keys)
        {
            Fragment(name);
        }

        var introspects = false;
        foreach (var operation in document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            var shape = Selection(operation.SelectionSet);
            introspects |= shape.Introspects;
            Hold(shape.Depth, GraphLimits.Depth, GraphRefusals.TooDeep);
        }

        return introspects;
    }

    private Shape Fragment(string name)
    {
        if (measured.TryGetValue(name, out var known))
        {
            // Begun and not yet done: it leads back to itself.
            refusal ??= known is null ? GraphRefusals.FragmentCycle : null;
            return known ?? new Shape();
        }

        // An unknown one is named by the standard rules.
        if (!fragments.TryGetValue(name, out var fragment))
        {
            return new Shape();
        }

        measured[name] = null;
        var shape = Selection(fragment.SelectionSet);
        measured[name] = shape;
        return shape;
    }

    private Shape Selection(GraphQLSelectionSet? set)
    {
        var shape = new Shape();
        foreach (var selection in set?.Selections ?? [])
        {
            if (refusal is not null)
            {
                break;
            }

            switch (selection)
            {
                case GraphQLField field:
                    Field(shape, field);
                    break;
                case GraphQLInlineFragment inline:
                    shape.Merge(Selection(inline.SelectionSet));
                    break;
                case GraphQLFragmentSpread spread:
                    shape.Merge(Fragment(spread.FragmentName.Name.StringValue));
                    break;
            }

            Hold(shape.Fields, GraphLimits.Fields, GraphRefusals.TooManyFields);
            Hold(shape.Aliases, GraphLimits.Aliases, GraphRefusals.TooManyAliases);
            Hold(shape.Repeats, GraphLimits.Repeats, GraphRefusals.FieldRepeated);
        }

        return shape;
    }

    private void Field(Shape shape, GraphQLField field)
    {
        var name = field.Name.StringValue;
        var inner = Selection(field.SelectionSet);
        var introspects = name is "__schema" or "__type";
        if (introspects)
        {
            // The schema's description is deep by nature, but its lists of lists are not: types of fields of types of fields.
            Hold(inner.Lists, GraphLimits.IntrospectionLists, GraphRefusals.TooDeep);
        }

        shape.Fields += 1 + inner.Fields;
        shape.Aliases += inner.Aliases + (field.Alias is null ? 0 : 1);
        shape.Depth = Math.Max(shape.Depth, 1 + (introspects ? 0 : inner.Depth));
        shape.Lists = Math.Max(shape.Lists, inner.Lists + (name is "fields" or "inputFields" or "interfaces" or "possibleTypes" ? 1 : 0));
        shape.Introspects |= introspects || inner.Introspects;
        shape.Ask(field.Alias?.Name.StringValue ?? name, 1, inner.Repeats);
    }

    private void Hold(int value, int limit, GraphRefusal excess)
    {
        if (value > limit)
        {
            refusal ??= excess;
        }
    }

    /// <summary>What a selection comes to. Every sum stays small: the pass stops at the first that exceeds its limit.</summary>
    private sealed class Shape
    {
        private readonly Dictionary<string, (int Times, int Inside)> names = [];

        public int Fields { get; set; }

        public int Aliases { get; set; }

        public int Depth { get; set; }

        public int Lists { get; set; }

        public bool Introspects { get; set; }

        /// <summary>How often the place of the answer that is asked for most often is asked for.</summary>
        public int Repeats { get; private set; }

        /// <summary>Equal names merge into one place of the answer, and so do the selections below them.</summary>
        public void Ask(string name, int times, int inside)
        {
            var before = names.GetValueOrDefault(name);
            var now = (Times: before.Times + times, Inside: before.Inside + inside);
            names[name] = now;
            Repeats = Math.Max(Repeats, Math.Max(now.Times, now.Inside));
        }

        public void Merge(Shape other)
        {
            Fields += other.Fields;
            Aliases += other.Aliases;
            Depth = Math.Max(Depth, other.Depth);
            Lists = Math.Max(Lists, other.Lists);
            Introspects |= other.Introspects;
            foreach (var (name, (times, inside)) in other.names)
            {
                Ask(name, times, inside);
            }
        }
    }
}
