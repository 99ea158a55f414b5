using System.Text.RegularExpressions;
using Xunit;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Commerce.Architecture.Tests;

/// <summary>What can be known about the container files without a container engine.</summary>
public sealed partial class ComposeFiles
{
    private static readonly string Folder = Path.Combine(Root(), "docker");

    // Ends after one piece of work: its end is what the others wait for.
    private static readonly HashSet<string> OneShots = ["migrate"];

    public static TheoryData<string> All => [.. Files()];

    [Fact]
    public void There_is_one_for_each_database_server() => Assert.Equal(["compose.postgresql.yml", "compose.sqlserver.yml"], Files().Order());

    [Theory, MemberData(nameof(All))]
    public void Every_long_running_service_says_when_it_is_healthy(string file)
    {
        var services = Services(Read(file));

        Assert.Equal(["database", "migrate", "proxy", "rabbitmq", "screens", "web", "worker"], services.Keys.Order());
        Assert.All(services.Where(s => !OneShots.Contains(s.Key)), s => Assert.NotEmpty(List(Map(s.Value["healthcheck"])["test"])));
    }

    [Theory, MemberData(nameof(All))]
    public void Every_wait_names_its_condition_and_a_service_that_can_meet_it(string file)
    {
        var services = Services(Read(file));
        var waits = services.Where(s => s.Value.ContainsKey("depends_on")).SelectMany(s => Map(s.Value["depends_on"])).ToList();

        Assert.NotEmpty(waits);
        Assert.All(waits, w => Assert.Equal(OneShots.Contains(w.Key) ? "service_completed_successfully" : "service_healthy", Map(w.Value)["condition"]));
        Assert.All(waits, w => Assert.True(services.ContainsKey(w.Key), w.Key));
    }

    [Theory, MemberData(nameof(All))]
    public void Every_image_is_pinned(string file) => Assert.All(
        Services(Read(file)).Values.Select(s => (string)s["image"]).Where(i => i != "commerce:local"), i => Assert.Matches(Pinned(), i));

    [Fact]
    public void The_image_is_built_from_pinned_images_and_does_not_run_as_root()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "Dockerfile"));

        Assert.All(lines.Where(l => l.StartsWith("FROM ", StringComparison.Ordinal)), l => Assert.Matches(Pinned(), l.Split(' ')[1]));
        Assert.Matches("^USER [1-9][0-9]+:[1-9][0-9]+$", lines.Last(l => l.StartsWith("USER ", StringComparison.Ordinal)));
        Assert.Contains(lines, l => l.StartsWith("HEALTHCHECK ", StringComparison.Ordinal) && l.Contains("ready.sh", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(All))]
    public void No_password_stands_in_plain_text(string file)
    {
        Assert.Empty(PlainPasswords(Read(file)));
        Assert.All(Map(Read(file)["secrets"]), s => Assert.StartsWith("secrets/", (string)Map(s.Value)["file"], StringComparison.Ordinal));
        Assert.Contains("/docker/secrets/", File.ReadAllLines(Path.Combine(Root(), ".gitignore")));
    }

    [Theory]
    [InlineData("services: { database: { environment: { POSTGRES_PASSWORD: tomato } } }")]
    [InlineData("services: { database: { environment: [ MSSQL_SA_PASSWORD=tomato ] } }")]
    [InlineData("services: { web: { environment: { Commerce__Database__ConnectionString: 'Host=database;Password=tomato' } } }")]
    [InlineData("services: { web: { command: [ 'amqp://commerce:tomato@rabbitmq' ] } }")]
    public void A_password_in_plain_text_is_seen(string text) => Assert.NotEmpty(PlainPasswords(Parse(text)));

    [Theory, MemberData(nameof(All))]
    public void The_two_halves_of_the_server_share_all_roles_between_them(string file)
    {
        var services = Services(Read(file));
        var roles = new[] { "web", "worker" }.SelectMany(s => ((string)List(services[s]["command"]).Last()).Split(','));

        Assert.Equal(["Consumers", "Outbox", "Web"], roles.Order());
        Assert.Equal(["migrate"], List(services["migrate"]["command"]));
    }

    /// <summary>Every text below, with the names that lead to it, that holds a secret instead of a way to one.</summary>
    private static IEnumerable<string> PlainPasswords(object? node, string path = "") => node switch
    {
        Dictionary<object, object> map => map.SelectMany(e => PlainPasswords(e.Value, $"{path}/{e.Key}")),
        List<object> list => list.SelectMany(e => PlainPasswords(e, path)),
        string text when InText().IsMatch(text) || (path.Contains("/environment/", StringComparison.Ordinal) && SecretName().IsMatch(path) && !text.StartsWith("/run/secrets/", StringComparison.Ordinal)) => [$"{path}: {text}"],
        _ => [],
    };

    private static IEnumerable<string> Files() => Directory.GetFiles(Folder, "*.yml").Select(f => Path.GetFileName(f));

    private static Dictionary<object, object> Read(string file) => Parse(File.ReadAllText(Path.Combine(Folder, file)));

    private static Dictionary<object, object> Parse(string text) =>
        new DeserializerBuilder().Build().Deserialize<Dictionary<object, object>>(new MergingParser(new Parser(new StringReader(text))));

    private static Dictionary<string, Dictionary<string, object>> Services(Dictionary<object, object> file) => Map(file["services"]).ToDictionary(s => s.Key, s => Map(s.Value));

    private static Dictionary<string, object> Map(object node) => ((Dictionary<object, object>)node).ToDictionary(e => (string)e.Key, e => e.Value);

    private static List<object> List(object node) => (List<object>)node;

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Commerce.sln")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    [GeneratedRegex("^[a-z0-9./-]+:[0-9]+[.0-9]*[0-9A-Za-z.-]*$")]
    private static partial Regex Pinned();

    [GeneratedRegex("(password|secret|token|key)[^/]*$", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    // password=word, or a name and a word before the @ of an address; "$(cat file)" is a way, not a secret.
    [GeneratedRegex("""(password|pwd)\s*=\s*(?!["']?\$)[^\s;]+|://[^/\s:]+:[^/\s@]+@""", RegexOptions.IgnoreCase)]
    private static partial Regex InText();
}
