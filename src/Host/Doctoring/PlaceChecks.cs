using Commerce.Platform.Databases;

namespace Commerce.Host.Doctoring;

/// <summary>The machine under the data.</summary>
internal sealed class PlaceChecks(DatabaseOptions database)
{
    private const long Mebibyte = 1L << 20;
    private const long Little = 1024 * Mebibyte;
    private const long TooLittle = 256 * Mebibyte;

    public Task<IReadOnlyList<Finding>> Disk(CancellationToken ct)
    {
        var findings = new List<Finding>();
        if (File.Exists(Path.Combine(database.DataFolder, DataFolderLock.UnfinishedRestore)))
        {
            findings.Add(new(Verdict.Bad, "restore", $"A restore into {database.DataFolder} was cut off. Run it again with --force."));
        }

        var drive = new DriveInfo(Nearest(database.DataFolder));
        var free = drive.AvailableFreeSpace;
        var verdict = free < TooLittle ? Verdict.Bad : free < Little ? Verdict.Look : Verdict.Good;
        var advice = verdict == Verdict.Good ? "" : " Free some, or move the data folder: when it is full, orders are refused.";
        findings.Add(new(verdict, "disk", $"{free / Mebibyte:N0} MiB are free at {database.DataFolder}.{advice}"));
        return Task.FromResult<IReadOnlyList<Finding>>(findings);
    }

    /// <summary>The folder, or the next one above that is there.</summary>
    private static string Nearest(string folder) => Directory.Exists(folder) ? folder : Path.GetDirectoryName(folder) is { Length: > 0 } above ? Nearest(above) : "/";
}
