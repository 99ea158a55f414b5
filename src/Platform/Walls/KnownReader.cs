using Microsoft.AspNetCore.Http;

namespace Commerce.Platform.Walls;

/// <summary>Whom the limits of public reading count by itself: a registered screen. Many of them stand behind one address.</summary>
/// <param name="Name">What it is counted by.</param>
public sealed record KnownReader(string Name)
{
    /// <summary>Whom a request counts for: a known reader, else its address.</summary>
    public static string Of(HttpContext http) => http.Features.Get<KnownReader>()?.Name ?? ClientAddress.Of(http);
}
