using Commerce.Platform.Databases;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Reading;

namespace Commerce.TaskList.Saving;

/// <summary>What a document holds and what saving it would do.</summary>
/// <param name="Document">As read.</param>
/// <param name="Changes">What saving would do; null while it can't be saved.</param>
/// <param name="Refusal">Why it can't be saved as it is: the year is missing, a number stands twice.</param>
/// <param name="Assignments">Dated deadlines and the measures they seem to belong to, for a person to confirm.</param>
internal sealed record ListPreview(ListDocument Document, ListChanges? Changes, Error? Refusal, IReadOnlyList<Assignment> Assignments);

/// <summary>Reads a list and compares it with the saved one; changes nothing.</summary>
internal sealed class PreviewList(TaskListDbContext db, TimeProvider clock)
{
    public async Task<Result<ListPreview>> Read(Stream file, string name, int? year, CancellationToken ct)
    {
        var read = ListReader.Read(file, name, year);
        if (read.Failed)
        {
            return read.Error!;
        }

        var now = clock.GetUtcNow();
        if (SaveList.Refuse(read.Value, now) is { } refusal)
        {
            return new ListPreview(read.Value, null, refusal, Guesses(read.Value));
        }

        var changes = await SaveList.Apply(db, read.Value, null, new Saver(Guid.Empty, ""), now, ct);
        db.ChangeTracker.Clear();
        return new ListPreview(read.Value, changes, null, Guesses(read.Value));
    }

    /// <summary>Saves without a person at the screen: guesses stay guesses until somebody confirms them.</summary>
    public async Task<Result<ListChanges>> Save(ListDocument document, Saver by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (SaveList.Refuse(document, now) is { } refusal)
        {
            return refusal;
        }

        return await db.InTransaction<ListChanges>(
            async _ =>
            {
                var changes = await SaveList.Apply(db, document, null, by, now, ct);
                await db.SaveChangesAsync(ct);
                return changes;
            },
            ct);
    }

    private static IReadOnlyList<Assignment> Guesses(ListDocument document) =>
    [
        .. document.Tasks.SelectMany(t =>
        {
            var guesses = MilestoneMerge.Guess(t);
            return t.Milestones.Select((m, i) => new Assignment(t.Number, i, m.Due, m.What, guesses[i]));
        }),
    ];
}
