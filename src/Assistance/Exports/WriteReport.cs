using System.Text.Json;
using Commerce.Assistance.Domain;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.Totals;
using Commerce.Platform.Documents;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Assistance.Exports;

/// <summary>A report as its asker would have it, seeing what they could see when they asked.</summary>
internal sealed class WriteReport(IServiceScopeFactory scopes)
{
    public async Task<Result<PaperTable>> Of(LedgerExport export, CancellationToken ct)
    {
        var units = JsonSerializer.Deserialize<List<Guid>>(export.Units)!;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor =
            new(export.ById, export.ByName, units, new Dictionary<string, IReadOnlyCollection<Guid>> { [Capability.AssistanceRead] = units });
        var read = await scope.ServiceProvider.GetRequiredService<ReadSheet>().Totals(LedgerAddress.Read(export.Address, export.RequestedAt.DayInChina().Year), ct);
        return read.Error is { } refused ? refused : read.Value with { Rows = [.. read.Value.Rows], Mark = export.Mark };
    }
}
