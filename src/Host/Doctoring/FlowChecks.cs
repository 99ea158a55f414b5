using Commerce.Assistance.Rebuild;
using Commerce.Ordering.Data;
using Commerce.Ordering.Retail;
using Commerce.Ordering.Statements;
using Commerce.Platform.Databases;
using Commerce.Platform.Outbox;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using RabbitMQ.Client;

namespace Commerce.Host.Doctoring;

/// <summary>What flows between the modules, and what it adds up to.</summary>
internal sealed class FlowChecks(IServiceProvider services, MessagingOptions messaging)
{
    private const int OldSeconds = 60;
    private const int Looks = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<Finding>> Broker(CancellationToken ct)
    {
        if (messaging.Transport == MessagingTransport.InMemory)
        {
            return [new(Verdict.Good, "broker", "None is used: events travel inside the process.")];
        }

        var broker = messaging.RabbitMq;
        var factory = new ConnectionFactory
        {
            HostName = broker.Host,
            Port = broker.Port,
            UserName = broker.User,
            Password = broker.Password,
            VirtualHost = broker.VirtualHost,
            RequestedConnectionTimeout = Patience,
            AutomaticRecoveryEnabled = false,
        };
        try
        {
            await using var connection = await factory.CreateConnectionAsync(ct);
            return [new(Verdict.Good, "broker", $"RabbitMQ at {broker.Host}:{broker.Port} lets us in.")];
        }
        catch (Exception e) when (e is RabbitMQ.Client.Exceptions.RabbitMQClientException or IOException or System.Net.Sockets.SocketException)
        {
            return [new(Verdict.Bad, "broker", $"RabbitMQ at {broker.Host}:{broker.Port} doesn't let us in ({e.GetBaseException().Message}). Start it, or correct Commerce:Messaging:RabbitMq. Until then orders go on and their events wait in the database.")];
        }
    }

    public Task<IReadOnlyList<Finding>> Keys(CancellationToken ct)
    {
        var keys = services.GetRequiredService<IKeyManager>().GetAllKeys();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var usable = keys.Where(k => !k.IsRevoked && k.ExpirationDate > now).ToList();
        return Task.FromResult<IReadOnlyList<Finding>>(
        [
            keys.Count == 0 ? new(Verdict.Look, "keys", "There are no data-protection keys yet: the first sign-in makes one. If people had signed in here, their sessions are lost.")
                : usable.Any(k => k.CreateEncryptor() is not null) ? new(Verdict.Good, "keys", $"{keys.Count} data-protection keys, {usable.Count} in force, readable.")
                : new(Verdict.Look, "keys", $"{keys.Count} data-protection keys, none in force: the next start makes one."),
        ]);
    }

    public async Task<IReadOnlyList<Finding>> Backlog(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        await services.GetRequiredService<Arrivals>().Look(scope.ServiceProvider.GetRequiredService<PlatformDbContext>(), ct);
        var state = await scope.ServiceProvider.GetRequiredService<Backlog>().Read(ct);
        return
        [
            state.OldestSeconds > OldSeconds
                ? new(Verdict.Bad, "events", $"{state.Pending} events wait, the oldest for {state.OldestSeconds} seconds: totals are behind. Is a host with the roles Outbox and Consumers running, and the broker?")
                : new(Verdict.Good, "events", $"{state.Pending} events are under way, the oldest for {state.OldestSeconds} seconds."),
            state.Parked > 0
                ? new(Verdict.Look, "parked", $"{state.Parked} events are parked and don't count. Read their reasons in the API (eventBacklog) and replay what was only early (parkedEventReplay); those of a time before a restore are put aside with a reason (parkedEventDismiss).")
                : new(Verdict.Good, "parked", "No event is parked."),
        ];
    }

    public async Task<IReadOnlyList<Finding>> Ledger(CancellationToken ct)
    {
        // Rows may be written while we read them: what is really wrong is still wrong at the next look.
        var (broken, differences) = await Read(ct);
        for (var again = 0; again < Looks && (broken is not null || differences.Count > 0); again++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
            (broken, differences) = await Read(ct);
        }

        return
        [
            broken is null ? new(Verdict.Good, "ledger", "Every row of the ledger is as it was written.")
                : new(Verdict.Violated, "ledger", $"The ledger's chain breaks: {broken}. Somebody changed it behind the program. Keep the database as it is and compare with a backup."),
            differences.Count == 0 ? new(Verdict.Good, "totals", "The kept totals are the sums of the ledger's rows.")
                : new(Verdict.Violated, "totals", $"{differences.Count} kept totals aren't the sums of their rows, the first {differences[0].Key}. Keep the database as it is and report it."),
        ];
    }

    public async Task<IReadOnlyList<Finding>> Settlement(CancellationToken ct)
    {
        // Papers come in while we sum them up: only what gapes by the same amount at every look is really wrong.
        var faults = await Faults(ct);
        for (var again = 0; again < Looks && faults.Count > 0; again++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), ct);
            var standing = (await Faults(ct)).Select(f => (f.Thing, f.Gap)).ToHashSet();
            faults = [.. faults.Where(f => standing.Contains((f.Thing, f.Gap)))];
        }

        return
        [
            faults.Count == 0 ? new(Verdict.Good, "settlement", "Orders, acceptances, statements, invoices and payments agree to the fen.")
                : new(Verdict.Violated, "settlement", $"{faults.Count} sums don't agree, the first {faults[0].Thing}: {faults[0].Kept} is kept, its parts come to {faults[0].Summed}. Keep the database as it is and report it."),
        ];
    }

    public async Task<IReadOnlyList<Finding>> Retail(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var (unclear, parked) = await RetailTrouble.Read(scope.ServiceProvider.GetRequiredService<OrderingDbContext>(), ct);
        return
        [
            unclear + parked == 0 ? new(Verdict.Good, "retail", "No payment of a traveller waits for a person.")
                : new(Verdict.Look, "retail", $"{unclear} sales got money that doesn't fit (see /retail), {parked} messages of Stripe are of no sale here (table stripe_events; does another program share the account?)."),
        ];
    }

    private async Task<IReadOnlyList<SettlementFault>> Faults(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CheckSettlement>().Read(ct);
    }

    private async Task<(Assistance.Domain.LedgerFault? Broken, IReadOnlyList<TotalsDifference> Differences)> Read(CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return ((await scope.ServiceProvider.GetRequiredService<ProveLedger>().Read(null, ct)).Fault, await scope.ServiceProvider.GetRequiredService<CheckTotals>().Differences(ct));
    }
}
