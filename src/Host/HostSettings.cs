using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;

namespace Commerce.Host;

/// <summary>The host's own settings: from the command line, else from the environment or appsettings, else the defaults.</summary>
/// <param name="Urls">Where it listens.</param>
/// <param name="Demo">Sample data and sample accounts.</param>
/// <param name="Roles">What this process does.</param>
/// <param name="Database">Which database.</param>
/// <param name="Messaging">How events travel.</param>
internal sealed record HostSettings(string Urls, bool Demo, Roles Roles, DatabaseOptions Database, MessagingOptions Messaging)
{
    public const string DefaultUrl = "http://localhost:5080";

    /// <summary>Where container platforms lay secrets.</summary>
    private const string DefaultSecretsFolder = "/run/secrets";

    /// <summary>Options of the command line and the keys they stand for.</summary>
    public static IReadOnlyDictionary<string, string> Options { get; } = new Dictionary<string, string>
    {
        ["--data"] = "Commerce:Database:DataFolder",
        ["--urls"] = "Urls",
        ["--demo"] = "Commerce:Demo",
        ["--roles"] = "Commerce:Roles",
        ["--to"] = "Verb:To",
        ["--from"] = "Verb:From",
        ["--year"] = "Verb:Year",
        ["--head"] = "Verb:Head",
    };

    /// <summary>Options without a value.</summary>
    public static IReadOnlyDictionary<string, string> Flags { get; } = new Dictionary<string, string> { ["--force"] = "Verb:Force", ["--adopt"] = "Verb:Adopt", ["--preview"] = "Verb:Preview" };

    /// <summary>Verbs that are followed by a word: a file, or what to do.</summary>
    private static readonly string[] WithWord = ["import-tasks", "audit"];

    /// <summary>Settings from files, one each, named like the variable: Commerce__Database__ConnectionString. They win over the environment, where a secret is seen by too many.</summary>
    /// <exception cref="WrongSettingException">The folder that was named isn't there.</exception>
    public static void AddSecrets(IConfigurationManager configuration)
    {
        var named = configuration["Commerce:SecretsFolder"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : null;
        if (named is not null && !Directory.Exists(named))
        {
            throw new WrongSettingException("Commerce:SecretsFolder", $"names {named}, which isn't there");
        }

        configuration.AddKeyPerFile(named ?? DefaultSecretsFolder, optional: true);
    }

    /// <exception cref="WrongSettingException">Names the key.</exception>
    public static HostSettings Read(IConfiguration configuration)
    {
        var database = new DatabaseOptions
        {
            Provider = ReadEnum(configuration, "Commerce:Database:Provider", DatabaseProvider.Sqlite),
            ConnectionString = configuration["Commerce:Database:ConnectionString"],
            DataFolder = Path.GetFullPath(configuration["Commerce:Database:DataFolder"] is { Length: > 0 } folder ? folder : "data"),
        };
        var messaging = new MessagingOptions
        {
            Transport = ReadEnum(configuration, "Commerce:Messaging:Transport", MessagingTransport.InMemory),
            RabbitMq = new RabbitMqOptions
            {
                Host = configuration["Commerce:Messaging:RabbitMq:Host"] ?? "",
                Port = ReadPort(configuration, "Commerce:Messaging:RabbitMq:Port", 5672),
                User = configuration["Commerce:Messaging:RabbitMq:User"] ?? "guest",
                Password = configuration["Commerce:Messaging:RabbitMq:Password"] ?? "guest",
                VirtualHost = configuration["Commerce:Messaging:RabbitMq:VirtualHost"] ?? "/",
            },
        };
        return new(ReadUrls(configuration), ReadBool(configuration, "Commerce:Demo", false), ReadRoles(configuration), database, messaging);
    }

    /// <summary>Splits "--data DIR" and "--data=DIR" into settings; the first word that is no option is the verb, a second may belong to it.</summary>
    /// <exception cref="WrongSettingException">An option that there isn't.</exception>
    public static (string? Verb, Dictionary<string, string?> Settings) Parse(string[] arguments)
    {
        string? verb = null;
        var settings = new Dictionary<string, string?>();
        for (var i = 0; i < arguments.Length; i++)
        {
            var (name, inline) = arguments[i].Split('=', 2) is [var n, var v] ? (n, v) : (arguments[i], null);
            if (Options.TryGetValue(name, out var key))
            {
                settings[key] = inline ?? (i + 1 < arguments.Length && !arguments[i + 1].StartsWith("--", StringComparison.Ordinal)
                    ? arguments[++i]
                    : throw new WrongSettingException(name, "needs a value"));
            }
            else if (Flags.TryGetValue(arguments[i], out var flag))
            {
                settings[flag] = "true";
            }
            else if (verb is null && !name.StartsWith('-'))
            {
                verb = name;
            }
            else if (WithWord.Contains(verb) && !arguments[i].StartsWith('-') && settings.TryAdd("Verb:Word", arguments[i]))
            {
                // The verb's word.
            }
            else
            {
                throw new WrongSettingException(name, $"is unknown; there are {string.Join(", ", Options.Keys.Concat(Flags.Keys))}");
            }
        }

        return (verb, settings);
    }

    private static string ReadUrls(IConfiguration configuration)
    {
        var urls = configuration["Urls"] is { Length: > 0 } given ? given : DefaultUrl;
        foreach (var url in urls.Split(';'))
        {
            if (!Uri.TryCreate(url.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal), UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https"))
            {
                throw new WrongSettingException("Urls", $"is {url}; it must be like {DefaultUrl}");
            }
        }

        return urls;
    }

    private static Roles ReadRoles(IConfiguration configuration)
    {
        if (configuration["Commerce:Roles"] is not { Length: > 0 } text)
        {
            return Roles.All;
        }

        return text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Aggregate(Roles.None, (all, name) =>
            Enum.TryParse<Roles>(name, true, out var role) && Enum.IsDefined(role)
                ? all | role
                : throw new WrongSettingException("Commerce:Roles", $"has {name}; it may list {string.Join(", ", Enum.GetNames<Roles>().Skip(1))}"));
    }

    private static T ReadEnum<T>(IConfiguration configuration, string key, T otherwise)
        where T : struct, Enum => configuration[key] is not { Length: > 0 } text ? otherwise
        : Enum.TryParse<T>(text, true, out var value) && Enum.IsDefined(value) ? value
        : throw new WrongSettingException(key, $"is {text}; it may be {string.Join(", ", Enum.GetNames<T>())}");

    internal static bool ReadBool(IConfiguration configuration, string key, bool otherwise) => configuration[key] is not { Length: > 0 } text ? otherwise
        : bool.TryParse(text, out var value) ? value
        : throw new WrongSettingException(key, $"is {text}; it may be true or false");

    private static ushort ReadPort(IConfiguration configuration, string key, ushort otherwise) => configuration[key] is not { Length: > 0 } text ? otherwise
        : ushort.TryParse(text, out var value) && value > 0 ? value
        : throw new WrongSettingException(key, $"is {text}; it must be a port, 1 to 65535");
}
