using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.ChoosePreferences;

/// <summary>A person chooses the language and the size of type of their own pages.</summary>
internal static class ChoosePreferences
{
    /// <param name="Language">zh or en; null leaves it.</param>
    /// <param name="LargeType">Null leaves it.</param>
    public sealed record Input(string IdempotencyKey, string? Language, bool? LargeType) : IMutationInput;

    internal sealed class Handler(OrganisationsDbContext db, Once once, Actor actor, OrgDirectory directory)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                db.AfterCommit(directory.Forget);
                if (await db.Users.SingleOrDefaultAsync(u => u.Id == actor.Id, ct) is not { } user)
                {
                    return PlatformErrors.NotFound;
                }

                if (input.Language is not (null or "zh" or "en"))
                {
                    return OrganisationsErrors.Language;
                }

                user.Language = input.Language ?? user.Language;
                user.LargeType = input.LargeType ?? user.LargeType;
                return user.Id;
            },
            ct);
    }
}
