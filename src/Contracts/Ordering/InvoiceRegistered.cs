namespace Commerce.Contracts.Ordering;

/// <summary>An invoice entered the register. Its number is unique per issuer.</summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="UnitId">Whose statement it belongs to.</param>
/// <param name="Supplier">The issuer's name as printed.</param>
/// <param name="Number">As printed.</param>
/// <param name="IssuedOn">The day printed on it.</param>
/// <param name="Gross">价税合计, yuan; negative when red.</param>
/// <param name="RegisteredById">Who entered it; null in events from before it was told, as below.</param>
/// <param name="OrderIds">The orders of its statement.</param>
[Event]
public sealed record InvoiceRegistered(Guid InvoiceId, Guid UnitId, string Supplier, string Number, DateOnly IssuedOn, decimal Gross, Guid? RegisteredById = null, IReadOnlyList<Guid>? OrderIds = null);
