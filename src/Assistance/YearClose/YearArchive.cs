using System.Globalization;
using Commerce.Assistance.Domain;
using Commerce.Platform.Documents;
using Commerce.Platform.People;

namespace Commerce.Assistance.YearClose;

/// <summary>年度归档包: asked for like a long export, made by the same hands, and kept.</summary>
internal static class YearArchive
{
    /// <param name="year">The closed year.</param>
    /// <param name="last">The ledger's last row when it was closed.</param>
    /// <param name="rows">About how many rows it has.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="now">When.</param>
    public static LedgerExport Of(int year, long last, int rows, Actor actor, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Of = ExportOf.YearArchive,
        Format = ExportFormat.Zip,
        ById = actor.Id,
        ByName = actor.Name,
        Address = year.ToString(CultureInfo.InvariantCulture),
        Scope = $"{year}年归档包",
        ScopeEnglish = $"Archive of {year}",
        Units = "[]",
        Mark = ExportMark.Of(actor, now),
        RequestedAt = now,
        LastSequence = last,
        Rows = rows,
    };
}
