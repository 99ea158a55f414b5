using System.Collections.Frozen;
using System.Globalization;
using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Catalog.GraphQL;

/// <summary>The catalogue's part of the schema. All of it is answered from the snapshot in memory.</summary>
internal static class CatalogGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(CatalogGraph).Assembly, "catalog.graphql");
        BindProducts(graph);
        BindOrigins(graph);
        BindOutlets(graph);
        BindQueries(graph);
        graph.Subscription("offerChanged", OfferChanged, (offer, ask) => graph.NodeOf(ask, "off", offer));
        BatchesGraph.Bind(graph);
        Images.ImagesGraph.Bind(graph);
        graph.Mutation<SetOfferPrice.SetOfferPrice.Input>("offerSetPrice", "off", (ask, input) => ask.Service<SetOfferPrice.SetOfferPrice.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<CreateProduct.CreateProduct.Input>("productCreate", "prd", (ask, input) => ask.Service<CreateProduct.CreateProduct.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<PublishOffer.PublishOffer.Input>("offerPublish", "off", (ask, input) => ask.Service<PublishOffer.PublishOffer.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<OpenOutlet.OpenOutlet.Input>("outletOpen", "out", (ask, input) => ask.Service<OpenOutlet.OpenOutlet.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<CloseOutlet.CloseOutlet.Input>("outletClose", "out", (ask, input) => ask.Service<CloseOutlet.CloseOutlet.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<SaveSpecies.SaveSpecies.Input>("speciesSave", "spe", (ask, input) => ask.Service<SaveSpecies.SaveSpecies.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ClassifyProduct.ClassifyProduct.Input>("productClassify", "prd", (ask, input) => ask.Service<ClassifyProduct.ClassifyProduct.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<SuspendProducer.SuspendProducer.Input>("producerSuspend", "prc", (ask, input) => ask.Service<SuspendProducer.SuspendProducer.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<ResumeProducer.ResumeProducer.Input>("producerResume", "prc", (ask, input) => ask.Service<ResumeProducer.ResumeProducer.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<RecordCertificate.RecordCertificate.Input>("certificateRecord", "prd", (ask, input) => ask.Service<RecordCertificate.RecordCertificate.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<WithdrawCertificate.WithdrawCertificate.Input>("certificateWithdraw", "prd", (ask, input) => ask.Service<WithdrawCertificate.WithdrawCertificate.Handler>().Handle(input, ask.Cancel));
        graph.Mutation<WithdrawOffer.WithdrawOffer.Input>("offerWithdraw", "off", (ask, input) => ask.Service<WithdrawOffer.WithdrawOffer.Handler>().Handle(input, ask.Cancel));
    }

    private static void BindProducts(GraphBuilder graph)
    {
        graph.AddSdl(typeof(CatalogGraph).Assembly, "shelf.graphql");
        graph.Type<ProductView>("Product").Node("prd", Of<ProductView>(c => c.ProductsById.GetValueOrDefault))
            .Field("offShelf", (p, ask) => p.GapAt(Now(ask)))
            .Field("recognised", (p, ask) => p.RecognisedOn(ask.Has("on") ? ask.Arg<DateOnly>("on") : Today(ask)));
        graph.Type<ShelfGap>("OffShelf").Field("since", g => g.From).Field("until", g => g.To).Field("reason", g => g.Reason(chinese: true));
        graph.Type<VariantView>("ProductVariant").Node("var", Of<VariantView>(c => c.Variants.GetValueOrDefault)).Field("offers", OffersOf);
        graph.Type<OfferView>("Offer").Node("off", Of<OfferView>(c => c.Offers.GetValueOrDefault))
            .Field("stockState", (o, ask) => ask.Service<Catalogue>().StockState(o.Id))
            .Field("price", (o, ask) => o.PriceAt(o.AskedFor ?? Now(ask)))
            .Field("pricePerJin", (o, ask) => o.PricePer(MeasureUnit.Jin, o.AskedFor ?? Now(ask)))
            .Field("pricePerKg", (o, ask) => o.PricePer(MeasureUnit.Kg, o.AskedFor ?? Now(ask)));
        graph.Type<SpeciesView>("Species").Node("spe", Of<SpeciesView>(c => c.Surroundings.Species.GetValueOrDefault));
        graph.Type<CategoryView>("Category").Node("cat", Of<CategoryView>(c => c.Surroundings.Categories.GetValueOrDefault));
        graph.Type<TaxView>("Tax");
        graph.Type<AttributeView>("Attribute");
        graph.Type<CertificateView>("Certificate").Field("id", c => NodeId.Encode("crt", c.Id)).Field("fileId", c => c.FileId is { } file ? NodeId.Encode("fil", file) : null);
        graph.Type<ProductPage>("ProductConnection").Field("facets", p => p.CountFacets());
        graph.Type<FacetView>("Facet");
        graph.Type<FacetValueView>("FacetValue");
    }

    private static void BindOrigins(GraphBuilder graph)
    {
        graph.Type<VillageView>("Village").Node("vil", Of<VillageView>(c => c.Surroundings.Villages.GetValueOrDefault)).Field("designated", (v, ask) => v.Designated(Today(ask)));
        graph.Type<ProducerView>("Producer").Node("prc", Of<ProducerView>(c => c.Surroundings.Producers.GetValueOrDefault));
        graph.Type<OriginView>("Origin").Field("designated", (o, ask) => o.Designated(ask.Has("on") ? ask.Arg<DateOnly>("on") : Today(ask)));
    }

    private static void BindOutlets(GraphBuilder graph)
    {
        graph.Type<ServiceAreaView>("ServiceArea").Node("sar", Of<ServiceAreaView>(c => c.Surroundings.ServiceAreas.GetValueOrDefault));
        graph.Type<OutletView>("Outlet").Node("out", Of<OutletView>(c => c.Surroundings.Outlets.GetValueOrDefault)).Field("offers", async (o, ask) => PageOf((await Snapshot(ask)).OffersAt(o.Id), ask));
        graph.Type<OutletStateView>("OutletState");
    }

    private static void BindQueries(GraphBuilder graph)
    {
        graph.Query("product", async ask => (await Snapshot(ask)).ProductsBySlug.GetValueOrDefault(ask.Arg<string>("slug")!));
        graph.Query("products", async ask => ProductSearch.Find(
            await Snapshot(ask), ask.Service<Catalogue>().StockStates, ask.Arg<ProductFilter>("filter"), ask.Arg<ProductOrder>("orderBy"), ask.Page(), ask.Service<Cursors>(), Now(ask)));
        graph.Query("outlets", async ask =>
        {
            var catalogue = (await Snapshot(ask)).Surroundings;
            var outlets = !ask.Has("serviceAreaId") ? catalogue.OutletsInOrder
                : NodeId.TryDecode(ask.Arg<string>("serviceAreaId"), "sar", out var id) && catalogue.ServiceAreas.TryGetValue(id, out var area) ? area.Outlets
                : [];
            return ask.Has("kind") && ask.Arg<OutletKind>("kind") is var kind ? [.. outlets.Where(o => o.Kind == kind)] : outlets;
        });
        graph.Query("villages", async ask => (await Snapshot(ask)).Surroundings.VillagesInOrder.Where(v => !ask.Arg<bool>("designatedOnly") || v.Designated(Today(ask))).ToList());
        graph.Query("species", async ask => (await Snapshot(ask)).Surroundings.SpeciesInOrder);
        graph.Query("categories", async ask => (await Snapshot(ask)).Surroundings.CategoriesInOrder);
        graph.Query("serviceAreas", async ask => (await Snapshot(ask)).Surroundings.ServiceAreasInOrder);
    }

    private static async Task<IAsyncEnumerable<Guid>> OfferChanged(Ask ask) =>
        NodeId.TryDecode(ask.Arg<string>("outletId"), "out", out var outlet) && (await Snapshot(ask)).Surroundings.Outlets.ContainsKey(outlet)
            ? ask.Service<OfferChanges>().At(outlet)
            : throw ask.Refused(CatalogErrors.NoSuchOutlet);

    private static List<OfferView> OffersOf(VariantView variant, Ask ask)
    {
        var at = ask.Has("at") ? ask.Arg<DateTimeOffset>("at") : default(DateTimeOffset?);
        var group = ask.Has("buyerGroup") ? ask.Arg<BuyerGroup>("buyerGroup") : default(BuyerGroup?);
        var outlet = ask.Arg<string>("outletId");
        var forUnit = ask.Has("buyerUnitId");
        return
        [
            .. variant.Offers
                .Where(o => o.ValidAt(at ?? Now(ask))
                    && (group is null || o.BuyerGroup == group)
                    && (outlet is null || (NodeId.TryDecode(outlet, "out", out var id) && o.Outlet.Id == id))
                    && (!forUnit || o.BuyerGroup != BuyerGroup.Public))
                .Select(o => at is { } instant ? o.AsOf(instant) : o),
        ];
    }

    private static Page<OfferView> PageOf(IReadOnlyList<OfferView> offers, Ask ask)
    {
        var (page, now) = (ask.Page(), Now(ask));
        var (ticks, id) = page.After is null ? (long.MinValue, Guid.Empty) : ReadPosition(page.After);
        var valid = offers.Where(o => o.ValidAt(now)).ToList();
        var rows = valid.Where(o => (o.ValidFrom.UtcTicks, o.Id).CompareTo((ticks, id)) > 0).Take(page.First + 1).ToList();
        return page.PageOf(rows, o => $"{o.ValidFrom.UtcTicks}:{o.Id:N}", ask.Service<Cursors>(), () => Task.FromResult<int?>(valid.Count));
    }

    private static (long Ticks, Guid Id) ReadPosition(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && long.TryParse(text.AsSpan(0, colon), CultureInfo.InvariantCulture, out var ticks) && Guid.TryParseExact(text.AsSpan(colon + 1), "N", out var id)
            ? (ticks, id)
            : throw new BadCursorException();
    }

    private static Func<Ask, IReadOnlyCollection<Guid>, Task<IReadOnlyDictionary<Guid, T>>> Of<T>(Func<CatalogueSnapshot, Func<Guid, T?>> all)
        where T : class => async (ask, ids) =>
        {
            var find = all(await Snapshot(ask));
            Dictionary<Guid, T> found = [];
            foreach (var id in ids)
            {
                if (find(id) is { } thing)
                {
                    found[id] = thing;
                }
            }

            return found;
        };

    private static ValueTask<CatalogueSnapshot> Snapshot(Ask ask) => ask.Service<Catalogue>().Current(ask.Cancel);

    private static DateTimeOffset Now(Ask ask) => ask.Service<TimeProvider>().GetUtcNow();

    private static DateOnly Today(Ask ask) => Now(ask).DayInChina();
}
