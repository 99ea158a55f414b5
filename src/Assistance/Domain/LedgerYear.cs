using Commerce.Assistance.YearClose;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>年度结账: a year of the ledger as people have dealt with it. A year without a row here is open and nobody has touched it.</summary>
internal sealed class LedgerYear : IVersioned
{
    public required int Year { get; init; }

    /// <summary>Open, signed by the first, closed by both; a closed year is never opened again.</summary>
    public MonthState State { get; private set; } = MonthState.Open;

    /// <summary>Who signed first; null while nobody has.</summary>
    public Guid? FirstById { get; private set; }

    public string? FirstByName { get; private set; }

    public DateTimeOffset? FirstAt { get; private set; }

    /// <summary>How many ledger rows the first signer saw in the year.</summary>
    public int FirstEntries { get; private set; }

    public int Version { get; set; }

    /// <summary>The first signature under the year's figures; may be given anew while the second is missing.</summary>
    public Result Sign(Signer by, int entries, DateTimeOffset now)
    {
        if (State == MonthState.Closed)
        {
            return YearErrors.AlreadyClosed;
        }

        State = MonthState.Signed;
        (FirstById, FirstByName, FirstAt, FirstEntries) = (by.Id, by.Name, now, entries);
        return Result.Done;
    }

    /// <summary>The second signature, by another person, under the very same figures.</summary>
    public Result Close(Signer by, int entries)
    {
        if (State == MonthState.Closed)
        {
            return YearErrors.AlreadyClosed;
        }

        if (State == MonthState.Open)
        {
            return YearErrors.NotSignedYet;
        }

        if (FirstById == by.Id)
        {
            return YearErrors.SameCloser;
        }

        if (FirstEntries != entries)
        {
            return YearErrors.MovedSinceFirst;
        }

        State = MonthState.Closed;
        return Result.Done;
    }
}

/// <summary>A year as it was closed and published: written once, never changed.</summary>
internal sealed class YearClosing
{
    public required int Year { get; init; }

    public required Guid FirstById { get; init; }

    public required string FirstByName { get; init; }

    public required DateTimeOffset FirstAt { get; init; }

    public required Guid SecondById { get; init; }

    public required string SecondByName { get; init; }

    public required DateTimeOffset ClosedAt { get; init; }

    /// <summary>How many ledger rows its months had.</summary>
    public required int Entries { get; init; }

    public required Money Total { get; init; }

    /// <summary>The ledger's last row at that moment.</summary>
    public required long LastSequence { get; init; }

    public required string LedgerHash { get; init; }

    /// <summary>What was open and stood in nobody's way, in words; empty when nothing was.</summary>
    public required string Warnings { get; init; }

    /// <summary>The lines of the table as JSON, of all units.</summary>
    public required string Lines { get; init; }

    public string FileHash { get; private set; } = "";

    /// <summary>The table as a file, byte for byte as it was first given out. The audit trail names it without a second copy.</summary>
    [Platform.Audit.Secret]
    public byte[] File { get; private set; } = [];

    /// <summary>Keeps the table as it is given out from now on.</summary>
    public YearClosing Keep(byte[] file)
    {
        (File, FileHash) = (file, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(file)));
        return this;
    }
}

/// <summary>A unit's line of the year's table: the sum of its lines in the twelve months as they were closed.</summary>
internal sealed record YearLine
{
    public required Guid UnitId { get; init; }

    public required string Unit { get; init; }

    public Money Canteen { get; init; }

    public Money Welfare { get; init; }

    public Money Personal { get; init; }

    /// <summary>其中两村.</summary>
    public Money Villages { get; init; }

    /// <summary>其中其他县.</summary>
    public Money OtherCounties { get; init; }

    /// <summary>其中832.</summary>
    public Money Platform832 { get; init; }

    /// <summary>跨年调整: for earlier years, beside the total.</summary>
    public Money EarlierYears { get; init; }

    public int Entries { get; init; }

    /// <summary>内部指导数 at the end of the year; null: 不适用.</summary>
    public Money? Guide { get; init; }

    /// <summary>合计.</summary>
    public Money Total => Canteen + Welfare + Personal;

    /// <summary>What counts towards the guide figure under the rules of the year's months.</summary>
    public Money Achieved { get; init; }

    /// <summary>完成率; null without a guide figure.</summary>
    public decimal? Rate => CommitmentProgress.Rate(Guide, Achieved);

    /// <summary>What units' lines come to together; a guide figure is a unit's own and isn't added.</summary>
    public static YearLine Sum(IReadOnlyList<YearLine> lines, Guid unitId = default, string unit = "") => new()
    {
        UnitId = unitId,
        Unit = unit,
        Canteen = lines.Sum(l => l.Canteen),
        Welfare = lines.Sum(l => l.Welfare),
        Personal = lines.Sum(l => l.Personal),
        Villages = lines.Sum(l => l.Villages),
        OtherCounties = lines.Sum(l => l.OtherCounties),
        Platform832 = lines.Sum(l => l.Platform832),
        EarlierYears = lines.Sum(l => l.EarlierYears),
        Entries = lines.Sum(l => l.Entries),
    };
}
