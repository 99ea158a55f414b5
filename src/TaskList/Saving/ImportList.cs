using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Reading;

namespace Commerce.TaskList.Saving;

/// <summary>The department's supervisor saves an uploaded list: new, or over the one of its year.</summary>
internal static class ImportList
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("fil")] Guid FileId, int? Year = null, IReadOnlyList<AssignmentInput>? Assignments = null) : IMutationInput;

    /// <summary>Which measures a deadline belongs to, as a person confirmed it; none means the whole task.</summary>
    public sealed record AssignmentInput(int Task, int Index, IReadOnlyList<int> Measures);

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, FileStore files, TimeProvider clock)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            // The file lies in the house's own database: opened before the module's transaction begins.
            var file = await files.Open(input.FileId, ct);
            return await once.Run(db, input, async () =>
            {
                if (!actor.SupervisesAll(await db.UnitBook(ct)))
                {
                    return PlatformErrors.Forbidden;
                }

                if (file is not { Facts.Purpose: TaskListModule.ListFiles })
                {
                    return PlatformErrors.NotFound.At("fileId");
                }

                using var content = new MemoryStream(file.Value.Bytes, writable: false);
                var read = ListReader.Read(content, file.Value.Facts.Name, input.Year);
                if (read.Failed)
                {
                    return read.Error!.At("fileId");
                }

                var now = clock.GetUtcNow();
                if (SaveList.Refuse(read.Value, now) is { } refusal)
                {
                    return refusal;
                }

                if ((input.Assignments ?? []).Select(a => Refuse(a, read.Value)).FirstOrDefault(r => r is not null) is { } stray)
                {
                    return stray;
                }

                var confirmed = input.Assignments?.Select(a => new Assignment(a.Task, a.Index, null, null, a.Measures)).ToList();
                return (await SaveList.Apply(db, read.Value, confirmed, new Saver(actor.Id, actor.Name), now, ct)).ListId;
            }, ct);
        }

        private static Error? Refuse(AssignmentInput assignment, ListDocument document)
        {
            var task = document.Tasks.FirstOrDefault(t => t.Number == assignment.Task);
            if (task is null || assignment.Index < 0 || assignment.Index >= task.Milestones.Count)
            {
                return TaskListErrors.NoSuchDeadline(assignment.Task, assignment.Index);
            }

            var strays = assignment.Measures.Where(n => task.Measures.All(m => m.Number != n)).ToList();
            return strays.Count > 0 ? TaskListErrors.NoSuchMeasure(strays[0]) : null;
        }
    }
}
