using Commerce.Contracts.Assistance;
using Commerce.Contracts.Catalog;
using Commerce.Contracts.Organisations;
using Commerce.Ordering.Basket;
using Commerce.Ordering.Browse;
using Commerce.Ordering.Budgets;
using Commerce.Ordering.Cancel;
using Commerce.Ordering.Confirm;
using Commerce.Ordering.CounterSales;
using Commerce.Ordering.Create;
using Commerce.Ordering.Data;
using Commerce.Ordering.Decide;
using Commerce.Ordering.Desk;
using Commerce.Ordering.Dispatch;
using Commerce.Ordering.Edit;
using Commerce.Ordering.Follow;
using Commerce.Ordering.GraphQL;
using Commerce.Ordering.ImportBudgets;
using Commerce.Ordering.ImportStock;
using Commerce.Ordering.Invoices;
using Commerce.Ordering.KnownOffers;
using Commerce.Ordering.KnownUnits;
using Commerce.Ordering.Lapse;
using Commerce.Ordering.Lapsing;
using Commerce.Ordering.Lists;
using Commerce.Ordering.PayOrder;
using Commerce.Ordering.Payments;
using Commerce.Ordering.People;
using Commerce.Ordering.Policies;
using Commerce.Ordering.Propose;
using Commerce.Ordering.Recalls;
using Commerce.Ordering.Retail;
using Commerce.Ordering.Return;
using Commerce.Ordering.Sample;
using Commerce.Ordering.SendBack;
using Commerce.Ordering.Sign;
using Commerce.Ordering.Statements;
using Commerce.Ordering.Stations;
using Commerce.Ordering.Stocks;
using Commerce.Ordering.Submit;
using Commerce.Ordering.Waiting;
using Commerce.Ordering.Weigh;
using Commerce.Ordering.Windows;
using Commerce.Platform.Files;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Ordering;

/// <summary>采购: stock, budgets, orders, approval, delivery, acceptance by weight with two signatures, returns.</summary>
public sealed class OrderingModule : IModule
{
    /// <inheritdoc />
    public string Name => "ordering";

