using Commerce.Ordering.Domain;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Components.Server.ProtectedBrowserStorage;
using Microsoft.JSInterop;

namespace Commerce.Ordering.Basket;

/// <summary>A basket as the browser keeps it, so that nothing is lost when the page is closed or the server is away. Nobody else can read or change it.</summary>
internal sealed class KeptBasket
{
    public Guid UnitId { get; init; }

    public PurchasePurpose Purpose { get; init; }

    public Guid? CanteenId { get; init; }

    public Guid? CountsFor { get; init; }

    public List<Line> Lines { get; init; } = [];

    /// <summary>Sent again under the same keys, an order that did arrive isn't made twice.</summary>
    public Dictionary<Guid, string> Keys { get; init; } = [];

    internal sealed record Line(Guid OfferId, string Typed, MeasureUnit Unit);

    public static KeptBasket Of(BasketDraft draft) => new()
    {
        UnitId = draft.Unit?.Id ?? Guid.Empty,
        Purpose = draft.Purpose,
        CanteenId = draft.Canteen?.Id,
        CountsFor = draft.CountsFor,
        Lines = [.. draft.Lines.Select(l => new Line(l.Goods.Offer.Id, l.Typed, l.Unit))],
        Keys = draft.Keys.ToDictionary(),
    };
}

/// <summary>Where baskets are kept: in the person's own browser, one per person and order.</summary>
internal static class KeepingBaskets
{
    public static async Task Keep(this ProtectedLocalStorage browser, string name, BasketDraft draft)
    {
        try
        {
            await browser.SetAsync(name, KeptBasket.Of(draft));
        }
        catch (JSException)
        {
            // A browser that keeps nothing: the basket lives as long as the page.
        }
    }

    public static async Task<KeptBasket?> Kept(this ProtectedLocalStorage browser, string name)
    {
        try
        {
            return (await browser.GetAsync<KeptBasket>(name)).Value;
        }
        catch (Exception e) when (e is JSException or System.Security.Cryptography.CryptographicException or System.Text.Json.JsonException)
        {
            // Written by another server, or not at all.
            return null;
        }
    }
}
