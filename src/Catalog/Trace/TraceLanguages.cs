using Microsoft.AspNetCore.Http;

namespace Commerce.Catalog.Trace;

/// <summary>The languages of a trace page: travellers come from near the border too.</summary>
internal static class TraceLanguages
{
    public static IReadOnlyList<(string Code, string Tag, string Name)> All { get; } = [("zh", "zh-CN", "中文"), ("en", "en", "English"), ("ko", "ko", "한국어")];

    /// <summary>?lang=, else the first of the browser's languages that we speak, else Chinese.</summary>
    public static string Of(HttpRequest request) =>
        Known(request.Query["lang"].FirstOrDefault())
        ?? request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => Known(l.Value.Value)).FirstOrDefault(l => l is not null)
        ?? "zh";

    private static string? Known(string? asked) => asked is null ? null : All.Select(l => l.Code).FirstOrDefault(c => asked.StartsWith(c, StringComparison.OrdinalIgnoreCase));
}
