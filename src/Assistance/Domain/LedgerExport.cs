using Commerce.Platform.Personal;

namespace Commerce.Assistance.Domain;

/// <summary>What is written in the background.</summary>
internal enum ExportOf
{
    /// <summary>台账明细: ledger rows.</summary>
    Rows,

    /// <summary>采购报表: a report of many lines.</summary>
    Report,

    /// <summary>年度归档包: made when a year is closed, and kept.</summary>
    YearArchive,
}

/// <summary>As what.</summary>
internal enum ExportFormat
{
    /// <summary>A workbook; of rows beyond what a sheet takes it has several sheets.</summary>
    Xlsx,

    /// <summary>One table with commas.</summary>
    Csv,

    /// <summary>A package: archives alone.</summary>
    Zip,
}

/// <summary>How far an export is.</summary>
internal enum ExportState
{
    /// <summary>等待: nobody has begun.</summary>
    Waiting,

    /// <summary>正在写: a host writes it; should that one fall silent, another begins anew.</summary>
    Writing,

    /// <summary>已写好: it can be fetched.</summary>
    Done,

    /// <summary>没有写成.</summary>
    Failed,

    /// <summary>已取消: its asker stopped it, or took it away.</summary>
    Cancelled,

    /// <summary>已过期: it was kept for some days.</summary>
    Expired,
}

/// <summary>Why an export came to nothing.</summary>
internal enum ExportFault
{
    /// <summary>The host that wrote it stopped, several times.</summary>
    Stopped,

    /// <summary>Writing failed, several times; the log says how.</summary>
    Broken,

    /// <summary>The report that was asked for is refused, such as for a day that isn't over.</summary>
    Refused,
}

/// <summary>后台导出: something that is too long to be written while somebody waits. Rows are those up to the ledger's last one when it was asked for.</summary>
internal sealed class LedgerExport
{
    public required Guid Id { get; init; }

    public required ExportOf Of { get; init; }

    public required ExportFormat Format { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    /// <summary>What was asked for, as it stands in the page's address.</summary>
    public required string Address { get; init; }

    /// <summary>The same in words.</summary>
    public required string Scope { get; init; }

    public required string ScopeEnglish { get; init; }

    /// <summary>The units whose rows the person could see, as JSON: whoever has lost one of them can't fetch it.</summary>
    public required string Units { get; init; }

    /// <summary>水印: who asked for it, and when.</summary>
    [PersonName(nameof(ById))]
    public required string Mark { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    public required long LastSequence { get; init; }

    /// <summary>How many rows it will have; of a report the most that are known beforehand, 0.</summary>
    public required int Rows { get; init; }

    public ExportState State { get; init; } = ExportState.Waiting;

    public ExportFault? Fault { get; init; }

    /// <summary>How many rows are written.</summary>
    public int Written { get; init; }

    /// <summary>How often somebody began: what an earlier one still writes belongs to no file.</summary>
    public int Attempt { get; init; }

    /// <summary>How many of these came to nothing.</summary>
    public int Faults { get; init; }

    /// <summary>Until when the host that writes it is believed to be alive.</summary>
    public DateTimeOffset? HeldUntil { get; init; }

    /// <summary>When it was done, or given up.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    public DateTimeOffset? FetchedAt { get; init; }

    public long Length { get; init; }

    /// <summary>How far it is, in whole percent.</summary>
    public int Percent => State == ExportState.Done ? 100 : Rows == 0 ? 0 : (int)Math.Min(99, Written * 100L / Rows);
}

/// <summary>A part of an export's file: neither writing nor fetching it holds the whole in memory.</summary>
internal sealed class LedgerExportPart
{
    public required Guid ExportId { get; init; }

    public required int Attempt { get; init; }

    public required int Number { get; init; }

    /// <summary>The audit trail names it without a second copy.</summary>
    [Platform.Audit.Secret]
    public required byte[] Content { get; init; }
}
