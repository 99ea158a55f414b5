using Commerce.Ordering.Domain;
using Commerce.SharedKernel;

namespace Commerce.Ordering.Data;

/// <summary>A quantity as somebody wrote it: not yet known to be exact.</summary>
internal sealed record AskedQuantity(decimal Value, MeasureUnit Unit)
{
    /// <summary>The exact quantity, or a refusal.</summary>
    public Result<Quantity> Read() => Quantity.IsExact(Value, Unit) ? Quantity.Of(Value, Unit) : OrderingErrors.TooFine;
}

/// <summary>An amount of money as somebody wrote it.</summary>
internal sealed record AskedMoney(decimal Amount, string Currency)
{
    /// <summary>The amount in fen, or null when it isn't a proper one.</summary>
    public long? Fen => Currency == "CNY" && Amount >= 0 && Money.IsExact(Amount) ? Money.Of(Amount).Fen : null;
}
