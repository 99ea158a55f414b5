using Commerce.Assistance.Archive;
using Commerce.Assistance.Campaigns;
using Commerce.Assistance.Carry;
using Commerce.Assistance.Commitments;
using Commerce.Assistance.Counting;
using Commerce.Assistance.Data;
using Commerce.Assistance.DaySheets;
using Commerce.Assistance.DaySheets.Import;
using Commerce.Assistance.Exports;
using Commerce.Assistance.External;
using Commerce.Assistance.Filings;
using Commerce.Assistance.Flags;
using Commerce.Assistance.Flows;
using Commerce.Assistance.GraphQL;
using Commerce.Assistance.KnownCounties;
using Commerce.Assistance.KnownInvoices;
using Commerce.Assistance.KnownNames;
using Commerce.Assistance.KnownOrders;
using Commerce.Assistance.Ledger;
using Commerce.Assistance.MonthTable;
using Commerce.Assistance.Months;
using Commerce.Assistance.Moves;
using Commerce.Assistance.People;
using Commerce.Assistance.Proof;
using Commerce.Assistance.Rebuild;
using Commerce.Assistance.Recognitions;
using Commerce.Assistance.Reported;
using Commerce.Assistance.Reports;
using Commerce.Assistance.Rules;
using Commerce.Assistance.SampleData;
using Commerce.Assistance.Sampling;
using Commerce.Assistance.StatedTotals;
using Commerce.Assistance.Totals;
using Commerce.Assistance.Villages;
using Commerce.Assistance.YearClose;
using Commerce.Contracts.Catalog;
using Commerce.Contracts.Ordering;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Assistance;

/// <summary>消费帮扶: the ledger of what units bought from assisted villages, its totals, and the guide figures.</summary>
public sealed class AssistanceModule : IModule
{
    /// <inheritdoc />
    public string Name => "assistance";

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        var options = module.Settings<AssistanceOptions>(AssistanceOptions.Section);
        options.Check();
        module.Services.AddSingleton(options);

        module.Database<AssistanceDbContext>(Name).Counts(AssistanceMeasures.LedgerRows);

        module.Consume<PersonErased, ForgetPerson, AssistanceDbContext>().Person<AssistancePeople>();
        module.Consume<OrderConfirmed, RememberOrder, AssistanceDbContext>();
        module.Consume<GoodsAccepted, CountPurchase, AssistanceDbContext>();
        module.Consume<GoodsReturned, CountReturn, AssistanceDbContext>();
        module.Consume<AcceptedTotalsStated, KeepStatement, AssistanceDbContext>();
        module.Consume<OrderedAmountsStated, KeepOrdered, AssistanceDbContext>();
        module.Consume<PaymentShared, KeepPaid, AssistanceDbContext>();
        module.Consume<OfferPublished, RememberOffer, AssistanceDbContext>();
        module.Consume<CountyDesignated, RememberDesignation, AssistanceDbContext>();
        module.Consume<CertificateRecorded, RememberRecognition, AssistanceDbContext>();
        module.Consume<OutletRecorded, RememberOutlet, AssistanceDbContext>();
        module.Consume<UnitRecorded, RememberUnit, AssistanceDbContext>();
        module.Consume<InvoiceRegistered, RememberInvoice, AssistanceDbContext>();

        module.Services.AddScoped<ReadCommitments>();
        module.Services.AddScoped<ReadLedger>();
        module.Services.AddScoped<ReadTotals>();
        module.Services.AddScoped<ReadYear>();
        module.Services.AddScoped<ReadRows>();
        module.Services.AddScoped<ReadRecognition>();
        module.Services.AddScoped<ReadSource>();
        module.Services.AddScoped<ReadChoices>();
        module.Services.AddScoped<ReadSheet>();
        module.Services.AddScoped<ReadReport>();
        module.Services.AddScoped<ReadGuides>();
        module.Services.AddScoped<ReadReported>();
        module.Services.AddScoped<ReportFigure.Handler>();
        module.Files(new FileRule(ReportFigure.Evidence, FileKind.Evidence, a => a.Can(Capability.AssistanceManage), ReadReported.MayOpen));
        module.Services.AddScoped<Reconciliation>();
        module.Services.AddScoped<CheckTotals>();
        module.Services.AddScoped<ProveLedger>();
        module.Services.AddScoped<ReadProof>();
        module.Services.AddScoped<ShareStandings>();
        module.Services.AddScoped<ReadFilings>();
        module.Services.AddScoped<SetShareRatio.Handler>();
        module.Services.AddScoped<SaveFiling.Handler>();
        module.Services.AddScoped<DecideFiling.Handler>();
        module.Services.AddScoped<DrawSample>();
        module.Services.AddScoped<SetCommitment.Handler>();
        module.Services.AddScoped<AdjustLedger.Handler>();
        module.Services.AddScoped<ReadMonths>();
        module.Services.AddScoped<ConfirmMonth.Handler>();
        module.Services.AddScoped<CloseMonth.Handler>();
        module.Services.AddScoped<CountersignMonth.Handler>();
        module.Services.AddScoped<ReopenMonth.Handler>();
        External(module);
        Exports(module);
        Moves(module);
        Rules(module);
        Years(module);
        DaySheets(module);
        Flags(module);
        Campaigns(module);

