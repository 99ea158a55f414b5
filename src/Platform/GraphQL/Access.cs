using Commerce.Platform.People;

namespace Commerce.Platform.GraphQL;

/// <summary>Who may use a field. Every field has one: written on it, or on its type.</summary>
public abstract record Access
{
    /// <summary>May this person use it?</summary>
    public abstract bool Allows(Actor actor);

    /// <summary>Anybody who reached it; a value type is as public as the field that leads to it.</summary>
    public sealed record Anyone : Access
    {
        /// <inheritdoc />
        public override bool Allows(Actor actor) => true;
    }

    /// <summary>Anybody who signed in.</summary>
    public sealed record SignedIn : Access
    {
        /// <inheritdoc />
        public override bool Allows(Actor actor) => actor.SignedIn;
    }

    /// <summary>Whoever has a capability somewhere; which rows they see, the module decides.</summary>
    /// <param name="Capability">Such as order.read.</param>
    /// <param name="Or">Another one that is enough, too; null when there is none.</param>
    public sealed record Having(string Capability, string? Or = null) : Access
    {
        /// <inheritdoc />
        public override bool Allows(Actor actor) => actor.Can(Capability) || (Or is not null && actor.Can(Or));
    }
}
