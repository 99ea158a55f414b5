using Commerce.Ordering.Domain;
using Commerce.Ordering.Lists;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Ordering.GraphQL;

/// <summary>A purchase list as the API shows it.</summary>
internal sealed record PurchaseListView(PurchaseList List) : IHaveId
{
    public Guid Id => List.Id;

    public string Name => List.Name;

    public string SavedBy => List.SavedByName;

    public DateTimeOffset SavedAt => List.SavedAt;

    public int Version => List.Version;

    public IReadOnlyList<PurchaseListLineView> Lines => [.. List.Lines.Select(l => new PurchaseListLineView(l))];
}

/// <summary>Goods on a list as the API shows them.</summary>
internal sealed record PurchaseListLineView(PurchaseListLine Line)
{
    public string ProductName => Line.ProductName;

    public Quantity Quantity => Line.Quantity;
}

/// <summary>Purchase lists in the schema.</summary>
internal static class ListsGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.Query("purchaseLists", async ask => (await ask.Service<ReadLists>().Of(null, ask.Cancel)).ConvertAll(l => new PurchaseListView(l)));
        graph.Type<PurchaseListView>("PurchaseList").Node("pul", ById).Ref("unit", "ou", l => l.List.UnitId);
        graph.Type<PurchaseListLineView>("PurchaseListLine").Ref("offer", "off", l => l.Line.OfferId);
        graph
            .Mutation<SaveList.Input>("purchaseListSave", "pul", (ask, input) => ask.Service<SaveList.Handler>().Handle(input, ask.Cancel))
            .Mutation<DropList.Input>("purchaseListDrop", "ou", (ask, input) => ask.Service<DropList.Handler>().Handle(input, ask.Cancel));
    }

    private static async Task<IReadOnlyDictionary<Guid, PurchaseListView>> ById(Ask ask, IReadOnlyCollection<Guid> ids) =>
        (await ask.Service<ReadLists>().ById(ids, ask.Cancel)).ToDictionary(l => l.Key, l => new PurchaseListView(l.Value));
}
