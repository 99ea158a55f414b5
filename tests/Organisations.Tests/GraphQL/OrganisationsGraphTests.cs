using System.Text.Json;
using Commerce.Platform.Databases;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;
using HostRoles = Commerce.Platform.Modules.Roles;

namespace Commerce.Organisations.Tests.GraphQL;

/// <summary>The module's part of the schema, asked as clients ask.</summary>
public sealed class OrganisationsGraphTests : IAsyncLifetime
{
    private Office office = null!;
    private IHost host = null!;

    public async Task InitializeAsync()
    {
        office = await Office.WithSamples(DatabaseProvider.Sqlite);
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.AddHouse([new OrganisationsModule()], new DatabaseOptions { DataFolder = office.DataFolder }, new MessagingOptions(), HostRoles.All);
        builder.Services.AddSingleton<TimeProvider>(office.Clock);
        builder.Services.AddSingleton(new Cursors(() => new byte[32]));
        builder.Services.AddScoped(_ => office.Db());
        host = builder.Build();
    }

    public async Task DisposeAsync()
    {
        host.Dispose();
        await office.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_sees_who_they_are_and_nobody_sees_null()
    {
        const string query = "{ viewer { name capabilities language units { name } } }";

        Assert.Equal("""{"data":{"viewer":{"name":"张采购","capabilities":["external.read","external.record","move.ask","move.read","order.read","order.request"],"language":"zh","units":[{"name":"公路局"}]}}}""", (await Ask("buyer", query)).GetRawText());
        Assert.Equal("""{"data":{"viewer":null}}""", (await Ask(null, query)).GetRawText());
    }

    [Fact]
    public async Task Units_are_shown_with_their_parents_children_and_canteens()
    {
        var units = (await Ask("buyer", "{ orgUnits { id name kind budgetUnit sample validFrom parent { name } children { id } canteens { name model note headcount unit { name } servedUnits { name } } } }"))
            .GetProperty("data").GetProperty("orgUnits");

        Assert.Equal(21, units.GetArrayLength());
        Assert.Equal(("省交通运输厅", "DEPARTMENT", 20), (units[0].GetProperty("name").GetString(), units[0].GetProperty("kind").GetString(), units[0].GetProperty("children").GetArrayLength()));
        var finance = units.EnumerateArray().Single(u => u.GetProperty("name").GetString() == "财务处");
        Assert.Equal("省交通运输厅", finance.GetProperty("parent").GetProperty("name").GetString());
        Assert.Equal("2020-01-01", finance.GetProperty("validFrom").GetString());
        Assert.Equal("共用食堂，由服务中心填报", finance.GetProperty("canteens")[0].GetProperty("note").GetString());
    }

    [Fact]
    public async Task Groups_show_their_members_of_a_day()
    {
        var groups = (await Ask("officer", "{ unitGroups { name open members { name } before: members(on: \"2019-12-31\") { name } } }")).GetProperty("data").GetProperty("unitGroups");

        Assert.Equal(11, groups[0].GetProperty("members").GetArrayLength());
        Assert.Equal(0, groups[0].GetProperty("before").GetArrayLength());
    }

    [Fact]
    public async Task Nobody_sees_units_and_only_administrators_see_accounts()
    {
        Assert.Equal("UNAUTHENTICATED", CodeOf(await Ask(null, "{ orgUnits { name } }")));
        Assert.Equal("FORBIDDEN", CodeOf(await Ask("buyer", "{ accounts(first: 10) { nodes { userName } } }")));
        var node = NodeId.Encode("usr", SampleId.Of("user", "buyer"));
        Assert.Equal("""{"data":{"node":null}}""", (await Ask("buyer", $$"""{ node(id: "{{node}}") { id } }""")).GetRawText());
    }

    [Fact]
    public async Task Accounts_come_in_pages()
    {
        var first = (await Ask("admin", "{ accounts(first: 2) { totalCount nodes { userName roles { role unit { name } } } pageInfo { hasNextPage endCursor } } }")).GetProperty("data").GetProperty("accounts");
        var cursor = first.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var second = (await Ask("admin", $$"""{ accounts(first: 100, after: "{{cursor}}") { nodes { userName } pageInfo { hasNextPage } } }""")).GetProperty("data").GetProperty("accounts");

        Assert.Equal(["admin", "approver"], first.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("userName").GetString()));
        Assert.Equal(12, first.GetProperty("totalCount").GetInt32());
        Assert.True(first.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.Equal("auditor", second.GetProperty("nodes")[0].GetProperty("userName").GetString());
        Assert.Equal(10, second.GetProperty("nodes").GetArrayLength());
    }

    [Fact]
    public async Task A_mutations_answer_shows_its_effect_at_once()
    {
        var bureau = NodeId.Encode("ou", Office.Unit("公路局"));
        var unit = (await Ask("admin", $$"""mutation { unitSave(input: { idempotencyKey: "u1", name: "养护科", kind: OFFICE, parentId: "{{bureau}}" }) { unit { id name version parent { name } } replayed errors { code message } } }"""))
            .GetProperty("data").GetProperty("unitSave");
        var account = (await Ask("admin", $$"""mutation { accountCreate(input: { idempotencyKey: "a1", userName: "qian", name: "钱会计", homeUnitId: "{{bureau}}", password: "long enough 10" }) { account { id version userName roles { id } } errors { code message } } }"""))
            .GetProperty("data").GetProperty("accountCreate");
        var accountId = account.GetProperty("account").GetProperty("id").GetString();
        var role = (await Ask("admin", $$"""mutation { roleAssign(input: { idempotencyKey: "r1", accountId: "{{accountId}}", role: KEEPER, unitId: "{{bureau}}", validTo: "2027-01-01" }) { assignment { id version role validFrom validTo account { name } } errors { code message } } }"""))
            .GetProperty("data").GetProperty("roleAssign");
        var roleId = role.GetProperty("assignment").GetProperty("id").GetString();
        var ended = (await Ask("admin", $$"""mutation { roleEnd(input: { idempotencyKey: "r2", assignmentId: "{{roleId}}", expectedVersion: 1 }) { assignment { validTo } errors { code } } }""")).GetProperty("data").GetProperty("roleEnd");
        var canteen = (await Ask("admin", $$"""mutation { canteenSave(input: { idempotencyKey: "c1", name: "二食堂", unitId: "{{bureau}}", model: SHARED, headcount: 10, servedUnitIds: ["{{unit.GetProperty("unit").GetProperty("id").GetString()}}"] }) { canteen { note servedUnits { name } } errors { code } } }""")).GetProperty("data").GetProperty("canteenSave");
        var disabled = (await Ask("admin", $$"""mutation { accountDisable(input: { idempotencyKey: "d1", accountId: "{{accountId}}", expectedVersion: 1 }) { account { disabled version } errors { code } } }""")).GetProperty("data").GetProperty("accountDisable");

        Assert.Equal("公路局", unit.GetProperty("unit").GetProperty("parent").GetProperty("name").GetString());
        Assert.Equal("2026-06-15", role.GetProperty("assignment").GetProperty("validFrom").GetString());
        Assert.Equal("2026-06-15", ended.GetProperty("assignment").GetProperty("validTo").GetString());
        Assert.Equal(2, canteen.GetProperty("canteen").GetProperty("servedUnits").GetArrayLength());
        Assert.True(disabled.GetProperty("account").GetProperty("disabled").GetBoolean());
    }

    [Fact]
    public async Task A_mutation_without_the_right_is_refused_as_data()
    {
        var answer = (await Ask("buyer", """mutation { unitSave(input: { idempotencyKey: "u1", name: "养护科", kind: OFFICE }) { unit { id } errors { code } } }""")).GetProperty("data").GetProperty("unitSave");

        Assert.Equal("FORBIDDEN", answer.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    private static string? CodeOf(JsonElement answer) => answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private async Task<JsonElement> Ask(string? userName, string query)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = userName is null ? Actor.Anonymous : await office.ActorOf(userName);
        var result = await host.Services.GetRequiredService<IDocumentExecuter>().ExecuteAsync(new ExecutionOptions
        {
            Schema = host.Services.GetRequiredService<ISchema>(),
            Query = query,
            RequestServices = scope.ServiceProvider,
        });
        return JsonDocument.Parse(host.Services.GetRequiredService<IGraphQLTextSerializer>().Serialize(result)).RootElement;
    }
}
