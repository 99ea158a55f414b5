using Commerce.Platform.GraphQL.Limits;
using Commerce.Platform.GraphQL.Streams;
using Commerce.Platform.Observing;
using Commerce.Platform.People;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Transport;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace Commerce.Platform.GraphQL;

/// <summary>GraphQL over HTTP at /graphql: POST with JSON, GET for queries only. Three gates lie before the execution: tokens, shape, cost.</summary>
internal sealed class GraphEndpoint(
    ISchema schema, IDocumentExecuter executer, IGraphQLTextSerializer serializer, DocumentGates gates, SchemaDisclosure disclosure, IAntiforgery antiforgery, KeptAnswers kept, ILogger<GraphEndpoint> log)
{
    private const string Json = "application/json";
    private const string GraphResponse = "application/graphql-response+json";
    private static readonly IValidationRule[] KnownRules = [StreamRule.None, CostGate.Rule.Instance];
    private static readonly IValidationRule[] AllRules = [.. DocumentValidator.CoreRules, EnoughErrors.Rule, StreamRule.None, CostGate.Rule.Instance];

    public async Task Serve(HttpContext http)
    {
        http.Response.Headers.Vary = "Accept";
        if (Negotiate(http.Request) is not { } mediaType)
        {
            await Refuse(http, Json, GraphRefusals.NotAcceptable);
            return;
        }

        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.Headers.Allow = "GET, POST";
            await Refuse(http, mediaType, GraphRefusals.MethodNotAllowed);
            return;
        }

        // Before the antiforgery check, which would read the form and stumble over a broken one.
        if (http.Request.HasFormContentType)
        {
            await Refuse(http, mediaType, GraphRefusals.MediaType);
            return;
        }

        // A browser sends its cookie by itself, also for another site's form; a token header it sends only for ours.
        if (http.User.Identity?.IsAuthenticated == true && !http.Request.Headers.ContainsKey(HeaderNames.Authorization) && !await antiforgery.IsRequestValidAsync(http))
        {
            await Refuse(http, mediaType, GraphRefusals.AntiforgeryMissing);
            return;
        }

        try
        {
            var (request, refusal) = await RequestReading.Read(http.Request);
            if (request is null)
            {
                await Refuse(http, mediaType, refusal!);
                return;
            }

            await Execute(http, request, mediaType);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client went away: nobody is left to be told.
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await Write(http, mediaType, new ExecutionResult(Fault(e, null, ActorOf(http))));
        }
    }

    private async Task Execute(HttpContext http, GraphQLRequest request, string mediaType)
    {
        var actor = ActorOf(http);
        var open = disclosure.To(actor);
        var (read, known, misshapen) = gates.Pass(request, open);
        if (read is null)
        {
            await RefuseDocument(http, mediaType, misshapen!);
            return;
        }

        // Neither the text nor the variables are noted: they hold what people typed.
        using var span = Measures.Traces.StartActivity("graphql");
        var rules = known ? KnownRules : AllRules;
        var result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Query = request.Query,
            Document = read.Document,
            OperationName = request.OperationName,
            Variables = request.Variables,
            RequestServices = http.RequestServices,
            CancellationToken = http.RequestAborted,
            Timeout = GraphLimits.Time,
            TimeoutAction = TimeoutAction.ReturnTimeoutError,
            UnhandledExceptionDelegate = Explain,
            ValidationRules = HttpMethods.IsGet(http.Request.Method) ? [.. rules, QueriesOnly.Rule] : rules,
        });
        if (result.Executed)
        {
            gates.Keep(request, read, known);
        }

        span?.SetTag("graphql.operation.type", result.Operation?.Operation.ToString().ToLowerInvariant()).SetTag("graphql.executed", result.Executed).SetTag("graphql.errors", result.Errors?.Count ?? 0);
        if (!actor.SignedIn && http.Features.Get<Asked>() is { } asked && result.Executed && result.Errors is not { Count: > 0 } && (read.Kept ??= KeptFields.Only(schema, read.Document)) == true)
        {
            await GiveAndKeep(http, asked, result, mediaType);
            return;
        }

        await Answer(http, mediaType, result, open, actor);
    }

    private async Task GiveAndKeep(HttpContext http, Asked asked, ExecutionResult result, string mediaType)
    {
        using var bytes = new MemoryStream();
        await serializer.WriteAsync(bytes, result, http.RequestAborted);
        var answer = kept.Make(bytes.ToArray(), mediaType + "; charset=utf-8", asked.Ground);
        if (asked.Again)
        {
            kept.Keep(asked.Question, answer);
        }

        await answer.Write(http);
    }

    private async Task Answer(HttpContext http, string mediaType, ExecutionResult result, bool open, Actor actor)
    {
        result = Few(result);
        var refusal = RefusalOf(result, open);
        if (refusal is not null)
        {
            var error = refusal.Error(actor.Chinese);
            if (refusal == GraphRefusals.InvalidDocument)
            {
                result.Errors!.FirstOrDefault()?.Locations?.ForEach(error.AddLocation);
            }

            Measures.GraphRefused(refusal.Code);
            result = new ExecutionResult(error);
        }
        else if (!result.Executed)
        {
            Measures.GraphRefused(GraphRefusals.InvalidDocument.Code);
            result.Errors = [.. result.Errors?.Take(GraphLimits.Errors) ?? []];
        }

        if (refusal == GraphRefusals.PostOnly)
        {
            http.Response.Headers.Allow = "POST";
        }

        http.Response.StatusCode = refusal == GraphRefusals.PostOnly ? refusal.Status
            : result.Executed || mediaType == Json ? StatusCodes.Status200OK
            : StatusCodes.Status400BadRequest;
        await Write(http, mediaType, result);
    }

    /// <summary>Where the rules stopped because there were errors enough: those.</summary>
    internal static ExecutionResult Few(ExecutionResult result) =>
        result.Errors?.OfType<EnoughErrors.Reached>().FirstOrDefault() is { } reached ? new ExecutionResult { Errors = [.. reached.Errors] } : result;

    /// <summary>What the gates and rules refused; of a document that doesn't fit the schema the reasons are for those who may see it.</summary>
    internal static GraphRefusal? RefusalOf(ExecutionResult result, bool open) => result.Errors?.OfType<RefusedByRule>().FirstOrDefault()?.Refusal
        ?? (result.Errors?.OfType<TimeoutError>().Any() == true ? GraphRefusals.TimeUp : null)
        ?? (!result.Executed && result.Errors?.Any(e => e is DocumentError) == true && !open ? GraphRefusals.InvalidDocument : null);

    /// <summary>What a field threw, in words for the client.</summary>
    internal Task Explain(UnhandledExceptionContext context)
    {
        var actor = context.FieldContext?.RequestServices?.GetService<Actor>() ?? Actor.Anonymous;
        context.Exception = context.OriginalException switch
        {
            BadCursorException => GraphErrors.Invalid(actor, "这个翻页游标不是本系统给出的，请去掉 after 重新开始。", "The cursor was not given by this server. Start again without it."),
            UnknownIdException unknown => new ExecutionError(unknown.Error.Text(actor.Chinese)) { Code = "NOT_FOUND" },
            var fault => Fault(fault, context.FieldContext?.FieldDefinition.Name, actor),
        };
        context.ErrorMessage = context.Exception.Message;
        return Task.CompletedTask;
    }

    /// <summary>What went wrong is for the log alone; the client gets the number under which it stands there.</summary>
    private ExecutionError Fault(Exception fault, string? field, Actor actor)
    {
        var id = Guid.NewGuid().ToString("N")[..12];
        log.LogError(fault, "Fault {FaultId} in the field {Field}", id, field);
        return new ExecutionError(actor.Chinese ? $"系统出错了，编号 {id}；请稍后再试，或把编号告诉管理员。" : $"Something broke here, number {id}. Try again later, or tell the administrator the number.")
        {
            Code = "INTERNAL",
            Extensions = new Dictionary<string, object?> { ["id"] = id },
        };
    }

    private static Actor ActorOf(HttpContext http) => http.RequestServices.GetRequiredService<Actor>();

    /// <summary>The document was readable as a request, so the status follows the media type.</summary>
    private Task RefuseDocument(HttpContext http, string mediaType, GraphRefusal refusal) =>
        Refuse(http, mediaType, refusal with { Status = mediaType == Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest });

    private Task Refuse(HttpContext http, string mediaType, GraphRefusal refusal)
    {
        Measures.GraphRefused(refusal.Code);
        http.Response.StatusCode = refusal.Status;
        return Write(http, mediaType, new ExecutionResult(refusal.Error(ActorOf(http).Chinese)));
    }

    private async Task Write(HttpContext http, string mediaType, ExecutionResult result)
    {
        http.Response.ContentType = mediaType + "; charset=utf-8";
        await serializer.WriteAsync(http.Response.Body, result, http.RequestAborted);
    }

    private static string? Negotiate(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0)
        {
            return Json;
        }

        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
        {
            return null;
        }

        foreach (var one in accepted.Where(a => a.Quality is not 0).OrderByDescending(a => a.Quality ?? 1))
        {
            if (one.Charset.HasValue && !one.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            if (one.MediaType.Equals(GraphResponse, StringComparison.OrdinalIgnoreCase))
            {
                return GraphResponse;
            }

            if (one.MatchesAllTypes || one.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase) || one.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase))
            {
                return Json;
            }
        }

        return null;
    }
}
