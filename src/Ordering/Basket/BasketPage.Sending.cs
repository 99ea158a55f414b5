using Commerce.Ordering.Create;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Edit;
using Commerce.Ordering.Follow;
using Commerce.Ordering.Labels;
using Commerce.Ordering.Policies;
using Commerce.Ordering.Submit;
using Commerce.Platform.GraphQL;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;

namespace Commerce.Ordering.Basket;

// Handing in what is in the basket: a new order, or changes to one.
public sealed partial class BasketPage
{
    private async Task Send(bool submit)
    {
        if (busy)
        {
            return;
        }

        if (!draft!.Readable)
        {
            refusal = draft.Lines.Select(draft.Problem).First(p => p is not null);
            return;
        }

        busy = true;
        refusal = null;
        try
        {
            await (story is null ? Create(submit) : Change(story, submit));
        }
        finally
        {
            busy = false;
        }
    }

    private async Task Create(bool submit)
    {
        var made = new List<Guid>();
        foreach (var order in draft!.Orders)
        {
            var key = draft.Key(order.Key) + (submit ? "" : "-draft");
            await Browser.Keep(Name, draft);
            var canteen = draft.Purpose == PurchasePurpose.Canteen ? draft.Canteen : null;
            var input = new CreateOrder.Input(key, draft.Unit!.Id, canteen?.Id, draft.Purpose, BasketDraft.Asked(order), canteen is null ? null : draft.CountsFor, null, submit, Procurement: submit ? procurement.Given : null);
            var outcome = await Errands.Run((CreateOrder.Handler handler) => handler.Handle(input, CancellationToken.None));
            if (outcome.Id is not { } id)
            {
                Refuse(outcome.Error!, [.. order]);
                await Browser.Keep(Name, draft);
                return;
            }

            made.Add(id);
            draft.Lines.RemoveAll(l => l.Goods.Offer.SupplyUnitId == order.Key);
        }

        await Browser.DeleteAsync(Name);
        var number = made.Count == 1 ? await Errands.Run((ReadOrder orders) => orders.NumberOf(made[0], CancellationToken.None)) : null;
        Navigation.NavigateTo(number is null ? "/orders" : $"/orders/{number}?done={(submit ? "submitted" : "draft")}");
    }

    private async Task Change(OrderStory order, bool submit)
    {
        var key = draft!.Key(order.Order.Id);
        await Browser.Keep(Name, draft);
        var edit = new EditOrder.Input(key, order.Order.Id, order.Order.Version, BasketDraft.Asked(draft.Lines));
        var edited = await Errands.Run((EditOrder.Handler handler) => handler.Handle(edit, CancellationToken.None));
        story = await Errands.Run((ReadOrder orders) => orders.Read(order.Order.Number, CancellationToken.None)) ?? order;
        if (edited.Error is { } notEdited)
        {
            Refuse(notEdited, draft.Lines);
            return;
        }

        if (submit)
        {
            var handIn = new SubmitOrder.Input(key, story.Order.Id, story.Order.Version, procurement.Given);
            if ((await Errands.Run((SubmitOrder.Handler handler) => handler.Handle(handIn, CancellationToken.None))).Error is { } notSubmitted)
            {
                Refuse(notSubmitted, draft.Lines);
                return;
            }
        }

        await Browser.DeleteAsync(Name);
        Navigation.NavigateTo($"/orders/{order.Order.Number}?done={(submit ? "submitted" : "draft")}");
    }

    /// <summary>Says it at the line it speaks of, else above the buttons; the next try is another request.</summary>
    private void Refuse(Error error, IReadOnlyList<BasketLine> lines)
    {
        draft!.Changed();
        var at = error.Path is { } path && path.SkipWhile(p => p != "lines").Skip(1).FirstOrDefault() is { } index
            && int.TryParse(index, System.Globalization.CultureInfo.InvariantCulture, out var place) && place < lines.Count ? place : (int?)null;
        if (at is { } line)
        {
            lines[line].Refusal = error;
        }

        refusal = error;
    }
}
