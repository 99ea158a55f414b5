using Commerce.Assistance.Domain;
using Commerce.Assistance.Totals;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Reports;

/// <summary>A report as pages and papers show it.</summary>
/// <param name="Period">What it covers.</param>
/// <param name="By">What its lines are by.</param>
/// <param name="Money">元 or 万元.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Channels">What the total is made of, by channel: a total over several is said to be one.</param>
/// <param name="Heads">The closed months that it covers, with the ledger's head under each.</param>
internal sealed record Report(
    Period Period, IReadOnlyList<TotalsBy> By, ShownMoney Money, IReadOnlyList<ReportLine> Lines, IReadOnlyList<ChannelSum> Channels, IReadOnlyList<ClosedHead> Heads)
{
    /// <summary>Help-sell was asked for alone.</summary>
    public bool HelpSellAlone { get; init; }

    /// <summary>The lines that add up: help-sell (帮销) is no purchase and never added to any.</summary>
    public IReadOnlyList<ReportLine> Counted => HelpSellAlone ? Lines : [.. Lines.Where(l => l.Key.Channel != Channel.HelpSell)];

    /// <summary>帮销: what stands beside the total; null when there is none.</summary>
    public Money? HelpSell => Lines.Count > Counted.Count ? Lines.Where(l => l.Key.Channel == Channel.HelpSell).Sum(l => l.Sums.Amount) : null;

    public Money Total => Counted.Sum(l => l.Sums.Amount);

    public Money ToDate => Sum(l => l.ToDate);

    public Money YearBefore => Sum(l => l.YearBefore);

    public Money Before => Sum(l => l.Before);

    /// <summary>Lines are times of their own: what is to date, or before, of one is in another already.</summary>
    public bool OverTime => By.Any(b => b is TotalsBy.Month or TotalsBy.Quarter or TotalsBy.Year);

    /// <summary>What was ordered and paid stands beside it.</summary>
    public bool HasFlows { get; init; }

    /// <summary>By which rules purchases count towards the guide figures, the first month's first.</summary>
    public IReadOnlyList<FigureRule> GuideRules { get; init; } = [];

    /// <summary>Lines are whole units: guide figures stand beside them.</summary>
    public bool HasGuide => Lines.Any(l => l.Guide is not null);

    public bool RoundsApart => Money.PartsDiffer(Counted.Select(l => l.Sums.Amount), Total) || (!OverTime && Money.PartsDiffer(Counted.Select(l => l.ToDate), ToDate));

    public Money Sum(Func<ReportLine, Money> of) => Counted.Sum(of);
}

/// <summary>What came through a channel in the period.</summary>
internal sealed record ChannelSum(Channel Channel, Money Amount);

/// <summary>A closed month and the ledger's head when it was closed.</summary>
/// <param name="Month">The month.</param>
/// <param name="Version">Its version.</param>
/// <param name="Sequence">The ledger's last row at that moment.</param>
/// <param name="Hash">Its hash.</param>
internal sealed record ClosedHead(Month Month, int Version, long Sequence, string Hash);
