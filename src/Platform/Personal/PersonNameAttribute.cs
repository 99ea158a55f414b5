namespace Commerce.Platform.Personal;

/// <summary>Marks a property that holds a person's name, user name or export mark although it isn't called …ByName or the like.</summary>
/// <param name="idProperty">The property beside it that says whose.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PersonNameAttribute(string idProperty) : Attribute
{
    /// <summary>The property beside it that says whose.</summary>
    public string IdProperty { get; } = idProperty;
}
