using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>What supplier and buyer settle before the order is confirmed: freight is proposed and agreed to, prices only fall.</summary>
internal sealed partial class Order
{
    /// <summary>The longest note of a proposal.</summary>
    public const int LongestNote = 400;

    /// <summary>Freight that the supplier asks for; null when none was proposed.</summary>
    public long? ProposedFreightFen { get; set; }

    /// <summary>Why.</summary>
    public string? ProposalNote { get; set; }

    public string? ProposedByName { get; set; }

    /// <summary>The buyer agreed to it.</summary>
    public bool ProposalTaken { get; set; }

    /// <summary>The supplier asks for freight; a new proposal takes the place of the one before.</summary>
    public Result Propose(long freightFen, string note, Person who, DateTimeOffset now)
    {
        if (Stage != OrderStage.Approved || RestCancelled)
        {
            return OrderingErrors.NotConfirmable(Status);
        }

        if (string.IsNullOrWhiteSpace(note) || note.Length > LongestNote)
        {
            return OrderingErrors.ReasonNeeded("note");
        }

        (ProposedFreightFen, ProposalNote, ProposedByName, ProposalTaken) = (freightFen, note.Trim(), who.Name, false);
        Note(HistoryAction.Proposed, who, now, $"运费 {Money.FromFen(freightFen)} 元：{note.Trim()}");
        return Result.Done;
    }

    /// <summary>The buyer agrees to the freight that was proposed.</summary>
    public Result TakeProposal(Person who, DateTimeOffset now)
    {
        if (Stage != OrderStage.Approved || RestCancelled || ProposedFreightFen is not { } freight || ProposalTaken)
        {
            return OrderingErrors.NoProposal;
        }

        ProposalTaken = true;
        Note(HistoryAction.ProposalTaken, who, now, $"运费 {Money.FromFen(freight)} 元");
        return Result.Done;
    }

    /// <summary>Lowers prices, never raises one; holds so much less money.</summary>
    public Result Lower(IReadOnlyList<(Guid LineId, decimal Price)> prices)
    {
        foreach (var (price, at) in prices.Select((p, i) => (p, i)))
        {
            if (Lines.Find(l => l.Id == price.LineId) is not { } line || prices.Take(at).Any(p => p.LineId == price.LineId))
            {
                return OrderingErrors.NoSuchLine.At("prices", $"{at}");
            }

            if (price.Price <= 0 || !UnitPrice.IsExact(price.Price) || price.Price > line.Price.Amount)
            {
                return OrderingErrors.PriceOnlyDown(line.ProductName, line.Price).At("prices", $"{at}");
            }

            line.Lower(UnitPrice.Of(price.Price, line.PricedBy));
        }

        return Result.Done;
    }

    /// <summary>Once something was proposed, no more than what the buyer agreed to.</summary>
    private bool FreightIsAgreed(long? freightFen) => ProposedFreightFen is not { } proposed || (freightFen ?? 0) <= (ProposalTaken ? proposed : 0);
}
