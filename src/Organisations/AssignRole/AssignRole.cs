using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Organisations.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.AssignRole;

/// <summary>Gives a person a role in a unit, and so in its sub-units.</summary>
internal static class AssignRole
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("usr")] Guid AccountId, Role Role, [property: IdOf("ou")] Guid UnitId, DateOnly? ValidFrom, DateOnly? ValidTo) : IMutationInput;

    internal sealed class Handler(OrganisationsDbContext db, Once once, Actor actor, TimeProvider clock, OrgDirectory directory)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                db.AfterCommit(directory.Forget);
                var now = clock.GetUtcNow();
                var today = now.DayInChina();
                var from = input.ValidFrom ?? today;
                var homes = actor.UnitsWhere(Capability.OrganisationManage);
                if (!homes.Contains(input.UnitId)
                    || await db.Units.SingleOrDefaultAsync(u => u.Id == input.UnitId, ct) is not { } unit
                    || await db.Users.SingleOrDefaultAsync(u => u.Id == input.AccountId, ct) is not { } user
                    || !homes.Contains(user.HomeUnitId))
                {
                    return PlatformErrors.NotFound;
                }

                if (!unit.HoldsOn(today))
                {
                    return OrganisationsErrors.ParentEnded.At("unitId");
                }

                if (from < today || input.ValidTo <= from)
                {
                    return OrganisationsErrors.RolePeriod;
                }

                var others = await db.RoleAssignments.Where(a => a.UserId == user.Id && a.UnitId == unit.Id && a.Role == input.Role).ToListAsync(ct);
                if (others.Exists(a => a.Overlaps(from, input.ValidTo)))
                {
                    return OrganisationsErrors.RoleTwice;
                }

                var assignment = new RoleAssignment
                {
                    Id = Guid.CreateVersion7(now),
                    UserId = user.Id,
                    Role = input.Role,
                    UnitId = unit.Id,
                    ValidFrom = from,
                    ValidTo = input.ValidTo,
                };
                db.RoleAssignments.Add(assignment);
                return assignment.Id;
            },
            ct);
    }
}
