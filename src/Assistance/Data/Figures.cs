using Commerce.Assistance.Domain;
using Commerce.Platform.Modules;

namespace Commerce.Assistance.Data;

/// <summary>What may enter a figure: sample goods (示例数据) only while the server is a demonstration. They stay in the ledger, which forgets nothing.</summary>
internal static class Figures
{
    public static IQueryable<LedgerTotal> ThatCount(this IQueryable<LedgerTotal> totals, Demonstration demonstration) =>
        demonstration.On ? totals : totals.Where(t => !t.Sample);

    public static IQueryable<Flow> ThatCount(this IQueryable<Flow> flows, Demonstration demonstration) =>
        demonstration.On ? flows : flows.Where(f => !f.Sample);

    public static IQueryable<LedgerEntry> ThatCount(this IQueryable<LedgerEntry> entries, Demonstration demonstration) =>
        demonstration.On ? entries : entries.Where(e => !e.Sample);
}
