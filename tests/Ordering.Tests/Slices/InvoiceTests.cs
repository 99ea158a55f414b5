using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Modules;
using Commerce.SharedKernel;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Xunit;
using static Commerce.Ordering.Tests.Slices.Settling;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

public sealed class InvoiceTests
{
    private const string Second = "26222000000000000002";

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Invoices_come_to_what_was_accepted_and_not_beyond(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);

        Done(await world.Invoice(50m));
        Refused(ErrorCode.StateNotAllowed, await world.Invoice(6.01m, number: Second));
        Done(await world.Invoice(6.01m, number: Second, options: new() { InvoiceTolerance = Money.Of(0.01m) }));

        Assert.Equal(5601, (await world.Statement()).InvoicedFen);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Exempt_is_not_nought_per_cent(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);

        Refused(ErrorCode.Invalid, await world.Invoice(10m, rate: 0));
        Refused(ErrorCode.Invalid, await world.Invoice(10m, tax: 0m));
        Refused(ErrorCode.Invalid, await world.Invoice(10m, kind: InvoiceKind.VatSpecial));
        Refused(ErrorCode.Invalid, await world.Invoice(10m, rate: 9, kind: InvoiceKind.Purchase));
        var invoice = Done(await world.Invoice(10m, kind: InvoiceKind.Purchase));

        var row = await Read(world, invoice);
        Assert.Equal((1000L, null, (int?)null, null), (row.TotalFen, row.TaxFen, row.Lines[0].TaxBasisPoints, row.Lines[0].TaxFen));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Tax_is_worked_out_of_the_gross_and_the_printed_one_must_fit(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);

        Refused(ErrorCode.Invalid, await world.Invoice(10.03m, rate: 9, tax: 0.85m, kind: InvoiceKind.VatSpecial));
        var printed = Done(await world.Invoice(10.03m, rate: 9, tax: 0.82m, kind: InvoiceKind.VatSpecial));
        var computed = Done(await world.Invoice(10.03m, rate: 9, kind: InvoiceKind.VatSpecial, number: Second));

