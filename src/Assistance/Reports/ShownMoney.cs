using System.Globalization;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Reports;

/// <summary>How a report writes its amounts: 元, or 万元 with two places, each figure rounded by itself from the exact one.</summary>
/// <param name="InWan">万元.</param>
internal readonly record struct ShownMoney(bool InWan)
{
    public string Unit(bool chinese) => InWan ? (chinese ? "万元" : "10,000 yuan") : chinese ? "元" : "yuan";

    public decimal Of(Money money) => InWan ? Rounding.HalfAwayFromZero(money.Amount / 10_000, 2) : money.Amount;

    public string Text(Money money) => Of(money).ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>True when the parts as shown don't add up to the total as shown.</summary>
    public bool PartsDiffer(IEnumerable<Money> parts, Money total)
    {
        var shown = this;
        return parts.Sum(p => shown.Of(p)) != Of(total);
    }
}
