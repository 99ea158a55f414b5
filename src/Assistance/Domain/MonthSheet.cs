using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>A unit's line of the month's table. Trade of service areas (服务区进货, 零售) is no purchase of a unit and isn't in it.</summary>
internal sealed record MonthLine
{
    public required Guid UnitId { get; init; }

    public required string Unit { get; init; }

    /// <summary>食堂.</summary>
    public Money Canteen { get; init; }

    /// <summary>福利.</summary>
    public Money Welfare { get; init; }

    /// <summary>个人.</summary>
    public Money Personal { get; init; }

    /// <summary>其中两村: from the assisted villages.</summary>
    public Money Villages { get; init; }

    /// <summary>其中其他县: from the other counties on the list.</summary>
    public Money OtherCounties { get; init; }

    /// <summary>其中832: bought on the 832 platform.</summary>
    public Money Platform832 { get; init; }

    /// <summary>调整以前月份: what is in the figures for earlier months, and 跨年调整, which stands beside them.</summary>
    public IReadOnlyList<MonthAdjustment> Adjustments { get; init; } = [];

    /// <summary>How many ledger rows it is made of.</summary>
    public int Entries { get; init; }

    /// <summary>Who stands for it; null: 未确认.</summary>
    public string? ConfirmedBy { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>合计.</summary>
    public Money Total => Canteen + Welfare + Personal;

    /// <summary>The part of the total that puts earlier months of the year right.</summary>
    public Money Earlier => Adjustments.Where(a => !a.CrossesYear).Sum(a => a.Amount);

    /// <summary>跨年调整: beside the total.</summary>
    public Money EarlierYears => Adjustments.Where(a => a.CrossesYear).Sum(a => a.Amount);
}

/// <summary>What went into a month for an earlier one.</summary>
/// <param name="Month">The earlier month.</param>
/// <param name="Amount">Signed.</param>
/// <param name="Entries">Of how many rows.</param>
/// <param name="CrossesYear">The earlier month is of an earlier year.</param>
internal sealed record MonthAdjustment(Month Month, Money Amount, int Entries, bool CrossesYear);
