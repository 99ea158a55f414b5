using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.Platform.OfficeFiles;
using Commerce.TaskList.Reading;
using Commerce.TaskList.Saving;

namespace Commerce.Host;

/// <summary>The verb import-tasks: reads an official task list and saves it: new, or over the one of its year. With --preview it is shown
/// and nothing is touched: no data folder, no database.</summary>
internal static class TaskImport
{
    public const string InputFile = "Verb:Word";
    public const string Preview = "Verb:Preview";
    public const string Year = "Verb:Year";

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> Run(Dictionary<string, string?> arguments)
    {
        var path = arguments.GetValueOrDefault(InputFile) ?? throw new WrongSettingException("import-tasks", "needs the file of the list: import-tasks FILE, or import-tasks FILE --preview");
        var list = Read(path, YearOf(arguments));
        await Say(arguments.ContainsKey(Preview) ? PreviewJson.Of(list) : JsonSerializer.Serialize(await Save(arguments, list), Readable));
        return ExitCodes.Good;
    }

    private static async Task<object> Save(Dictionary<string, string?> arguments, ListDocument list)
    {
        var builder = Server.Builder(arguments, out var settings);
        await using var app = Server.Build(builder, settings);
        using var alone = DataFolderLock.Take(settings.Database);
        if (settings.Database.Provider == DatabaseProvider.Sqlite)
        {
            await Migrator.Migrate(app.Services, CancellationToken.None);
        }
        else
        {
            await Migrator.RequireMigrated(app.Services, CancellationToken.None);
        }

        await using var scope = app.Services.CreateAsyncScope();
        var saved = await scope.ServiceProvider.GetRequiredService<PreviewList>().Save(list, new Saver(Guid.Empty, "import-tasks"), CancellationToken.None);
        if (saved.Error is { } refused)
        {
            throw new UnusableInputException($"{refused.Chinese} {refused.English}");
        }

        var changes = saved.Value;
        return new
        {
            changes.Year,
            sections = list.Sections.Count,
            tasks = list.Tasks.Count,
            measures = list.MeasureCount,
            @new = changes.New,
            changes.Changed,
            changes.Withdrawn,
            unchanged = changes.Same,
            differences = changes.Differences.Where(d => d.Kind != DifferenceKind.New).Select(d => new { what = d.Chinese, d.Before, d.After }),
            unreadable = list.Unreadable.Count,
            doubts = list.Doubts.Count,
        };
    }

    private static int? YearOf(Dictionary<string, string?> arguments) =>
        arguments.GetValueOrDefault(Year) is not { } said ? null
        : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 9999 ? year
        : throw new WrongSettingException("--year", $"is {said}; it must be a year such as 2026");

    private static async Task Say(string answer)
    {
        // Always UTF-8, whatever the terminal's language: a program reads it.
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(Encoding.UTF8.GetBytes(answer + "\n"));
    }

    /// <exception cref="UnusableInputException">It says in both languages why.</exception>
    private static ListDocument Read(string path, int? year)
    {
        try
        {
            using var file = File.OpenRead(path);
            var list = file.CanSeek ? ListReader.Read(file, path, year) : OfficeFileErrors.NotText;
            return list.Error is { } refused ? throw new UnusableInputException($"{refused.Chinese} {refused.English}") : list.Value;
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UnusableInputException($"打不开文件 {path}。请核对文件名和权限。 The file {path} can't be opened. Check its name and permissions.");
        }
    }
}
