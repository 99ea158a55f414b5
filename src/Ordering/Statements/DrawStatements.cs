using System.Globalization;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Leases;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Commerce.Ordering.Statements;

/// <summary>Draws up the statements of months that are over: one per supplier and unit, of everything counted in the month.</summary>
internal sealed class DrawStatements(OrderingDbContext db, TimeProvider clock, OutboxBell bell, ILogger<DrawStatements> log) : IScheduledWork
{
    // Whoever signed at the last second has been saved by then: a request takes ten seconds at most.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(2);

    public async Task Run(CancellationToken ct)
    {
        var end = Start((clock.GetUtcNow() - Settling).MonthInChina());
        var accepted = await db.CountedAcceptances().Where(x => x.Acceptance.AcceptedAt < end)
            .GroupBy(x => new { x.Order.SupplyUnitId, x.Order.UnitId, x.Acceptance.CountedIn }).Select(g => new { g.Key, Lines = g.Count() }).ToListAsync(ct);
        var returned = await db.CountedReturns().Where(x => x.Return.ReturnedAt < end)
            .GroupBy(x => new { x.Order.SupplyUnitId, x.Order.UnitId, x.Return.CountedIn }).Select(g => new { g.Key, Lines = g.Count() }).ToListAsync(ct);
        var due = accepted.Select(a => (a.Key.SupplyUnitId, a.Key.UnitId, Month: a.Key.CountedIn!.Value, a.Lines))
            .Concat(returned.Select(r => (r.Key.SupplyUnitId, r.Key.UnitId, Month: r.Key.CountedIn, r.Lines)))
            .GroupBy(d => (d.SupplyUnitId, d.UnitId, d.Month)).OrderBy(g => g.Key.Month).ThenBy(g => g.Key.UnitId);
        foreach (var pair in due)
        {
            db.ChangeTracker.Clear();
            var actor = Actor.OfProgram(Capability.StatementConfirm, pair.Key.UnitId);
            var key = string.Create(CultureInfo.InvariantCulture, $"{pair.Key.Month}-{pair.Key.SupplyUnitId:N}-{pair.Key.UnitId:N}-{pair.Sum(d => d.Lines)}");
            var outcome = await new DrawStatement.Handler(db, new Once(actor, clock, bell), clock).Handle(new(key, pair.Key.SupplyUnitId, pair.Key.UnitId, pair.Key.Month), ct);
            if (outcome.Error is { } refused)
            {
                log.LogError("Lines counted in {Month} came after their statement was confirmed: {Code}", pair.Key.Month, refused.Code);
            }
        }
    }

    private static DateTimeOffset Start(Month month) => new DateOnly(month.Year, month.OfYear, 1).StartInChina();
}

/// <summary>Draws up one statement.</summary>
internal static class DrawStatement
{
    public sealed record Input(string IdempotencyKey, Guid SupplyUnitId, Guid UnitId, Month Month) : IMutationInput;

    internal sealed class Handler(OrderingDbContext db, Once once, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                var now = clock.GetUtcNow();

                // The statement first: another host that draws between the two reads makes its version stale, or takes its place.
                var statement = await db.Statements.Include(s => s.Lines)
                    .SingleOrDefaultAsync(s => s.UnitId == input.UnitId && s.SupplyUnitId == input.SupplyUnitId && s.Month == input.Month, ct);
                var lines = await Lines(input, ct);
                if (statement is null)
                {
                    var (number, serial, code) = await db.NextStatement(now, ct);
                    statement = new Statement
                    {
                        Id = Guid.CreateVersion7(now),
                        Number = number,
                        Serial = serial,
                        PaymentCode = code,
                        SupplyUnitId = input.SupplyUnitId,
                        UnitId = input.UnitId,
                        Month = input.Month,
                        DrawnAt = now,
                        Sample = lines.Exists(l => l.Sample),
                    };
                    db.Statements.Add(statement);
                }
                else if (lines.Count > 0 && (statement.SupplierAt is not null || statement.UnitAt is not null))
                {
                    return SettlementErrors.AlreadyConfirmed(statement.Number);
                }

                statement.Take(lines.Select(l => l.Line));
                return statement.Id;
            },
            ct);

        private async Task<List<(StatementLine Line, bool Sample)>> Lines(Input input, CancellationToken ct)
        {
            var accepted = await db.CountedAcceptances()
                .Where(x => x.Acceptance.CountedIn == input.Month && x.Order.SupplyUnitId == input.SupplyUnitId && x.Order.UnitId == input.UnitId)
                .Select(x => new { x.Line, x.Goods, x.Acceptance.Number, x.Acceptance.CorrectsId, x.Acceptance.AcceptedAt, x.Acceptance.DueOn, Order = x.Order.Number, x.Order.Purpose }).ToListAsync(ct);
            var returned = await db.CountedReturns()
                .Where(x => x.Return.CountedIn == input.Month && x.Order.SupplyUnitId == input.SupplyUnitId && x.Order.UnitId == input.UnitId)
                .Select(x => new { x.Line, x.Goods, x.Return.Number, x.Return.ReturnedAt, Order = x.Order.Number, x.Order.Purpose }).ToListAsync(ct);
            return
            [
                .. accepted.Select(a => (Line(
                        a.CorrectsId is null ? StatementLineKind.Accepted : StatementLineKind.Corrected, a.Line.Id, a.Number, a.Order, a.Purpose, a.AcceptedAt!.Value, a.DueOn,
                        a.Goods, a.Line.PostedMilli, a.Line.PostedFen), a.Goods.Sample))
                    .Concat(returned.Select(r => (Line(
                        StatementLineKind.Returned, r.Line.Id, r.Number, r.Order, r.Purpose, r.ReturnedAt, null, r.Goods, -r.Line.Milli, r.Line.PostedFen), r.Goods.Sample)))
                    .OrderBy(l => l.Item1.Day).ThenBy(l => l.Item1.Paper, StringComparer.Ordinal),
            ];
        }

        private static StatementLine Line(
            StatementLineKind kind, Guid id, string paper, string orderNumber, PurchasePurpose purpose, DateTimeOffset at, DateOnly? dueOn, OrderLine goods, long milli, long fen) => new()
            {
                Id = id,
                Kind = kind,
                Paper = paper,
                OrderId = goods.OrderId,
                OrderNumber = orderNumber,
                Purpose = purpose,
                Day = at.DayInChina(),
                DueOn = dueOn,
                ProductName = goods.ProductName,
                Specification = goods.Specification,
                ProducerName = goods.ProducerName,
                Milli = milli,
                Unit = goods.SettleUnit,
                PriceTenThousandths = goods.PriceTenThousandths,
                PricedBy = goods.PricedBy,
                TaxBasisPoints = goods.TaxBasisPoints,
                AmountFen = fen,
            };
    }
}
