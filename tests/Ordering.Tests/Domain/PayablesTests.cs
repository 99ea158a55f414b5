using Commerce.Ordering.Domain;
using Commerce.SharedKernel;
using Xunit;

namespace Commerce.Ordering.Tests.Domain;

public sealed class PayablesTests
{
    private static readonly Person Buyer = new(Guid.NewGuid(), "单位负责人");

    [Fact]
    public void What_was_paid_and_what_went_back_goes_to_the_oldest_due_first()
    {
        var statement = Of((1, 100_00), (3, 50_00), (2, 80_00), (0, -30_00));
        Assert.False(statement.Pay(90_00).Failed);

        var items = Payables.Of(statement);

        Assert.Equal([("AC-1", 0L), ("AC-2", 60_00L), ("AC-3", 50_00L)], items.Select(i => (i.Paper, i.OwedFen)));
    }

    [Fact]
    public void What_is_disputed_is_paid_last()
    {
        var statement = Of((1, 100_00), (2, 80_00));
        Assert.False(statement.Dispute(Guid.NewGuid(), StatementSide.Unit, statement.Lines[0].Id, 40_00, "破损", Buyer, DateTimeOffset.UnixEpoch).Failed);
        Assert.False(statement.Pay(150_00).Failed);

        var items = Payables.Of(statement);

        Assert.Equal([(0L, 30_00L), (0L, 0L)], items.Select(i => (i.OwedFen, i.HeldFen)));
    }

    [Fact]
    public void Whatever_happens_the_items_come_to_what_is_outstanding()
    {
        var random = new Random(20261125);
        for (var round = 0; round < 2_000; round++)
        {
            var statement = Of([.. Enumerable.Range(1, random.Next(1, 8)).Select(i => (i, random.Next(5) == 0 ? -random.NextInt64(1, 50_00) : random.NextInt64(1, 100_00)))]);
            foreach (var line in statement.Lines.Where(_ => random.Next(3) == 0).ToList())
            {
                statement.Dispute(Guid.NewGuid(), StatementSide.Unit, line.Id, random.NextInt64(1, Math.Abs(line.AmountFen) + 1), "差异", Buyer, DateTimeOffset.UnixEpoch);
            }

            statement.Pay(random.NextInt64(0, Math.Max(1, statement.AmountFen + 1)));
            var items = Payables.Of(statement);

            Assert.Equal(Math.Max(0, statement.OutstandingFen), items.Sum(i => i.OwedFen + i.HeldFen));
            Assert.All(items, i => Assert.True(i.OwedFen >= 0 && i.HeldFen >= 0 && i.OwedFen + i.HeldFen <= i.AmountFen));
        }
    }

    private static Statement Of(params (int Day, long Fen)[] lines)
    {
        var statement = new Statement
        {
            Id = Guid.NewGuid(),
            Number = "ST-2026-000001",
            Serial = 1,
            SupplyUnitId = Guid.NewGuid(),
            UnitId = Guid.NewGuid(),
            Month = new Month(202606),
            DrawnAt = DateTimeOffset.UnixEpoch,
            PaymentCode = PaymentCode.Of(2026, 1),
            Sample = true,
        };
        statement.Take(lines.Select(l => new StatementLine
        {
            Id = Guid.NewGuid(),
            Kind = l.Fen < 0 ? StatementLineKind.Returned : StatementLineKind.Accepted,
            Paper = $"AC-{l.Day}",
            OrderId = Guid.NewGuid(),
            OrderNumber = "PO-2026-000001",
            Purpose = PurchasePurpose.Canteen,
            Day = new(2026, 6, 1),
            DueOn = l.Fen < 0 ? null : new DateOnly(2026, 7, 1).AddDays(l.Day),
            ProductName = "明东大米",
            Specification = "散装",
            ProducerName = "合作社",
            Milli = 1,
            Unit = MeasureUnit.Jin,
            PriceTenThousandths = 1,
            PricedBy = MeasureUnit.Jin,
            TaxBasisPoints = null,
            AmountFen = l.Fen,
        }));
        return statement;
    }
}
