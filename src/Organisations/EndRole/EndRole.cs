using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Organisations.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.EndRole;

/// <summary>Ends a role: from that day on, today when none is given, it allows nothing.</summary>
internal static class EndRole
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("rol")] Guid AssignmentId, int ExpectedVersion, DateOnly? On) : IMutationInput;

    internal sealed class Handler(OrganisationsDbContext db, Once once, Actor actor, TimeProvider clock, OrgDirectory directory)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                db.AfterCommit(directory.Forget);
                var today = clock.GetUtcNow().DayInChina();
                var on = input.On ?? today;
                if (await db.RoleAssignments.SingleOrDefaultAsync(a => a.Id == input.AssignmentId, ct) is not { } assignment
                    || !actor.Can(Capability.OrganisationManage, assignment.UnitId))
                {
                    return PlatformErrors.NotFound;
                }

                if (assignment.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(assignment.Version);
                }

                if (assignment.UserId == actor.Id && assignment.Role == Role.Administrator)
                {
                    return OrganisationsErrors.EndYourOwn;
                }

                if (on < today)
                {
                    return OrganisationsErrors.RoleEndInPast;
                }

                if (assignment.ValidTo <= on)
                {
                    return OrganisationsErrors.RoleEnded;
                }

                // One that hasn't begun yet never will: a period of no days.
                assignment.ValidTo = on > assignment.ValidFrom ? on : assignment.ValidFrom;
                return assignment.Id;
            },
            ct);
    }
}
