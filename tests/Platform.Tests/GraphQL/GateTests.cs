using System.Diagnostics;
using Commerce.Platform.GraphQL;
using Commerce.Platform.GraphQL.Limits;
using Commerce.Platform.Observing;
using GraphQL;
using GraphQL.Types;
using GraphQLParser;
using GraphQLParser.AST;
using Xunit;

namespace Commerce.Platform.Tests.GraphQL;

/// <summary>Each of the three gates alone.</summary>
public sealed class GateTests
{
    private static readonly ISchema Schema = Things();

    public static TheoryData<string, string> RefusedByTokens => new()
    {
        { "40 KB of names", Attacks.Names(40_000) },
        { "1,001 tokens", Attacks.Repeated(999) },
        { "inline fragments", Attacks.InlineFragments(12_000) },
        { "comments", string.Concat(Enumerable.Repeat("#\n", 1001)) + "{ __typename }" },
    };

    public static TheoryData<string, string, string> RefusedByShape => new()
    {
        { "fan-out of 10 levels", Attacks.FanOut(10), "FIELD_REPEATED" },
        { "fan-out of 19 levels", Attacks.FanOut(19), "FIELD_REPEATED" },
        { "fan-out of 20 levels", Attacks.FanOut(20), "TOO_MANY_FRAGMENTS" },
        { "fan-out of 40 levels", Attacks.FanOut(40), "TOO_MANY_FRAGMENTS" },
        { "fan-out of 60 levels", Attacks.FanOut(60), "TOO_MANY_FRAGMENTS" },
        { "nested fan-out of 10 levels", Attacks.NestedFanOut(10), "FIELD_REPEATED" },
        { "nested fan-out of 40 levels", Attacks.NestedFanOut(40), "TOO_MANY_FRAGMENTS" },
        { "a circle", "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }", "FRAGMENT_CYCLE" },
        { "a circle of one that nobody spreads", "{ __typename } fragment a on Query { x { ...a } }", "FRAGMENT_CYCLE" },
        { "11 levels", Attacks.Deep(11), "TOO_DEEP" },
        { "11 levels by fragments", "{ a { b { c { d { e { f { ...t } } } } } } } fragment t on T { g { h { i { j { k } } } } }", "TOO_DEEP" },
        { "16 aliases", Attacks.Aliased(16), "TOO_MANY_ALIASES" },
        { "16 aliases by fragments", "{ a { ...t } b { ...t } c { ...t } d { ...t } } fragment t on T { p: x q: x r: x s: x }", "TOO_MANY_ALIASES" },
        { "21 fragments", Attacks.Fragments(21), "TOO_MANY_FRAGMENTS" },
        { "21 times the same", Attacks.Repeated(21), "FIELD_REPEATED" },
        { "21 times the same below another", "{ a { b b b b b b b } a { b b b b b b b } a { b b b b b b b } }", "FIELD_REPEATED" },
        { "over 2,000 fields written out", Attacks.Wide(), "TOO_MANY_FIELDS" },
        { "the schema's lists three deep", "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }", "TOO_DEEP" },
    };

    [Theory]
    [MemberData(nameof(RefusedByTokens))]
    public void The_first_gate_counts_tokens_before_anything_is_parsed(string what, string text)
    {
        Assert.Equal("TOO_MANY_TOKENS", TokenGate.Read(text).Refusal?.Code);
        Assert.InRange(Cpu(() => TokenGate.Read(text)), 0, 50);
        Assert.NotEmpty(what);
    }

    [Fact]
    public void A_thousand_tokens_pass_the_first_gate()
    {
        Assert.Null(TokenGate.Check(Attacks.Repeated(998)));
    }

    [Theory]
    [InlineData("{ a(b: \"\\u0000\") }")]
    [InlineData("{ a(b: \"\\ud800\") }")]
    [InlineData("{ a(")]
    [InlineData("{ \u0000 }")]
    [InlineData("\"")]
    public void What_cannot_be_read_is_a_syntax_error_with_its_place(string text)
    {
        Assert.Equal("SYNTAX_ERROR", TokenGate.Read(text).Refusal?.Code);
    }

