namespace Commerce.Ordering.Domain;

/// <summary>What is still owed of an acceptance.</summary>
/// <param name="Paper">AC-.</param>
/// <param name="OrderNumber">PO-.</param>
/// <param name="DueOn">China day by which it is to be paid.</param>
/// <param name="AmountFen">What it came to.</param>
/// <param name="OwedFen">Still to be paid and not in dispute.</param>
/// <param name="HeldFen">In dispute: not owed until it is answered.</param>
internal sealed record DueItem(string Paper, string OrderNumber, DateOnly DueOn, long AmountFen, long OwedFen, long HeldFen);

/// <summary>Which acceptances of a statement are still to be paid: what went back and what was paid goes to the oldest due first, and to what isn't
/// disputed before what is.</summary>
internal static class Payables
{
    public static IReadOnlyList<DueItem> Of(Statement statement)
    {
        var held = statement.Differences.Where(d => d.AnsweredAt is null).GroupBy(d => d.LineId).ToDictionary(g => g.Key, g => g.Sum(d => d.HeldFen));
        var papers = statement.Lines.Where(l => l.AmountFen > 0)
            .GroupBy(l => (DueOn: l.DueOn ?? l.Day, l.Paper, l.OrderNumber)).OrderBy(g => g.Key.DueOn).ThenBy(g => g.Key.Paper, StringComparer.Ordinal)
            .Select(g => (g.Key, Amount: g.Sum(l => l.AmountFen), Held: g.Sum(l => held.GetValueOrDefault(l.Id)))).ToList();
        var covered = statement.PaidFen - statement.Lines.Where(l => l.AmountFen < 0).Sum(l => l.AmountFen);
        var owed = papers.ConvertAll(p => p.Amount - p.Held - Take(ref covered, p.Amount - p.Held));
        return [.. papers.Select((p, i) => new DueItem(p.Key.Paper, p.Key.OrderNumber, p.Key.DueOn, p.Amount, owed[i], p.Held - Take(ref covered, p.Held)))];
    }

    private static long Take(ref long covered, long upTo)
    {
        var taken = Math.Clamp(covered, 0, upTo);
        covered -= taken;
        return taken;
    }
}
