using Commerce.Walkthrough;

namespace Commerce.Faults;

/// <summary>A cent more for an offer that no canteen sees, so that the workers' books stay right.</summary>
/// <param name="Offer">Which.</param>
/// <param name="Price">The new price in ten-thousandths.</param>
/// <param name="Question">The mutation.</param>
internal sealed record PriceChange(string Offer, long Price, Question Question)
{
    private const string Ask = "query O($id: ID!) { node(id: $id) { ... on Offer { version price { amount per { code } } } } }";

    public static async Task<PriceChange> Of(GraphClient supplier, string key)
    {
        var offer = await Scene.OfferForOthers(supplier);
        var now = (await supplier.Ask(Ask, new { id = offer })).GetProperty("node");
        var price = Answers.Scaled(now.GetProperty("price").Text("amount"), 4) + 100;
        return new(offer, price, new Question(
            "supplier",
            "offerSetPrice",
            key,
            new
            {
                idempotencyKey = key,
                offerId = offer,
                expectedVersion = now.Number("version"),
                amount = Arithmetic.Price(price),
                per = now.GetProperty("price").GetProperty("per").Text("code"),
                validFrom = DateTimeOffset.UtcNow,
                reason = "试验",
            },
            "offer",
            "id"));
    }

    /// <summary>What a host shows, in ten-thousandths.</summary>
    public static async Task<long> Shown(GraphClient client, string offer) =>
        Answers.Scaled((await client.Ask(Ask, new { id = offer })).GetProperty("node").GetProperty("price").Text("amount"), 4);
}
