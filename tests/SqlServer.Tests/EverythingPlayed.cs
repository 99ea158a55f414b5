using System.Net.Http.Json;
using System.Text.Json;
using Commerce.Host;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.Walkthrough;
using global::GraphQL;
using global::GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.Internal;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.SqlServer.Tests;

/// <summary>The whole program on SQLite with its sample data, one order from beginning to end, and every query of the schema; the shadow listens.</summary>
public sealed class EverythingPlayed : IAsyncLifetime
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "commerce-tests", Guid.NewGuid().ToString("N"));

    /// <summary>Queries that were answered, by name.</summary>
    public HashSet<string> Asked { get; } = [];

    /// <summary>Queries of the schema.</summary>
    public IReadOnlyList<string> Queries { get; private set; } = [];

    /// <summary>How the order went.</summary>
    public string Story { get; private set; } = "";

    public int Wrong { get; private set; }

    /// <summary>What became of each mutation sent with made-up values: "done", or the codes of its refusals.</summary>
    public SortedDictionary<string, HashSet<string>> Sent { get; } = [];

    /// <summary>Mutations of the schema.</summary>
    public IReadOnlyList<string> Mutations { get; private set; } = [];

    /// <summary>Answers with errors, by query.</summary>
    public List<string> Errors { get; } = [];

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        var builder = Server.Builder(
            new Dictionary<string, string?> { ["Commerce:Database:DataFolder"] = folder, ["Urls"] = "http://127.0.0.1:0", ["Commerce:Demo"] = "true" }, out var settings);
        foreach (var (_, context) in SqlServerModel.Contexts)
        {
            typeof(EverythingPlayed).GetMethod(nameof(Follow), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(context).Invoke(null, [builder.Services]);
        }

        await using var app = Server.Build(builder, settings);
        await Server.Prepare(app, settings, CancellationToken.None);
        await app.StartAsync();
        await Server.Open(app, settings, CancellationToken.None);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var accounts = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "demo-accounts.json"))).RootElement;
        var people = new Dictionary<string, GraphClient>();
        GraphClient SignIn(string role) => people.TryGetValue(role, out var known)
            ? known
            : people[role] = new(http, accounts.GetProperty(role).Text("userName"), accounts.GetProperty(role).Text("password"));

        var story = new StringWriter();
        var sheet = new Sheet(story);
        // With each query compiled twice this is not the program whose promise is measured.
        await new Story(SignIn, sheet, TimeSpan.FromSeconds(60)).Play();
        (Story, Wrong) = (story.ToString(), sheet.Wrong);
        await AskEverything(app.Services.GetRequiredService<ISchema>(), app.Services.GetRequiredService<PrintedSchema>(), [.. new[] { "officer", "admin", "supplier", "auditor", "buyer" }.Select(SignIn)]);
        await DoEverything(app.Services.GetRequiredService<ISchema>(), [.. new[] { "buyer", "approver", "supplier", "keeper", "officer", "clerk", "admin" }.Select(SignIn)]);
        await app.StopAsync();
    }

    public Task DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, true);
        return Task.CompletedTask;
    }

#pragma warning disable EF1001
    private static void Follow<TDb>(IServiceCollection services)
        where TDb : DbContext => services.ConfigureDbContext<TDb>(o => o.ReplaceService<IQueryCompiler, ShadowedQueries>().AddInterceptors(new ShadowedSaves()));
