using Commerce.SharedKernel;

namespace Commerce.Assistance;

/// <summary>An amount as clients send it.</summary>
internal sealed record MoneyInput(decimal Amount, string Currency)
{
    /// <summary>Exact to the fen, in yuan; or why not.</summary>
    public Result<Money> Read() => Currency != "CNY" ? AssistanceErrors.NotYuan : !Money.IsExact(Amount) ? AssistanceErrors.NotFen : Money.Of(Amount);
}