    [Fact]
    public void A_text_that_nests_without_end_is_refused_by_the_parser()
    {
        Assert.Equal("TOO_DEEP", TokenGate.Read(Attacks.Deep(300)).Refusal?.Code);
    }

    [Theory]
    [MemberData(nameof(RefusedByShape))]
    public void The_second_gate_refuses_a_shape_in_one_pass(string what, string text, string code)
    {
        var document = Parser.Parse(text);

        Assert.Equal((what, code), (what, ShapeGate.Check(document).Refusal?.Code));
        Assert.InRange(Cpu(() => ShapeGate.Check(document)), 0, 50);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(60)]
    public void Time_does_not_grow_with_the_levels_of_a_fan_out(int levels)
    {
        var text = Attacks.FanOut(levels);

        Assert.InRange(Cpu(() => ShapeGate.Check(TokenGate.Read(text).Document!)), 0, 10);
    }

    [Fact]
    public void A_shape_at_every_limit_passes()
    {
        var text = "{ " + string.Concat(Enumerable.Range(0, 15).Select(i => $"a{i}: f{i} ")) + string.Concat(Enumerable.Repeat("same ", 20)) + Attacks.Deep(10)[2..^1]
            + " } " + string.Concat(Enumerable.Range(0, 20).Select(i => $"fragment g{i} on Query {{ x }} "));

        Assert.Null(ShapeGate.Check(Parser.Parse(text)).Refusal);
    }

    [Fact]
    public void The_schemas_own_depth_does_not_count_but_is_noticed()
    {
        const string text = "{ __schema { types { fields { type { ofType { ofType { ofType { ofType { ofType { ofType { name } } } } } } } } } } }";

        var (refusal, introspects) = ShapeGate.Check(Parser.Parse(text));
        var hidden = ShapeGate.Check(Parser.Parse("{ ...a } fragment a on Query { ... { s: __schema { __typename } } }"));

        Assert.Null(refusal);
        Assert.True(introspects);
        Assert.True(hidden.Introspects);
        Assert.False(ShapeGate.Check(Parser.Parse("{ __typename }")).Introspects);
    }

    [Theory]
    [InlineData("{ things(first: 101) { nodes { text } } }", "PAGE_TOO_LARGE")]
    [InlineData("{ things(first: 1000000) { nodes { text } } }", "PAGE_TOO_LARGE")]
    [InlineData("{ things(first: 99999999999999999999) { nodes { text } } }", "PAGE_TOO_LARGE")]
    [InlineData("query($n: Int!) { things(first: $n) { nodes { text } } }", "PAGE_TOO_LARGE", 101)]
    [InlineData("query($n: Int = 101) { things(first: $n) { nodes { text } } }", "PAGE_TOO_LARGE")]
    [InlineData("{ ...p } fragment p on Query { things(first: 101) { nodes { text } } }", "PAGE_TOO_LARGE")]
    [InlineData("query($n: Int!) { things(first: $n) { nodes { text } } }", null, 100)]
    [InlineData("query($n: Int!) { things(first: $n) { nodes { page(first: $n) { nodes { text } } } } }", "TOO_COSTLY", 100)]
    [InlineData("query($n: Int!) { things(first: $n) { nodes { page(first: $n) { nodes { text } } } } }", null, 10)]
    [InlineData("{ things(first: 100) { nodes { page(first: 51) { nodes { text } } } } }", "TOO_COSTLY")]
    [InlineData("{ list { list { text } } }", null)]
    [InlineData("{ list { list { list { list { list { text } } } } } }", "TOO_COSTLY")]
    [InlineData("{ ...a } fragment a on Query { list { ...b } } fragment b on Thing { list { list { ...c } } } fragment c on Thing { list { list { text } } }", "TOO_COSTLY")]
    [InlineData("{ heavy }", null)]
    [InlineData("{ a: heavy b: heavy c: heavy }", "TOO_COSTLY")]
    public void The_third_gate_weighs_list_sizes_with_the_variables(string text, string? code, int? n = null)
    {
        var document = Parser.Parse(text);
        var operation = document.Definitions.OfType<GraphQLOperationDefinition>().Single();
        var variables = n is null ? [] : new Dictionary<string, object?> { ["n"] = n };

        Assert.Equal(code, CostGate.Check(Schema, document, operation, variables)?.Code);
        Assert.InRange(Cpu(() => CostGate.Check(Schema, document, operation, variables)), 0, 10);
    }

