using Commerce.Ordering.Domain;
using Commerce.Ordering.Payments;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Outbox;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Commerce.Ordering.Tests.Slices.Settling;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

public sealed class PaymentTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_transfer_is_found_by_its_code_and_may_pay_a_part(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);

        var payment = Done(await world.Pay(20m, payer: "公路局工会"));
        Done(await world.Pay(36m, "A2", code: string.Join(' ', (await world.Statement()).PaymentCode.Chunk(4).Select(c => new string(c)))));
        Refused(ErrorCode.StateNotAllowed, await world.Pay(0.01m, "A3"));

        Assert.Equal((5600L, 0L), ((await world.Statement()).PaidFen, (await world.Statement()).OutstandingFen));
        Assert.Equal(("公路局工会", "PY-2026-000001"), await world.Ask(db => Task.FromResult(db.Payments.Where(p => p.Id == payment).Select(p => new ValueTuple<string, string>(p.PayerName, p.Number)).Single())));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Four_clerks_at_once_never_pay_more_than_is_owed(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);
        Done(await world.Pay(1m, "S"));

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => world.Pay(30m, $"S{i}"))));

        Assert.Single(all, o => o.Error is null);
        Assert.Equal(3100, (await world.Statement()).PaidFen);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_slip_is_entered_once_also_by_four_at_once(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Pay(10m))));

        Assert.Single(all, o => o.Error is null);
        Assert.Equal(1000, (await world.Statement()).PaidFen);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_key_pays_once(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Pay(10m, key: "once"))));

        Assert.Single(all.Select(Done).Distinct());
        Assert.Equal(1000, (await world.Statement()).PaidFen);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_wrong_payment_is_taken_back_once_and_its_slip_may_be_entered_anew(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);
        Done(await world.Pay(20m, "A0"));
        var payment = Done(await world.Pay(10m));

        Refused(ErrorCode.Invalid, await world.Reverse(payment, " "));
        Refused(ErrorCode.NotFound, await world.Reverse(payment, by: Stranger));
        Refused(ErrorCode.Forbidden, await world.Reverse(payment, by: Register));
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Reverse(payment))));
        Done(await world.Pay(12m));

        Assert.Single(all, o => o.Error is null);
        Assert.Equal([20m, 10m, -10m, 12m], (await world.Ask(db => db.Payments.OrderBy(p => p.Number).Select(p => p.AmountFen).ToListAsync())).Select(f => f / 100m));
        var back = await world.Ask(db => db.Payments.Where(p => p.ReversesId == payment).Select(p => p.Id).SingleAsync());
        Refused(ErrorCode.StateNotAllowed, await world.Reverse(back));
        Assert.Equal(3200, (await world.Statement()).PaidFen);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_another_unit_has_entered_is_refused_without_saying_where_it_stands(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);
        Done(await world.Pay(1m, "A1"));
        Done(await world.Invoice(10m));
        await TheirPapers(world, "B9", "26222000000000000777");

        string Said(Outcome outcome) => $"{outcome.Error!.Code} {outcome.Error.Chinese} {outcome.Error.English}";
        var (ownSlip, ownInvoice) = (Said(await world.Pay(1m, "A1")), Said(await world.Invoice(1m)));
        var (slip, invoice) = (Said(await world.Pay(1m, "B9")), Said(await world.Invoice(1m, number: "26222000000000000777")));

        Assert.All([ownSlip, ownInvoice, slip, invoice], s => Assert.StartsWith(nameof(ErrorCode.StateNotAllowed), s, StringComparison.Ordinal));
        Assert.Contains("PY-2026-", ownSlip, StringComparison.Ordinal);
        Assert.Contains("ST-2026-", ownInvoice, StringComparison.Ordinal);
        Assert.DoesNotContain("PY-", slip, StringComparison.Ordinal);
        Assert.DoesNotContain("ST-", invoice, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_payment_that_somebody_takes_back_between_two_reads_is_taken_back_once()
    {
        // Writers of a SQLite file stand in line.
        await using var world = await Drawn(DatabaseProvider.PostgreSql);
        Done(await world.Pay(20m, "A0"));
        var payment = Done(await world.Pay(10m));
        var other = new AfterFirstRead("payments", async () => Done(await world.Reverse(payment)));

        await using var db = world.Open(other);
        var late = await new ReversePayment.Handler(db, new Once(Leader, world.Clock, new OutboxBell()), Leader, world.Clock).Handle(new(world.Key(), payment, "银行退票"), default);

        Assert.True(other.Acted);
        Refused(ErrorCode.StateNotAllowed, late);
        Assert.Equal(2000, (await world.Statement()).PaidFen);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_went_back_after_payment_is_paid_back(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var (_, _, acceptance, line) = await world.Accepted(await world.Offer(), 10, MeasureUnit.Jin, 10, MeasureUnit.Jin);
        await world.Draw();
        Done(await world.Pay(56m));
        Done(await world.Return(acceptance, line, 4));
        await world.Draw();

        Refused(ErrorCode.StateNotAllowed, await world.Pay(22.41m, "B1"));
        Done(await world.Pay(22.40m, "B1"));

        Assert.Equal([(5600L, 5600L), (-2240L, -2240L)], (await world.Statements()).Select(s => (s.AmountFen, s.PaidFen)));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_cannot_be_a_payment_is_refused(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);
        var today = world.Clock.GetUtcNow().DayInChina();

        Refused(ErrorCode.Invalid, await world.Pay(1m, code: "20260000012"));
        Refused(ErrorCode.NotFound, await world.Pay(1m, code: PaymentCode.Of(2026, 2)));
        Refused(ErrorCode.NotFound, await world.Pay(1m, by: Stranger));
        Refused(ErrorCode.Forbidden, await world.Pay(1m, by: Register));
        Refused(ErrorCode.Invalid, await world.Pay(0m));
        Refused(ErrorCode.Invalid, await world.Pay(0.001m));
        Refused(ErrorCode.Invalid, await world.Pay(1m, day: today.AddDays(1)));
        Refused(ErrorCode.Invalid, await world.Pay(1m, day: new(2026, 5, 31)));
        Refused(ErrorCode.Invalid, await world.Pay(1m, payer: " "));
        Refused(ErrorCode.Invalid, await world.Pay(1m, slip: "A 1"));
        Refused(ErrorCode.Invalid, await world.Pay(1m, end: "12345"));
        Assert.Equal(0, (await world.Statement()).PaidFen);
    }

    [Fact]
    public void A_payment_code_finds_each_wrong_digit_and_the_pairs_that_are_swapped()
    {
        var code = PaymentCode.Of(2026, 12);

        Assert.True(PaymentCode.IsWell(code));
        Assert.Equal("20260000128", code);
        for (var i = 0; i < code.Length; i++)
        {
            var at = i;
            Assert.All("0123456789".Where(d => d != code[at]), d => Assert.False(PaymentCode.IsWell($"{code[..at]}{d}{code[(at + 1)..]}")));
        }

        Assert.False(PaymentCode.IsWell("20260000218"));
    }

    internal static async Task<World> Drawn(DatabaseProvider provider)
    {
        var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        await world.Accepted(await world.Offer(), 10, MeasureUnit.Jin, 10, MeasureUnit.Jin);
        await world.Draw();
        return world;
    }

    /// <summary>A statement of a unit that nobody here sees, with a payment and an invoice.</summary>
    private static async Task TheirPapers(World world, string slip, string invoice)
    {
        var (now, day) = (world.Clock.GetUtcNow(), world.Clock.GetUtcNow().DayInChina());
        await using var db = world.Open();
        var theirs = new Statement
        {
            Id = Guid.NewGuid(),
            Number = "ST-2026-000900",
            Serial = 2026_000900,
            SupplyUnitId = Guid.NewGuid(),
            UnitId = Other,
            Month = Month.Of(2026, 5),
            DrawnAt = now,
            PaymentCode = "20260009000",
            Sample = false,
        };
        db.Statements.Add(theirs);
        db.Payments.Add(new Payment
        {
            Id = Guid.NewGuid(),
            Number = "PY-2026-000900",
            StatementId = theirs.Id,
            AmountFen = 100,
            PaidOn = day,
            PayerName = "运输局",
            PayerAccountEnd = null,
            BankReference = slip,
            SlipKey = slip,
            ReversesId = null,
            Reason = null,
            RecordedByName = "出纳",
            RecordedAt = now,
        });
        db.Invoices.Add(new Invoice
        {
            Id = Guid.NewGuid(),
            Serial = 900,
            StatementId = theirs.Id,
            Kind = InvoiceKind.VatOrdinary,
            Number = invoice,
            IssuerCode = Issuer,
            IssuerName = "明东村合作社",
            IssuedOn = day,
            CorrectsId = null,
            FileId = null,
            RegisteredByName = "出纳",
            RegisteredAt = now,
        });
        await db.SaveChangesAsync();
    }
}
