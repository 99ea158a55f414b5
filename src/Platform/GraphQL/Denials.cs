using Commerce.Platform.People;
using GraphQL;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Commerce.Platform.GraphQL;

/// <summary>Every denial is written down: which door, and which account; never a name or what was asked.</summary>
internal sealed class Denials(ILogger<Denials> log)
{
    public static readonly EventId Denied = new(3101, nameof(Denied));

    public static void Note(IResolveFieldContext context, Actor actor) =>
        context.RequestServices!.GetRequiredService<Denials>().Note($"{context.ParentType.Name}.{context.FieldDefinition.Name}", actor);

    public void Note(string door, Actor actor) =>
        log.LogWarning(Denied, "Denied: {Door} to account {AccountId}", door, actor.SignedIn ? actor.Id.ToString("N") : "nobody");
}
