using System.Text.Json.Serialization;
using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.CreateAccount;

/// <summary>Gives a person an account. It can do nothing until roles are assigned.</summary>
internal static class CreateAccount
{
    /// <summary>The password stays out of everything that is kept: a fast hash of the request would give it away.</summary>
    public sealed record Input(
        string IdempotencyKey, string UserName, string Name, [property: IdOf("ou")] Guid HomeUnitId,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] string Password, string? Language) : IMutationInput;

    internal sealed class Handler(OrganisationsDbContext db, UserManager<User> users, Once once, Actor actor, TimeProvider clock, OrgDirectory directory)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                db.AfterCommit(directory.Forget);
                var name = input.Name.Trim();
                if (!actor.Can(Capability.OrganisationManage, input.HomeUnitId) || !await db.Units.AnyAsync(u => u.Id == input.HomeUnitId, ct))
                {
                    return PlatformErrors.NotFound;
                }

                if (name.Length is 0 or > User.NameLength)
                {
                    return OrganisationsErrors.DisplayName;
                }

                if (input.UserName.Length is 0 or > User.NameLength)
                {
                    return OrganisationsErrors.UserName;
                }

                if (!User.IsPassword(input.Password))
                {
                    return OrganisationsErrors.Password;
                }

                if (input.Language is not (null or "zh" or "en"))
                {
                    return OrganisationsErrors.Language;
                }

                var user = new User
                {
                    Id = Guid.CreateVersion7(clock.GetUtcNow()),
                    UserName = input.UserName,
                    DisplayName = name,
                    HomeUnitId = input.HomeUnitId,
                    Language = input.Language,
                };

                // Identity normalizes, checks, hashes and stamps; the store doesn't save, this transaction does.
                var created = await users.CreateAsync(user, input.Password);
                if (created.Succeeded)
                {
                    db.State(user, clock.GetUtcNow());
                }

                return created.Succeeded ? user.Id
                    : created.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.DuplicateUserName)) ? OrganisationsErrors.UserNameTaken(input.UserName)
                    : OrganisationsErrors.UserName;
            },
            ct);
    }
}
