using Commerce.Ordering.Budgets;
using Commerce.Ordering.Data;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Propose;
using Commerce.Ordering.Stations;
using Commerce.Ordering.Weigh;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.GraphQL;

/// <summary>A proposal as the API shows it.</summary>
internal sealed record ProposalView(Money Freight, string Note, string By, bool Taken);

/// <summary>A station as the API shows it.</summary>
internal sealed record StationView(DeliveryStation Station) : IHaveId
{
    public Guid Id => Station.Id;

    public StationTier Tier => Station.Tier;

    public string Name => Station.Name;

    public string Place => Station.Place;

    public int Days => Station.Days;

    public Money Cost => Money.FromFen(Station.CostFen);

    public bool WithBus => Station.WithBus;

    public bool Closed => Station.Closed;

    public int Version => Station.Version;
}

/// <summary>Settling and sending in the schema.</summary>
internal static class SupplyQueries
{
    public static void Bind(GraphBuilder graph)
    {
        graph.Query("deliveryStations", async ask => (await ask.Service<ReadStations>().All(ask.Cancel)).Select(s => new StationView(s)).ToList());
        graph.Type<ProposalView>("FreightProposal");
        graph.Type<StationView>("DeliveryStation").Node("dst", StationsById).Ref("supplyUnit", "ou", s => s.Station.SupplyUnitId);
        graph
            .Mutation<ProposeFreight.Input>("orderPropose", "po", (ask, input) => ask.Service<ProposeFreight.Handler>().Handle(input, ask.Cancel))
            .Mutation<AllowMore.Input>("orderAllowMore", "po", (ask, input) => ask.Service<AllowMore.Handler>().Handle(input, ask.Cancel))
            .Mutation<AddToBudget.Input>("orderAddToBudget", "po", (ask, input) => ask.Service<AddToBudget.Handler>().Handle(input, ask.Cancel))
            .Mutation<TakeProposal.Input>("orderTakeProposal", "po", (ask, input) => ask.Service<TakeProposal.Handler>().Handle(input, ask.Cancel))
            .Mutation<SaveStation.Input>("deliveryStationSave", "dst", (ask, input) => ask.Service<SaveStation.Handler>().Handle(input, ask.Cancel));
    }

    /// <summary>What the supplier asks for.</summary>
    public static ProposalView? Proposal(OrderView order) =>
        order.ProposedFreight is { } freight ? new(freight, order.ProposalNote ?? "", order.ProposedBy ?? "", order.ProposalTaken) : null;

    private static async Task<IReadOnlyDictionary<Guid, StationView>> StationsById(Ask ask, IReadOnlyCollection<Guid> ids) => ask.Actor.Can(Capability.OrderRead)
        ? await ask.Service<OrderingDbContext>().Stations.AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => new StationView(s), ask.Cancel)
        : new Dictionary<Guid, StationView>();
}
