using Commerce.Platform.Modules;
using Commerce.Platform.People;
using GraphQL.Types;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>Deny by default: every field of every object type and every route says who may use it.</summary>
[Collection(OneHost.Name)]
public sealed class EveryDoorHasARule(RunningHost host)
{
    [Fact]
    public void Every_field_of_every_object_type_has_an_access_rule()
    {
        var schema = host.Services.GetRequiredService<ISchema>();
        var rules = host.Services.GetRequiredService<PrintedSchema>().Rules;

        var open = schema.AllTypes.OfType<IObjectGraphType>().Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(t => t.Fields.Select(f => (t.Name, f.Name))).Where(f => !rules.ContainsKey(f)).ToList();

        Assert.Empty(open);
        Assert.True(rules.Count > 200, $"only {rules.Count} fields were seen");
    }

    [Fact]
    public void Every_route_says_who_may_use_it()
    {
        var routes = host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).ToList();

        // While developing, static assets add one catch-all of their own; the closed fallback policy covers it.
        var silent = routes.Where(r => r.DisplayName != "Fallback {**path:file}" && r.Metadata.GetMetadata<IAllowAnonymous>() is null
            && r.Metadata.GetMetadata<IAuthorizeData>() is null).Select(r => r.DisplayName).ToList();

        Assert.Empty(silent);
        Assert.NotEmpty(routes);
    }

    [Fact]
    public void Every_page_has_a_door_of_its_own()
    {
        var pages = host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).Select(e => (e, Page: e.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type)).Where(p => p.Page is not null).ToList();

        Assert.Empty(pages.Where(p => DoorAttribute.Of(p.Page!) is null || p.e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(p => p.Page!.Name).Distinct());
        Assert.True(pages.Count >= 5, $"only {pages.Count} pages were seen");
    }

    /// <summary>A traveller who buys at a counter has no account; nor does whoever comes back from paying.</summary>
    private static readonly string[] ForTravellers = ["retailPay", "retailStart"];

    [Fact]
    public void Every_mutation_but_a_travellers_two_requires_a_capability_and_takes_an_idempotency_key()
    {
        var mutation = host.Services.GetRequiredService<ISchema>().Mutation!;
        var rules = host.Services.GetRequiredService<PrintedSchema>().Rules;

        var loose = mutation.Fields.Where(f => rules[("Mutation", f.Name)] is not Platform.GraphQL.Access.Having).Select(f => f.Name);
        var keyless = mutation.Fields.Where(f => !((IInputObjectGraphType)((NonNullGraphType)f.Arguments!.Single().ResolvedType!).ResolvedType!).Fields
            .Any(i => i.Name == "idempotencyKey" && i.ResolvedType is NonNullGraphType)).Select(f => f.Name);

        Assert.Equal(ForTravellers, loose.Order());
        Assert.Empty(keyless);
    }
}
