using System.Text.Encodings.Web;
using System.Text.Json;
using Commerce.Platform.Modules;
using Microsoft.Extensions.Logging.Console;

namespace Commerce.Host.Observing;

/// <summary>Logs go to stderr: as lines for a person at a terminal, else as JSON, an object per line.</summary>
internal static class Logs
{
    private const string Key = "Commerce:Logs";

    /// <exception cref="WrongSettingException">The format is unknown.</exception>
    public static void Add(WebApplicationBuilder builder)
    {
        var json = builder.Configuration[Key] switch
        {
            null or "" => Console.IsErrorRedirected,
            var text when text.Equals("json", StringComparison.OrdinalIgnoreCase) => true,
            var text when text.Equals("text", StringComparison.OrdinalIgnoreCase) => false,
            var text => throw new WrongSettingException(Key, $"is {text}; it may be Json or Text"),
        };
        builder.Logging.ClearProviders()
            .AddJsonConsole(o =>
            {
                o.IncludeScopes = true;
                o.UseUtcTimestamp = true;
                o.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
                o.JsonWriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
            })

            // stdout belongs to the verbs' JSON and to the ready line.
            .AddConsole(o =>
            {
                o.LogToStandardErrorThreshold = LogLevel.Trace;
                o.FormatterName = json ? ConsoleFormatterNames.Json : ConsoleFormatterNames.Simple;
            });

        // Our own news, and of everything else only what is wrong; the settings under Logging come last, so they win.
        builder.Logging.SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Commerce", LogLevel.Information)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            .AddFilter("Microsoft.AspNetCore.StaticFiles", LogLevel.Error)
            .AddConfiguration(builder.Configuration.GetSection("Logging"))

            // Whole addresses with what people typed behind the question mark: no setting brings these out.
            .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
    }
}
