using System.Globalization;
using Commerce.Platform.Databases;
using Commerce.Platform.Documents;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Platform.Audit;

/// <summary>A module's part of the audit trail as a table, for archives: who did what to which thing, with the values before and after as they were written.</summary>
public static class AuditTable
{
    /// <param name="db">The module's context.</param>
    /// <param name="from">The first day, in China.</param>
    /// <param name="to">The last day, included.</param>
    /// <param name="stream">Where to, as CSV.</param>
    public static void Write(ModuleDbContext db, DateOnly from, DateOnly to, Stream stream)
    {
        var (begin, end) = (from.StartInChina(), to.AddDays(1).StartInChina());
        CsvFile.Write(
            new PaperTable(
                "audit", [.. new[] { "sequence", "at", "who", "operation", "about", "changes" }.Select(c => new PaperColumn(c, 10))],
                db.AuditTrail.AsNoTracking().Where(e => e.At >= begin && e.At < end).OrderBy(e => e.Sequence).AsEnumerable().Select(e => new PaperRow(
                [
                    e.Sequence.ToString(CultureInfo.InvariantCulture), e.At.ClockInChina().ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), e.ActorName, e.Operation, e.SubjectId.ToString(), e.Changes,
                ]))),
            stream);
    }
}
