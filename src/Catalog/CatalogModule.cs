using Commerce.Catalog.Batches;
using Commerce.Catalog.Campaigns;
using Commerce.Catalog.Data;
using Commerce.Catalog.Devices;
using Commerce.Catalog.GraphQL;
using Commerce.Catalog.Images;
using Commerce.Catalog.ImportGoods;
using Commerce.Catalog.Papers;
using Commerce.Catalog.People;
using Commerce.Catalog.Prices;
using Commerce.Catalog.ReadModel;
using Commerce.Catalog.SampleData;
using Commerce.Catalog.Synonyms;
using Commerce.Catalog.Trace;
using Commerce.Catalog.UpdateProduct;
using Commerce.Contracts.Ordering;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Catalog;

/// <summary>Villages, producers, products, service areas, outlets, offers, search.</summary>
public sealed class CatalogModule : IModule
{
    /// <inheritdoc />
    public string Name => "catalog";

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        var options = module.Settings<CatalogOptions>("Commerce:Catalog");
        options.Check();
        module.Services.AddSingleton(options);
        module.Database<CatalogDbContext>(Name);
        module.Services.AddSingleton<OfferChanges>();
        module.Services.AddSingleton<Catalogue>();
        module.Services.AddSingleton<IKeptGround>(s => s.GetRequiredService<Catalogue>());
        module.Services.AddSingleton<IFindGoods, FindGoods>();
        module.Services.AddHostedService<FollowCatalogue>();
        module.Services.AddScoped<CatalogueWrites>();
        module.Services.AddScoped<CreateProduct.CreateProduct.Handler>();
        module.Services.AddScoped<PublishOffer.PublishOffer.Handler>();
        module.Services.AddScoped<SetOfferPrice.SetOfferPrice.Handler>();
        module.Services.AddScoped<WithdrawOffer.WithdrawOffer.Handler>();
        module.Services.AddScoped<OpenOutlet.OpenOutlet.Handler>();
        module.Services.AddScoped<CloseOutlet.CloseOutlet.Handler>();
        module.Services.AddScoped<SaveSpecies.SaveSpecies.Handler>();
        module.Services.AddScoped<ClassifyProduct.ClassifyProduct.Handler>();
        module.Services.AddScoped<SuspendProducer.SuspendProducer.Handler>();
        module.Services.AddScoped<ResumeProducer.ResumeProducer.Handler>();
        module.Services.AddScoped<RecordCertificate.RecordCertificate.Handler>();
        module.Services.AddScoped<WithdrawCertificate.WithdrawCertificate.Handler>();
        Synonyms(module);
        Prices(module);
        module.Services.AddScoped<SampleCatalogue>();
        Batches(module, options);
        module.Consume<PersonErased, ForgetPerson, CatalogDbContext>().Person<CatalogPeople>();
        module.Consume<StockChanged, FollowStock.FollowStock, CatalogDbContext>();
        module.Services.AddScoped<Goods.ReadGoods>();
        module.Services.AddScoped<Counters.ReadCounters>();
        module.Room(30, "商品与专柜", "Goods and counters", "/goods")
            .RoomWithin("/goods", 1, "服务区专柜", "Counters", "/counters").Route(Counters.ExportCounters.Map);
        Pictures(module);
        Imports(module);
        Papers(module);
        Devices(module);
        Campaigns(module);
        module.Route(Kiosk.KioskPage.Map, catalogue: true);
        module.Sample(20, (services, ct) => services.GetRequiredService<SampleCatalogue>().Load(ct));
    }

    private static void Devices(ModuleBuilder module)
    {
        module.Services.AddScoped<RegisterDevice.Handler>().AddScoped<WithdrawDevice.Handler>().AddScoped<ReadDevices>();
        module.Services.AddScoped<KnownScreens>().AddScoped<PairScreen>().AddSingleton<WrongCodes>();
        module.Route(ScreenDoor.Map, catalogue: true).Route(ScreenDoor.MapPairing)
            .RoomWithin("/goods", 7, "屏幕", "Screens", "/counters/devices", Capability.DeviceManage);
    }

    private static void Campaigns(ModuleBuilder module)
    {
        module.Services.AddScoped<SaveCampaign.Handler>().AddScoped<EndCampaign.Handler>().AddScoped<SaveBrand.Handler>().AddScoped<ReadCampaigns>();
        module.Services.AddScoped<SampleCampaigns>();
        module.Sample(22, (services, ct) => services.GetRequiredService<SampleCampaigns>().Load(ct));
        module.RoomWithin("/goods", 3, "代言和品牌", "Endorsement", "/goods/campaigns", Capability.CatalogueWrite, Capability.AssistanceManage);
    }

    private static void Papers(ModuleBuilder module)
    {
        // Whoever signs in sees a good's certificates, and so their scans; nobody else does.
        module.Files(new FileRule(RecordCertificate.RecordCertificate.Scans, [FileKind.Pdf, FileKind.Jpeg, FileKind.Png], a => a.Can(Capability.CatalogueWrite), ScanFiles.MayRead) { LargestMegabytes = 10 });
        module.Services.AddScoped<UpdateProducer.UpdateProducer.Handler>();
        module.Services.AddScoped<ReadPapers>();
        module.Todo<PapersTodo>().Route(ExportPapers.Map)
            .RoomWithin("/goods", 4, "证书到期", "Certificates", "/goods/papers", Capability.CatalogueWrite, Capability.AssistanceManage);
    }

    private static void Imports(ModuleBuilder module)
    {
        module.Services.AddScoped<GoodsImport>().AddScoped<PreviewGoods>().AddScoped<ImportGoods.ImportGoods.Handler>();
        module.Files(new FileRule(ImportGoods.ImportGoods.Files, [FileKind.Xlsx], a => a.Can(Capability.CatalogueWrite), (_, _, _, _) => Task.FromResult(false)));
        module.Route(GoodsBookDoor.Map).RoomWithin("/goods", 7, "批量导入", "Import goods", "/goods/import", Capability.CatalogueWrite);
    }

    private static void Pictures(ModuleBuilder module)
    {
        // Whoever sees one that stands at no good yet has uploaded it; those that do, anybody sees at /images.
        module.Files(new FileRule(Picture.Purpose, [FileKind.Jpeg, FileKind.Png], a => a.Can(Capability.CatalogueWrite), (_, _, _, _) => Task.FromResult(false)) { LargestMegabytes = 10, Remake = Picture.Remake });
        module.Services.AddScoped<AddImage.Handler>().AddScoped<RemoveImage.Handler>().AddScoped<ArrangeImages.Handler>();
        module.Route(ImageDoor.Map, catalogue: true);
    }

    /// <inheritdoc />
    public void Bind(GraphBuilder graph)
    {
        CatalogGraph.Bind(graph);
        SynonymsGraph.Bind(graph);
        PricesGraph.Bind(graph);
        UpdateGraph.Bind(graph);
        ImportGraph.Bind(graph);
        DevicesGraph.Bind(graph);
        UpdateProducer.UpdateProducerGraph.Bind(graph);
        CampaignsGraph.Bind(graph);
    }

    private static void Batches(ModuleBuilder module, CatalogOptions options)
    {
        module.Services.AddScoped<RecordBatch.RecordBatch.Handler>();
        module.Services.AddScoped<CorrectBatch.CorrectBatch.Handler>();
        module.Services.AddScoped<WithdrawBatch.WithdrawBatch.Handler>();
        module.Services.AddScoped<ReadBatches>();
        module.Services.AddScoped<ReadTrace>();
        module.Services.AddScoped<SampleBatches>();
        module.Sample(21, (services, ct) => services.GetRequiredService<SampleBatches>().Load(ct));
        TraceDoor.Limit(module.Services, options);
        module.Route(TraceDoor.Map, catalogue: true);
        module.Route(TraceDoor.MapLabels);
        module.RoomWithin("/goods", 2, "批次和追溯", "Batches", "/batches", Capability.CatalogueWrite);
    }

    private static void Prices(ModuleBuilder module)
    {
        module.Services.AddScoped<UpdateProduct.UpdateProduct.Handler>();
        module.Services.AddScoped<ReadAbove>();
        module.RoomWithin("/goods", 5, "高于参考价", "Above reference", "/goods/above", Capability.AssistanceManage);
    }

    private static void Synonyms(ModuleBuilder module)
    {
        module.Services.AddScoped<SaveSynonyms.Handler>();
        module.Services.AddScoped<DeleteSynonyms.Handler>();
        module.Services.AddScoped<ReadSynonyms>();
        module.RoomWithin("/goods", 6, "同义词", "Synonyms", "/goods/words", Capability.AssistanceManage);
    }
}
