using System.Text.Json;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.Documents;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Months;

/// <summary>A month as shown: how far it is, and the lines that the asker may see. Of a closed month they are those that were closed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Month">The month.</param>
/// <param name="State">How far it is.</param>
/// <param name="FirstBy">Who signed first; null while nobody has, or when it is closed.</param>
/// <param name="FirstAt">When.</param>
/// <param name="FirstStillHolds">False when rows came after the first signature.</param>
/// <param name="Entries">How many ledger rows it has, of all units.</param>
/// <param name="Lines">A line per unit.</param>
/// <param name="Versions">The closed ones, the last first.</param>
internal sealed record MonthView(
    Guid Id, Month Month, MonthState State, string? FirstBy, DateTimeOffset? FirstAt, bool FirstStillHolds, int Entries,
    IReadOnlyList<MonthLine> Lines, IReadOnlyList<MonthVersionView> Versions) : IHaveId
{
    public int Unconfirmed => Lines.Count(l => l.ConfirmedBy is null);
}

/// <summary>A closed version as shown.</summary>
internal sealed record MonthVersionView(
    int Number, string FirstBy, DateTimeOffset FirstAt, string SecondBy, DateTimeOffset ClosedAt, long LastSequence, string LedgerHash,
    string? ReopenedBy, DateTimeOffset? ReopenedAt, string? ReopenReason);

/// <summary>A file to be given out.</summary>
internal sealed record NamedFile(string Name, string MediaType, byte[] Content);

/// <summary>Reads months and gives out their tables, for the units that the asker may see.</summary>
internal sealed class ReadMonths(AssistanceDbContext db, Actor actor, Demonstration demonstration, TimeProvider clock)
{
    private IReadOnlyCollection<Guid> Visible => actor.UnitsWhere(Capability.AssistanceRead);

    public async Task<IReadOnlyDictionary<Guid, MonthView>> ByIds(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var found = new Dictionary<Guid, MonthView>();
        foreach (var id in Visible.Count == 0 ? [] : ids)
        {
            if (MonthId.Read(id) is { } month)
            {
                found[id] = await Read(month, ct);
            }
        }

        return found;
    }

    public async Task<MonthView> Read(Month month, CancellationToken ct)
    {
        var state = await db.Months.AsNoTracking().SingleOrDefaultAsync(m => m.MonthNumber == month.Number, ct);
        var versions = await (
            from version in db.MonthVersions.AsNoTracking()
            where version.MonthNumber == month.Number
            join reopening in db.MonthReopenings on version.Id equals reopening.VersionId into reopenings
            from reopened in reopenings.DefaultIfEmpty()
            orderby version.Number descending
            select new
            {
                version.Lines,
                View = new MonthVersionView(
                    version.Number, version.FirstByName, version.FirstAt, version.SecondByName, version.ClosedAt, version.LastSequence, version.LedgerHash,
                    reopened.ByName, reopened.At, reopened.Reason),
            }).ToListAsync(ct);
        var lines = state?.State == MonthState.Closed
            ? Seen(versions[0].Lines)
            : await db.LinesOf(month, Visible, demonstration, ct);
        var entries = await db.EntriesIn(month, ct);
        return new(
            MonthId.Of(month), month, state?.State ?? MonthState.Open, state?.State == MonthState.Signed ? state.FirstByName : null,
            state?.State == MonthState.Signed ? state.FirstAt : null, state?.FirstEntries == entries, entries, lines, [.. versions.Select(v => v.View)]);
    }

    /// <summary>The month's table as a file. A closed one comes as it was kept; null when there is no such version, or nothing in it is the asker's to see.</summary>
    /// <param name="month">The month.</param>
    /// <param name="number">A closed version; null for the month as it stands now.</param>
    /// <param name="unitId">One unit; null for all that the asker may see.</param>
    /// <param name="ct">Cancellation.</param>
    public async Task<NamedFile?> File(Month month, int? number, Guid? unitId, CancellationToken ct)
    {
        if (Visible.Count == 0 || (unitId is { } asked && !Visible.Contains(asked)))
        {
            return null;
        }

        if (number is null && await db.FirstOpen(month, ct) == month)
        {
            var lines = await db.LinesOf(month, unitId is { } unit ? [unit] : Visible, demonstration, ct);
            return Named(month, null, lines, XlsxFile.Of(MonthPaper.Open(month, lines, await Whose(lines, ct), (await db.Rules(ct)).In(CountedFigure.MonthTable, month.Number), actor.Name, clock.GetUtcNow())));
        }

        return await db.MonthVersions.AsNoTracking().Where(v => v.MonthNumber == month.Number && (number == null || v.Number == number))
            .OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct) is { } version
            ? await Closed(version, unitId, ct)
            : null;
    }

    private async Task<NamedFile?> Closed(MonthVersion version, Guid? unitId, CancellationToken ct)
    {
        var lines = Seen(version.Lines).Where(l => unitId is null || l.UnitId == unitId).ToList();
        if (lines.Count == 0)
        {
            return null;
        }

        // Whole, or of one unit: the very bytes of the closing. Of several units: the same lines, laid out anew.
        var scope = unitId is null && await db.CoversAll(actor, Capability.AssistanceRead, ct) ? MonthFile.Whole : lines.Count == 1 ? lines[0].UnitId : (Guid?)null;
        var kept = scope is { } of
            ? await db.MonthFiles.AsNoTracking().Where(f => f.VersionId == version.Id && f.UnitId == of).Select(f => f.Content).SingleOrDefaultAsync(ct)
            : null;
        return Named(new(version.MonthNumber), version.Number, lines, kept ?? XlsxFile.Of(MonthPaper.Closed(version, lines, await Whose(lines, ct), (await db.Rules(ct)).AsKnownOn(version.ClosedAt.DayInChina()).In(CountedFigure.MonthTable, version.MonthNumber))));
    }

    private async Task<string> Whose(IReadOnlyList<MonthLine> lines, CancellationToken ct) =>
        await db.CoversAll(actor, Capability.AssistanceRead, ct) && lines.Count != 1 ? await db.WholeName(ct) : string.Join("、", lines.Select(l => l.Unit));

    private static NamedFile Named(Month month, int? version, IReadOnlyList<MonthLine> lines, byte[] content) => new(
        $"{month.Year}年{month.OfYear}月消费帮扶采购统计表{(lines.Count == 1 ? "-" + lines[0].Unit : "")}{(version is { } v ? $"-第{v}版" : "-未结账")}.xlsx", XlsxFile.MediaType, content);

    private List<MonthLine> Seen(string stored)
    {
        var visible = Visible;
        return [.. JsonSerializer.Deserialize<List<MonthLine>>(stored, StoredLines.Options)!.Where(l => visible.Contains(l.UnitId))];
    }
}
