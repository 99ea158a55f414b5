using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Organisations.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.RenameUnit;

/// <summary>Renames a unit from a day on; the former name stays on record. Its present name takes back a renaming that is still to come.</summary>
internal static class RenameUnit
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("ou")] Guid UnitId, int ExpectedVersion, string Name, DateOnly From) : IMutationInput;

    internal sealed class Handler(OrganisationsDbContext db, Once once, Actor actor, TimeProvider clock, OrgDirectory directory)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                db.AfterCommit(directory.Forget);
                var now = clock.GetUtcNow();
                var (today, name) = (now.DayInChina(), input.Name.Trim());
                if (await db.Units.SingleOrDefaultAsync(u => u.Id == input.UnitId, ct) is not { } unit || !actor.Can(Capability.OrganisationManage, unit.Id))
                {
                    return PlatformErrors.NotFound;
                }

                if (unit.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(unit.Version);
                }

                if (name.Length is 0 or > OrgUnit.NameLength)
                {
                    return OrganisationsErrors.UnitName;
                }

                if (input.From < today)
                {
                    return OrganisationsErrors.InThePast("from");
                }

                if (unit.ValidTo <= input.From)
                {
                    return OrganisationsErrors.EndsBefore(unit.ValidTo.Value).At("from");
                }

                if (name == unit.Name && unit.NextName(today) is null)
                {
                    return OrganisationsErrors.NameAsItIs;
                }

                if (await Taken(unit, name, today, ct))
                {
                    return OrganisationsErrors.UnitNameTaken(name);
                }

                unit.Rename(name, input.From, today);
                unit.UpdatedAt = now;
                db.State(unit, now);
                return unit.Id;
            },
            ct);

        private async Task<bool> Taken(OrgUnit unit, string name, DateOnly today, CancellationToken ct) =>
            (await db.Units.Where(u => u.ParentKey == unit.ParentKey && u.Id != unit.Id).ToListAsync(ct)).Exists(u => u.IsCalled(name, today));
    }
}
