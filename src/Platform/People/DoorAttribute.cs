using Microsoft.AspNetCore.Authorization;

namespace Commerce.Platform.People;

/// <summary>Who may open a page. Every page has one; a page without is closed to everybody.</summary>
[AttributeUsage(AttributeTargets.Class)]
public abstract class DoorAttribute : Attribute, IAuthorizeData
{
    /// <summary>The one policy behind all doors.</summary>
    public const string PolicyName = "door";

    /// <inheritdoc />
    string? IAuthorizeData.Policy { get => PolicyName; set => throw new NotSupportedException(); }

    /// <inheritdoc />
    string? IAuthorizeData.Roles { get => null; set => throw new NotSupportedException(); }

    /// <inheritdoc />
    string? IAuthorizeData.AuthenticationSchemes { get => null; set => throw new NotSupportedException(); }

    /// <summary>May this person come in?</summary>
    public abstract bool Lets(Actor actor);

    /// <summary>A page's own door; null when it says nothing.</summary>
    public static DoorAttribute? Of(Type page) => (DoorAttribute?)GetCustomAttribute(page, typeof(DoorAttribute));
}

/// <summary>Anybody, signed in or not.</summary>
public sealed class PublicAttribute : DoorAttribute
{
    /// <inheritdoc />
    public override bool Lets(Actor actor) => true;
}

/// <summary>Anybody who signed in.</summary>
public sealed class SignedInAttribute : DoorAttribute
{
    /// <inheritdoc />
    public override bool Lets(Actor actor) => actor.SignedIn;
}

/// <summary>Whoever has one of these capabilities somewhere; which rows they see, the page's questions decide.</summary>
/// <param name="capabilities">Such as <see cref="Capability.OrderRead"/>; one of them is enough.</param>
public sealed class RequiresAttribute(params string[] capabilities) : DoorAttribute
{
    /// <summary>One of them is enough.</summary>
    public IReadOnlyList<string> Capabilities { get; } = capabilities;

    /// <inheritdoc />
    public override bool Lets(Actor actor) => Capabilities.Any(actor.Can);
}