        module.Room(40, "台账与报表", "Ledger and reports", "/", Capability.AssistanceRead);
        module.RoomWithin("/", 41, "采购报表", "Reports", "/assistance", Capability.AssistanceRead);
        module.RoomWithin("/", 42, "台账明细", "Ledger rows", "/ledger", Capability.AssistanceRead);
        module.RoomWithin("/", 43, "月度结账", "Closing months", "/months", Capability.AssistanceRead);
        module.RoomWithin("/", 45, "内部指导数", "Guide figures", "/assistance/guides", Capability.AssistanceRead);
        module.RoomWithin("/", 46, "预留份额填报", "Reserved share", "/assistance/filings", Capability.AssistanceRead);
        module.RoomWithin("/", 44, "台账核对", "Proof of the ledger", "/assistance/proof", Capability.AssistanceManage, Capability.AuditRead);
        module.RoomWithin("/audit", 1, "抽样核对", "Sampling", "/audit/sample", Capability.AuditRead);

        // Its recorders are those who order.
        module.RoomWithin("/orders", 8, "外部采购", "Bought elsewhere", "/assistance/external", Capability.ExternalRead);
        module.RoomWithin("/", 46, "带动成效", "Reported figures", "/assistance/reported", Capability.AssistanceRead);
        module.Todo<MonthTodos>();
        module.Todo<ProofTodo>();
        module.Todo<FilingTodos>();
        module.Every<ProveNightly>(TimeSpan.FromMinutes(10));
        module.Route(LedgerFiles.Map);

