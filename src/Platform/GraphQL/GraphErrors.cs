using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using GraphQL;

namespace Commerce.Platform.GraphQL;

/// <summary>Top-level GraphQL errors: only for denied query fields, bad arguments and faults; refusals of mutations are data.</summary>
internal static class GraphErrors
{
    public static ExecutionError Denied(Actor actor) => actor.SignedIn
        ? new ExecutionError(PlatformErrors.Forbidden.Text(actor.Chinese)) { Code = "FORBIDDEN" }
        : new ExecutionError(PlatformErrors.SignInFirst.Text(actor.Chinese)) { Code = "UNAUTHENTICATED" };

    public static ExecutionError Invalid(Actor actor, string chinese, string english) => new(actor.Chinese ? chinese : english) { Code = "INVALID" };
}