#pragma warning restore EF1001

    /// <summary>Each field of each query on its own, two levels down, as whoever may.</summary>
    private async Task AskEverything(ISchema schema, PrintedSchema printed, IReadOnlyList<GraphClient> people)
    {
        var fields = schema.Query.Fields.ToList();
        Queries = [.. fields.Select(f => f.Name)];
        foreach (var field in fields)
        {
            foreach (var selection in Selections(field.ResolvedType!, 4))
            {
                var arguments = string.Join(", ", (field.Arguments ?? []).Where(a => a.ResolvedType is NonNullGraphType && a.DefaultValue is null).Select(a => $"{a.Name}: {Value(a.ResolvedType!)}"));
                var text = $"{{ {field.Name}{(arguments.Length > 0 ? $"({arguments})" : "")} {selection} }}";
                string? last = null;
                foreach (var person in people)
                {
                    try
                    {
                        await person.Ask(text);
                        Asked.Add(field.Name);
                        last = null;
                        break;
                    }
                    catch (GraphRefusedException refused)
                    {
                        last = $"{text}: {refused.Message}";
                    }
                }

                if (last is not null)
                {
                    Errors.Add(last);
                }
            }
        }
    }

    /// <summary>Each mutation as everybody who may, with ids of things that there are: it goes as far as its rules let it.</summary>
    private async Task DoEverything(ISchema schema, IReadOnlyList<GraphClient> people)
    {
        Mutations = [.. schema.Mutation!.Fields.Select(f => f.Name)];
        var known = await KnownIds(people);
        foreach (var field in schema.Mutation.Fields)
        {
            foreach (var person in people)
            {
                try
                {
                    var input = Input((IInputObjectGraphType)field.Arguments!.Single().ResolvedType!.GetNamedType(), known, DateTime.UtcNow.Year);
                    var data = await person.Ask($"mutation {{ {field.Name}(input: {input}) {{ errors {{ code message }} }} }}");
                    var errors = data.GetProperty(field.Name).GetProperty("errors").EnumerateArray().Select(e => e.Text("code")).ToList();
                    Sent.TryAdd(field.Name, []);
                    Sent[field.Name].UnionWith(errors.Count == 0 ? ["done"] : errors);
                }
                catch (GraphRefusedException refused)
                {
                    Errors.Add($"{field.Name}: {refused.Message}");
                }
            }
        }
    }

    private static async Task<Dictionary<string, string>> KnownIds(IReadOnlyList<GraphClient> people)
    {
        var ids = new Dictionary<string, string>();
        foreach (var person in people)
        {
            foreach (var (name, query) in new[]
            {
                ("unitId", "viewer { units { id } }"), ("productId", "products(first: 1) { nodes { id } }"), ("variantId", "products(first: 1) { nodes { variants { id } } }"),
                ("offerId", "products(first: 1) { nodes { variants { offers { id } } } }"), ("outletId", "outlets { id }"), ("villageId", "villages { id }"), ("speciesId", "species { id }"), ("groupId", "synonymGroups { id }"), ("producerId", "villages { producers { id } }"), ("certificateId", "products(first: 1) { nodes { certificates { id } } }"),
                ("orderId", "purchaseOrders(first: 1) { nodes { id } }"), ("lineId", "purchaseOrders(first: 1) { nodes { lines { id } } }"),
                ("statementId", "statements(first: 1) { nodes { id } }"), ("differenceId", "statements(first: 50) { nodes { differences { id } } }"), ("paymentId", "statements(first: 50) { nodes { payments { id } } }"),
                ("deliveryId", "purchaseOrders(first: 1) { nodes { deliveries { id } } }"), ("acceptanceId", "purchaseOrders(first: 1) { nodes { acceptances { id } } }"),
                ("accountId", "accounts(first: 1) { nodes { id } }"), ("userId", "accounts(first: 1) { nodes { id } }"), ("categoryId", "categories { id }"), ("entryId", "ledgerEntries(year: 2026, first: 1) { nodes { id } }"), ("monthId", "ledgerMonth(month: \"2026-06\") { id }"), ("filingId", "shareFilings(year: 2026) { id }"), ("sheetId", "daySheets(first: 1) { nodes { id } }"),
            })
            {
                try
                {
                    if (System.Text.RegularExpressions.Regex.Match((await person.Ask($"{{ {query} }}")).ToString(), "\"id\":\\s*\"([^\"]+)\"") is { Success: true } found)
                    {
                        ids.TryAdd(name, found.Groups[1].Value);
                    }
                }
                catch (GraphRefusedException)
                {
                    // Somebody else may.
                }
            }
        }

        return ids;
    }

    private static string Input(IInputObjectGraphType type, Dictionary<string, string> known, int year) =>
        "{ " + string.Join(", ", type.Fields.Where(f => f.ResolvedType is NonNullGraphType || known.ContainsKey(f.Name)).Select(f => $"{f.Name}: {Made(f.Name, f.ResolvedType!, known, year)}")) + " }";

    private static string Made(string name, IGraphType type, Dictionary<string, string> known, int year) => type switch
    {
        NonNullGraphType n => Made(name, n.ResolvedType!, known, year),
        ListGraphType l => $"[{Made(name, l.ResolvedType!, known, year)}]",
        IInputObjectGraphType i => Input(i, known, year),
        _ when known.TryGetValue(name, out var id) => $"\"{id}\"",
        _ when name == "idempotencyKey" => $"\"{Guid.NewGuid()}\"",
        _ when name == "year" => $"{year}",
        _ when name == "expectedVersion" => "1",
        _ => Value(type),
    };

    /// <summary>Ways into a type: each leads to one field that has fields, with the plain ones beside it.</summary>
    private static IEnumerable<string> Selections(IGraphType type, int depth)
    {
        var named = type.GetNamedType();
        if (named is not IObjectGraphType shape)
        {
            return [named is IInterfaceGraphType or UnionGraphType ? "{ __typename }" : ""];
        }

        var usable = shape.Fields.Where(f => f.Arguments is null || f.Arguments.All(a => a.ResolvedType is not NonNullGraphType || a.DefaultValue is not null || Value(a.ResolvedType) != "")).ToList();
        string Call(FieldType f)
        {
            var given = (f.Arguments ?? []).Where(a => a.ResolvedType is NonNullGraphType && a.DefaultValue is null).Select(a => $"{a.Name}: {Value(a.ResolvedType!)}").ToList();
            return f.Name + (given.Count > 0 ? $"({string.Join(", ", given)})" : "");
        }

        var plain = string.Join(' ', usable.Where(f => f.ResolvedType!.GetNamedType() is not (IObjectGraphType or IInterfaceGraphType or UnionGraphType)).Select(Call));
        var deep = usable.Where(f => f.ResolvedType!.GetNamedType() is IObjectGraphType).ToList();
        return depth == 0 || deep.Count == 0
            ? [$"{{ __typename {plain} }}"]
            : [$"{{ __typename {plain} }}", .. deep.SelectMany(f => Selections(f.ResolvedType!, depth - 1).Select(s => $"{{ {Call(f)} {s} }}"))];
    }

    private static string Value(IGraphType type) => type switch
    {
        NonNullGraphType n => Value(n.ResolvedType!),
        ListGraphType l => $"[{Value(l.ResolvedType!)}]",
        EnumerationGraphType e => e.Values.First().Name,
        { Name: "Int" } => "5",
        { Name: "Boolean" } => "true",
        { Name: "Decimal" } => "\"5\"",
        { Name: "ID" } => "\"none\"",
        { Name: "Date" } => "\"2026-06-10\"",
        { Name: "DateTime" } => "\"2026-06-10T00:00:00Z\"",
        { Name: "String" } => "\"米\"",
        _ => "\"2026-06\"",
    };
}
