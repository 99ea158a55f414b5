using Commerce.Platform.Modules;
using Commerce.Platform.People;

namespace Commerce.Platform.GraphQL;

/// <summary>A button on a page passes the same door as the API's mutation: the slice that both call is known by its input.</summary>
/// <param name="fields">The mutation of each slice.</param>
/// <param name="schema">Who may use it.</param>
internal sealed class MutationDoors(IReadOnlyDictionary<Type, string> fields, PrintedSchema schema)
{
    /// <summary>The use cases that are mutations: an act in the audit trail goes by the name of one.</summary>
    public IEnumerable<Type> Slices => fields.Keys;

    /// <summary>True when the service is no mutation's handler, or the mutation is for this person.</summary>
    public bool Allow(Type service, Actor actor, out string door)
    {
        if (service.DeclaringType is not { } slice || !fields.TryGetValue(slice, out var field))
        {
            door = "";
            return true;
        }

        door = $"Mutation.{field}";
        return schema.Rules[("Mutation", field)].Allows(actor);
    }
}
