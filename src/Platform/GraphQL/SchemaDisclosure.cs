using Commerce.Platform.People;

namespace Commerce.Platform.GraphQL;

/// <summary>Who may see the schema itself: introspection, and what the rules say of a wrong document.</summary>
/// <param name="ToEverybody">True while developing and in a demonstration.</param>
internal sealed record SchemaDisclosure(bool ToEverybody)
{
    public bool To(Actor actor) => ToEverybody || actor.Can(Capability.SchemaRead);
}
