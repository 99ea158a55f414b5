using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>One line to be counted, in exact numbers.</summary>
/// <param name="Kind">Purchase, WeightAdjustment or Return.</param>
/// <param name="Price">As the line says.</param>
/// <param name="Quantity">Net, signed.</param>
/// <param name="Amount">Signed.</param>
internal sealed record LineToCount(LedgerKind Kind, UnitPrice Price, Quantity Quantity, Money Amount);

/// <summary>What is left of an acceptance line after what already stands in the ledger.</summary>
/// <param name="Fen">Amount.</param>
/// <param name="Milli">Quantity, thousandths of its base unit.</param>
internal readonly record struct LineLeft(long Fen, long Milli);

/// <summary>Whether a line may count. The ledger recomputes; it never believes.</summary>
internal static class CountableLine
{
    /// <summary>Why the line must never count; null when it may.</summary>
    public static string? Refuse(LineToCount line, UnitPrice agreed)
    {
        if (line.Price != agreed)
        {
            return $"the price {line.Price} isn't the agreed {agreed}";
        }

        if (line.Quantity.Dimension != agreed.Per.Dimension())
        {
            return $"{line.Quantity} can't be priced per {agreed.Per}";
        }

        var settled = Money.Settle(agreed, line.Quantity);
        return line.Kind switch
        {
            LedgerKind.Purchase when line.Quantity.Milli < 0 || line.Amount != settled => $"{line.Quantity} at {agreed} is {settled}, not {line.Amount}",
            LedgerKind.Return when line.Quantity.Milli >= 0 || line.Amount.Fen > 0 => $"a return of {line.Quantity} for {line.Amount} must be negative",

            // A difference of two rounded amounts may be off the rounded difference by one fen (a full return is exactly 0.00).
            LedgerKind.Return or LedgerKind.WeightAdjustment when Math.Abs(line.Amount.Fen - settled.Fen) > 1
                => $"a difference of {line.Quantity} at {agreed} is {settled} to the fen, not {line.Amount}",
            LedgerKind.Manual or LedgerKind.Reversal or LedgerKind.External or LedgerKind.MovedOut or LedgerKind.MovedIn or LedgerKind.Sale or LedgerKind.SaleRefund => "it is typed by a person, not counted from goods",
            LedgerKind.Purchase or LedgerKind.Return or LedgerKind.WeightAdjustment => null,
        };
    }

    /// <summary>What is left of the original line when this difference counts; null when it would fall below nothing.</summary>
    public static LineLeft? Apply(LineLeft left, LineToCount difference)
    {
        var after = new LineLeft(left.Fen + difference.Amount.Fen, left.Milli + difference.Quantity.Milli);
        return after.Fen < 0 || after.Milli < 0 ? null : after;
    }
}
