using System.Globalization;
using Commerce.SharedKernel;
using Commerce.Ui;
using Commerce.Ui.States;

namespace Commerce.Catalog.Prices;

/// <summary>How pages speak of prices beside each other.</summary>
internal static class PriceWords
{
    /// <summary>What was compared.</summary>
    public static string Basis(ReferencePrice reference, bool chinese)
    {
        var (what, unit) = (reference.Loose ? chinese ? "散装" : "loose" : chinese ? "包装" : "packed", reference.Price.Per.Name(chinese));
        return chinese
            ? $"{reference.Producers} 家其他生产者同种类、{what}、同类买方的现价平均，按{unit}折算"
            : $"average of what {reference.Producers} other producers ask the same buyers for the same kind, {what}, per {unit}";
    }

    /// <summary>How an offer stands to its reference, as a light.</summary>
    public static (LightKind Kind, string Text) Reference(this Words w, ReferencePrice? reference, decimal marginPercent)
    {
        if (reference is null)
        {
            return (LightKind.Quiet, w["暂无可比", "nothing to compare"]);
        }

        var price = w.Price(reference.Price);
        var percent = Math.Abs(reference.DeviationPercent).ToString("0.#", CultureInfo.InvariantCulture);
        return reference.DeviationPercent switch
        {
            var more when more > marginPercent => (LightKind.Near, w[$"高于参考价 {percent}%（参考 {price}）", $"{percent}% above the reference ({price})"]),
            > 0 => (LightKind.Quiet, w[$"参考 {price}，高 {percent}%", $"reference {price}, {percent}% above"]),
            < 0 => (LightKind.Quiet, w[$"参考 {price}，低 {percent}%", $"reference {price}, {percent}% below"]),
            _ => (LightKind.Quiet, w[$"参考 {price}，相同", $"reference {price}, the same"]),
        };
    }
}
