using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Totals;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Reports;

/// <summary>Reads a report: sums by month are read once, two years of them or more, and every figure is told from these.</summary>
internal sealed class ReadReport(AssistanceDbContext db, ReadTotals totals, ReadGuides guides, Actor actor, Demonstration demonstration, TimeProvider clock)
{
    private static readonly TotalsBy[] Times = [TotalsBy.Month, TotalsBy.Quarter, TotalsBy.Year];

    private RuleBook? rules;

    /// <summary>Refuses a day that isn't over: such a report couldn't be had again.</summary>
    public static Result Known(DateOnly? day, DateTimeOffset now) => day >= now.DayInChina() ? AssistanceErrors.DayNotOver : Result.Done;

    /// <summary>Refuses years that don't follow one another, or too many.</summary>
    public static Result Years(int since, int year) => since > year || since < year - LedgerAddress.MostYears ? AssistanceErrors.TooManyYears(LedgerAddress.MostYears) : Result.Done;

    public async Task<Result<Report>> Read(LedgerAddress address, bool chinese, CancellationToken ct)
    {
        if (Known(address.KnownOn, clock.GetUtcNow()).Error is { } early)
        {
            return early;
        }

        var by = ReadSheet.ByOf(address);
        var period = Of(address);
        var cells = await Cells(address, by, period, ct);
        var (lines, flows) = await WithFlows(address, by, period, Lines(cells, by, period), ct);
        lines = InOrder(await WithGuides(address, by, period, lines, ct));
        var names = await totals.Names(lines.Select(l => l.Sums), address.KnownOn, ct);
        var places = ReportLine.Places([.. lines.Select(l => l.Sums.Amount.Amount)]);
        var rates = lines.Where(l => l.Rate is not null).Select(l => l.Rate!.Value).ToList();
        return new Report(
            period, by, new(address.InWan),
            Sorted(
                [
                    .. lines.Select((l, i) => l with
                    {
                        Labels = [.. by.Select(b => ReadSheet.Label(b, l.Key, names, chinese))],
                        Rank = places[i],
                        RankByRate = l.Rate is { } rate ? rates.Count(r => r > rate) + 1 : null,
                    }),
                ],
                address.Sort),
            await Channels(address, period, ct), await Heads(address, period, ct))
        { HasFlows = flows, HelpSellAlone = address.Channel == Channel.HelpSell, GuideRules = await GuideRules(address, period, ct) };
    }

    // Read once: every figure of a report is told by the same rules.
    private async Task<RuleBook> Rules(CancellationToken ct) => rules ??= await db.Rules(ct);

    private async Task<IReadOnlyList<FigureRule>> GuideRules(LedgerAddress address, Period period, CancellationToken ct) =>
        [.. (await Rules(ct)).AsKnownOn(address.KnownOn).Of(CountedFigure.OwnGuide, (period.To.Year * 100) + 1, period.To.Number).Select(p => p.Rule)];

    private static Period Of(LedgerAddress address) =>
        address.Month is { } month ? Period.Of(month) : address.Quarter is { } quarter ? Period.OfQuarter(quarter) : Period.OfYears(address.Since ?? address.Year, address.Year);

    private async Task<TotalsQuestion> Question(LedgerAddress address, IEnumerable<TotalsBy> by, Period period, int earlier, CancellationToken ct) => TotalsQuestion
        .Of(period.To.Year, by, address.Filter with { Months = null }, actor.UnitsWhere(Capability.AssistanceRead), address.KnownOn, period.From.Year - earlier).With(await Rules(ct));

    // A month and a quarter look back a year; several years look back as many.
    private async Task<IReadOnlyList<RowSums>> Cells(LedgerAddress address, IReadOnlyList<TotalsBy> by, Period period, CancellationToken ct) =>
        await totals.Rows(await Question(address, by.Except(Times).Append(TotalsBy.Month), period, period.To.Year - period.From.Year + 1, ct), ct);

    private static List<ReportLine> Lines(IReadOnlyList<RowSums> cells, IReadOnlyList<TotalsBy> by, Period whole)
    {
        // What bought earlier and not now has a line too: else the totals would be compared with too little.
        Period[] spans = by.Any(Times.Contains) ? [whole] : [whole, whole.ToDate(), whole.YearBefore(), whole.Before()];
        var lines = new List<ReportLine>();
        foreach (var thing in cells.GroupBy(c => c.Key with { Year = 0, Month = 0 }))
        {
            var months = thing.ToLookup(c => new Month(c.Key.Month));
            var keys = thing.Where(c => spans.Any(s => s.Holds(new(c.Key.Month)))).Select(c => KeyOf(c.Key, by)).Distinct();
            lines.AddRange(keys.Select(key =>
            {
                var period = whole.Of(key, by);
                return new ReportLine(key, period, RowSums.Of(key, Within(period)), Sum(period.ToDate()), Sum(period.YearBefore()), Sum(period.Before()));
            }));

            IEnumerable<RowSums> Within(Period period) => months.Where(m => period.Holds(m.Key)).SelectMany(m => m);

            Money Sum(Period period) => Within(period).Sum(c => c.Amount);
        }

        return lines;
    }

    // Times in their order, else the largest amount first.
    private static List<ReportLine> InOrder(IEnumerable<ReportLine> lines) =>
        [.. lines.OrderBy(l => l.Period.From).ThenByDescending(l => l.Sums.Amount).ThenByDescending(l => l.ToDate).ThenBy(l => l.Key.ToString(), StringComparer.Ordinal)];

