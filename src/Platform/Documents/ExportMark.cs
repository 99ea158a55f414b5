using Commerce.Platform.People;
using Commerce.SharedKernel;

namespace Commerce.Platform.Documents;

/// <summary>水印: what every file that somebody takes away says of who and when, so that a leaked one leads back.</summary>
public static class ExportMark
{
    /// <summary>张三 2026-06-30 14:05 导出.</summary>
    public static string Of(Actor actor, DateTimeOffset now) => $"{actor.Name} {now.ClockInChina():yyyy-MM-dd HH:mm} 导出";
}
