using Commerce.Platform.Modules;

namespace Commerce.Host.Doctoring;

/// <summary>Looks at everything that running well depends on and says in plain words what to do. It changes nothing, and may look beside a running server.</summary>
internal sealed class Doctor(IServiceProvider services, HostSettings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>All findings, in the order in which one would repair.</summary>
    public async Task<IReadOnlyList<Finding>> Look(CancellationToken ct)
    {
        var databases = new DatabaseChecks(services, settings.Database);
        var flow = new FlowChecks(services, settings.Messaging);
        List<Finding> findings = [new(Verdict.Good, "settings", "The settings can be read.")];
        findings.AddRange(await Try("disk", new PlaceChecks(settings.Database).Disk, ct));
        findings.AddRange(await Try("broker", flow.Broker, ct));
        var reached = await Try("database", databases.Reachable, ct);
        findings.AddRange(reached);
        if (reached.All(f => f.Verdict == Verdict.Good))
        {
            var migrated = await Try("migrations", databases.Migrated, ct);
            findings.AddRange(migrated);
            if (migrated.All(f => f.Verdict == Verdict.Good))
            {
                findings.AddRange(await Try("durability", databases.Durable, ct));
                findings.AddRange(await Try("integrity", databases.Whole, ct));
                findings.AddRange(await Try("files", databases.Files, ct));
                findings.AddRange(await Try("clock", databases.Clock, ct));
                findings.AddRange(await Try("keys", flow.Keys, ct));
                findings.AddRange(await Try("events", flow.Backlog, ct));
                findings.AddRange(await Try("ledger", flow.Ledger, ct));
                findings.AddRange(await Try("settlement", flow.Settlement, ct));
                findings.AddRange(await Try("retail", flow.Retail, ct));
            }
        }

        return findings;
    }

    /// <summary>What the program ends with.</summary>
    public static int ExitCode(IReadOnlyList<Finding> findings) => findings.Max(f => f.Verdict) switch
    {
        Verdict.Good or Verdict.Look => ExitCodes.Good,
        Verdict.Bad => ExitCodes.WrongSetting,
        Verdict.Violated => ExitCodes.Violated,
    };

    private static async Task<IReadOnlyList<Finding>> Try(string check, Func<CancellationToken, Task<IReadOnlyList<Finding>>> look, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(check is "integrity" or "files" or "ledger" or "settlement" ? TimeSpan.FromHours(1) : Patience);
        try
        {
            return await look(limit.Token);
        }
        catch (WrongSettingException wrong)
        {
            return [new(Verdict.Bad, check, wrong.Message)];
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Whatever it was, it is a finding: the other checks go on.
            return [new(Verdict.Bad, check, $"Couldn't look: {e.GetBaseException().Message}")];
        }
    }
}
