using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Organisations.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.EndUnit;

/// <summary>Abolishes a unit from a day on, or merges it into another; without a day, takes back an end that is still to come.
/// What was bought, counted and signed stays with the ended unit; whoever has a role in the successor finishes its papers.</summary>
internal static class EndUnit
{
    // On: the first day on which it exists no more; null takes the end back.
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("ou")] Guid UnitId, int ExpectedVersion, DateOnly? On, [property: IdOf("ou")] Guid? SuccessorId = null) : IMutationInput;

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
                var units = await db.Units.ToListAsync(ct);
                var unit = units.Find(u => u.Id == input.UnitId);
                var successor = input.SuccessorId is { } id ? units.Find(u => u.Id == id) : null;
                if (unit is null || !actor.Can(Capability.OrganisationManage, unit.Id)
                    || (input.SuccessorId is { } named && (successor is null || !actor.Can(Capability.OrganisationManage, named))))
                {
                    return PlatformErrors.NotFound;
                }

                if (unit.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(unit.Version);
                }

                if (!unit.HoldsOn(today))
                {
                    return OrganisationsErrors.HasEnded;
                }

                if ((input.On is { } on ? await Check(unit, on, successor, units, today, ct) : Check(unit, input.SuccessorId)) is { Error: { } refused })
                {
                    return refused;
                }

                (unit.ValidTo, unit.SuccessorId, unit.UpdatedAt) = (input.On, successor?.Id, now);
                db.State(unit, now);
                return unit.Id;
            },
            ct);

        private static Result Check(OrgUnit unit, Guid? successor) =>
            unit.ValidTo is null ? OrganisationsErrors.NoEndToTakeBack
            : successor is not null ? OrganisationsErrors.MergeNeedsADay
            : Result.Done;

        private async Task<Result> Check(OrgUnit unit, DateOnly on, OrgUnit? successor, List<OrgUnit> units, DateOnly today, CancellationToken ct)
        {
            if (unit.IsRoot)
            {
                return OrganisationsErrors.SecondRoot;
            }

            if (on < today)
            {
                return OrganisationsErrors.InThePast("on");
            }

            if (on <= unit.ValidFrom)
            {
                return OrganisationsErrors.UnitEnd.At("on");
            }

            if (successor is not null && (successor.Id == unit.Id || !successor.HoldsOn(on) || successor.ValidTo is not null || new UnitTree(units, today).LiesWithin(successor.Id, unit.Id)))
            {
                return OrganisationsErrors.WrongSuccessor;
            }

            if (units.Where(u => u.ParentId == unit.Id && u.HoldsOn(on)).Select(u => u.Name).ToList() is { Count: > 0 } below)
            {
                return OrganisationsErrors.StillBelow(below);
            }

            if (units.Where(u => u.SuccessorId == unit.Id && u.HoldsOn(today)).Select(u => u.Name).ToList() is { Count: > 0 } coming)
            {
                return OrganisationsErrors.StillComing(coming);
            }

            var canteens = await db.Canteens.Include(c => c.Terms).ToListAsync(ct);
            return successor is null && canteens.Where(c => c.TermOn(today) is { Model: not CanteenModel.None } term && term.UnitId == unit.Id).Select(c => c.Name).ToList() is { Count: > 0 } run
                ? OrganisationsErrors.StillRuns(run)
                : Result.Done;
        }
    }
}
