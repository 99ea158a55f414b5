using Commerce.Ordering.Domain;
using Commerce.Ordering.Labels;
using Commerce.SharedKernel;
using Commerce.Ui;

namespace Commerce.Ordering.Policies;

/// <summary>How rules speak on pages.</summary>
internal static class PolicyWords
{
    /// <summary>A rule in a line.</summary>
    public static string Of(ApprovalRule rule, Words w)
    {
        var amount = Words.Yuan(Money.FromFen(rule.FromFen));
        return w[
            $"{(rule.Purpose is { } p ? w.Label(p) : "所有类别")}{(rule.FromFen == 0 ? "" : $" {amount} 元起")}：{rule.Role.Text(true)}",
            $"{(rule.Purpose is { } q ? w.Label(q) : "All purposes")}{(rule.FromFen == 0 ? "" : $" from {amount} yuan")}: {rule.Role.Text(false)}"];
    }
}
