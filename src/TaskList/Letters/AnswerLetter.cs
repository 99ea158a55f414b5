using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Letters;

/// <summary>The unit answers a letter: what was done, with files (督办回复). A late answer is taken, and counted as late.</summary>
internal static class AnswerLetter
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("ltr")] Guid LetterId, int ExpectedVersion, string Text, [property: IdOf("fil")] IReadOnlyList<Guid>? FileIds = null) : IMutationInput;

    internal sealed class Handler(TaskListDbContext db, Once once, Actor actor, FileStore files, TimeProvider clock)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            // The files lie in the house's own database: looked up before the module's transaction begins.
            Guid[] wanted = [.. (input.FileIds ?? []).Distinct()];
            var found = await files.Own(TaskListModule.Evidence, wanted, ct);
            return await once.Run(db, input, async () =>
            {
                var now = clock.GetUtcNow();
                if (await db.FindLetter(input.LetterId, ct) is not { } letter)
                {
                    return PlatformErrors.NotFound;
                }

                var scene = await db.SceneOf(letter.TaskId, now, ct);
                if (letter.State == LetterState.Draft || !actor.Can(Capability.TaskReport, letter.UnitId))
                {
                    return actor.SeesLetter(letter) || actor.Supervises(scene) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
                }

                if (letter.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(letter.Version);
                }

                if (Refused(input, letter, wanted, found) is { } refusal)
                {
                    return refusal;
                }

                var id = Guid.CreateVersion7(now);
                letter.Answer(new LetterReply
                {
                    Id = id,
                    LetterId = letter.Id,
                    Text = input.Text.Trim(),
                    Late = now.DayInChina() > letter.ReplyDueOn,
                    ById = actor.Id,
                    ByName = actor.Name,
                    At = now,
                    Files = [.. wanted.Select(f => new ReplyFile { ReplyId = id, FileId = f, Name = found[f].Name })],
                });
                db.Acts.Add(scene.Act(TaskAction.LetterReplied, letter.MeasureId, actor.Id, actor.Name, now, null, $"{letter.Addressee}：{letter.Number}"));
                return letter.Id;
            }, ct);
        }

        private static Error? Refused(Input input, SupervisionLetter letter, Guid[] wanted, IReadOnlyDictionary<Guid, FileFacts> found) =>
            letter.State != LetterState.Issued ? LetterErrors.NotWaiting
            : input.Text.Trim().Length is < 4 or > LetterReply.TextLength ? LetterErrors.TextLength
            : wanted.Length > LetterReply.MostFiles ? TaskListErrors.TooManyFiles
            : wanted.Any(w => !found.ContainsKey(w)) ? TaskListErrors.NoSuchFile
            : null;
    }
}
