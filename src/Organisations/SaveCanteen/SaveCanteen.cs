using Commerce.Organisations.Data;
using Commerce.Organisations.Directories;
using Commerce.Organisations.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.SaveCanteen;

/// <summary>Sets up a canteen, or changes from today on who runs it, how, and who eats there.</summary>
internal static class SaveCanteen
{
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("cnt")] Guid? CanteenId, int? ExpectedVersion, string Name, [property: IdOf("ou")] Guid UnitId, CanteenModel Model,
        int Headcount, string? Contractor, [property: IdOf("ou")] IReadOnlyList<Guid>? ServedUnitIds) : IMutationInput;

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
                var canteen = input.CanteenId is { } id
                    ? await db.Canteens.Include(c => c.Terms).Include(c => c.Served).SingleOrDefaultAsync(c => c.Id == id, ct)
                    : null;
                if ((input.CanteenId is not null && canteen is null) || !MayManage(canteen, input.UnitId, today))
                {
                    return PlatformErrors.NotFound;
                }

                if (canteen is not null && canteen.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(canteen.Version);
                }

                if (await CheckInput(input, canteen?.Id, today, ct) is { Error: { } wrong })
                {
                    return wrong;
                }

                var name = input.Name.Trim();
                if (canteen is null)
                {
                    canteen = new Canteen { Id = Guid.CreateVersion7(now), Name = name };
                    db.Canteens.Add(canteen);
                }

                (canteen.Name, canteen.Headcount, canteen.UpdatedAt) = (name, input.Headcount, now);
                if (canteen.Run(input.UnitId, input.Model, input.Contractor, input.ServedUnitIds ?? [], today) is { Error: { } refused })
                {
                    return refused;
                }

                db.State(canteen, now);
                return canteen.Id;
            },
            ct);

        private bool MayManage(Canteen? canteen, Guid unitId, DateOnly today) =>
            actor.Can(Capability.OrganisationManage, unitId)
            && (canteen?.TermOn(today) is not { } term || actor.Can(Capability.OrganisationManage, term.UnitId));

        private async Task<Result> CheckInput(Input input, Guid? canteenId, DateOnly today, CancellationToken ct)
        {
            var name = input.Name.Trim();
            if (name.Length is 0 or > Canteen.NameLength)
            {
                return OrganisationsErrors.CanteenName;
            }

            if (input.Headcount is < 0 or > 100_000)
            {
                return OrganisationsErrors.Headcount;
            }

            if (input.Contractor?.Trim().Length > 100)
            {
                return OrganisationsErrors.Contractor;
            }

            if (await db.Canteens.AnyAsync(c => c.Name == name && c.Id != canteenId, ct))
            {
                return OrganisationsErrors.CanteenNameTaken(name);
            }

            Guid[] named = [.. new[] { input.UnitId }.Concat(input.ServedUnitIds ?? []).Distinct()];
            return await db.Units.CountAsync(u => named.Contains(u.Id) && u.ValidFrom <= today && (u.ValidTo == null || u.ValidTo > today), ct) == named.Length
                ? Result.Done
                : OrganisationsErrors.ServedUnit;
        }
    }
}
