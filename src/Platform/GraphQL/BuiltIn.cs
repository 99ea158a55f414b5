using Commerce.Platform.Databases;
using Commerce.Platform.Parked;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Platform.GraphQL;

/// <summary>The house's own part of the schema: values, refusals, nodes, the event backlog.</summary>
internal static class BuiltIn
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(BuiltIn).Assembly, "platform.graphql");
        graph.Type<Money>("Money").Field("amount", m => m.ToString()).Field("currency", _ => "CNY").Field("fractionDigits", _ => 2);
        graph.Type<UnitPrice>("UnitPrice")
            .Field("amount", p => p.Amount.ToString("0.00##", System.Globalization.CultureInfo.InvariantCulture))
            .Field("currency", _ => "CNY")
            .Field("per", p => p.Per);
        graph.Type<MeasureUnit>("MeasureUnit")
            .Field("code", u => u)
            .Field("name", (u, ask) => u.Name(ask.Chinese))
            .Field("dimension", u => u.Dimension())
            .Field("toBase", u => (decimal)u.ToBase());
        graph.Type<Quantity>("Quantity");
        graph.Type<PageInfo>("PageInfo");
        graph.ErrorType(ErrorCode.VersionStale, "VersionStaleError");
        graph.ErrorField("VersionStaleError", "currentVersion", (e, _) => int.Parse(e.Facts!["currentVersion"], System.Globalization.CultureInfo.InvariantCulture));

        graph.Query("node", ask => Node(graph, ask, ask.Arg<string>("id")));
        graph.Query("nodes", ask => Nodes(graph, ask));
        graph.Type<BacklogView>("EventBacklog");
        graph.Type<ParkedEvent>("ParkedEvent").Node("pev", LoadParked);
        graph.Query("eventBacklog", async ask => await ask.Service<ReadBacklog>().Read(ask.Cancel));
        graph.Mutation<ParkedEventReplay.Input>("parkedEventReplay", "pev", (ask, input) => ask.Service<ParkedEventReplay.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<DismissParkedEvent.Input>("parkedEventDismiss", "pev", (ask, input) => ask.Service<DismissParkedEvent.Handler>().Handle(input, ask.Cancel));
    }

    /// <summary>The fields that every refusal has.</summary>
    public static GraphBuilder.Resolver? ErrorSource(string field) => field switch
    {
        "code" => (source, _) => ((Error)source!).Code,
        "message" => (source, ask) => ((Error)source!).Text(ask.Chinese),
        "path" => (source, _) => ((Error)source!).Path,
        _ => null,
    };

    private static Task<object?> Node(GraphBuilder graph, Ask ask, string? id) => Task.FromResult(
        NodeId.TrySplit(id, out var prefix, out var key) && graph.Nodes.ContainsKey(prefix) ? NodeBatches.Load(graph, ask, prefix, key) : null);

    private static async Task<object?> Nodes(GraphBuilder graph, Ask ask)
    {
        var ids = ask.Arg<IReadOnlyList<string>>("ids")!;
        if (ids.Count > PageRequest.Largest)
        {
            throw GraphErrors.Invalid(ask.Actor, $"一次最多查 {PageRequest.Largest} 个编号。", $"Ask for at most {PageRequest.Largest} ids at once.");
        }

        var split = ids.Select(id => NodeId.TrySplit(id, out var prefix, out var key) ? (prefix, key) : (prefix: "", key: Guid.Empty)).ToList();
        var found = new Dictionary<(string, Guid), object>();
        foreach (var kind in split.Where(s => graph.Nodes.ContainsKey(s.prefix)).GroupBy(s => s.prefix))
        {
            foreach (var (key, node) in await graph.Nodes[kind.Key].Load(ask, [.. kind.Select(k => k.key).Distinct()]))
            {
                found[(kind.Key, key)] = node;
            }
        }

        return split.Select(s => found.GetValueOrDefault((s.prefix, s.key))).ToList();
    }

    private static async Task<IReadOnlyDictionary<Guid, ParkedEvent>> LoadParked(Ask ask, IReadOnlyCollection<Guid> ids) =>
        ask.Actor.Can(People.Capability.EventsOperate)
            ? await ask.Service<PlatformDbContext>().Parked.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ask.Cancel)
            : new Dictionary<Guid, ParkedEvent>();
}
