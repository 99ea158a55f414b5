using System.Text.Json.Serialization;
using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.ResetPassword;

/// <summary>An administrator gives somebody a new password who forgot theirs; what was signed in with the account counts no more.</summary>
internal static class ResetPassword
{
    /// <summary>The password stays out of everything that is kept.</summary>
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("usr")] Guid AccountId, int ExpectedVersion,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] string Password) : IMutationInput;

    internal sealed class Handler(OrganisationsDbContext db, IPasswordHasher<User> hasher, Once once, Actor actor, OrgDirectory directory)
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

                if (user.Disabled)
                {
                    return OrganisationsErrors.AlreadyDisabled;
                }

                if (!User.IsPassword(input.Password))
                {
                    return OrganisationsErrors.Password;
                }

                user.PasswordHash = hasher.HashPassword(user, input.Password);
                user.SecurityStamp = User.NewStamp();
                return user.Id;
            },
            ct);
    }
}
