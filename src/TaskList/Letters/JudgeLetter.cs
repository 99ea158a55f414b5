using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Letters;

/// <summary>What closing and sending back ask alike: an answer, and another person than who wrote it.</summary>
internal static class JudgeLetter
{
    public static async Task<Result<(SupervisionLetter Letter, Scene Scene)>> Answered(this TaskListDbContext db, Actor actor, Guid id, int expectedVersion, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.FindLetter(id, ct) is not { } letter)
        {
            return PlatformErrors.NotFound;
        }

        var scene = await db.SceneOf(letter.TaskId, now, ct);
        return actor.MayNotSupervise(letter, scene) is { } hidden ? hidden
            : letter.Version != expectedVersion ? PlatformErrors.Stale(letter.Version)
            : letter.State != LetterState.Replied ? LetterErrors.NotAnswered
            : letter.Reply!.ById == actor.Id ? LetterErrors.OwnReply
            : (letter, scene);
    }
}
