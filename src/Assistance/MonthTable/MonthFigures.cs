using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Totals;
using Commerce.SharedKernel;

namespace Commerce.Assistance.MonthTable;

/// <summary>The figures of the month's table, each with the ledger rows it is made of.</summary>
internal static class MonthFigures
{
    /// <summary>食堂, 福利, 个人, 合计, 其中两村, 其他县, 832.</summary>
    /// <param name="line">A unit's line, or the total.</param>
    /// <param name="rows">The rows of the whole line.</param>
    public static IEnumerable<(Money Amount, LedgerAddress Rows)> Of(MonthLine line, LedgerAddress rows)
    {
        yield return (line.Canteen, rows with { Purpose = PurchasePurpose.Canteen });
        yield return (line.Welfare, rows with { Purpose = PurchasePurpose.StaffWelfare });
        yield return (line.Personal, rows with { Purpose = PurchasePurpose.Personal });
        yield return (line.Total, rows);
        yield return (line.Villages, rows with { Origin = GoodsOrigin.Villages });
        yield return (line.OtherCounties, rows with { Origin = GoodsOrigin.OtherCounties });
        yield return (line.Platform832, rows with { Origin = GoodsOrigin.Platform832 });
    }

    /// <summary>The rows of what went into a month for an earlier one.</summary>
    public static LedgerAddress Of(MonthAdjustment adjustment, LedgerAddress rows) => rows with { Adjusts = adjustment.Month };

    /// <summary>合计.</summary>
    public static MonthLine Sum(IReadOnlyList<MonthLine> lines) => new()
    {
        UnitId = Guid.Empty,
        Unit = "",
        Canteen = lines.Sum(l => l.Canteen),
        Welfare = lines.Sum(l => l.Welfare),
        Personal = lines.Sum(l => l.Personal),
        Villages = lines.Sum(l => l.Villages),
        OtherCounties = lines.Sum(l => l.OtherCounties),
        Platform832 = lines.Sum(l => l.Platform832),
    };
}
