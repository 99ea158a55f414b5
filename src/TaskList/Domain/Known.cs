using Commerce.SharedKernel;

namespace Commerce.TaskList.Domain;

/// <summary>A unit as Organisations stated it.</summary>
internal sealed class KnownUnit
{
    public required Guid Id { get; init; }

    public required int Version { get; set; }

    public required string Name { get; set; }

    /// <summary>OrgUnitKind in the API's spelling.</summary>
    public required string Kind { get; set; }

    public Guid? ParentId { get; set; }

    public required bool Sample { get; set; }
}

/// <summary>A named set of units as Organisations stated it.</summary>
internal sealed class KnownGroup
{
    public required Guid Id { get; init; }

    public required int Version { get; set; }

    public required string Name { get; set; }

    public List<KnownMember> Members { get; init; } = [];
}

/// <summary>A unit belongs to a group for some days.</summary>
internal sealed class KnownMember
{
    public required Guid GroupId { get; init; }

    public required Guid UnitId { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }
}

/// <summary>A row of the ledger of goods from a village: a purchase, what went back of it, or what a person typed.</summary>
internal sealed class VillagePurchase
{
    /// <summary>The ledger's row: an event that comes again adds nothing.</summary>
    public required Guid EntryId { get; init; }

    /// <summary>The row's number in the ledger.</summary>
    public required long Sequence { get; init; }

    public required Guid UnitId { get; init; }

    public required string UnitName { get; init; }

    public required Guid VillageId { get; init; }

    public required string VillageName { get; init; }

    /// <summary>Null in rows from before it was kept.</summary>
    public Guid? ProductId { get; init; }

    public required string ProductName { get; init; }

    /// <summary>PurchasePurpose in the API's spelling.</summary>
    public required string Purpose { get; init; }

    /// <summary>Channel in the API's spelling; empty in rows from before it was kept.</summary>
    public string Channel { get; init; } = "";

    /// <summary>The year in which it counts.</summary>
    public required int Year { get; init; }

    /// <summary>"2026-06": the month in which it counts.</summary>
    public required string Month { get; init; }

    /// <summary>跨年调整: it doesn't lower the new year's figure.</summary>
    public required bool CrossesYear { get; init; }

    /// <summary>The day in China of the second signature, of the return, or of the typing.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The day in China on which the goods were bought: a return's lies before its own day. Null in rows from before it was kept.</summary>
    public DateOnly? BoughtOn { get; init; }

    /// <summary>That day, or the row's own where it isn't known.</summary>
    public DateOnly Bought => BoughtOn ?? On;

    /// <summary>Where they were bought; null elsewhere than with us, and in rows from before it was kept.</summary>
    public Guid? OutletId { get; init; }

    /// <summary>Negative for a return.</summary>
    public required Money Amount { get; init; }

    /// <summary>AC-2026-000001 or RT-2026-000001; null for typed rows.</summary>
    public string? Number { get; init; }

    public required bool Sample { get; init; }
}

/// <summary>Which purchases measure 47 counts, from a month on (计数口径), as Assistance stated it. Until one is stated the first one holds.</summary>
internal sealed class KnownRule
{
    /// <summary>What the platform comes with: canteen and welfare, however the goods were bought.</summary>
    public static readonly KnownRule First = new() { Number = 1, FromMonth = "", Purposes = "CANTEEN,STAFF_WELFARE", Channels = null, Ground = "", AgreedAt = DateTimeOffset.UnixEpoch };

    public required int Number { get; init; }

    /// <summary>"2026-07": the first month in which it holds.</summary>
    public required string FromMonth { get; init; }

    /// <summary>PurchasePurpose in the API's spelling, with commas.</summary>
    public required string Purposes { get; init; }

    /// <summary>Channel in the API's spelling, with commas; null for all.</summary>
    public required string? Channels { get; init; }

    /// <summary>The paper that says so.</summary>
    public required string Ground { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset AgreedAt { get; init; }

    /// <summary>Whether a row counts. Rows from before channels were kept count by any.</summary>
    public bool Counts(VillagePurchase row) =>
        Purposes.Split(',').Contains(row.Purpose) && (Channels is null || row.Channel.Length == 0 || Channels.Split(',').Contains(row.Channel));

    /// <summary>The rule of a month among those known on a day.</summary>
    public static KnownRule Of(IEnumerable<KnownRule> agreed, string month, DateOnly asOf) =>
        agreed.Where(r => r.AgreedAt.DayInChina() <= asOf && string.CompareOrdinal(r.FromMonth, month) <= 0).MaxBy(r => r.Number) ?? First;
}
