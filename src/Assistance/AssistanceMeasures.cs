using Commerce.Platform.Observing;

namespace Commerce.Assistance;

/// <summary>What the ledger counts about itself.</summary>
internal static class AssistanceMeasures
{
    public static Counted LedgerRows { get; } = Measures.Count("commerce_ledger_rows_total", "Rows appended to the ledger.");

    public static Gauged Differences { get; } = Measures.Gauge("commerce_ledger_differences", "Units, villages and months in which ledger and ordering differed last night; left out until this process has looked.");
}
