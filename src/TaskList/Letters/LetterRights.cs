using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Letters;

/// <summary>Who sees and writes which letter.</summary>
internal static class LetterRights
{
    /// <summary>A letter that was issued is seen by those who read for the unit it went to; drafts are the supervisors'.</summary>
    public static bool SeesLetter(this Actor actor, SupervisionLetter letter) => letter.State != LetterState.Draft && actor.Can(Capability.TaskRead, letter.UnitId);

    /// <summary>Null for the matter's supervisors; who sees the letter is told that it isn't theirs to write, others that there is none.</summary>
    public static Error? MayNotSupervise(this Actor actor, SupervisionLetter letter, Scene scene) =>
        actor.Supervises(scene) ? null : actor.SeesLetter(letter) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
}