    /// <inheritdoc />
    public void Register(ModuleBuilder module)
    {
        module.Services.AddSingleton(OrderingOptions.From(module.Configuration));
        module.Services.AddSingleton<StockGlance>();
        module.Services.AddSingleton(StripeSettings.From(module.Configuration));
        module.Services.AddSingleton(s => new Till(s.GetRequiredService<StripeSettings>(), new HttpClient { Timeout = TimeSpan.FromSeconds(20) }));
        module.Database<OrderingDbContext>(Name)
            .Consume<OfferPublished, LearnOffer, OrderingDbContext>()
            .Consume<OfferPriceChanged, LearnNewPrice, OrderingDbContext>()
            .Consume<ProducerSuspended, LearnSuspension, OrderingDbContext>()
            .Consume<CertificateRecorded, LearnCertificate, OrderingDbContext>()
            .Consume<CertificateRecorded, LearnRecognition, OrderingDbContext>(past: true)
            .Consume<BatchRecorded, LearnBatch, OrderingDbContext>()
            .Consume<OutletRecorded, LearnOutlet, OrderingDbContext>()
            .Consume<CounterSalesPosted, LowerStock, OrderingDbContext>()
            .Consume<UnitRecorded, LearnUnit, OrderingDbContext>()
            .Consume<PersonRecorded, LearnPerson, OrderingDbContext>()
            .Consume<CanteenRecorded, LearnCanteen, OrderingDbContext>()
            .Counts(OrderingMeasures.Submitted)
            .Every<CloseDueWindows>(TimeSpan.FromSeconds(20))
            .Every<ReleaseUnconfirmed>(TimeSpan.FromMinutes(1))
            .Every<SettleSales>(TimeSpan.FromSeconds(20))
            .Every<DrawStatements>(TimeSpan.FromMinutes(10))
            .Sample(30, SampleStock.Load)
            .Sample(40, SampleBudgets.Load)
            .Sample(41, SampleRules.Load)
            .Sample(50, SampleOrders.Load)
            .Sample(55, SampleWindow.Load)
            .Sample(60, SampleStatements.Load);
        module.Consume<PersonErased, ForgetPerson, OrderingDbContext>().Person<OrderingPeople>();
        module
            .Room(10, "采购", "Orders", "/orders", Capability.OrderRead)
            .RoomWithin("/orders", 1, "征订", "Windows", "/windows", Capability.OrderRead)
            .RoomWithin("/orders", 2, "审批规则", "Approval rules", "/approval", Capability.BudgetManage)
            .RoomWithin("/orders", 2, "预算", "Budgets", "/budgets", Capability.BudgetManage)
            .RoomWithin("/orders", 3, "配送站点", "Delivery stations", "/stations", Capability.OrderRead)
            .RoomWithin("/orders", 4, "对账单", "Statements", "/statements", Capability.OrderRead)
            .RoomWithin("/orders", 5, "发票", "Invoices", "/invoices", Capability.OrderRead)
            .RoomWithin("/orders", 6, "应付款", "To be paid", "/payables", Capability.OrderRead)
            .RoomWithin("/orders", 7, "零售取货", "Retail", "/retail", Capability.RetailServe)
            .RoomWithin("/orders", 8, "证书与未发订单", "Orders and certificates", "/orders/papers", Capability.OrderSupply, Capability.AssistanceManage)
            .RoomWithin("/orders", 9, "召回清单", "Recalled goods", "/orders/recall", Capability.OrderRead)
            .RoomWithin("/goods", 0, "工作台", "Desk", "/desk", Capability.StockWrite)
            .RoomWithin("/goods", 3, "库存与损耗", "Stock and losses", "/counters/stock", Capability.StockWrite)
            .Room(20, "验收", "Acceptance", "/accept", Capability.OrderAccept)
            .Todo<OrdersToDo>()
            .Todo<SettlementToDo>()
            .Todo<RetailToDo>()
            .Todo<OwnPaymentsToDo>()
            .Todo<LapsingToDo>()
            .Todo<RecallToDo>()
            .Route(ExportOrders.Map)
            .Route(ExportStatements.Map)
            .Route(ExportInvoices.Map)
            .Route(ExportPayables.Map)
            .Route(StripeDoor.Map)
            .Route(BuyPage.Map)
            .Route(BudgetTemplateDoor.Map)
            .Route(ExportStock.Map)
            .Route(ExportLapsing.Map)
            .Route(ExportRecalls.Map)
            .Route(ExportDesk.Map)
            .Route(StockTemplateDoor.Map)
            .Files(new FileRule(ImportStock.ImportStock.Files, [FileKind.Xlsx], a => a.Can(Capability.StockWrite), (_, _, _, _) => Task.FromResult(false)))
            .Files(new FileRule(ImportBudgets.ImportBudgets.Files, [FileKind.Xlsx], a => a.Can(Capability.BudgetManage), (_, _, _, _) => Task.FromResult(false)))
            .Files(new FileRule(RecordAcceptance.Photos, [FileKind.Jpeg, FileKind.Png], a => a.Can(Capability.OrderAccept), PhotoFiles.MayRead) { LargestMegabytes = 5, Pictures = true })
            .Files(new FileRule(RegisterInvoice.Files, FileKind.Evidence, a => a.Can(Capability.InvoiceWrite), InvoiceFiles.MayRead));
        module.Services
            .AddScoped<AdjustStock.Handler>()
            .AddScoped<ReceiveStock.Handler>()
            .AddScoped<LoseStock.Handler>()
            .AddScoped<CountStock.Handler>()
            .AddScoped<TransferStock.Handler>()
            .AddScoped<ReadStock>()
            .AddScoped<ReadUnmatched>()
            .AddScoped<ReadLapsing>()
            .AddScoped<ReadRecalls>()
            .AddScoped<ReadDesk>()
            .AddScoped<StockImport>()
            .AddScoped<PreviewStock>()
            .AddScoped<ImportStock.ImportStock.Handler>()
            .AddScoped<SetBudget.Handler>()
            .AddScoped<ReadBudgets>()
            .AddScoped<BudgetImport>()
            .AddScoped<PreviewBudgets>()
            .AddScoped<ImportBudgets.ImportBudgets.Handler>()
            .AddScoped<SetApprovalPolicy.Handler>()
            .AddScoped<SetProcurementLimit.Handler>()
            .AddScoped<ProposeFreight.Handler>()
            .AddScoped<TakeProposal.Handler>()
            .AddScoped<AllowMore.Handler>()
            .AddScoped<SaveList.Handler>()
            .AddScoped<DropList.Handler>()
            .AddScoped<ReadLists>()
            .AddScoped<SaveStation.Handler>()
            .AddScoped<ReadStations>()
            .AddScoped<SetDelegation.Handler>()
            .AddScoped<EndDelegation.Handler>()
            .AddScoped<ReadPolicies>()
            .AddScoped<CreateOrder.Handler>()
            .AddScoped<EditOrder.Handler>()
            .AddScoped<SubmitOrder.Handler>()
            .AddScoped<DecideOrder.Handler>()
            .AddScoped<CancelOrder.Handler>()
            .AddScoped<ConfirmOrder.Handler>()
            .AddScoped<DispatchDelivery.Handler>()
            .AddScoped<BatchesToSend>()
            .AddScoped<RecordAcceptance.Handler>()
            .AddScoped<SignAcceptance.Handler>()
            .AddScoped<SendBackAcceptance.Handler>()
            .AddScoped<ReturnGoods.Handler>()
            .AddScoped<ReadGoods>()
            .AddScoped<ReadBuyer>()
            .AddScoped<ListOrders>()
            .AddScoped<ReadOrder>()
            .AddScoped<ReadWaiting>()
            .AddScoped<ReadWindows>()
            .AddScoped<ReadWeighing>()
            .AddScoped<CheckSettlement>()
            .AddScoped<ReadStatements>()
            .AddScoped<ReadInvoices>()
            .AddScoped<ReadPayables>()
            .AddScoped<ConfirmStatement.Handler>()
            .AddScoped<RaiseDifference.Handler>()
            .AddScoped<AnswerDifference.Handler>()
            .AddScoped<RegisterInvoice.Handler>()
            .AddScoped<RecordPayment.Handler>()
            .AddScoped<ReversePayment.Handler>()
            .AddScoped<SetPaymentTerm.Handler>()
            .AddScoped<ReadPaymentTerms>()
            .AddScoped<AddToBudget.Handler>()
            .AddScoped<SettleSale>()
            .AddScoped<ReadSales>()
            .AddScoped<GiveBack>()
            .AddScoped<StartPayment.Handler>()
            .AddScoped<ReadOwnPayment>()
            .AddScoped<StartSale.Handler>()
            .AddScoped<PaySale.Handler>()
            .AddScoped<HandOverSale.Handler>()
            .AddScoped<RefundSale.Handler>()
            .AddScoped<OpenWindow.Handler>()
            .AddScoped<CloseWindow.Handler>()
            .AddScoped<ConfirmWindow.Handler>();
    }

    /// <inheritdoc />
    public void Bind(GraphBuilder graph) => OrderingGraph.Bind(graph);
}
