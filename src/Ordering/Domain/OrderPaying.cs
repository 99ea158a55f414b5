using Commerce.SharedKernel;

namespace Commerce.Ordering.Domain;

/// <summary>What employees pay of their own orders (个人), by phone, once the goods were weighed and accepted.</summary>
internal sealed partial class Order
{
    /// <summary>Accepted net of returns and not paid yet; below zero when more was paid than is owed by now. Freight isn't in it, as it is in no statement.</summary>
    public long OwedFen => SettledFen - PaidFen;

    /// <summary>A page to pay on is to be opened. Counts as an act, so that two at once can't both do it.</summary>
    /// <returns>What is to be paid.</returns>
    public Result<long> StartPaying(DateTimeOffset now)
    {
        if (Purpose != PurchasePurpose.Personal)
        {
            return PayingErrors.PaidByTheUnit(Number);
        }

        if (!HasSettled)
        {
            return PayingErrors.NotAcceptedYet(Number);
        }

        if (OwedFen <= 0)
        {
            return PayingErrors.NothingOwed(Number);
        }

        Acts++;
        UpdatedAt = now;
        return OwedFen;
    }

    /// <summary>Money of its buyer came, or goes back.</summary>
    /// <param name="fen">Above zero to the supplier, below zero back to the buyer.</param>
    /// <param name="what">Which of the two, or that giving back has failed.</param>
    /// <param name="sale">RS-.</param>
    /// <param name="who">The buyer, or who gives it back.</param>
    /// <param name="now">Server time.</param>
    public void TakePaid(long fen, HistoryAction what, string sale, Person who, DateTimeOffset now)
    {
        PaidFen += fen;
        Tell(what, who, now, $"{sale}：{Money.FromFen(Math.Abs(fen))} 元");
    }
}