        module.Sample(60, SampleGuides.Load);
        module.Sample(61, SampleFilings.Load);
        module.Sample(62, SampleDaySheets.Load);
    }

    private static void Years(ModuleBuilder module)
    {
        module.Services.AddScoped<ReadYears>();
        module.Services.AddScoped<SignYear.Handler>();
        module.Services.AddScoped<CountersignYear.Handler>();
        module.Services.AddScoped<MakeArchive.Handler>();
        module.Services.AddScoped<WriteArchive>();
        module.Services.AddScoped<CarryDraft>();
        module.Services.AddScoped<CarryGuides.Handler>();
        module.RoomWithin("/", 43, "年度结账", "Closing years", "/assistance/years", Capability.AssistanceRead);
        module.Todo<YearTodos>();
        module.Route(YearFiles.Map);
    }

    private static void Exports(ModuleBuilder module)
    {
        module.Services.AddScoped<RequestExport.Handler>();
        module.Services.AddScoped<CancelExport.Handler>();
        module.Services.AddScoped<ReadExports>();
        module.Services.AddScoped<StreamRows>();
        module.Services.AddScoped<WriteReport>();
        module.RoomWithin("/", 47, "后台导出", "Exports", "/assistance/exports", Capability.AssistanceRead);
        module.Todo<ReadExports>();
        module.Every<WriteExports>(TimeSpan.FromSeconds(5));
        module.Route(ExportFiles.Map);
    }

    private static void Rules(ModuleBuilder module)
    {
        module.Services.AddScoped<ReadRules>();
        module.Services.AddScoped<ProposeRule.Handler>();
        module.Services.AddScoped<DecideRule.Handler>();
        module.Todo<RuleTodo>();
        module.RoomWithin("/", 48, "计数口径", "Counting rules", "/assistance/rules", Capability.AssistanceRead);
    }

    private static void External(ModuleBuilder module)
    {
        module.Services.AddScoped<FindDoubles>();
        module.Services.AddScoped<ExternalRows>();
        module.Services.AddScoped<KeepRecords>();
        module.Services.AddScoped<ReadPurchase>();
        module.Services.AddScoped<ReadExternal>();
        module.Services.AddScoped<OrderImport>();
        module.Services.AddScoped<PreviewOrders>();
        module.Services.AddScoped<RecordExternal.Handler>();
        module.Services.AddScoped<ImportOrders.Handler>();
        module.Services.AddScoped<JudgeExternal.Handler>();
        module.Services.AddScoped<WithdrawExternal.Handler>();
        module.Files(new FileRule(RecordExternal.Files, FileKind.Evidence, a => a.Can(Capability.ExternalRecord), ExternalFiles.MayRead));
        module.Files(new FileRule(ImportOrders.Files, [FileKind.Xlsx], a => a.Can(Capability.ExternalRecord), (_, _, _, _) => Task.FromResult(false)));
        module.Route(ExternalFiles.Map);
        module.Todo<ExternalTodo>();
    }

    private static void Flags(ModuleBuilder module)
    {
        module.Consume<PersonRecorded, RememberPerson, AssistanceDbContext>();
        module.Services.AddScoped<FindInOrders>();
        module.Services.AddScoped<FindInLedger>();
        module.Services.AddScoped<FindFlags>();
        module.Services.AddScoped<ReadFlags>();
        module.Services.AddScoped<SearchFlags.Handler>();
        module.Services.AddScoped<ExplainFlag.Handler>();
        module.Services.AddScoped<EscalateFlag.Handler>();
        module.Every<SearchDaily>(TimeSpan.FromHours(1));
        module.RoomWithin("/", 47, "疑点", "Flags", "/assistance/flags", Capability.AssistanceRead);
        module.Route(FlagFiles.Map);
        module.Todo<FlagTodo>();
    }

    private static void Moves(ModuleBuilder module)
    {
        module.Services.AddScoped<ReadMoves>();
        module.Services.AddScoped<AskMove.Handler>();
        module.Services.AddScoped<DecideMove.Handler>();
        module.Services.AddScoped<WithdrawMove.Handler>();
        module.RoomWithin("/orders", 9, "改计单位", "Counted for another unit", "/assistance/moves", Capability.MoveRead);
        module.Todo<MoveTodo>();
    }

    private static void Campaigns(ModuleBuilder module)
    {
        module.Consume<CampaignRecorded, RememberCampaign, AssistanceDbContext>();
        module.Consume<BrandRecorded, RememberBrand, AssistanceDbContext>();
        module.Services.AddScoped<ReadAttribution>();
        module.RoomWithin("/", 46, "代言带动销售", "Sold by endorsement", "/assistance/campaigns", Capability.AssistanceRead);
        module.Route(CampaignFiles.Map);
    }

    private static void DaySheets(ModuleBuilder module)
    {
        module.Consume<RetailHandedOver, CountSold, AssistanceDbContext>();
        module.Consume<RetailGivenBack, CountGivenBack, AssistanceDbContext>();
        module.Services.AddScoped<ReadLines>();
        module.Services.AddScoped<PostSales>();
        module.Services.AddScoped<CountRetail>();
        module.Services.AddScoped<ReadDaySheets>();
        module.Services.AddScoped<ReadVillages>();
        module.Services.AddScoped<WriteSheet>();
        module.Services.AddScoped<SaveDaySheet.Handler>();
        module.Services.AddScoped<DaySheetImport>();
        module.Services.AddScoped<PreviewDaySheets>();
        module.Services.AddScoped<ImportDaySheets.Handler>();
        module.Files(new FileRule(ImportDaySheets.Files, [FileKind.Xlsx], a => a.Can(Capability.DaySheetWrite), (_, _, _, _) => Task.FromResult(false)));
        module.Route(SalesTemplateDoor.Map);
        module.Services.AddScoped<HandInDaySheet.Handler>();
        module.Services.AddScoped<DecideDaySheet.Handler>();
        module.Route(DaySheetFiles.Map);
        module.Route(VillageFiles.Map);
        module.Todo<DaySheetTodo>();
        module.RoomWithin("/orders", 10, "日销售单", "Day sheets", "/assistance/daysheets", Capability.DaySheetRead);
        module.RoomWithin("/", 46, "村级收入", "Village income", "/assistance/villages", Capability.AssistanceRead);
    }

    /// <inheritdoc />
    public void Bind(GraphBuilder graph) => AssistanceGraph.Bind(graph);
}
