using Commerce.Assistance.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Data;

/// <summary>Counting rules as questions.</summary>
internal static class RuleQueries
{
    public static async Task<RuleBook> Rules(this AssistanceDbContext db, CancellationToken ct) => new(await db.AgreedRules().ToListAsync(ct));

    /// <summary>The same where rows are streamed, one at a time.</summary>
    public static RuleBook RulesNow(this AssistanceDbContext db) => new(db.AgreedRules());

    private static IQueryable<FigureRule> AgreedRules(this AssistanceDbContext db) => db.FigureRules.AsNoTracking().Where(r => r.State == RuleState.Agreed);

    /// <summary>What counts to a figure under the rules of these months; rows of other months are left out.</summary>
    public static IQueryable<T> Under<T>(this IQueryable<T> rows, IReadOnlyList<RulePeriod> periods)
        where T : class, IJudged => periods.Select(rows.Under).Aggregate(Queryable.Concat);

    /// <summary>What counts to a figure in the months of one version.</summary>
    public static IQueryable<T> Under<T>(this IQueryable<T> rows, RulePeriod period)
        where T : class, IJudged
    {
        var (from, to) = (period.From, period.To);
        var (purposes, villages, others) = (period.Rule.Purposes, period.Rule.VillageChannels, period.Rule.OtherChannels);
        return rows.Where(r => r.MonthNumber >= from && r.MonthNumber <= to && purposes.Contains(r.Purpose)
            && ((r.VillageId != Guid.Empty && villages.Contains(r.Channel)) || (r.VillageId == Guid.Empty && others.Contains(r.Channel))));
    }

    /// <summary>Whether a row counts under its month's rule.</summary>
    public static bool Counts(this FigureRule rule, IJudged row) => rule.Counts(row.VillageId, row.Purpose, row.Channel);
}
