namespace Commerce.Platform.People;

/// <summary>Holds who asks for the length of one request or one piece of background work. Nobody until somebody sets it.</summary>
public sealed class CurrentActor
{
    /// <summary>Who asks.</summary>
    public Actor Actor { get; set; } = Actor.Anonymous;
}
