using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>Why a row stands in the ledger.</summary>
internal enum LedgerKind
{
    /// <summary>Goods accepted by two signatures.</summary>
    Purchase,

    /// <summary>An acceptance corrected: the difference.</summary>
    WeightAdjustment,

    /// <summary>Accepted goods went back.</summary>
    Return,

    /// <summary>Typed by a person, with a reason (补记).</summary>
    Manual,

    /// <summary>Takes a typed row, or a record of a purchase elsewhere, back (冲销).</summary>
    Reversal,

    /// <summary>Bought outside this platform and recorded (外部采购).</summary>
    External,

    /// <summary>改计出: counts for another unit from now on.</summary>
    MovedOut,

    /// <summary>改计入: came from another unit.</summary>
    MovedIn,

    /// <summary>A counter sold it to a traveller (帮销): no purchase of any unit.</summary>
    Sale,

    /// <summary>What a traveller was given back for it.</summary>
    SaleRefund,
}

/// <summary>How the goods reached the buyer. Channels are never summed blindly.</summary>
internal enum Channel
{
    /// <summary>直接购买: a unit bought from the village itself.</summary>
    Direct,

    /// <summary>832平台: bought there. The reserved share counts it from wherever it comes; in the month's table what the two villages sell there stands with the villages alone.</summary>
    Platform832,

    /// <summary>线下采购: bought from an assisted village on paper.</summary>
    Offline,

    /// <summary>帮助销售: a counter sold to travellers. No unit's purchase, and never added to purchases.</summary>
    HelpSell,

    /// <summary>转售: a unit bought what one of our outlets had first bought from the village. The unit's purchase, but no first-hand income of the village.</summary>
    Resale,
}

/// <summary>What a purchase is for; spelled as ordering spells it.</summary>
internal enum PurchasePurpose
{
    /// <summary>食堂食材.</summary>
    Canteen,

    /// <summary>职工福利.</summary>
    StaffWelfare,

    /// <summary>个人.</summary>
    Personal,

    /// <summary>服务区进货.</summary>
    OutletTrade,

    /// <summary>零售.</summary>
    Retail,
}

/// <summary>What a row of the ledger came from.</summary>
internal static class LedgerSources
{
    public const string AcceptanceLine = "acceptance line";

    public const string ReturnLine = "return line";

    public const string Manual = "manual";

    /// <summary>The line is the record itself, for a purchase and for what takes it back.</summary>
    public const string External = "external purchase";

    /// <summary>The document is the request that was agreed; a pair of rows has a line of its own, or that of the return or correction that follows the goods.</summary>
    public const string Move = "move";

    /// <summary>A line of a counter's day sheet.</summary>
    public const string DaySheetLine = "day sheet line";

    /// <summary>A line of a sale that was paid by phone.</summary>
    public const string RetailLine = "retail line";
}

/// <summary>One row of the ledger (台账). Written once, never changed: what was wrong is put right by another row.</summary>
internal sealed class LedgerEntry : IJudged
{
    /// <summary>The kinds of rows that people made.</summary>
    public static readonly LedgerKind[] TypedKinds = [LedgerKind.Manual, LedgerKind.Reversal, LedgerKind.External, LedgerKind.MovedOut, LedgerKind.MovedIn];

    /// <summary>1, 2, 3 … without a gap over the whole ledger.</summary>
    public long Sequence { get; set; }

    public required Guid Id { get; init; }

    public required LedgerKind Kind { get; init; }

    public Channel Channel { get; init; } = Channel.Direct;

    public required PurchasePurpose Purpose { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>The unit's name at that moment.</summary>
    public required string UnitName { get; init; }

    /// <summary>Empty for goods of no assisted village.</summary>
    public required Guid VillageId { get; init; }

    /// <summary>Empty for an external purchase of goods that aren't in our catalogue.</summary>
    public required Guid ProductId { get; init; }

    public required Guid ProducerId { get; init; }

    /// <summary>Empty for rows typed or recorded by a person.</summary>
    public required Guid OutletId { get; init; }

    public required string CountyCode { get; init; }

    /// <summary>202606: the month in Asia/Shanghai in which it counts.</summary>
    public required int MonthNumber { get; init; }

    /// <summary>调整以前月份: the earlier month that this row puts right; 0 when it belongs to its own month alone.</summary>
    public int AdjustsMonthNumber { get; init; }

    /// <summary>其他县: from no assisted village, but from a county that stood on the list of assisted counties on that day.</summary>
    public bool Designated { get; init; }

    /// <summary>代销: the counter sold it on behalf of the village; false for its own stock, and for all that is no help-sell.</summary>
    public bool OnBehalf { get; init; }

    /// <summary>The month of the document itself when that was closed already and the row went forward to an open one; else 0.</summary>
    public int ForwardFromNumber =>
        SourceType == LedgerSources.Manual || Kind == LedgerKind.Reversal || OccurredAt.MonthInChina().Number == MonthNumber ? 0 : OccurredAt.MonthInChina().Number;

    /// <summary>Typed, recorded or moved between units by people: ordering knows nothing of it.</summary>
    public bool IsTyped => TypedKinds.Contains(Kind);

    /// <summary>跨年调整: it puts a month of an earlier year right, so it doesn't count towards this year's figures.</summary>
    public bool CrossesYear => AdjustsMonthNumber != 0 && AdjustsMonthNumber / 100 < MonthNumber / 100;

    public required long AmountFen { get; init; }

    public required long QuantityMilli { get; init; }

    public required MeasureUnit QuantityUnit { get; init; }

    public required string SourceType { get; init; }

    /// <summary>The document: acceptance, return, record of an external purchase, or this row itself.</summary>
    public required Guid SourceId { get; init; }

    /// <summary>The document's line; for a reversal the row it takes back, so that a row is taken back at most once.</summary>
    public required Guid SourceLineId { get; init; }

    /// <summary>The acceptance line whose goods these are; its own for a purchase. What is left of a line is the sum over this.</summary>
    public required Guid OriginalLineId { get; init; }

    /// <summary>The event that brought it; not unique, one acceptance has many lines. A typed row's own id.</summary>
    public required Guid EventId { get; init; }

    /// <summary>Empty for rows typed by a person.</summary>
    public required Guid OrderId { get; init; }

    public Guid? AcceptanceId { get; init; }

    public Guid? ReturnId { get; init; }

    /// <summary>AC-2026-000001 or RT-2026-000001; an 832 order's line, or the number of an invoice.</summary>
    public string? DocumentNumber { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public Guid? ReversesId { get; init; }

    /// <summary>Why it went back, or why a person typed it. May name people, so the hash doesn't cover it.</summary>
    public string? Reason { get; init; }

    public required bool Sample { get; init; }

    public string PreviousHash { get; set; } = "";

    public string Hash { get; set; } = "";

    /// <summary>Instants are kept to the millisecond: databases differ below it, and the hash must read back the same everywhere.</summary>
    public static DateTimeOffset Kept(DateTimeOffset instant) =>
        new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}

/// <summary>The last row's number and hash: whoever appends moves it on first, so that appending is one at a time.</summary>
internal sealed class LedgerHead
{
    public const int OnlyId = 1;

    /// <summary>What the first row's previous hash says.</summary>
    public static readonly string NoHash = new('0', 64);

    public int Id { get; init; } = OnlyId;

    public long Sequence { get; init; }

    public string Hash { get; init; } = NoHash;
}
