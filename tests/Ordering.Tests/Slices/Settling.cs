using Commerce.Ordering.Domain;
using Commerce.Ordering.Invoices;
using Commerce.Ordering.Payments;
using Commerce.Ordering.Statements;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using static Commerce.Ordering.Tests.World;

namespace Commerce.Ordering.Tests.Slices;

/// <summary>Statements, invoices and payments in the world of the tests.</summary>
internal static class Settling
{
    /// <summary>GB 32100's own shape: the last place checks the others.</summary>
    public const string Issuer = "91220101MA00000013";

    public static readonly Actor Leader = Someone("单位负责人", Unit, Capability.StatementConfirm, Capability.PaymentWrite);
    public static readonly Actor Register = Someone("采购员", Unit, Capability.InvoiceWrite);
    public static readonly Actor Seller = Someone("驻村队员", Team, Capability.OrderSupply, Capability.StatementConfirm, Capability.InvoiceWrite);
    public static readonly Actor Stranger = Someone("外单位", Other, Capability.StatementConfirm, Capability.InvoiceWrite, Capability.PaymentWrite);

    /// <summary>The first of the next month, some minutes later: months that are over are drawn up.</summary>
    public static async Task Draw(this World world)
    {
        var day = world.Clock.GetUtcNow().DayInChina();
        world.Clock.SetUtcNow(new DateOnly(day.Year, day.Month, 1).AddMonths(1).StartInChina().AddMinutes(5));
        await world.DrawNow();
    }

    public static async Task DrawNow(this World world)
    {
        await using var db = world.Open();
        await new DrawStatements(db, world.Clock, new OutboxBell(), NullLogger<DrawStatements>.Instance).Run(default);
    }

    public static Task<List<Statement>> Statements(this World world) =>
        world.Ask(db => db.Statements.AsNoTracking().Include(s => s.Lines.OrderBy(l => l.Position)).Include(s => s.Differences).OrderBy(s => s.Serial).ToListAsync());

    public static async Task<Statement> Statement(this World world) => (await world.Statements())[^1];

    public static async Task<Outcome> ConfirmStatement(this World world, Actor by, int? version = null)
    {
        var s = await world.Statement();
        return await world.Do(by, (db, once, actor) => new ConfirmStatement.Handler(db, once, actor, world.Clock).Handle(new(world.Key(), s.Id, version ?? s.Version), default));
    }

    public static async Task<Outcome> Raise(this World world, Actor by, decimal? amount = null, string reason = "少了一袋", int line = 0)
    {
        var s = await world.Statement();
        return await world.Do(by, (db, once, actor) => new RaiseDifference.Handler(db, once, actor, world.Clock).Handle(
            new(world.Key(), s.Id, s.Lines[line].Id, amount is { } yuan ? new(yuan, "CNY") : null, reason), default));
    }

    public static async Task<Outcome> Answer(this World world, Actor by, string answer = "已补发")
    {
        var s = await world.Statement();
        return await world.Do(by, (db, once, actor) => new AnswerDifference.Handler(db, once, actor, world.Clock).Handle(new(world.Key(), s.Differences[^1].Id, answer), default));
    }

    public static async Task<Outcome> Invoice(
        this World world, decimal gross, decimal? rate = null, decimal? tax = null, InvoiceKind kind = InvoiceKind.VatOrdinary, string number = "26222000000000000001",
        Guid? corrects = null, string issuer = Issuer, Actor? by = null, OrderingOptions? options = null, DateOnly? issuedOn = null, Guid? statement = null, string? key = null)
    {
        var id = statement ?? (await world.Statement()).Id;
        var day = issuedOn ?? world.Clock.GetUtcNow().DayInChina();
        return await world.Do(by ?? Register, (db, once, actor) => new RegisterInvoice.Handler(db, once, actor, world.Clock, options ?? new OrderingOptions(), null!).Handle(
            new(key ?? world.Key(), id, kind, number, issuer, "明东村合作社", day, [new(rate, new(gross, "CNY"), tax is { } t ? new(t, "CNY") : null)], corrects, null), default));
    }

    public static async Task<Outcome> Pay(
        this World world, decimal amount, string slip = "A1", Actor? by = null, string? code = null, DateOnly? day = null, string payer = "公路局机关食堂", string? end = "1234", string? key = null)
    {
        var used = code ?? (await world.Statement()).PaymentCode;
        return await world.Do(by ?? Leader, (db, once, actor) => new RecordPayment.Handler(db, once, actor, world.Clock).Handle(
            new(key ?? world.Key(), used, new(amount, "CNY"), day ?? world.Clock.GetUtcNow().DayInChina(), payer, end, slip), default));
    }

    public static Task<Outcome> Reverse(this World world, Guid payment, string reason = "银行退票", Actor? by = null) =>
        world.Do(by ?? Leader, (db, once, actor) => new ReversePayment.Handler(db, once, actor, world.Clock).Handle(new(world.Key(), payment, reason), default));

    public static Task<Outcome> Term(this World world, int days, TermStart start, Actor? by = null, string contract = "2026-采-7") =>
        world.Do(by ?? Leader, (db, once, actor) => new SetPaymentTerm.Handler(db, once, actor, world.Clock).Handle(new(world.Key(), Unit, Team, days, start, contract), default));
}
