using System.Buffers;
using Commerce.Platform.GraphQL.Limits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Commerce.Platform.GraphQL;

/// <summary>Gives kept answers before anything else looks at the request.</summary>
public static class KeptPipeline
{
    private const string Path = "/graphql";

    /// <summary>Put it right behind the walls. Whoever shows a token or a cookie is somebody, and passes by.</summary>
    public static IApplicationBuilder UseKeptAnswers(this IApplicationBuilder app)
    {
        var answers = app.ApplicationServices.GetRequiredService<KeptAnswers>();
        return app.Use((http, next) => IsPlain(http.Request) ? Look(http, next, answers) : next(http));
    }

    private static bool IsPlain(HttpRequest request) =>
        request.Path.Value == Path
        && !request.Headers.ContainsKey(HeaderNames.Authorization)
        && !request.Headers.ContainsKey(HeaderNames.Cookie)
        && (HttpMethods.IsGet(request.Method) || (HttpMethods.IsPost(request.Method) && request.ContentLength is > 0 and <= GraphLimits.BodyBytes));

    private static async Task Look(HttpContext http, RequestDelegate next, KeptAnswers answers)
    {
        var length = HttpMethods.IsPost(http.Request.Method) ? (int)http.Request.ContentLength!.Value : 0;
        var lent = length == 0 ? [] : ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var body = lent.AsMemory(0, length);
            if (length > 0 && await Read(http.Request.Body, body, http.RequestAborted) is var read && read < length)
            {
                // Half a body: whoever reads it next says so in words.
                http.Request.Body = new MemoryStream(lent, 0, read, writable: false);
                await next(http);
                return;
            }

            var question = new Question(http.Request, body);
            if (answers.Find(question) is { } answer)
            {
                await answer.Write(http);
                return;
            }

            if (length > 0)
            {
                http.Request.Body = new MemoryStream(lent, 0, length, writable: false);
            }

            http.Features.Set(new Asked(question, answers.Ground(), answers.AskedAgain(question)));
            await next(http);
        }
        finally
        {
            if (length > 0)
            {
                ArrayPool<byte>.Shared.Return(lent);
            }
        }
    }

    private static async ValueTask<int> Read(Stream stream, Memory<byte> all, CancellationToken ct)
    {
        try
        {
            return await stream.ReadAtLeastAsync(all, all.Length, throwOnEndOfStream: false, ct);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return 0; // The client stopped sending, or is gone.
        }
    }
}

/// <summary>A question on its way to be answered: its answer may be kept.</summary>
/// <param name="Question">As it came.</param>
/// <param name="Ground">What the answer will hang on.</param>
/// <param name="Again">It has been asked before, so keeping the answer is worth its place.</param>
internal sealed record Asked(Question Question, object[] Ground, bool Again);
