using System.Text.Json.Serialization;
using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.ChangePassword;

/// <summary>A person changes their own password, after the old one was checked; what was signed in elsewhere counts no more.</summary>
internal static class ChangePassword
{
    /// <summary>The password stays out of everything that is kept.</summary>
    public sealed record Input(string IdempotencyKey, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] string Password) : IMutationInput;

    internal sealed class Handler(OrganisationsDbContext db, IPasswordHasher<User> hasher, Once once, Actor actor, OrgDirectory directory)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                db.AfterCommit(directory.Forget);
                if (!User.IsPassword(input.Password))
                {
                    return OrganisationsErrors.Password;
                }

                if (await db.Users.SingleOrDefaultAsync(u => u.Id == actor.Id && !u.Disabled, ct) is not { } user)
                {
                    return PlatformErrors.SignInFirst;
                }

                user.PasswordHash = hasher.HashPassword(user, input.Password);
                user.SecurityStamp = User.NewStamp();
                return user.Id;
            },
            ct);

        /// <summary>The account with its new stamp, for the ticket that takes the place of the old one.</summary>
        public Task<User> Mine(CancellationToken ct) => db.Users.AsNoTracking().SingleAsync(u => u.Id == actor.Id, ct);

        /// <summary>The name that the person signs in with.</summary>
        public Task<string?> UserName(CancellationToken ct) => db.Users.Where(u => u.Id == actor.Id).Select(u => u.UserName).SingleOrDefaultAsync(ct);
    }
}
