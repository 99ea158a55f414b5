using System.Text;
using Commerce.Platform.GraphQL.Limits;
using Commerce.Platform.Observing;
using Commerce.Platform.People;
using Commerce.Platform.Walls;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Transport;
using GraphQL.Types;
using GraphQL.Validation;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Net.Http.Headers;

namespace Commerce.Platform.GraphQL.Streams;

/// <summary>Subscriptions at /graphql/stream by server-sent events: the graphql-sse protocol in its mode of distinct connections, one stream per
/// operation. The same gates as /graphql; each event is executed like a query of its own, as whoever the listener then is.</summary>
internal sealed class GraphStream(
    ISchema schema, IDocumentExecuter executer, IGraphQLTextSerializer serializer, DocumentGates gates, GraphEndpoint endpoint, SchemaDisclosure disclosure,
    IAntiforgery antiforgery, StreamSeats seats, StreamOptions options, IHostApplicationLifetime lifetime, IServiceScopeFactory scopes)
{
    private const string EventStream = "text/event-stream";

    // A comment: a sign of life that no client shows anybody.
    private const string Sign = ":\n\n";
    private static readonly IValidationRule[] KnownRules = [StreamRule.Only, CostGate.Rule.Instance];
    private static readonly IValidationRule[] AllRules = [.. DocumentValidator.CoreRules, EnoughErrors.Rule, .. KnownRules];

    // Whoever is recognised was so two seconds ago at most: with these two a withdrawn right ends a stream within five.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    public async Task Serve(HttpContext http)
    {
        http.Response.Headers.Vary = "Accept";
        var (request, refusal) = await Read(http);
        if (request is null)
        {
            await Refuse(http, refusal!);
            return;
        }

        using var seat = seats.Take(KnownReader.Of(http));
        if (seat is null)
        {
            http.Response.Headers.RetryAfter = "60";
            await Refuse(http, GraphRefusals.TooManyStreams);
            return;
        }

        using var ends = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await Open(http, request, ends.Token);
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            // The client went away, or the host stops and has said so.
        }
    }

    private async Task<(GraphQLRequest? Request, GraphRefusal? Refusal)> Read(HttpContext http)
    {
        if (!Accepts(http.Request))
        {
            return (null, GraphRefusals.NoEventStream);
        }

        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, POST";
            return (null, GraphRefusals.MethodNotAllowed);
        }

        if (http.Request.HasFormContentType)
        {
            return (null, GraphRefusals.MediaType);
        }

        if (http.User.Identity?.IsAuthenticated == true && !http.Request.Headers.ContainsKey(HeaderNames.Authorization) && !await antiforgery.IsRequestValidAsync(http))
        {
            return (null, GraphRefusals.AntiforgeryMissing);
        }

        return lifetime.ApplicationStopping.IsCancellationRequested ? (null, GraphRefusals.Stopping) : await RequestReading.Read(http.Request);
    }

    private async Task Open(HttpContext http, GraphQLRequest request, CancellationToken ends)
    {
        var actor = ActorOf(http);
        var open = disclosure.To(actor);
        var (document, known, refusal) = gates.Pass(request, open);
        if (document is null)
        {
            await Refuse(http, refusal!);
            return;
        }

        var opening = new StreamOpening();
        var options = Options(request, document, opening, http.RequestServices, ends);
        options.ValidationRules = known ? KnownRules : AllRules;
        var opened = await executer.ExecuteAsync(options);
        if (opened.Executed)
        {
            gates.Keep(request, document, known);
        }

        if (opening.Events is null)
        {
            opened = GraphEndpoint.Few(opened);
            refusal = GraphEndpoint.RefusalOf(opened, open);
            Measures.GraphRefused(refusal?.Code ?? GraphRefusals.InvalidDocument.Code);
            await Refuse(http, refusal?.Status ?? StatusCodes.Status400BadRequest, refusal is null ? opened : new ExecutionResult(refusal.Error(actor.Chinese)));
            return;
        }

        await Stream(http, request, document, opening, ends);
    }

    private async Task Stream(HttpContext http, GraphQLRequest request, KnownDocument document, StreamOpening opening, CancellationToken ends)
    {
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(ends);
        await using var events = opening.Events!.GetAsyncEnumerator(listening.Token);

        // First the ear, then the answer: who sees the stream open misses nothing that happens from then on.
        var next = events.MoveNextAsync().AsTask();
        try
        {
            http.Response.ContentType = EventStream + "; charset=utf-8";
            http.Response.Headers.CacheControl = "no-store, no-transform";
            http.Response.Headers["X-Accel-Buffering"] = "no";
            http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
            await Write(http, Sign);

            var watch = new Watch(http, opening.Access!, ActorOf(http));
            var idle = TimeSpan.Zero;
            while (await Comes(next, ends))
            {
                if (await watch.Withdrawn() is { } withdrawn)
                {
                    await Write(http, Event(new ExecutionResult(withdrawn)));
                    break;
                }

                if (!next.IsCompleted)
                {
                    idle += Look;
                    if (idle >= TimeSpan.FromSeconds(options.HeartbeatSeconds))
                    {
                        await Write(http, Sign);
                        idle = TimeSpan.Zero;
                    }

                    continue;
                }

                if (!await next)
                {
                    break;
                }

                // Written before the next event is taken: a slow reader holds up nothing but itself.
                await Write(http, Event(await Show(request, document, events.Current, watch.Actor, ends)));
                next = events.MoveNextAsync().AsTask();
                idle = TimeSpan.Zero;
            }

            await Write(http, "event: complete\ndata: \n\n");
        }
        finally
        {
            await listening.CancelAsync();
            await next.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    /// <summary>Waits for the next event, or for the next look; false when the stream is to end.</summary>
    private static async Task<bool> Comes(Task next, CancellationToken ends)
    {
        await Task.WhenAny(next, Task.Delay(Look, ends));
        return !ends.IsCancellationRequested;
    }

    private async Task<ExecutionResult> Show(GraphQLRequest request, KnownDocument document, object happened, Actor actor, CancellationToken ends)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        var options = Options(request, document, new StreamedEvent(happened), scope.ServiceProvider, ends);
        options.ValidationRules = KnownRules;
        return await executer.ExecuteAsync(options);
    }

    private ExecutionOptions Options(GraphQLRequest request, KnownDocument document, object root, IServiceProvider services, CancellationToken ct) => new()
    {
        Schema = schema,
        Query = request.Query,
        Document = document.Document,
        OperationName = request.OperationName,
        Variables = request.Variables,
        Root = root,
        RequestServices = services,
        CancellationToken = ct,
        Timeout = GraphLimits.Time,
        TimeoutAction = TimeoutAction.ReturnTimeoutError,
        UnhandledExceptionDelegate = endpoint.Explain,
    };

    private string Event(ExecutionResult result) => $"event: next\ndata: {serializer.Serialize(result)}\n\n";

    private static async Task Write(HttpContext http, string text)
    {
        await http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    private Task Refuse(HttpContext http, GraphRefusal refusal)
    {
        Measures.GraphRefused(refusal.Code);
        return Refuse(http, refusal.Status, new ExecutionResult(refusal.Error(ActorOf(http).Chinese)));
    }

    private async Task Refuse(HttpContext http, int status, ExecutionResult result)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        await serializer.WriteAsync(http.Response.Body, result, http.RequestAborted);
    }

    private static bool Accepts(HttpRequest request) => request.Headers.Accept.Count == 0
        || (MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
            && accepted.Any(a => a.Quality is not 0 && (a.MatchesAllTypes || a.MediaType.Equals(EventStream, StringComparison.OrdinalIgnoreCase) || a.MediaType.Equals("text/*", StringComparison.OrdinalIgnoreCase))));

    private static Actor ActorOf(HttpContext http) => http.RequestServices.GetRequiredService<Actor>();

    /// <summary>Whether the listener may still listen.</summary>
    private sealed class Watch(HttpContext http, Access access, Actor first)
    {
        public Actor Actor { get; private set; } = first;

        /// <summary>Why not, or null.</summary>
        public async Task<ExecutionError?> Withdrawn()
        {
            if (!Actor.SignedIn)
            {
                return null;
            }

            if (await http.RequestServices.GetRequiredService<Recognition>()(http.User, http.RequestAborted) is not { SignedIn: true } now)
            {
                return GraphErrors.Denied(Actor.Anonymous);
            }

            Actor = now;
            return access.Allows(now) ? null : GraphErrors.Denied(now);
        }
    }
}
