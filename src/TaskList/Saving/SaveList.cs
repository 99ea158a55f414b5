using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Reading;

namespace Commerce.TaskList.Saving;

/// <summary>Who saves a list.</summary>
/// <param name="Id">The account; empty for the command line and for sample data.</param>
/// <param name="Name">As it stands in the story.</param>
/// <param name="Sample">The list is sample data.</param>
internal sealed record Saver(Guid Id, string Name, bool Sample = false);

/// <summary>Puts a document into the database, inside the caller's transaction.</summary>
internal static class SaveList
{
    public const int FirstYear = 2000;

    /// <summary>Whether a document can be saved at all.</summary>
    public static Error? Refuse(ListDocument document, DateTimeOffset now)
    {
        var last = now.DayInChina().Year + 2;
        var twice = document.Tasks.GroupBy(t => t.Number).FirstOrDefault(g => g.Count() > 1)?.First().Label is { } label ? $"任务{label}"
            : document.Tasks.SelectMany(t => t.Measures).GroupBy(m => m.Number).FirstOrDefault(g => g.Count() > 1)?.Key is { } number and > 0 ? $"措施{number}"
            : null;
        return document.Year is not { } year ? TaskListErrors.YearNeeded
            : year < FirstYear || year > last ? TaskListErrors.YearOutOfRange(FirstYear, last)
            : twice is not null ? TaskListErrors.TwiceInList(twice)
            : TooLong(document) ? TaskListErrors.TextTooLong
            : null;
    }

    /// <summary>Lays the document over the saved list; the caller saves and commits, or drops it when it only wanted to compare.</summary>
    public static async Task<ListChanges> Apply(
        TaskListDbContext db, ListDocument document, IReadOnlyList<Assignment>? assignments, Saver by, DateTimeOffset now, CancellationToken ct)
    {
        var saved = await SavedRows.Of(db, document.Year!.Value, by.Sample, now, ct);
        var merge = new ListMerge(saved, document, assignments, now);
        var changes = merge.Merge();
        if (saved.IsNew)
        {
            db.Add(saved.List);
        }

        db.AddRange(merge.Additions);
        db.RemoveRange(merge.Removals);
        (saved.List.LastNew, saved.List.LastChanged, saved.List.LastWithdrawn) = (changes.New, changes.Changed, changes.Withdrawn);
        foreach (var (task, measure, action, note) in merge.Story)
        {
            db.Acts.Add(new TaskAct { ListId = saved.List.Id, TaskId = task, MeasureId = measure, At = now, ById = by.Id, ByName = by.Name, Action = action, Note = note });
        }

        return changes;
    }

    private static bool TooLong(ListDocument document) =>
        document.Title.Length > OfficialList.TitleLength || document.Source.Length > 400 || document.Sections.Any(s => s.Length > 400)
        || document.Tasks.Any(t => t.Text.Length > OfficialTask.TextLength || t.DeadlineText.Length > 1000 || t.ResponsibilityText.Length > 1000 || t.Label.Length > 400 || t.Remarks.Length > 400
            || t.Measures.Any(m => m.Text.Length > Measure.TextLength || m.Group?.Length > 100)
            || t.Milestones.Any(m => m.What?.Length > 400)
            || t.Responsibility.Lead.Concat(t.Responsibility.Cooperating).Concat(t.Responsibility.SharedResponsibility).Concat(t.Responsibility.Sole).Any(n => n.Length > 100));
}
