using Commerce.Ordering.Create;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Edit;
using Commerce.Ordering.Follow;
using Commerce.Ordering.Labels;
using Commerce.Ordering.Lists;
using Commerce.Ordering.Policies;
using Commerce.Ordering.Submit;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;

namespace Commerce.Ordering.Basket;

/// <summary>Puts an order together, or changes one that isn't handed in: goods on the left, the basket on the right.</summary>
public sealed partial class BasketPage
{
    private readonly ProcurementDraft procurement = new();
    private BasketDraft? draft;
    private OrderStory? story;
    private IReadOnlyList<BuyingUnit> units = [];
    private List<string> lost = [];
    private List<string> repriced = [];
    private GoodsShelf? shelf;
    private IReadOnlyList<Requirements> needed = [];
    private Guid? fresh;
    private Error? refusal;
    private string? missing;
    private bool busy;

    /// <summary>The order that is changed; null for a new one.</summary>
    [Parameter]
    public string? Number { get; set; }

    [SupplyParameterFromQuery]
    private string? Copy { get; set; }

    [SupplyParameterFromQuery]
    private string? Offer { get; set; }

    [Inject]
    private Errands Errands { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ProtectedLocalStorage Browser { get; set; } = null!;

    [Inject]
    private Words W { get; set; } = null!;

    private string Name => $"basket:{Errands.Person.Id:N}:{Number ?? "new"}";

    /// <summary>What submitting will ask for.</summary>
    private string Asks => draft!.Purse is null
        ? W["提交后由审批人（下单人以外）同意，再由供货单位确认、发货。", "After you submit, an approver (not you) agrees, then the supplier confirms and dispatches."]
        : W[
            $"提交后占用{W.Fund(draft.Purpose)} {Words.Yuan(draft.Total)} 元，由审批人（下单人以外）同意，再由供货单位确认、发货；按实重结算的以验收数量为准。",
            $"Submitting holds {Words.Yuan(draft.Total)} yuan of the {W.Fund(draft.Purpose)}; an approver (not you) agrees, then the supplier confirms and dispatches. What is settled by weight costs what is accepted."];

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        units = await Errands.Run((ReadBuyer buyer) => buyer.Units(CancellationToken.None));
        draft = Number is null ? await Fresh() : await Opened(Number);
        if (draft is not null)
        {
            await ReadPurse();
        }
    }

    private async Task<BasketDraft?> Fresh()
    {
        if (units.Count == 0)
        {
            missing = W["您不能为任何单位下单", "There is no unit for which you may order"];
            return null;
        }

        var begun = new BasketDraft { Unit = units[0], Canteen = units[0].Canteens.Count > 0 ? units[0].Canteens[0] : null };
        if (Copy is not null)
        {
            if (await Errands.Run((ReadOrder orders) => orders.Read(Copy, CancellationToken.None)) is { } copied)
            {
                begun.Purpose = copied.Order.Purpose;
                begun.Unit = units.FirstOrDefault(u => u.Id == copied.Order.UnitId) ?? begun.Unit;
                begun.Canteen = begun.Unit.Canteens.FirstOrDefault(c => c.Id == copied.Order.CanteenId) ?? begun.Canteen;
                begun.CountsFor = copied.Order.CountsForUnitId == begun.Unit.Id ? null : copied.Order.CountsForUnitId;
                await Fill(begun, copied.Lines.Select(l => (l.OfferId, TypedQuantity.Text(new(l.OrderedMilli, l.OrderedUnit)), l.OrderedUnit, l.ProductName)), null);
                repriced =
                [
                    .. copied.Lines.DistinctBy(l => l.OfferId).Where(l => begun.Find(l.OfferId) is { } today && today.Goods.Price != l.Price)
                        .Select(l => W[$"{l.ProductName} 上次 {W.Price(l.Price)}，现在 {W.Price(begun.Find(l.OfferId)!.Goods.Price)}", $"{l.ProductName} was {W.Price(l.Price)}, is {W.Price(begun.Find(l.OfferId)!.Goods.Price)}"]),
                ];
            }

            return begun;
        }

        if (await Browser.Kept(Name) is { } kept && units.FirstOrDefault(u => u.Id == kept.UnitId) is { } unit)
        {
            begun.Unit = unit;
            begun.Purpose = kept.Purpose;
            begun.Canteen = unit.Canteens.FirstOrDefault(c => c.Id == kept.CanteenId) ?? (unit.Canteens.Count > 0 ? unit.Canteens[0] : null);
            begun.CountsFor = kept.CountsFor;
            await Fill(begun, kept.Lines.Select(l => (l.OfferId, l.Typed, l.Unit, W["一种产品", "some goods"])), null);
            begun.Remember(kept.Keys);
        }

        if ((NodeId.TryDecode(Offer, "off", out var offer) || Guid.TryParse(Offer, out offer)) && begun.Find(offer) is null
            && (await Errands.Run((ReadGoods goods) => goods.Of([offer], null, CancellationToken.None))).TryGetValue(offer, out var wanted))
        {
            begun.Add(wanted);
            fresh = offer;
        }

        return begun;
    }

