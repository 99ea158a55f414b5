using Commerce.Assistance.Archive;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Platform.Databases;
using Commerce.Platform.Documents;
using Commerce.Platform.Faults;
using Commerce.Platform.Leases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Commerce.Assistance.Exports;

/// <summary>Writes the exports that wait, one after the other. Whoever writes holds the export and says how far it is; should that host die, another begins
/// anew once the hold has run out. Each beginning has a number: only what carries the last one is ever given out.</summary>
internal sealed class WriteExports(AssistanceDbContext db, StreamRows rows, WriteReport report, WriteArchive archive, TimeProvider clock, ILogger<WriteExports> log) : IScheduledWork
{
    /// <summary>How long a file can be fetched; a year's archive is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    /// <summary>How long the list says that there was one.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <summary>How often it may come to nothing.</summary>
    public const int MostFaults = 3;

    private const int PartSize = 1 << 20;
    private static readonly TimeSpan Hold = TimeSpan.FromMinutes(2);

    /// <summary>How many rows a sheet takes.</summary>
    internal int InSheet { get; init; } = RowsPaper.MostInSheet;

    public async Task Run(CancellationToken ct)
    {
        await CleanUp(ct);
        while (await Take(ct) is { } export)
        {
            await Try(export, ct);
        }
    }

    /// <summary>The oldest that waits, or that a silent host left; null when there is none.</summary>
    internal async Task<LedgerExport?> Take(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var free = db.LedgerExports.Where(e => e.State == ExportState.Waiting || (e.State == ExportState.Writing && e.HeldUntil < now));
        while (await free.AsNoTracking().OrderBy(e => e.Id).FirstOrDefaultAsync(ct) is { } next)
        {
            var (id, attempt, faults) = (next.Id, next.Attempt, next.Faults + (next.State == ExportState.Writing ? 1 : 0));
            var mine = free.Where(e => e.Id == id && e.Attempt == attempt);
            if (faults >= MostFaults)
            {
                await mine.ExecuteUpdateAsync(
                    s => s.SetProperty(e => e.State, ExportState.Failed).SetProperty(e => e.Fault, ExportFault.Stopped).SetProperty(e => e.DoneAt, now).SetProperty(e => e.Faults, faults), ct);
            }
            else if (await mine.ExecuteUpdateAsync(
                s => s.SetProperty(e => e.State, ExportState.Writing).SetProperty(e => e.Attempt, attempt + 1).SetProperty(e => e.Faults, faults)
                    .SetProperty(e => e.HeldUntil, now + Hold).SetProperty(e => e.Written, 0),
                ct) == 1)
            {
                await db.LedgerExportParts.Where(p => p.ExportId == id).ExecuteDeleteAsync(ct);
                return await db.LedgerExports.AsNoTracking().SingleAsync(e => e.Id == id, ct);
            }
        }

        return null;
    }

