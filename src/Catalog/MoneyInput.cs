using Commerce.Catalog.Domain;
using Commerce.SharedKernel;

namespace Commerce.Catalog;

/// <summary>An amount as clients send it.</summary>
internal sealed record MoneyInput(decimal Amount, string Currency)
{
    /// <summary>Exact to the fen, in yuan; or why not.</summary>
    public Result<Money> Read() => Currency != "CNY" ? CampaignErrors.NotYuan : !Money.IsExact(Amount) ? CampaignErrors.NotFen : Money.Of(Amount);
}
