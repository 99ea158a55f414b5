using Commerce.Ordering.Domain;

namespace Commerce.Ordering.Submit;

/// <summary>How goods are procured, while it is being typed.</summary>
internal sealed class ProcurementDraft
{
    public ProcurementMethod? Method { get; set; }

    public string Basis { get; set; } = "";

    public string Number { get; set; } = "";

    /// <summary>Null until a method is chosen; the server says what else is missing.</summary>
    public Procurement? Given => Method is { } method ? new(method, Basis, Number) : null;
}