    // What was ordered or paid and not accepted has a line too.
    private async Task<(List<ReportLine> Lines, bool Flows)> WithFlows(LedgerAddress address, IReadOnlyList<TotalsBy> by, Period period, List<ReportLine> lines, CancellationToken ct)
    {
        var question = await Question(address, by.Except(Times).Append(TotalsBy.Month), period, 0, ct);
        if (!address.WithFlows || !question.HasFlows)
        {
            return (lines, false);
        }

        var (ordered, paid) = (await Sums(FlowKind.Ordered), await Sums(FlowKind.Paid));
        var without = ordered.Keys.Union(paid.Keys).Except(lines.Select(l => l.Key)).Select(k => new ReportLine(k, period.Of(k, by), RowSums.Of(k, []), Money.Zero, Money.Zero, Money.Zero));
        return ([.. lines.Concat(without).Select(l => l with { Ordered = ordered.GetValueOrDefault(l.Key), Paid = paid.GetValueOrDefault(l.Key) })], true);

        async Task<Dictionary<RowKey, Money>> Sums(FlowKind kind) => (await totals.Flows(question, kind, ct)).Where(f => period.Holds(new(f.Key.Month)))
            .GroupBy(f => KeyOf(f.Key, by)).ToDictionary(g => g.Key, g => g.Sum(f => f.Amount));
    }

    // What a line is told by: its times as far as they are asked for.
    private static RowKey KeyOf(RowKey cell, IReadOnlyList<TotalsBy> by) => cell with
    {
        Year = by.Contains(TotalsBy.Year) || by.Contains(TotalsBy.Quarter) || by.Contains(TotalsBy.Month) ? cell.Year : 0,
        Quarter = by.Contains(TotalsBy.Quarter) || by.Contains(TotalsBy.Month) ? (cell.Year * 10) + (((cell.Month % 100) + 2) / 3) : 0,
        Month = by.Contains(TotalsBy.Month) ? cell.Month : 0,
    };

    // 完成率 belongs to whole units of one year: a part of a unit has no guide figure.
    private async Task<List<ReportLine>> WithGuides(LedgerAddress address, IReadOnlyList<TotalsBy> by, Period period, List<ReportLine> lines, CancellationToken ct)
    {
        if (by is not [TotalsBy.Unit] || period.From.Year != period.To.Year || (address.Filter with { UnitIds = null, Months = null, AsInMonthTable = false }) != new TotalsFilter())
        {
            return lines;
        }

        var visible = actor.UnitsWhere(Capability.AssistanceRead).Where(u => address.Unit is null || u == address.Unit).ToList();
        var figures = await guides.Of(period.To.Year, visible, address.KnownOn, ct);
        var achieved = (await db.OwnPurchases(period.To.Year, visible, demonstration, ct, address.KnownOn, period.To, await Rules(ct)))
            .GroupBy(p => p.UnitId).ToDictionary(g => g.Key, g => Money.FromFen(g.Sum(p => p.Fen)));
        var without = figures.Keys.Except(lines.Select(l => l.Key.Unit)).Select(u => new RowKey { Unit = u })
            .Select(k => new ReportLine(k, period, RowSums.Of(k, []), Money.Zero, Money.Zero, Money.Zero));
        return
        [
            .. lines.Concat(without).Select(l => l with { Guide = figures.GetValueOrDefault(l.Key.Unit), Achieved = achieved.GetValueOrDefault(l.Key.Unit) }),
        ];
    }

    private async Task<IReadOnlyList<ChannelSum>> Channels(LedgerAddress address, Period period, CancellationToken ct) =>
    [
        .. (await totals.Rows(await Question(address, [TotalsBy.Channel, TotalsBy.Month], period, 0, ct), ct)).Where(r => period.Holds(new(r.Key.Month)) && (address.Channel == Channel.HelpSell || r.Key.Channel != Channel.HelpSell))
            .GroupBy(r => r.Key.Channel!.Value).OrderBy(g => g.Key).Select(g => new ChannelSum(g.Key, g.Sum(r => r.Amount))),
    ];

    private async Task<IReadOnlyList<ClosedHead>> Heads(LedgerAddress address, Period period, CancellationToken ct)
    {
        var closed = await db.MonthVersions.AsNoTracking()
            .Where(v => v.MonthNumber >= period.From.Number && v.MonthNumber <= period.To.Number).OrderBy(v => v.MonthNumber).ThenBy(v => v.Number)
            .Select(v => new { v.Id, v.MonthNumber, v.Number, v.LastSequence, v.LedgerHash, v.ClosedAt }).ToListAsync(ct);
        var reopened = (await db.MonthReopenings.AsNoTracking().Select(r => new { r.VersionId, r.At }).ToListAsync(ct)).ToDictionary(r => r.VersionId, r => r.At);
        var end = address.KnownOn?.AddDays(1).StartInChina() ?? DateTimeOffset.MaxValue;
        return
        [
            .. closed.Where(v => v.ClosedAt < end && !(reopened.TryGetValue(v.Id, out var at) && at < end))
                .Select(v => new ClosedHead(new(v.MonthNumber), v.Number, v.LastSequence, v.LedgerHash)),
        ];
    }

    private static IReadOnlyList<ReportLine> Sorted(IReadOnlyList<ReportLine> lines, string sort)
    {
        Func<ReportLine, decimal>? of = sort.TrimStart('-') switch
        {
            "amount" => l => l.Sums.Amount.Amount,
            "todate" => l => l.ToDate.Amount,
            "rate" => l => l.Rate ?? -1,
            "rows" => l => l.Sums.Entries,
            _ => null,
        };
        return of is null ? lines : sort[0] == '-' ? [.. lines.OrderByDescending(of)] : [.. lines.OrderBy(of)];
    }
}
