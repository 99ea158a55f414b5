namespace Commerce.Ordering.Domain;

/// <summary>Our copy of a recognition (帮扶产品认定) of a product: it tells recognised goods from ordinary ones, and is never a paper that goods need.</summary>
internal sealed class KnownRecognition
{
    public required Guid Id { get; init; }

    public required Guid ProductId { get; init; }

    /// <summary>First and last day in China on which it holds; open when null.</summary>
    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>First day from which it was withdrawn.</summary>
    public DateOnly? WithdrawnOn { get; set; }

    public required DateTimeOffset SaidAt { get; set; }

    /// <summary>It holds on that day.</summary>
    public bool HeldOn(DateOnly day) => !(ValidFrom > day) && !(ValidTo < day) && !(WithdrawnOn <= day);
}
