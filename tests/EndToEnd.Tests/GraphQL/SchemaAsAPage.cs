using System.Net;
using System.Reflection;
using Commerce.Platform.GraphQL;
using Commerce.Platform.GraphQL.Limits;
using Commerce.Platform.Modules;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.EndToEnd.Tests.GraphQL;

/// <summary>/docs/api tells the schema that runs, to whoever may read it.</summary>
[Collection(OneHost.Name)]
public sealed class SchemaAsAPage(RunningHost host)
{
    [Theory]
    [InlineData("zh", "所有人", "需要 <code>", "代价 ")]
    [InlineData("en", "anybody", "needs <code>", "cost ")]
    public async Task It_names_every_type_field_argument_description_capability_and_code(string language, string anybody, string needs, string cost)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        var page = await http.GetStringAsync($"/docs/api?lang={language}");
        var schema = host.Services.GetRequiredService<ISchema>();
        var rules = host.Services.GetRequiredService<PrintedSchema>().Rules;
        var missing = new List<string>();
        var fields = 0;
        foreach (var type in schema.AllTypes.Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            Miss($"<section class=\"type\" id=\"{type.Name}\">");
            Miss(WebUtility.HtmlEncode(type.Description ?? ""));
            foreach (var field in (type as IComplexGraphType)?.Fields ?? [])
            {
                fields++;
                Miss($"id=\"{type.Name}.{field.Name}\"><dt><code>{field.Name}</code>: ");
                Miss(WebUtility.HtmlEncode(field.Description ?? ""));
                foreach (var argument in field.Arguments ?? [])
                {
                    Miss($"<p class=\"argument\"><code>{argument.Name}</code>: ");
                }
            }

            foreach (var value in type is EnumerationGraphType choice ? choice.Values.ToList() : [])
            {
                Miss($"<dt><code>{value.Name}</code></dt>");
            }
        }

        foreach (var having in rules.Values.OfType<Access.Having>())
        {
            Miss($"{needs}{having.Capability}</code>{(having.Or is { } other ? $" {(language == "en" ? "or" : "或")} <code>{other}</code>" : "")}");
        }

        foreach (var refusal in typeof(GraphRefusals).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(p => (GraphRefusal)p.GetValue(null)!))
        {
            Miss($"<code>{refusal.Code}</code>");
        }

        Miss(anybody);
        Miss("5,000");
        Assert.Empty(missing);
        Assert.True(fields > 800, $"only {fields} fields were seen");
        Assert.Equal(rules.Keys.Count(k => schema.AllTypes.First(t => t.Name == k.Type) is IComplexGraphType c && FieldCost.Of(c.Fields.Find(k.Field)!) is { Weight: not 0 } or { Multipliers.Count: > 0 }), page.Split($" · {cost}").Length - 1);

        void Miss(string part)
        {
            if (!page.Contains(part, StringComparison.Ordinal))
            {
                missing.Add(part);
            }
        }
    }

    [Fact]
    public async Task Who_signed_in_finds_the_capability_of_a_field_beside_it()
    {
        using var http = new HttpClient { BaseAddress = host.Address };

        var page = await http.GetStringAsync("/docs/api?lang=en");

        var field = page[page.IndexOf("id=\"Mutation.offerWithdraw\"", StringComparison.Ordinal)..];
        Assert.Contains("◆ needs <code>catalogue.write</code>", field[..field.IndexOf("</div>", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }
}

/// <summary>Where the schema is hidden, so is the page.</summary>
[Collection(InProduction.Name)]
public sealed class SchemaAsAPageInProduction(ProductionHost host)
{
    [Fact]
    public async Task Nobody_reads_it_but_who_may_read_the_schema()
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("/docs/api")).StatusCode);
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var sent = await browser.GetAsync("/docs/api");
        Assert.Equal((HttpStatusCode.Redirect, "/account/sign-in?returnUrl=%2Fdocs%2Fapi"), (sent.StatusCode, sent.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await (await host.SignIn()).Http.GetAsync("/docs/api")).StatusCode);
    }
}
