using System.Globalization;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Commerce.Platform.Files;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.Platform.Walls;
using Commerce.SharedKernel;
using Commerce.TaskList.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Commerce.TaskList.Rounds.Links;

/// <summary>/rounds/answer?key=TOKEN: where a body outside the department answers its one round, on a phone, without an account or a script. The token is the key; whoever has none that holds sees one page, whatever the cause.</summary>
internal static class LinkDoor
{
    // The key stands behind the question mark: paths get into logs, what is asked of them doesn't.

    private const string Policy = "round-link";

    // The fields around the files.
    private const int Wrapping = 256 * 1024;

    public static void Limit(IServiceCollection services, TaskListOptions options) => services.Configure<RateLimiterOptions>(o => o.AddPolicy(Policy, http =>
        RateLimitPartition.GetFixedWindowLimiter(KnownReader.Of(http), _ => new FixedWindowRateLimiterOptions { PermitLimit = options.LinksPerMinute, Window = TimeSpan.FromMinutes(1) })));

    public static void Map(IEndpointRouteBuilder routes)
    {
        Sheet(routes);
        routes.MapGet("/rounds/answer", Show).AllowAnonymous().RequireRateLimiting(Policy);
        routes.MapPost("/rounds/answer", Take).AllowAnonymous().RequireRateLimiting(Policy);
    }

    private static async Task<IResult> Show(HttpContext http, string? key, ReadLinks links, IServiceScopeFactory scopes, Actor visitor, string? said, CancellationToken ct)
    {
        if (await links.Find(key ?? "", ct) is not ({ } link, var name))
        {
            return Document(http, null, StatusCodes.Status404NotFound);
        }

        await using var scope = Enter(scopes, link, name, visitor);
        var used = await scope.ServiceProvider.GetRequiredService<UseRoundLink.Handler>().Handle(new(Guid.NewGuid().ToString("N"), link.Id), ct);
        return used.Error is null && await Read(scope, link, null, null, said, ct) is { } sheet ? Document(http, sheet, StatusCodes.Status200OK) : Document(http, null, StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Take(HttpContext http, string? key, ReadLinks links, IServiceScopeFactory scopes, FileStoreOptions limits, Actor visitor, CancellationToken ct)
    {
        if (await links.Find(key ?? "", ct) is not ({ } link, var name))
        {
            return Document(http, null, StatusCodes.Status404NotFound);
        }

        await using var scope = Enter(scopes, link, name, visitor);
        var (typed, refusal) = await Typed(http, scope, limits, ct);
        if (refusal is null && typed is not null)
        {
            var outcome = await Answer(scope, link, typed, ct);
            if (outcome.Error is null)
            {
                http.Response.Headers.Location = $"{IssueRoundLink.Address}{key}&said={(typed.HandIn ? "answered" : "kept")}";
                return Results.StatusCode(StatusCodes.Status303SeeOther);
            }

            refusal = outcome.Error;
        }

        return await Read(scope, link, typed, refusal, null, ct) is { } sheet ? Document(http, sheet, StatusCodes.Status400BadRequest) : Document(http, null, StatusCodes.Status404NotFound);
    }

    /// <summary>Everything from here on is done by the bearer of the link, for its one body.</summary>
    private static AsyncServiceScope Enter(IServiceScopeFactory scopes, RoundLink link, string name, Actor visitor)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = ReadLinks.Bearer(link, name, visitor.Chinese);
        return scope;
    }

    private static async Task<LinkSheet?> Read(AsyncServiceScope scope, RoundLink link, LinkTyped? typed, Error? refusal, string? said, CancellationToken ct)
    {
        var round = await scope.ServiceProvider.GetRequiredService<ReadRounds>().Round(link.RoundId, ct);
        return round?.Units.FirstOrDefault(u => u.UnitId == link.UnitId) is not { } unit ? null
            : new(link, round, unit, await scope.ServiceProvider.GetRequiredService<ReadLinks>().Before(round.Round, link.UnitId, ct), typed ?? LinkTyped.Of(unit), refusal, said);
    }

    // What was typed is null when it couldn't be read: then the page begins anew.
    private static async Task<(LinkTyped? Typed, Error? Refusal)> Typed(HttpContext http, AsyncServiceScope scope, FileStoreOptions limits, CancellationToken ct)
    {
        var most = (limits.LargestMegabytes * 1024L * 1024L * 2) + Wrapping;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }

        try
        {
            var form = await http.Request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = most, BufferBodyLengthLimit = most }, ct);
            var typed = LinkTyped.Of(form);
            foreach (var file in form.Files.Where(f => f.Length > 0))
            {
                if (typed.Files.Count >= RoundAnswer.MostFiles)
                {
                    return (typed, TaskListErrors.TooManyFiles);
                }

                await using var content = file.OpenReadStream();
                var kept = await scope.ServiceProvider.GetRequiredService<FileStore>().Keep(TaskListModule.Evidence, file.FileName, content, ct);
                if (kept.Failed)
                {
                    return (typed, kept.Error);
                }

                typed.Files[kept.Value.Id] = kept.Value.Name;
            }

            return (typed, null);
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException or InvalidOperationException)
        {
            return (null, RoundErrors.FilesTooLarge(limits.LargestMegabytes * 2));
        }
    }

    private static Task<Outcome> Answer(AsyncServiceScope scope, RoundLink link, LinkTyped typed, CancellationToken ct)
    {
        var (figures, percents) = (new List<AnswerRound.GivenFigure>(), new List<AnswerRound.GivenPercent>());
        foreach (var (metric, text) in typed.Figures.Where(f => f.Value.Length > 0))
        {
            if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
            {
                return Task.FromResult(Outcome.Refused(TaskListErrors.FigureOutOfRange));
            }

            figures.Add(new(metric, value));
        }

        foreach (var (measure, text) in typed.Percents.Where(p => p.Value.Length > 0))
        {
            if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var percent))
            {
                return Task.FromResult(Outcome.Refused(TaskListErrors.PercentOutOfRange));
            }

            percents.Add(new(measure, percent));
        }

        return scope.ServiceProvider.GetRequiredService<AnswerRound.Handler>().Handle(
            new(typed.Key, link.RoundId, link.UnitId, typed.HandIn, typed.Narrative, typed.Version, figures, percents, [.. typed.Files.Keys]), ct);
    }

    private static RazorComponentResult<LinkPage> Document(HttpContext http, LinkSheet? sheet, int status)
    {
        http.Response.Headers.Vary = "Accept-Language";
        http.Response.Headers.CacheControl = "private, no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return new RazorComponentResult<LinkPage>(new Dictionary<string, object?> { ["Found"] = sheet }) { StatusCode = status, PreventStreamingRendering = true };
    }

    private static void Sheet(IEndpointRouteBuilder routes)
    {
        using var stream = typeof(LinkDoor).Assembly.GetManifestResourceStream("Commerce.TaskList.Rounds.Links.link.css")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..8])}\"");
        routes.MapGet("/rounds/answer.css", (HttpContext http) =>
        {
            http.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes(bytes, "text/css; charset=utf-8", entityTag: tag);
        }).AllowAnonymous();
    }
}
