using System.Globalization;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Invoices;
using Commerce.Ordering.Payments;
using Commerce.Ordering.Statements;
using Commerce.Platform.Files;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Modules;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Commerce.Ordering.Sample;

/// <summary>示例数据: the statements of the sample year. The older ones are confirmed, invoiced and paid; of the last four one is disputed, one paid in part, and two wait.</summary>
internal static class SampleStatements
{
    private const int Waiting = 4;

    // Made up: its check digit fits, nobody has it.
    private const string Issuer = "93222400MA0000002R";

    public static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OrderingDbContext>();
        var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        var bell = scope.ServiceProvider.GetRequiredService<OutboxBell>();
        await new DrawStatements(db, clock, bell, scope.ServiceProvider.GetRequiredService<ILogger<DrawStatements>>()).Run(ct);
        if (await db.Statements.AnyAsync(s => s.SupplierAt != null, ct))
        {
            return;
        }

        var options = scope.ServiceProvider.GetRequiredService<OrderingOptions>();
        var files = scope.ServiceProvider.GetRequiredService<FileStore>();
        var statements = await db.Statements.AsNoTracking().Where(s => s.Sample).Include(s => s.Lines.OrderBy(l => l.Position)).OrderBy(s => s.Month).ThenBy(s => s.Serial).ToListAsync(ct);
        var names = await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        foreach (var (statement, at) in statements.Select((s, i) => (s, i)))
        {
            var unit = names.GetValueOrDefault(statement.UnitId, "");
            var (leader, supplier) = (Person(unit, statement.UnitId, "负责人"), Person("包保帮扶工作队", statement.SupplyUnitId, "驻村队员"));
            Once Once(Actor actor) => new(actor, clock, bell);
            string Key(string step) => $"sample-{statement.Number}-{step}";
            var left = statements.Count - at;
            if (left <= Waiting)
            {
                if (left == Waiting)
                {
                    Made(await new RaiseDifference.Handler(db, Once(leader), leader, clock).Handle(
                        new(Key("difference"), statement.Id, statement.Lines[0].Id, new AskedMoney(1m, "CNY"), "包装与约定不符，请核对（示例）"), ct));
                }
                else if (left == Waiting - 1)
                {
                    await Pay(Math.Max(1, statement.AmountFen / 2));
                }

                continue;
            }

            Made(await new ConfirmStatement.Handler(db, Once(supplier), supplier, clock).Handle(new(Key("supplier"), statement.Id, 1), ct));
            Made(await new ConfirmStatement.Handler(db, Once(leader), leader, clock).Handle(new(Key("unit"), statement.Id, 2), ct));
            var byRate = statement.Lines.GroupBy(l => l.TaxBasisPoints).Select(g => (Rate: g.Key / 100m, Fen: g.Sum(l => l.AmountFen))).ToList();
            if (byRate.TrueForAll(r => r.Fen > 0 && options.TaxRates.Has(r.Rate, clock.GetUtcNow().DayInChina())))
            {
                Made(await new RegisterInvoice.Handler(db, Once(supplier), supplier, clock, options, files).Handle(
                    new(
                        Key("invoice"), statement.Id, InvoiceKind.VatOrdinary, (26_222_000_000_000_000_000m + at).ToString(CultureInfo.InvariantCulture), Issuer, "明东村股份经济合作社（示例）",
                        clock.GetUtcNow().DayInChina(), [.. byRate.Select(r => new RegisterInvoice.Line(r.Rate, new AskedMoney(r.Fen / 100m, "CNY"), null))], null, null),
                    ct));
            }

            await Pay(statement.AmountFen);

            async Task Pay(long fen)
            {
                if (fen > 0)
                {
                    Made(await new RecordPayment.Handler(db, Once(leader), leader, clock).Handle(
                        new(Key("payment"), statement.PaymentCode, new AskedMoney(fen / 100m, "CNY"), clock.GetUtcNow().DayInChina(), $"{unit}（示例）", null, $"SAMPLE{statement.PaymentCode}"), ct));
                }
            }
        }
    }

    private static Actor Person(string unitName, Guid unit, string role) => new(
        SampleId.Of("user", $"{unitName}{role}"),
        $"{unitName}{role}（示例）",
        [unit],
        new[] { Capability.OrderRead, Capability.OrderSupply, Capability.StatementConfirm, Capability.InvoiceWrite, Capability.PaymentWrite }
            .ToDictionary(c => c, _ => (IReadOnlyCollection<Guid>)[unit]));

    private static void Made(Outcome outcome)
    {
        if (outcome.Error is { } refused)
        {
            throw new InvalidOperationException($"The sample statement was refused: {refused.English}");
        }
    }
}