        Assert.Equal((82L, 83L), ((await Read(world, printed)).TaxFen, (await Read(world, computed)).TaxFen));
    }

    [Theory]
    [InlineData(109_00, 900, 9_00)]
    [InlineData(10_03, 900, 83)]
    [InlineData(1_01, 100, 1)]
    [InlineData(50, 100, 0)]
    [InlineData(51, 100, 1)]
    [InlineData(113, 1300, 13)]
    public void Tax_in_a_gross_amount_is_rounded_once_half_away_from_zero(long gross, int basisPoints, long tax) => Assert.Equal(tax, Invoice.TaxWithin(gross, basisPoints));

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_rate_holds_on_its_days_only(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);
        var options = new OrderingOptions { TaxRates = new([new(9, new(2026, 7, 1), null), new(10, new(2018, 5, 1), new(2026, 6, 30))]) };

        Refused(ErrorCode.Invalid, await world.Invoice(1m, rate: 10, options: options));
        Refused(ErrorCode.Invalid, await world.Invoice(1m, rate: 9, options: options, issuedOn: new(2026, 6, 30)));
        Done(await world.Invoice(1m, rate: 10, options: options, issuedOn: new(2026, 6, 30)));
        Done(await world.Invoice(1m, rate: 9, options: options, number: Second));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_number_is_entered_once_per_issuer_also_by_four_at_once(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);

        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Invoice(10m))));

        Assert.Single(all, o => o.Error is null);
        Assert.All(all.Where(o => o.Error is not null), o => Refused(ErrorCode.StateNotAllowed, o));
        Done(await world.Invoice(10m, issuer: "122200004123456787"));
        Assert.Equal(2000, (await world.Statement()).InvoicedFen);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_red_invoice_takes_back_an_earlier_one_and_no_more_of_it(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);
        var blue = Done(await world.Invoice(40m, rate: 9));

        Refused(ErrorCode.Invalid, await world.Invoice(1m, rate: 9, kind: InvoiceKind.CreditNote, number: Second));
        Refused(ErrorCode.Invalid, await world.Invoice(1m, rate: 9, corrects: blue, number: Second));
        Refused(ErrorCode.Invalid, await world.Invoice(1m, kind: InvoiceKind.CreditNote, corrects: blue, number: Second));
        Refused(ErrorCode.Invalid, await world.Invoice(40.01m, rate: 9, kind: InvoiceKind.CreditNote, corrects: blue, number: Second));
        Refused(ErrorCode.NotFound, await world.Invoice(1m, rate: 9, kind: InvoiceKind.CreditNote, corrects: Guid.NewGuid(), number: Second));
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => world.Invoice(30m, rate: 9, kind: InvoiceKind.CreditNote, corrects: blue, number: $"2622200000000000010{i}"))));

        Assert.Single(all, o => o.Error is null);
        var red = await Read(world, all.Single(o => o.Error is null).Id!.Value);
        Assert.Equal((-3000L, -248L, 1000L), (red.TotalFen, red.TaxFen, (await world.Statement()).InvoicedFen));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Goods_that_went_back_a_month_later_have_their_red_invoice_there(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        var (_, _, acceptance, line) = await world.Accepted(await world.Offer(), 10, MeasureUnit.Jin, 10, MeasureUnit.Jin);
        await world.Draw();
        var blue = Done(await world.Invoice(56m));
        Done(await world.Return(acceptance, line, 4));
        await world.Draw();

        Refused(ErrorCode.StateNotAllowed, await world.Invoice(22.41m, kind: InvoiceKind.CreditNote, corrects: blue, number: Second));
        Done(await world.Invoice(22.40m, kind: InvoiceKind.CreditNote, corrects: blue, number: Second));

        Assert.All(await world.Statements(), s => Assert.Equal(s.AmountFen, s.InvoicedFen));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_cannot_be_an_invoice_is_refused(DatabaseProvider provider)
    {
        await using var world = await Drawn(provider);

        Refused(ErrorCode.Invalid, await world.Invoice(10m, number: "123"));
        Refused(ErrorCode.Invalid, await world.Invoice(10m, number: "2622200000000000000A"));
        Refused(ErrorCode.Invalid, await world.Invoice(10m, issuer: "91220101MA00000014"));
        Refused(ErrorCode.Invalid, await world.Invoice(10m, issuedOn: world.Clock.GetUtcNow().DayInChina().AddDays(1)));
        Refused(ErrorCode.Invalid, await world.Invoice(0m));
        Refused(ErrorCode.Invalid, await world.Invoice(1.001m));
        Refused(ErrorCode.NotFound, await world.Invoice(10m, by: Stranger));
        Refused(ErrorCode.Forbidden, await world.Invoice(10m, by: Leader));
        Assert.Equal(0, (await world.Statement()).InvoicedFen);
    }

    [Theory]
    [InlineData("Commerce:Ordering:InvoiceTolerance", "-1")]
    [InlineData("Commerce:Ordering:InvoiceTaxTolerance", "0.001")]
    [InlineData("Commerce:Ordering:TaxRates:0:Percent", "0")]
    public void A_wrong_setting_is_named(string key, string value)
    {
        var wrong = Assert.Throws<WrongSettingException>(() => OrderingOptions.From(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build()));

        Assert.Contains(key, wrong.Message, StringComparison.Ordinal);
    }

    private static Task<Invoice> Read(World world, Guid id) => world.Ask(db => db.Invoices.AsNoTracking().SingleAsync(i => i.Id == id));

    private static async Task<World> Drawn(DatabaseProvider provider)
    {
        var world = await World.Create(provider);
        Done(await world.Budget(10_000m));
        await world.Accepted(await world.Offer(), 10, MeasureUnit.Jin, 10, MeasureUnit.Jin);
        await world.Draw();
        return world;
    }
}
