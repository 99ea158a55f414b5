using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Xunit;

namespace Commerce.Platform.Tests;

public sealed class SchemaTests
{
    [Fact]
    public void A_field_without_a_rule_fails_the_start()
    {
        var graph = new GraphBuilder();
        graph.Sdl.Add("type Secret { text: String! } extend type Query { secret: Secret @signedIn }");
        graph.Type<Note>("Secret");
        graph.Query("secret", _ => Task.FromResult<object?>(null));

        var e = Assert.Throws<InvalidOperationException>(() => SchemaAssembly.Build(graph));

        Assert.Contains("Secret.text says nowhere who may use it", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_without_a_source_fails_the_start()
    {
        var graph = new GraphBuilder();
        graph.Sdl.Add("type Hollow @public { nothing: String } extend type Query { hollow: Hollow @public unbound: Int @public }");
        graph.Type<Note>("Hollow");
        graph.Query("hollow", _ => Task.FromResult<object?>(null));

        var e = Assert.Throws<InvalidOperationException>(() => SchemaAssembly.Build(graph));

        Assert.Contains("Hollow.nothing has no source", e.Message, StringComparison.Ordinal);
        Assert.Contains("Query.unbound has no source", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_on_the_field_wins_over_the_one_on_its_type()
    {
        var graph = new GraphBuilder();
        graph.Sdl.Add("""type Thing @public { text: String! serial: Int! @requires(capability: "audit.read") } extend type Query { thing: Thing @signedIn }""");
        graph.Type<Note>("Thing");
        graph.Query("thing", _ => Task.FromResult<object?>(null));

        var (_, text, rules) = SchemaAssembly.Build(graph);

        Assert.IsType<Access.Anyone>(rules[("Thing", "text")]);
        Assert.Equal(new Access.Having("audit.read"), rules[("Thing", "serial")]);
        Assert.Contains("@requires(capability: \"audit.read\")", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_a_rule_names_two_capabilities_either_is_enough()
    {
        var graph = new GraphBuilder();
        graph.Sdl.Add("""extend type Query { thing: String @requires(capability: "audit.read", or: "events.operate") }""");
        graph.Query("thing", _ => Task.FromResult<object?>(null));

        var rule = SchemaAssembly.Build(graph).Rules[("Query", "thing")];

        Assert.Equal(new Access.Having("audit.read", "events.operate"), rule);
        Assert.Equal([true, true, false, false], new[] { "audit.read", "events.operate", "task.read", "" }.Select(c => rule.Allows(new Actor(Guid.NewGuid(), "张三", [], new Dictionary<string, IReadOnlyCollection<Guid>> { [c] = [] }))));
    }
}
