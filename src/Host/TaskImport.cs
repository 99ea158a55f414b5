using System.Text;
using Commerce.Platform.Modules;
using Commerce.TaskList.Reading;

namespace Commerce.Host;

/// <summary>The verb import-tasks: reads an official task list. With --preview it is shown and nothing is touched: no data folder, no database.</summary>
internal static class TaskImport
{
    public const string InputFile = "Verb:File";
    public const string Preview = "Verb:Preview";

    public static async Task<int> Run(Dictionary<string, string?> arguments)
    {
        var path = arguments.GetValueOrDefault(InputFile) ?? throw new WrongSettingException("import-tasks", "needs the file of the list: import-tasks FILE --preview");
        var list = Read(path);
        if (!arguments.ContainsKey(Preview))
        {
            throw new WrongSettingException("--preview", "is needed: the list is shown, not saved");
        }

        // Always UTF-8, whatever the terminal's language: a program reads it.
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(Encoding.UTF8.GetBytes(PreviewJson.Of(list) + "\n"));
        return ExitCodes.Good;
    }

    /// <exception cref="UnusableInputException">It says in both languages why.</exception>
    private static ListDocument Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var list = file.CanSeek ? ListReader.Read(file, path) : ReadingErrors.NotText;
            return list.Error is { } refused ? throw new UnusableInputException($"{refused.Chinese} {refused.English}") : list.Value;
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UnusableInputException($"打不开文件 {path}。请核对文件名和权限。 The file {path} can't be opened. Check its name and permissions.");
        }
    }
}
