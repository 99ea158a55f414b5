using Commerce.Catalog.ReadModel;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.Ui;
using Commerce.Ui.Dialogs;
using Microsoft.AspNetCore.Components;

namespace Commerce.Catalog.Goods;

/// <summary>What one can do on the page of a good.</summary>
public sealed partial class GoodPage
{
    private readonly IdempotencyKey key = new();
    private Good? good;
    private bool read;
    private bool busy;
    private Error? refused;
    private string? done;
    private Guid? changing;
    private Guid species;
    private decimal? amount;
    private MeasureUnit per;
    private DateOnly from;
    private string reason = "";

    /// <summary>The good's name in the address.</summary>
    [Parameter]
    public string Slug { get; set; } = "";

    private bool Mine => good is not null && Errands.Person.Can(Capability.CatalogueWrite, good.Product.Producer.SupplyUnitId);

    private bool Office => Errands.Person.Can(Capability.AssistanceManage);

    protected override async Task OnParametersSetAsync()
    {
        await Read();
        read = true;
    }

    private async Task Read()
    {
        good = await Errands.Run((ReadGoods goods) => goods.One(Slug, CancellationToken.None));
        species = good?.Product.Species?.Id ?? Guid.Empty;
    }

    /// <summary>Offers now and to come; those that ended are gone from the shelf.</summary>
    private List<OfferView> Shown(VariantView pack) => [.. pack.Offers.Where(o => o.ValidTo is not { } end || end > good!.Now).OrderBy(o => o.BuyerGroup).ThenBy(o => o.Outlet.Name, StringComparer.Ordinal)];

    /// <summary>A recognition that has ended is named with its day.</summary>
    private string Recognition(ProductView product)
    {
        var last = product.Certificates.Where(c => c.Kind == Domain.Certificate.Recognition).Select(c => c.LastDay).OfType<DateOnly>().DefaultIfEmpty().Max();
        return product.RecognisedOn(good!.Today) || last == default || last >= good.Today ? "" : W[$" 认定只到 {W.Day(last)}", $" recognised until {W.Day(last)}"];
    }

    private string Per(OfferView offer, MeasureUnit mass) =>
        offer.PricePer(mass, good!.Now) is { } price ? price.Amount.ToString("#,##0.00##", System.Globalization.CultureInfo.InvariantCulture) : "—";

    private static IEnumerable<MeasureUnit> UnitsLike(MeasureUnit unit) =>
        unit.Dimension() == MeasureDimension.Count ? [unit] : Enum.GetValues<MeasureUnit>().Where(u => u.Dimension() == unit.Dimension());

    private void Begin(OfferView offer)
    {
        changing = changing == offer.Id ? null : offer.Id;
        (amount, per, from, reason, done, refused) = (offer.PriceAt(good!.Now).Amount, offer.PriceAt(good.Now).Per, good.Today, "", null, null);
    }

    private async Task SetPrice(OfferView offer)
    {
        var validFrom = from <= good!.Today ? good.Now : from.StartInChina();
        var input = new SetOfferPrice.SetOfferPrice.Input(key.Value, offer.Id, offer.Version, amount!.Value, per, validFrom, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim());
        await Do((SetOfferPrice.SetOfferPrice.Handler set) => set.Handle(input, CancellationToken.None), W["新价已保存。", "The new price is saved."]);
    }

    private async Task Withdraw(OfferView offer)
    {
        if (await Dialogs.Confirm(
            W[$"下架 {good!.Product.Name}（{offer.Variant.Specification}）？", $"Withdraw {good.Product.Name} ({offer.Variant.Specification})?"],
            W[$"{offer.Outlet.Name}不再出售；已经订的照常送货。", $"{offer.Outlet.Name} no longer sells it; what was ordered is still delivered."],
            W["下架", "Withdraw"]))
        {
            var input = new WithdrawOffer.WithdrawOffer.Input(key.Value, offer.Id, offer.Version);
            await Do((WithdrawOffer.WithdrawOffer.Handler withdraw) => withdraw.Handle(input, CancellationToken.None), W["已下架。", "It is withdrawn."]);
        }
    }

    private async Task Classify()
    {
        var input = new ClassifyProduct.ClassifyProduct.Input(key.Value, good!.Product.Id, good.Product.Version, species);
        await Do((ClassifyProduct.ClassifyProduct.Handler classify) => classify.Handle(input, CancellationToken.None), W["种类已保存。", "The species is saved."]);
    }

    private async Task Published()
    {
        await Read();
        (done, refused) = (W["已上架。", "It is on sale."], null);
    }

    private async Task Stated(string? said)
    {
        await Read();
        (done, refused) = (said, null);
    }

    private async Task Do<THandler>(Func<THandler, Task<Outcome>> act, string said)
        where THandler : notnull
    {
        (busy, refused, done) = (true, null, null);
        var outcome = await Errands.Run(act);
        key.Renew();
        (busy, refused) = (false, outcome.Error);
        await Read();
        if (outcome.Error is null)
        {
            (done, changing) = (said, null);
        }
    }
}
