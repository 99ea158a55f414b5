using System.Net;
using System.Security.Cryptography;
using System.Text;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.PayOrder;
using Commerce.Ordering.Retail;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Testing.Stripe;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Commerce.Ordering.Tests.Retail;

/// <summary>A counter with bags of flour at 42.50 yuan, a Stripe of our own on loopback, and the door for its messages: the real slices, the real library, a real database.</summary>
internal sealed class Counter : IAsyncDisposable
{
    public const string Secret = "whsec_first";
    public const string NextSecret = "whsec_second";

    private readonly World world;
    private readonly WebApplication host;
    private readonly HttpClient door;

    private Counter(World world, StripeStub stripe, WebApplication host, Guid flour)
    {
        this.world = world;
        this.host = host;
        Stripe = stripe;
        Flour = flour;
        door = new HttpClient { BaseAddress = new Uri(host.Urls.First()) };
    }

    public StripeStub Stripe { get; }

    public World World => world;

    public Guid Flour { get; }

    public static Guid Outlet { get; } = Guid.Parse("00000000-0000-0000-0000-0000000000aa");

    public Actor Clerk { get; } = World.Someone("柜台人员", World.Team, Capability.RetailServe);

    public FakeTimeProvider Clock => world.Clock;

    public static async Task<Counter> Open(DatabaseProvider provider = DatabaseProvider.Sqlite, decimal stock = 2000)
    {
        var world = await World.Create(provider);
        var stripe = await StripeStub.Start(world.Clock);
        var flour = await world.Offer(o => World.Bags(o) with { OutletId = Outlet, OutletKind = "SPECIALTY_COUNTER", BuyerGroup = "PUBLIC", PermittedUses = ["KIOSK"] }, stock);
        var settings = new StripeSettings
        {
            SecretKey = StripeStub.Key,
            WebhookSecrets = [Secret, NextSecret],
            ApiBase = stripe.Address,
            PublicAddress = new Uri("https://shop.example.cn"),
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var services = builder.Services;
        services.AddRouting();
        services.AddAuthorization();
        services.AddSingleton<TimeProvider>(world.Clock).AddSingleton(settings).AddSingleton<OutboxBell>();
        services.AddSingleton(new Till(settings, new HttpClient { Timeout = TimeSpan.FromSeconds(20) }));
        services.AddScoped(_ => world.Open()).AddScoped(_ => Actor.Anonymous).AddScoped<Once>();
        services.AddScoped<SettleSale>().AddScoped<GiveBack>().AddScoped<SettleSales>().AddScoped<StartSale.Handler>().AddScoped<PaySale.Handler>();
        var host = builder.Build();
        StripeDoor.Map(host);
        await host.StartAsync();
        return new(world, stripe, host, flour);
    }

    public async Task<T> Ask<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public static string Key() => Guid.NewGuid().ToString();

    public Task<Outcome> Start(decimal bags = 2, string? key = null, Guid? offer = null, MeasureUnit unit = MeasureUnit.Bag) =>
        Ask((StartSale.Handler h) => h.Handle(new(key ?? Key(), Outlet, [new(offer ?? Flour, new(bags, unit))]), default));

    /// <summary>A sale whose page stands open at Stripe.</summary>
    public async Task<RetailSale> Started(decimal bags = 2) => await Sale(World.Done(await Start(bags)));

    /// <summary>A sale that is paid, and known to be.</summary>
    public async Task<RetailSale> Paid(decimal bags = 2)
    {
        var sale = await Started(bags);
        await Stripe.Pay(sale.SessionId!);
        await Pay(sale.Id);
        return await Sale(sale.Id);
    }

    public Task<Outcome> Pay(Guid sale)
    {
        // The breath between two questions isn't what these tests are about.
        return Ask((SettleSale s) => s.Look(sale, default)).ContinueWith(_ => new Outcome(sale, null, false), TaskScheduler.Default);
    }

    /// <summary>An employee's own order that was weighed and signed for; 5.60 yuan a jin.</summary>
    public async Task<(Guid Order, Guid Acceptance, Guid Line)> OwnOrder(decimal net = 10, Actor? by = null)
    {
        Rice ??= await world.Offer(o => o with { BuyerGroup = "STAFF_WELFARE" }, 100_000);
        var order = World.Done(await world.Order([(Rice.Value, 10, MeasureUnit.Jin)], purpose: PurchasePurpose.Personal, by: by));
        World.Done(await world.Decide(order));
        World.Done(await world.Confirm(order));
        var delivery = World.Done(await world.Dispatch(order, (0, 10, MeasureUnit.Jin, null)));
        var line = (await world.LineIds(order))[0];
        var acceptance = World.Done(await world.Weigh(delivery, [World.Net(line, net)]));
        World.Done(await world.Sign(acceptance));
        return (order, acceptance, line);
    }

    public Guid? Rice { get; private set; }

    public Task<Outcome> PayOrder(Guid order, Actor? by = null, string? key = null, bool offered = true) => Ask(async (SettleSale settle) =>
    {
        await using var db = world.Open();
        var actor = by ?? world.Buyer;
        var settings = offered ? host.Services.GetRequiredService<StripeSettings>() : new StripeSettings();
        return await new StartPayment.Handler(db, new Once(actor, Clock, new OutboxBell()), actor, Clock, settings, settle).Handle(new(key ?? Key(), order), default);
    });

    /// <summary>An own order whose page was paid on, and known to be.</summary>
    public async Task<(Guid Order, Guid Acceptance, Guid Line, RetailSale Sale)> OwnOrderPaid(decimal net = 10)
    {
        var (order, acceptance, line) = await OwnOrder(net);
        var sale = await Sale(World.Done(await PayOrder(order)));
        await Stripe.Pay(sale.SessionId!);
        await Pay(sale.Id);
        return (order, acceptance, line, await Sale(sale.Id));
    }

    /// <summary>What the buyer sees on the order's page.</summary>
    public Task<OwnPayment?> Owed(Guid order, Actor? by = null, bool offered = true) =>
        world.Ask(db => new ReadOwnPayment(db, by ?? world.Buyer, offered ? host.Services.GetRequiredService<StripeSettings>() : new StripeSettings()).Of(order, default));

    public Task<IReadOnlyList<Platform.Modules.Todo>> Unpaid(Actor? by = null, bool offered = true) =>
        world.Ask(db => new ReadOwnPayment(db, by ?? world.Buyer, offered ? host.Services.GetRequiredService<StripeSettings>() : new StripeSettings()).Unpaid(default));

    public Task<IReadOnlyList<Commerce.Ordering.Statements.SettlementFault>> Faults() => world.Ask(db => new Commerce.Ordering.Statements.CheckSettlement(db).Read(default));

    public Task<bool> TheClock() => Ask(async (SettleSales work) =>
    {
        await work.Run(default);
        return true;
    });

    public Task<Outcome> HandOver(Guid sale, string code, Actor? by = null) =>
        world.Do(by ?? Clerk, (db, once, actor) => new HandOverSale.Handler(db, once, actor, Clock).Handle(new(Key(), sale, code), default));

    public Task<Outcome> Refund(Guid sale, decimal? yuan = null, Actor? by = null, string reason = "买错了", string? key = null) => Ask(async (GiveBack giveBack) =>
    {
        await using var db = world.Open();
        var actor = by ?? Clerk;
        return await new RefundSale.Handler(db, new Once(actor, Clock, new OutboxBell()), actor, Clock, host.Services.GetRequiredService<StripeSettings>(), giveBack)
            .Handle(new(key ?? Key(), sale, yuan is { } amount ? new(amount, "CNY") : null, reason), default);
    });

    public async Task<RetailSale> Sale(Guid id)
    {
        await using var db = world.Open();
        return await db.RetailSales.AsNoTracking().Include(s => s.Lines).Include(s => s.Refunds).AsSplitQuery().SingleAsync(s => s.Id == id);
    }

    public async Task<List<StripeEvent>> Messages()
    {
        await using var db = world.Open();
        return await db.StripeEvents.AsNoTracking().OrderBy(e => e.Id).ToListAsync();
    }

    /// <summary>Reads until a message has been worked on: the door answers before it asks Stripe.</summary>
    public async Task<RetailSale> Until(Guid sale, RetailState state)
    {
        for (var i = 0; i < 200; i++)
        {
            if (await Sale(sale) is { } now && now.State == state)
            {
                return now;
            }

            await Task.Delay(10);
        }

        return await Sale(sale);
    }

    public async Task<HttpStatusCode> Send(string body, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, StripeDoor.Path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature is not null)
        {
            request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        }

        using var answer = await door.SendAsync(request);
        return answer.StatusCode;
    }

    /// <summary>For races, where it is not the signature that is judged.</summary>
    public string Sign(string body, string secret = Secret)
    {
        var at = Clock.GetUtcNow().ToUnixTimeSeconds();
        return $"t={at},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{at}.{body}")))}";
    }

    public async ValueTask DisposeAsync()
    {
        door.Dispose();
        await host.DisposeAsync();
        await Stripe.DisposeAsync();
        await world.DisposeAsync();
    }
}
