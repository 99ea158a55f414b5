using Commerce.SharedKernel;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Data;

/// <summary>Counting what is done here, and finding what it may count for.</summary>
internal static class CountedActs
{
    /// <summary>Measures of a list that such an act counts for, in the list's order.</summary>
    public static async Task<IReadOnlyList<Measure>> MeasuresCounting(this TaskListDbContext db, Guid listId, CountedKind kind, CancellationToken ct) =>
        [.. (await db.Measures.AsNoTracking().Where(m => m.ListId == listId && m.Kind == MeasureKind.DoneHere && m.WithdrawnAt == null).OrderBy(m => m.Number).ToListAsync(ct))
            .Where(m => KnownMeasures.Counts(m.Number, m.Text, kind))];

    /// <summary>Counts an act for measures. Adds to the context; the slice saves. Said twice it counts once.</summary>
    public static async Task<Result> Count(
        this TaskListDbContext db, Guid listId, IReadOnlyCollection<Guid> measureIds, CountedKind kind, Guid sourceId, string title, DateOnly on, CancellationToken ct)
    {
        var fit = (await db.MeasuresCounting(listId, kind, ct)).Select(m => m.Id).ToHashSet();
        if (!measureIds.All(fit.Contains))
        {
            return TaskListErrors.NotCountedFor;
        }

        var counted = await db.CountedActs.Where(a => a.SourceId == sourceId).Select(a => a.MeasureId).ToListAsync(ct);
        db.CountedActs.AddRange(measureIds.Distinct().Except(counted).Select(m => new CountedAct
        {
            ListId = listId,
            MeasureId = m,
            SourceId = sourceId,
            Kind = kind,
            Title = title.Length > 200 ? title[..200] : title,
            On = on,
        }));
        return Result.Done;
    }
}