    [Fact]
    public void The_third_gate_measures_each_fragment_once()
    {
        // It never meets this much: the second gate stands before it. Alone it holds all the same.
        var document = Parser.Parse(Attacks.FanOut(60));
        var operation = document.Definitions.OfType<GraphQLOperationDefinition>().Single();

        Assert.InRange(Cpu(() => CostGate.Check(Schema, document, operation, new Dictionary<string, object?>())), 0, 10);
    }

    [Fact]
    public void Ids_cost_as_many_as_there_are()
    {
        const string text = "query($ids: [ID!]!) { nodes(ids: $ids) { id } a: nodes(ids: [\"a\", \"b\"]) { id } }";
        var document = Parser.Parse(text);
        var operation = document.Definitions.OfType<GraphQLOperationDefinition>().Single();

        GraphRefusal? Ask(int count) => CostGate.Check(Schema, document, operation, new Dictionary<string, object?> { ["ids"] = Enumerable.Repeat<object?>("x", count).ToList() });

        Assert.Null(Ask(100));
        Assert.Equal("TOO_COSTLY", Ask(5000)?.Code);
    }

    [Fact]
    public void Every_refusal_speaks_both_languages_and_is_counted_by_its_reason()
    {
        var all = typeof(GraphRefusals).GetProperties().Select(p => (GraphRefusal)p.GetValue(null)!).ToList();
        var counted = new List<string>();
        using var listener = new System.Diagnostics.Metrics.MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == "Commerce" && instrument.Name == "commerce_graphql_refused_total")
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((_, n, tags, _) => counted.Add($"{n} {tags[0].Key}={tags[0].Value}"));
        listener.Start();

        Measures.GraphRefused(GraphRefusals.TooCostly.Code);

        Assert.All(all, r => Assert.Matches(@"[\u4e00-\u9fff]", r.Chinese));
        Assert.All(all, r => Assert.DoesNotMatch(@"[\u4e00-\u9fff]", r.English));
        Assert.All(all, r => Assert.Matches("^[A-Z_]+$", r.Code));
        Assert.InRange(all.Count, 20, 100);
        Assert.Contains("1 reason=too_costly", counted);
    }

    /// <summary>CPU milliseconds of this thread's work, the best of some tries: other tests share the machine.</summary>
    private static double Cpu(Action work)
    {
        work();
        return Enumerable.Range(0, 5).Min(_ =>
        {
            var clock = Stopwatch.GetTimestamp();
            work();
            return Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        });
    }

    private static ISchema Things()
    {
        var graph = new GraphBuilder();
        graph.Sdl.Add(
            """
            type Thing @public { text: String! list: [Thing!]! page(first: Int!): ThingConnection! }
            extend type Query { things(first: Int!): ThingConnection! @public list: [Thing!]! @public heavy: Int! @public @cost(weight: 2000) }
            """);
        graph.Type<Note>("Thing").Field("list", n => new[] { n }).Field("page", n => n);
        foreach (var field in new[] { "things", "list", "heavy" })
        {
            graph.Query(field, _ => Task.FromResult<object?>(null));
        }

        return SchemaAssembly.Build(graph).Schema;
    }
}
