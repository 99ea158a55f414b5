using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Organisations.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.SaveUnit;

/// <summary>Sets up a unit, renames or moves one, or ends it on a day.</summary>
internal static class SaveUnit
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("ou")] Guid? UnitId, int? ExpectedVersion, string Name, OrgUnitKind Kind, [property: IdOf("ou")] Guid? ParentId,
        bool BudgetUnit = false, bool External = false, int Position = 0, DateOnly? ValidTo = null) : IMutationInput;

    internal sealed class Handler(OrganisationsDbContext db, Once once, Actor actor, TimeProvider clock, OrgDirectory directory)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                db.AfterCommit(directory.Forget);
                var now = clock.GetUtcNow();
                var name = input.Name.Trim();
                var tree = await db.Units.ToListAsync(ct);
                var unit = tree.Find(u => u.Id == input.UnitId);
                if ((input.UnitId is not null && unit is null) || !MayManage(unit, input.ParentId, tree))
                {
                    return PlatformErrors.NotFound;
                }

                if (unit is not null && unit.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(unit.Version);
                }

                if (OrgUnit.CheckShape(name, input.Kind, input.ParentId is not null).Error is { } shapeless)
                {
                    return shapeless;
                }

                if (CheckPlace(input, name, unit, tree, now.DayInChina()).Error is { } misplaced)
                {
                    return misplaced;
                }

                if (unit is null)
                {
                    unit = new OrgUnit { Id = Guid.CreateVersion7(now), Name = name, Kind = input.Kind, ValidFrom = now.DayInChina() };
                    db.Units.Add(unit);
                }

                if (unit.Name != name)
                {
                    unit.Rename(name, now.DayInChina(), now.DayInChina());
                }

                // Another end is another decision: it says nothing of a successor.
                unit.SuccessorId = input.ValidTo == unit.ValidTo ? unit.SuccessorId : null;
                (unit.Kind, unit.ParentId, unit.IsBudgetUnit) = (input.Kind, input.ParentId, input.BudgetUnit);
                (unit.External, unit.Position, unit.ValidTo, unit.UpdatedAt) = (input.External, input.Position, input.ValidTo, now);
                db.State(unit, now);
                return unit.Id;
            },
            ct);

        /// <summary>Over the unit and over where it goes; what stands without a parent is the department's.</summary>
        private bool MayManage(OrgUnit? unit, Guid? parentId, List<OrgUnit> tree)
        {
            var root = tree.Find(u => u.IsRoot)?.Id ?? Guid.Empty;
            return actor.Can(Capability.OrganisationManage, unit?.Id ?? parentId ?? root)
                && (parentId == unit?.ParentId || actor.Can(Capability.OrganisationManage, parentId ?? root));
        }

        private static Result CheckPlace(Input input, string name, OrgUnit? unit, List<OrgUnit> tree, DateOnly today)
        {
            if ((input.Kind == OrgUnitKind.Department) != (unit?.IsRoot ?? false) || (unit?.IsRoot == true && input.ValidTo is not null))
            {
                return OrganisationsErrors.SecondRoot;
            }

            if (input.ParentId is { } parentId)
            {
                if (unit is not null && new UnitTree(tree, today).LiesWithin(parentId, unit.Id))
                {
                    return OrganisationsErrors.UnitRing;
                }

                if (parentId != unit?.ParentId && !tree.Single(u => u.Id == parentId).HoldsOn(today))
                {
                    return OrganisationsErrors.ParentEnded;
                }
            }

            return input.ValidTo is { } end && end <= (unit?.ValidFrom ?? today) ? OrganisationsErrors.UnitEnd
                : tree.Exists(u => u != unit && u.ParentId == input.ParentId && u.IsCalled(name, today)) ? OrganisationsErrors.UnitNameTaken(name)
                : Result.Done;
        }
    }
}
