using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Filings;

/// <summary>A unit writes its filing of the 832 reserved share, and hands it in when it asks to.</summary>
internal static class SaveFiling
{
    /// <summary>ExpectedVersion: of the filing, as it was seen; left out for the first. EffectiveFrom: 1 January when left out.</summary>
    public sealed record Input(
        string IdempotencyKey, int Year, [property: IdOf("ou")] Guid UnitId, CanteenModel Canteen, [property: IdOf("ou")] Guid? RepresentativeId, string? Contractor, bool UnionNeed,
        MoneyInput CanteenBase, MoneyInput UnionBase, decimal Ratio, MoneyInput Total, DateOnly? EffectiveFrom = null, bool Submit = false, int? ExpectedVersion = null) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            var desk = await FilingDesk.Open(db, actor, ct);
            if (!desk.MayWrite(input.UnitId) || !desk.Knows(input.UnitId))
            {
                return actor.Can(Capability.AssistanceRead, input.UnitId) ? PlatformErrors.Forbidden : PlatformErrors.NotFound;
            }

            var now = clock.GetUtcNow();
            if (Years.Refuse(input.Year, now) is { } year)
            {
                return year;
            }

            var content = await Read(input, desk, ct);
            if (content.Failed)
            {
                return content.Error!;
            }

            var filing = await db.FilingOf(input.Year, input.UnitId, ct);
            if (filing is null)
            {
                db.ShareFilings.Add(filing = new ShareFiling { Id = Guid.CreateVersion7(now), Year = input.Year, UnitId = input.UnitId });
            }

            if (filing.Version != (input.ExpectedVersion ?? 0))
            {
                return PlatformErrors.Stale(filing.Version).At("expectedVersion");
            }

            db.Touch(filing);
            var from = input.EffectiveFrom ?? new DateOnly(input.Year, 1, 1);
            if (filing.Write(content.Value, from, now) is { Error: { } refused })
            {
                return refused;
            }

            if (!input.Submit)
            {
                return filing.Id;
            }

            if (await db.RefuseToFile(filing, ct) is { } incomplete)
            {
                return incomplete;
            }

            filing.Submit(actor.Id, actor.Name, now);
            return filing.Id;
        }, ct);

        private async Task<Result<FilingContent>> Read(Input input, FilingDesk desk, CancellationToken ct)
        {
            var (canteen, union, total) = (input.CanteenBase.Read(), input.UnionBase.Read(), input.Total.Read());
            foreach (var (amount, field) in new[] { (canteen, "canteenBase"), (union, "unionBase"), (total, "total") })
            {
                if (amount.Failed)
                {
                    return amount.Error!.At([field, .. amount.Error!.Path ?? []]);
                }

                if (amount.Value < Money.Zero)
                {
                    return FilingErrors.AmountNegative.At(field, "amount");
                }
            }

            if (Ratios.Read(input.Ratio) is not { } ratio)
            {
                return FilingErrors.RatioShape;
            }

            var contractor = input.Canteen == CanteenModel.Outsourced && !string.IsNullOrWhiteSpace(input.Contractor) ? input.Contractor.Trim() : null;
            if (contractor?.Length > 100)
            {
                return FilingErrors.ContractorLength;
            }

            var representative = input.Canteen == CanteenModel.Shared ? input.RepresentativeId : null;
            if (representative == input.UnitId)
            {
                return FilingErrors.RepresentsItself;
            }

            if (representative is { } named && !desk.Knows(named))
            {
                return PlatformErrors.NotFound.At("representativeId");
            }

            var name = representative is null ? null : await db.KnownNames.AsNoTracking().Where(n => n.Id == representative).Select(n => n.Name).SingleOrDefaultAsync(ct);
            return new FilingContent(input.Canteen, representative, name, contractor, input.UnionNeed, canteen.Value, union.Value, ratio, total.Value);
        }
    }
}