    /// <summary>Writes what was taken; what goes wrong is tried again some times and then given up.</summary>
    internal async Task Try(LedgerExport export, CancellationToken ct)
    {
        try
        {
            await Write(export, ct);
        }
        catch (ExportTakenAwayException)
        {
            // Cancelled, or another host went on with it.
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // This host stops: the next one need not wait for the hold to run out.
            await Mine(export).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, ExportState.Waiting), CancellationToken.None);
            throw;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Export {Id} wasn't written, attempt {Attempt}", export.Id, export.Attempt);
            var (faults, now) = (export.Faults + 1, clock.GetUtcNow());
            await Mine(export).ExecuteUpdateAsync(s => s.SetProperty(x => x.State, ExportState.Waiting).SetProperty(x => x.Faults, faults), ct);
            if (faults >= MostFaults)
            {
                await GiveUp(db.LedgerExports.Where(x => x.Id == export.Id && x.State == ExportState.Waiting && x.Attempt == export.Attempt), ExportFault.Broken, now, ct);
            }
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task Write(LedgerExport export, CancellationToken ct)
    {
        var number = 0;
        var file = new PartStream(PartSize, content =>
        {
            db.LedgerExportParts.Add(new LedgerExportPart { ExportId = export.Id, Attempt = export.Attempt, Number = ++number, Content = content });
            db.SaveChanges();
            db.ChangeTracker.Clear();
        });
        if (export.Of == ExportOf.Rows)
        {
            WriteRows(export, file, ct);
        }
        else if (export.Of == ExportOf.YearArchive)
        {
            await archive.Write(export, file, () => Go(export, 0), ct);
        }
        else if (await report.Of(export, ct) is var read && read.Error is null)
        {
            WriteTable(export.Format, [read.Value], file);
        }
        else
        {
            await GiveUp(Mine(export), ExportFault.Refused, clock.GetUtcNow(), ct);
            return;
        }

        file.Complete();
        Failpoint.Reach("export.written");
        var (now, length) = (clock.GetUtcNow(), file.Length);
        if (await Mine(export).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, ExportState.Done).SetProperty(e => e.DoneAt, now).SetProperty(e => e.Length, length), ct) == 0)
        {
            throw new ExportTakenAwayException();
        }
    }

    private void WriteRows(LedgerExport export, Stream file, CancellationToken ct)
    {
        using var all = rows.Of(export, read => Go(export, read), ct).GetEnumerator();
        WriteTable(export.Format, RowsPaper.Sheets(all, export.Rows, export.Format == ExportFormat.Csv ? int.MaxValue : InSheet, export.Scope, export.Mark), file);
    }

    private static void WriteTable(ExportFormat format, IReadOnlyList<PaperTable> tables, Stream file)
    {
        if (format == ExportFormat.Csv)
        {
            CsvFile.Write(tables[0], file);
        }
        else
        {
            XlsxFile.Write(tables, file);
        }
    }

    // The page is told how far it is, and the others that this host is alive.
    private void Go(LedgerExport export, int written)
    {
        Failpoint.Reach("export.batch");
        var until = clock.GetUtcNow() + Hold;
        if (Mine(export).ExecuteUpdate(s => s.SetProperty(e => e.Written, written).SetProperty(e => e.HeldUntil, until)) == 0)
        {
            throw new ExportTakenAwayException();
        }
    }

    private IQueryable<LedgerExport> Mine(LedgerExport export) => db.LedgerExports.Where(e => e.Id == export.Id && e.Attempt == export.Attempt && e.State == ExportState.Writing);

    private static Task GiveUp(IQueryable<LedgerExport> which, ExportFault fault, DateTimeOffset now, CancellationToken ct) => which.ExecuteUpdateAsync(
        s => s.SetProperty(e => e.State, ExportState.Failed).SetProperty(e => e.Fault, fault).SetProperty(e => e.DoneAt, now), ct);

    // Looks before it writes: mostly there is nothing to do.
    private async Task CleanUp(CancellationToken ct)
    {
        var (old, forgotten) = (clock.GetUtcNow() - Kept, clock.GetUtcNow() - Remembered);
        var over = await db.LedgerExports.AsNoTracking().Where(e => e.Of != ExportOf.YearArchive && (e.State == ExportState.Done || e.State == ExportState.Failed) && e.DoneAt < old).Select(e => e.Id).ToListAsync(ct);
        if (over.Count > 0)
        {
            await db.LedgerExports.Where(e => over.Contains(e.Id)).ExecuteUpdateAsync(s => s.SetProperty(e => e.State, ExportState.Expired), ct);
            await db.LedgerExportParts.Where(p => over.Contains(p.ExportId)).ExecuteDeleteAsync(ct);
        }

        var gone = db.LedgerExports.Where(e => (e.State == ExportState.Expired || e.State == ExportState.Cancelled) && e.RequestedAt < forgotten);
        if (await gone.AnyAsync(ct))
        {
            await db.LedgerExportParts.Where(p => gone.Select(e => e.Id).Contains(p.ExportId)).ExecuteDeleteAsync(ct);
            await gone.ExecuteDeleteAsync(ct);
        }
    }

    private sealed class ExportTakenAwayException : Exception;
}
