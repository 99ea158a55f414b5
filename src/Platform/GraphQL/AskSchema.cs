using System.Text.Json;
using GraphQL;
using GraphQL.Types;

namespace Commerce.Platform.GraphQL;

/// <summary>Asks the one schema from inside, as the person whose errand this is: what modules know together is joined there, by the rules that
/// hold for everybody. For pages that show a thing of another module beside their own.</summary>
/// <param name="schema">The schema.</param>
/// <param name="executer">Runs questions.</param>
/// <param name="serializer">Writes answers.</param>
/// <param name="services">This errand's services.</param>
public sealed class AskSchema(ISchema schema, IDocumentExecuter executer, IGraphQLTextSerializer serializer, IServiceProvider services)
{
    /// <summary>The answer's data; what the person may not see is null in it.</summary>
    /// <param name="query">Ours, not a client's: its cost isn't limited.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="ct">Cancellation.</param>
    /// <exception cref="InvalidOperationException">The question is wrong or failed: a bug.</exception>
    public async Task<JsonElement> Ask(string query, Dictionary<string, object?> variables, CancellationToken ct)
    {
        var result = await executer.ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Query = query,
            Variables = new Inputs(variables),
            RequestServices = services,
            CancellationToken = ct,
        });
        return result.Errors?.FirstOrDefault(e => e.Code is not ("FORBIDDEN" or "UNAUTHENTICATED")) is { } error
            ? throw new InvalidOperationException($"The schema was asked in vain: {error.Message}", error)
            : JsonDocument.Parse(serializer.Serialize(result)).RootElement.GetProperty("data");
    }
}
