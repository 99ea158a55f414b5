using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.DisableAccount;

/// <summary>Closes an account; what was signed in with it counts no more.</summary>
internal static class DisableAccount
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("usr")] Guid AccountId, int ExpectedVersion) : IMutationInput;

    internal sealed class Handler(OrganisationsDbContext db, Once once, Actor actor, TimeProvider clock, OrgDirectory directory)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                db.AfterCommit(directory.Forget);
                if (await db.Users.SingleOrDefaultAsync(u => u.Id == input.AccountId, ct) is not { } user
                    || !actor.Can(Capability.OrganisationManage, user.HomeUnitId))
                {
                    return PlatformErrors.NotFound;
                }

                if (user.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(user.Version);
                }

                if (user.Id == actor.Id)
                {
                    return OrganisationsErrors.DisableYourself;
                }

                if (user.Disabled)
                {
                    return OrganisationsErrors.AlreadyDisabled;
                }

                user.Disabled = true;
                user.SecurityStamp = User.NewStamp();
                db.State(user, clock.GetUtcNow());
                return user.Id;
            },
            ct);
    }
}
