using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Commerce.Platform.People;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Commerce.EndToEnd.Tests.Walls;

/// <summary>Who may do what: every field and every route, tried as every role, against the one table golden/access.csv that people have read.</summary>
[Collection(OneHost.Name)]
public sealed partial class AccessMatrix(RunningHost host)
{
    private static readonly string[] Roles =
        ["anonymous", "disabled", "buyer", "approver", "keeper", "purchaser", "supplier", "officer", "liaison", "supervisor", "auditor", "admin"];

    private ISchema Schema => host.Services.GetRequiredService<ISchema>();

    [Fact]
    public async Task Every_field_and_route_lets_in_whom_the_table_says_and_nobody_else()
    {
        await SignInAll();
        await UntilNothingIsUnderWay();
        var before = Rows();

        var tried = await TryAll();

        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            await File.WriteAllLinesAsync(Table(), tried.Select(t => $"{t.Key},{string.Join(',', t.Value)}").Prepend("door," + string.Join(',', Roles)));
        }

        Assert.Empty(Differences(await Expected(), tried));
        Assert.True(tried.Count > 450, $"only {tried.Count} doors were tried");
        // Signing in to knock is written down; knocking writes nothing.
        Assert.Equal([], Rows().Where(r => !r.Key.EndsWith("sign_in_tries", StringComparison.Ordinal) && before.GetValueOrDefault(r.Key) != r.Value).Select(r => $"{r.Key}: {before.GetValueOrDefault(r.Key)} > {r.Value}"));
    }

    [Fact]
    public async Task A_field_that_lost_its_rule_is_seen()
    {
        var field = Schema.Mutation!.Fields.Find("stockAdjust")!;
        var guarded = field.Resolver;
        field.Resolver = new FuncFieldResolver<object?>(_ => null);
        try
        {
            var tried = new Dictionary<string, string[]> { ["Mutation.stockAdjust"] = await TryRoot(field, true, await SignInAll()) };
            var expected = await Expected();

            var differences = Differences(expected.Where(e => e.Key == "Mutation.stockAdjust").ToDictionary(), tried);

            Assert.Equal(Roles.Length - 1, differences.Count);
        }
        finally
        {
            field.Resolver = guarded;
        }
    }

    [Fact]
    public async Task A_field_that_the_table_does_not_know_is_seen()
    {
        var expected = await Expected();
        var tried = expected.Append(new("Query.everything", [.. Roles.Select(_ => "x")])).ToDictionary();

        Assert.Equal(["Query.everything: not in the table"], Differences(expected, tried));
        Assert.Equal(["Query.everything: not there any more"], Differences(tried, expected));
    }

    [Fact]
    public async Task A_denial_is_logged_with_the_field_and_the_account_and_nothing_personal()
    {
        var keeper = await host.SignIn("keeper");
        var id = (await keeper.Data("{ viewer { id } }")).GetProperty("viewer").GetProperty("id").GetString()!.Split('_')[1];

        await keeper.Send("{ eventBacklog { pending } }");
        await host.Anybody().Send("{ eventBacklog { pending } }");

        Assert.Contains(host.Log, l => l.Trim() == $"Denied: Query.eventBacklog to account {id}");
        Assert.Contains(host.Log, l => l.Trim() == "Denied: Query.eventBacklog to account nobody");
    }

    /// <summary>What the sample data, or another test, set in motion has arrived: rows that come later come from knocking.</summary>
    private async Task UntilNothingIsUnderWay()
    {
        var admin = await host.SignIn("admin");
        for (var i = 0; i < 300; i++)
        {
            var backlog = (await admin.Data("{ eventBacklog { pending parked { waiting } } }")).GetProperty("eventBacklog");
            if (backlog.GetProperty("pending").GetInt32() == 0 && !backlog.GetProperty("parked").EnumerateArray().Any(p => p.GetProperty("waiting").GetBoolean()))
            {
                return;
            }

            await Task.Delay(100);
        }
    }

    private async Task<Dictionary<string, string[]>> TryAll()
    {
        var people = await SignInAll();
        var tried = new Dictionary<string, string[]>();
        foreach (var (root, mutation) in new[] { (Schema.Query, false), (Schema.Mutation!, true) })
        {
            foreach (var field in root.Fields.OrderBy(f => f.Name, StringComparer.Ordinal))
            {
                tried[$"{root.Name}.{field.Name}"] = await TryRoot(field, mutation, people);
            }
        }

        var actors = await Actors(people);
        foreach (var type in Schema.AllTypes.OfType<IObjectGraphType>().Where(t => t != Schema.Query && t != Schema.Mutation && !t.Name.StartsWith("__", StringComparison.Ordinal)).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            foreach (var field in type.Fields)
            {
                tried[$"{type.Name}.{field.Name}"] = await Cells(actors, actor => Denied(type, field, actor));
            }
        }

        foreach (var (door, method, path) in Routes())
        {
            var cells = await Cells(people, api => DeniedRoute(api, method, path));
            tried[door] = tried.TryGetValue(door, out var before) ? [.. before.Zip(cells, (a, b) => a == b ? a : "?")] : cells;
        }

        return tried;
    }

    private static async Task<string[]> TryRoot(FieldType field, bool mutation, IReadOnlyList<Api> people) => await Cells(people, async api =>
    {
        var (query, variables) = Doors.Knock(field, mutation);
        var answer = await api.Send(query, variables);

        // A wrong document would never get to the door.
        Assert.True(answer.TryGetProperty("data", out _), $"{field.Name}: {answer}");
        return Doors.Denies(answer);
    });

    /// <summary>Below the roots: what stands in a field's way once somebody got to its parent.</summary>
    private async Task<bool> Denied(IObjectGraphType type, FieldType field, Actor actor)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        try
        {
            await field.Resolver!.ResolveAsync(new ResolveFieldContext { RequestServices = scope.ServiceProvider, ParentType = type, FieldDefinition = field, Schema = Schema });
            return false;
        }
        catch (ExecutionError e) when (e.Code is "FORBIDDEN" or "UNAUTHENTICATED")
        {
            return true;
        }
        catch (Exception)
        {
            // It was let in and found no parent: there is none here.
            return false;
        }
    }

    private IEnumerable<(string Door, string Method, string Path)> Routes()
    {
        foreach (var endpoint in host.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.DisplayName != "Fallback {**path:file}").OrderBy(e => e.RoutePattern.RawText, StringComparer.Ordinal))
        {
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST", "PUT", "DELETE"])
            {
                yield return (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null ? $"{method} {path}" : $"{method} static assets", method, Filled(path));
            }
        }
    }

    /// <summary>A path with something in the place of its parameters, so that it leads to its own door.</summary>
    private static string Filled(string path) => RouteParameter().Replace(path, p => p.Value.Contains(":int", StringComparison.Ordinal) ? "2026" : p.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "x");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex RouteParameter();

    private static async Task<bool> DeniedRoute(Api api, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
        if (method is not ("GET" or "HEAD"))
        {
            // What no route can use: it gets through the door and no further.
            request.Content = new StringContent("null", Encoding.UTF8, "application/json");
        }

        return (await api.Http.SendAsync(request)).StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden;
    }

    private static async Task<string[]> Cells<T>(IReadOnlyList<T> people, Func<T, Task<bool>> denied)
    {
        var cells = new string[people.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = await denied(people[i]) ? "-" : "x";
        }

        return cells;
    }

    private async Task<IReadOnlyList<Api>> SignInAll()
    {
        List<Api> people = [host.Anybody(), await DisabledAdministrator.SignIn(host)];
        foreach (var role in Roles[2..])
        {
            people.Add(await host.SignIn(role));
        }

        return people;
    }

    /// <summary>As the host itself sees them.</summary>
    private static async Task<IReadOnlyList<Actor>> Actors(IReadOnlyList<Api> people)
    {
        var actors = new List<Actor>();
        foreach (var api in people)
        {
            var viewer = (await api.Data("{ viewer { capabilities } }")).GetProperty("viewer");
            actors.Add(viewer.ValueKind == System.Text.Json.JsonValueKind.Null ? Actor.Anonymous : new Actor(
                Guid.NewGuid(), "", [], viewer.GetProperty("capabilities").EnumerateArray().ToDictionary(c => c.GetString()!, _ => (IReadOnlyCollection<Guid>)[])));
        }

        return actors;
    }

    private static List<string> Differences(Dictionary<string, string[]> expected, Dictionary<string, string[]> tried) =>
    [
        .. tried.Keys.Except(expected.Keys).Select(d => $"{d}: not in the table"),
        .. expected.Keys.Except(tried.Keys).Select(d => $"{d}: not there any more"),
        .. tried.Where(t => expected.ContainsKey(t.Key)).SelectMany(t => Roles.Index()
            .Where(r => expected[t.Key][r.Index] != t.Value[r.Index]).Select(r => $"{t.Key}: {r.Item} is {t.Value[r.Index]}, the table says {expected[t.Key][r.Index]}")),
    ];

    private static async Task<Dictionary<string, string[]>> Expected()
    {
        var lines = await File.ReadAllLinesAsync(Table());
        Assert.Equal("door," + string.Join(',', Roles), lines[0]);
        return lines.Skip(1).Select(l => l.Split(',')).ToDictionary(l => l[0], l => l[1..]);
    }

    /// <summary>How many rows each table has: knocking adds none. Who does scheduled work at present is not counted.</summary>
    private Dictionary<string, long> Rows() => Directory.GetFiles(host.FileOf(""), "*.db").SelectMany(Rows).ToDictionary();

    private static List<KeyValuePair<string, long>> Rows(string file)
    {
        using var db = new SqliteConnection($"Data Source={file};Pooling=False");
        db.Open();
        var tables = new List<string>();
        using var command = db.CreateCommand();
        command.CommandText = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name <> 'leases'";
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                tables.Add(reader.GetString(0));
            }
        }

        return tables.ConvertAll(table =>
        {
            command.CommandText = $"select count(*) from \"{table}\"";
            return KeyValuePair.Create($"{Path.GetFileName(file)} {table}", (long)command.ExecuteScalar()!);
        });
    }

    private static string Table([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "golden", "access.csv");
}
