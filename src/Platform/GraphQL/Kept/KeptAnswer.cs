using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Commerce.Platform.GraphQL;

/// <summary>An answer as bytes, with what it hangs on.</summary>
/// <param name="body">The bytes.</param>
/// <param name="contentType">With its charset.</param>
/// <param name="ground">What it was made on.</param>
/// <param name="madeAt">When.</param>
/// <param name="madeTick">The same by the machine's own clock.</param>
internal sealed class KeptAnswer(byte[] body, string contentType, object[] ground, DateTimeOffset madeAt, long madeTick)
{
    private string? tag;

    public byte[] Body => body;

    public DateTimeOffset MadeAt => madeAt;

    public long MadeTick => madeTick;

    /// <summary>Of the bytes, so that all hosts give the same one.</summary>
    private string Tag => tag ??= $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";

    public bool StandsOn(IKeptGround[] grounds)
    {
        for (var i = 0; i < grounds.Length; i++)
        {
            if (!ReferenceEquals(ground[i], grounds[i].Current))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes it. Who asks by GET may ask next time whether it has changed: then it is 304 and no body.</summary>
    public async Task Write(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.Vary = "Accept, Accept-Language, Authorization, Cookie";
        if (HttpMethods.IsGet(http.Request.Method))
        {
            headers.ETag = Tag;
            headers.CacheControl = "no-cache";
            if (Matches(http.Request.Headers.IfNoneMatch.ToString()))
            {
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        http.Response.StatusCode = StatusCodes.Status200OK;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = body.Length;
        await http.Response.BodyWriter.WriteAsync(body, http.RequestAborted);
    }

    private bool Matches(string known) =>
        known.Length > 0 && (known == Tag || known == "*" || (EntityTagHeaderValue.TryParseList([known], out var tags) && tags.Any(t => t.Compare(new EntityTagHeaderValue(Tag), useStrongComparison: false))));
}
