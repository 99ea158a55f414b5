using Microsoft.Extensions.Logging;

namespace Commerce.Ui.States;

/// <summary>What the frame writes down when a page fails: the page's address without what was typed into it.</summary>
internal static partial class SafetyLog
{
    [LoggerMessage(3201, LogLevel.Error, "Page {Path} failed")]
    public static partial void PageFailed(this ILogger log, string path, Exception exception);
}
