namespace Commerce.SampleClient;

/// <summary>A request that isn't executed, in words.</summary>
internal sealed class RefusedException(string message) : Exception(message);

internal sealed record Answer<T>(T? Data, IReadOnlyList<ProtocolError>? Errors);

internal sealed record ProtocolError(string Message, Codes Extensions);

internal sealed record Codes(string Code);

internal sealed record Token(string AccessToken);

internal sealed record Goods(ProductPage Products);

internal sealed record ProductPage(int? TotalCount, PageInfo PageInfo, IReadOnlyList<Product> Nodes);

internal sealed record PageInfo(bool HasNextPage, string? EndCursor);

internal sealed record Product(string Name, Producer Producer, IReadOnlyList<Variant> Variants);

internal sealed record Producer(Named? Village);

internal sealed record Variant(string Specification, IReadOnlyList<Offer> Offers);

// Amounts are exact text on the wire.
internal sealed record Offer(string Id, Price Price, Amount Minimum);

internal sealed record Price(string Amount, Unit Per);

internal sealed record Amount(string Value, Unit Unit);

internal sealed record Unit(string Code, string? Name);

internal sealed record Named(string? Id, string Name);

internal sealed record Me(Viewer? Viewer);

internal sealed record Viewer(string Name, IReadOnlyList<Named> Units);

internal sealed record SaveList(SavePayload PurchaseListSave);

internal sealed record SavePayload(bool Replayed, Named? List, IReadOnlyList<UserError> Errors);

internal sealed record UserError(string Code, string Message);
