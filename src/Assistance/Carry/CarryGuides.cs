using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Filings;
using Commerce.Assistance.YearClose;
using Commerce.Contracts.Assistance;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Carry;

/// <summary>The office takes a year's guide figures over to the next (结转), as they stood in the draft that was looked at. What is set already is left alone.</summary>
internal static class CarryGuides
{
    /// <summary>ProgrammeId: the year whose figures are taken. CommitmentIds: some of them; null for all. ExpectedTotal: what the draft's figures came to.</summary>
    public sealed record Input(
        string IdempotencyKey, [property: IdOf("prg")] Guid ProgrammeId, decimal ChangePercent, [property: IdOf("cmt")] IReadOnlyList<Guid>? CommitmentIds, MoneyInput ExpectedTotal, string Reason) : IMutationInput;

    internal sealed class Handler(AssistanceDbContext db, Once once, CarryDraft draft, Actor actor, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(db, input, async () =>
        {
            if (await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.ProgrammeId, ct) is not { } programme)
            {
                return PlatformErrors.NotFound.At("programmeId");
            }

            if (!CarryDraft.Fits(input.ChangePercent))
            {
                return YearErrors.PercentOutOfRange;
            }

            var reason = input.Reason.Trim();
            if (reason.Length is < 4 or > 300)
            {
                return YearErrors.CarryReason;
            }

            var (now, year) = (clock.GetUtcNow(), programme.Year + 1);
            if (Years.Refuse(year, now) is { } far)
            {
                return far;
            }

            if (await db.IsClosed(year, ct))
            {
                return YearErrors.FigureOfClosedYear(year);
            }

            var chosen = (await draft.Read(programme.Year, input.ChangePercent, ct))
                .Where(l => l.State == CarryState.Ready && l.Next > Money.Zero && (input.CommitmentIds is null || input.CommitmentIds.Contains(l.CommitmentId))).ToList();
            if (chosen.Count == 0)
            {
                return YearErrors.NothingToCarry;
            }

            var total = chosen.Sum(l => l.Next);
            if (input.ExpectedTotal.Read() is var expected && (expected.Failed || expected.Value != total))
            {
                return YearErrors.PreviewMoved(total);
            }

            var change = input.ChangePercent == 0 ? "" : $"，{input.ChangePercent.ToString("+0.##;-0.##", System.Globalization.CultureInfo.InvariantCulture)}%";
            var from = new DateOnly(year, 1, 1);
            foreach (var line in chosen)
            {
                var figure = await db.CommitmentOf(year, line.UnitId, now, ct, CommitmentScope.OwnGuide, line.VillageId, line.Purpose);
                figure.Set(line.Next, $"{programme.Year}年结转{change}：{reason}", from, actor.Id, actor.Name, now);
                db.Publish(
                    new CommitmentChanged(
                        figure.Id, figure.Version + 1, year, line.UnitId, line.Next.Amount, line.VillageId == Guid.Empty ? null : line.VillageId, figure.PurposeSpelled, from),
                    now);
            }

            return (await db.ProgrammeOf(year, now, ct)).Id;
        }, ct);
    }
}
