using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Commerce.Platform.Databases;

namespace Commerce.Host.Backups;

/// <summary>What lies in a backup; written last, so that a folder without it is no backup.</summary>
/// <param name="Format">Of the folder; this program writes 1.</param>
/// <param name="Version">Of the program that took it.</param>
/// <param name="TakenAt">The moment whose state it holds.</param>
/// <param name="Provider">From which kind of database.</param>
/// <param name="Database">The database's identity.</param>
/// <param name="Incarnation">And the life it lived.</param>
/// <param name="Files">Everything in the folder but this.</param>
/// <param name="Modules">What the databases held.</param>
internal sealed record Manifest(
    int Format, string Version, DateTimeOffset TakenAt, DatabaseProvider Provider, Guid Database, int Incarnation,
    IReadOnlyList<BackedUpFile> Files, IReadOnlyList<BackedUpModule> Modules)
{
    public const string FileName = "manifest.json";
    public const int CurrentFormat = 1;

    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <exception cref="UnusableInputException">No backup, a damaged one, or one of a newer format.</exception>
    public static async Task<Manifest> Read(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            throw new UnusableInputException($"{folder} is no finished backup: it has no {FileName}. Nothing was changed.");
        }

        var text = await File.ReadAllTextAsync(path, ct);
        try
        {
            using var raw = JsonDocument.Parse(text);
            if (raw.RootElement.GetProperty("format").GetInt32() is > CurrentFormat and var format)
            {
                throw new UnusableInputException($"The backup has format {format}, this program reads up to {CurrentFormat}: it was taken by a newer version. Restore it with that version. Nothing was changed.");
            }

            return JsonSerializer.Deserialize<Manifest>(text, Json)!;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new UnusableInputException($"{path} is damaged ({e.Message}). Nothing was changed.");
        }
    }

    /// <summary>Every file is there, whole, and nothing leads out of the folder.</summary>
    /// <exception cref="UnusableInputException">Names the file.</exception>
    public async Task Check(string folder, CancellationToken ct)
    {
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file.Name);
            if (Path.GetFileName(file.Name) != file.Name || !File.Exists(path) || await BackedUpFile.Of(path, ct) != file)
            {
                throw new UnusableInputException($"{path} is missing or isn't as it was written: the backup is damaged. Take another one. Nothing was changed.");
            }
        }
    }
}

/// <summary>A file of a backup.</summary>
/// <param name="Name">In the folder.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Of its content.</param>
internal sealed record BackedUpFile(string Name, long Bytes, string Sha256)
{
    private const string Content = "file-";

    /// <summary>What somebody handed in, where it lies in a folder and not in the database; else null.</summary>
    [JsonIgnore]
    public Guid? HandedIn => Name.StartsWith(Content, StringComparison.Ordinal) && Guid.TryParseExact(Name[Content.Length..], "N", out var id) ? id : null;

    public static string NameOf(Guid handedIn) => Content + handedIn.ToString("N", System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<BackedUpFile> Of(string path, CancellationToken ct)
    {
        await using var content = File.OpenRead(path);
        return new(Path.GetFileName(path), content.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct)));
    }
}

/// <summary>What a module's database held.</summary>
/// <param name="Module">Its name.</param>
/// <param name="Migrations">That had been applied.</param>
/// <param name="Rows">Per table.</param>
internal sealed record BackedUpModule(string Module, IReadOnlyList<string> Migrations, IReadOnlyDictionary<string, long> Rows);