    private async Task<BasketDraft?> Opened(string number)
    {
        story = await Errands.Run((ReadOrder orders) => orders.Read(number, CancellationToken.None));
        if (story is null || !story.Allowed.Contains(OrderAction.Edit))
        {
            missing = story is null
                ? W["没有这张订单，或者不是您的", "There is no such order, or it isn't yours"]
                : W[$"订单现在是“{W.Label(story.Order.Status)}”，不能修改", $"The order can't be changed now: {W.Label(story.Order.Status)}"];
            return null;
        }

        var opened = new BasketDraft { Purpose = story.Order.Purpose, Unit = units.FirstOrDefault(u => u.Id == story.Order.UnitId) };
        var kept = await Browser.Kept(Name);
        await Fill(
            opened,
            kept is { Lines.Count: > 0 }
                ? kept.Lines.Select(l => (l.OfferId, l.Typed, l.Unit, W["一种产品", "some goods"]))
                : story.Lines.Select(l => (l.OfferId, TypedQuantity.Text(new(l.OrderedMilli, l.OrderedUnit)), l.OrderedUnit, l.ProductName)),
            story.Order.WindowId);
        return opened;
    }

    private async Task Fill(BasketDraft into, IEnumerable<(Guid Offer, string Typed, MeasureUnit Unit, string Name)> lines, Guid? windowId)
    {
        var asked = lines.ToList();
        var known = await Errands.Run((ReadGoods goods) => goods.Of([.. asked.Select(l => l.Offer)], windowId, CancellationToken.None));
        foreach (var (offer, typed, unit, _) in asked.Where(l => known.ContainsKey(l.Offer) && into.Find(l.Offer) is null))
        {
            var soldBy = known[offer].Offer.SoldBy;
            into.Lines.Add(new BasketLine(known[offer], typed, unit.Counts(soldBy) && soldBy.Dimension() == MeasureDimension.Mass ? unit : soldBy));
        }

        lost = [.. asked.Where(l => !known.ContainsKey(l.Offer)).Select(l => l.Name).Distinct()];
    }

    private async Task ReadPurse()
    {
        draft!.Purse = draft.Unit is { } unit ? await Errands.Run((ReadBuyer buyer) => buyer.Purse(unit.Id, draft.Purpose, CancellationToken.None)) : null;
        await ReadNeeds();
    }

    /// <summary>What handing in will ask for, order by order.</summary>
    private async Task ReadNeeds()
    {
        var needs = new List<Requirements>();
        foreach (var order in draft!.Orders)
        {
            var amount = order.Sum(l => l.Priced is { Failed: false, Value: var line } ? Money.FromFen(line.EstimatedFen) : Money.Zero);
            if (draft.Unit is { } unit && await Errands.Run((ReadPolicies policies) => policies.For(
                unit.Id, draft.Purpose, order.Key, [.. order.Select(l => l.Goods.Offer.VillageId)], amount, CancellationToken.None)) is { } asked)
            {
                needs.Add(asked);
            }
        }

        needed = needs;
    }

    private async Task Add(Guid offer)
    {
        if (shelf?.Of(offer) is { } goods)
        {
            draft!.Add(goods);
            fresh = offer;
            await Keep();
        }
    }

    /// <summary>Puts a list's goods in beside what is there; what isn't sold any more is named.</summary>
    private async Task Take(Guid listId)
    {
        if ((await Errands.Run((ReadLists lists) => lists.ById([listId], CancellationToken.None))).GetValueOrDefault(listId) is not { } list)
        {
            return;
        }

        await Fill(draft!, list.Lines.Select(l => (l.OfferId, TypedQuantity.Text(l.Quantity), l.Unit, l.ProductName)), null);
        await Changed();
    }

    private async Task For(PurchasePurpose purpose)
    {
        draft!.Purpose = purpose;
        await Changed();
    }

    private async Task Unit(ChangeEventArgs e)
    {
        draft!.Unit = units.First(u => u.Id.ToString() == (string?)e.Value);
        draft.Purpose = draft.Purpose == PurchasePurpose.OutletTrade && !draft.Unit.SellsOn ? PurchasePurpose.Canteen : draft.Purpose;
        (draft.Canteen, draft.CountsFor) = (draft.Unit.Canteens.Count > 0 ? draft.Unit.Canteens[0] : null, null);
        await Changed();
    }

    private async Task Canteen(ChangeEventArgs e)
    {
        draft!.Canteen = draft.Unit!.Canteens.First(c => c.Id.ToString() == (string?)e.Value);
        draft.CountsFor = null;
        await Changed();
    }

    private async Task CountsFor(ChangeEventArgs e)
    {
        draft!.CountsFor = Guid.Parse((string)e.Value!) is var unit && unit == draft.Unit!.Id ? null : unit;
        await Changed();
    }

    private async Task Changed()
    {
        draft!.Changed();
        await ReadPurse();
        await Keep();
    }

    private async Task Keep()
    {
        refusal = null;
        await ReadNeeds();
        await Browser.Keep(Name, draft!);
    }
}
