using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.Walls;

/// <summary>Refusals without words get a page with words when a person's browser asked; programs keep the bare status.</summary>
public static class HumanAnswersPipeline
{
    /// <summary>Put it before routing: the page is routed to anew.</summary>
    public static IApplicationBuilder UseHumanAnswers(this IApplicationBuilder app) => app.UseWhen(IsForPeople, people =>
    {
        people.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/problem", CreateScopeForErrors = true });
        people.UseStatusCodePages(context => Show(context.HttpContext, context.Next, context.HttpContext.Response.StatusCode switch
        {
            StatusCodes.Status403Forbidden => "/no-permission",
            StatusCodes.Status404NotFound => "/not-found",
            _ => "/problem",
        }));
    });

    /// <summary>By the browser's word: a page, not data.</summary>
    public static bool IsForPeople(HttpContext http) =>
        http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase) && !http.Request.Headers.ContainsKey("Authorization");

    private static async Task Show(HttpContext http, RequestDelegate next, string page)
    {
        http.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature
        {
            OriginalPathBase = http.Request.PathBase,
            OriginalPath = http.Request.Path,
            OriginalQueryString = http.Request.QueryString.ToString(),
        });
        http.Request.Path = page;
        http.Request.Method = HttpMethods.Get;
        http.SetEndpoint(null);
        http.Request.RouteValues.Clear();

        // A page that found nothing has used up its scope: the page that says so gets its own.
        var first = http.RequestServices;
        await using var scope = first.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        try
        {
            await next(http);
        }
        finally
        {
            http.RequestServices = first;
        }
    }
}
