using Commerce.Ordering.Budgets;
using Commerce.Ordering.Cancel;
using Commerce.Ordering.Confirm;
using Commerce.Ordering.Create;
using Commerce.Ordering.Data;
using Commerce.Ordering.Decide;
using Commerce.Ordering.Dispatch;
using Commerce.Ordering.Domain;
using Commerce.Ordering.Edit;
using Commerce.Ordering.Return;
using Commerce.Ordering.SendBack;
using Commerce.Ordering.Sign;
using Commerce.Ordering.Stocks;
using Commerce.Ordering.Submit;
using Commerce.Ordering.Weigh;
using Commerce.Ordering.Windows;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Ordering.GraphQL;

/// <summary>Ordering's part of the schema: which view stands behind each type, which slice behind each mutation.</summary>
internal static class OrderingGraph
{
    public static void Bind(GraphBuilder graph)
    {
        graph.AddSdl(typeof(OrderingGraph).Assembly, "ordering.graphql");
        graph.AddSdl(typeof(OrderingGraph).Assembly, "stock.graphql");
        Orders(graph);
        Goods(graph);
        StockAndBudgets.Bind(graph);
        WindowQueries.Bind(graph);
        ApprovalQueries.Bind(graph);
        SupplyQueries.Bind(graph);
        SettlementGraph.Bind(graph);
        RetailGraph.Bind(graph);
        ListsGraph.Bind(graph);
        Mutations(graph);
    }

    private static void Orders(GraphBuilder graph)
    {
        graph.Query("purchaseOrders", OrderQueries.Orders);
        graph.Type<OrderView>("PurchaseOrder").Node("po", OrderQueries.OrdersById)
            .Ref("unit", "ou", o => o.UnitId)
            .Ref("countsFor", "ou", o => o.CountsForUnitId)
            .Ref("canteen", "cnt", o => o.CanteenId)
            .Ref("supplyUnit", "ou", o => o.SupplyUnitId)
            .Ref("window", "win", o => o.WindowId)
            .Batch("lines", o => o.Id, OrderQueries.Lines, () => [])
            .Batch("approvals", o => o.Id, OrderQueries.Approvals, () => [])
            .Field("proposal", SupplyQueries.Proposal)
            .Batch("awaits", o => o, ApprovalQueries.Steps)
            .Batch("splitFlag", o => o, ApprovalQueries.Splits)
            .Batch("deliveries", o => o.Id, OrderQueries.Deliveries, () => [])
            .Batch("acceptances", o => o.Id, OrderQueries.Acceptances, () => [])
            .Batch("returns", o => o.Id, OrderQueries.Returns, () => [])
            .Batch("history", o => o.Id, OrderQueries.History)
            .Batch("allowedActions", o => o, OrderQueries.AllowedActions, () => [])
            .Field("dueOn", o => o.Due)
            .Field("overdueDays", (o, ask) => Overdue(o.Due, ask));
        graph.Type<OrderLineView>("OrderLine").Node("pol", OrderQueries.LinesById)
            .Ref("offer", "off", l => l.Line.OfferId)
            .Ref("village", "vil", l => l.Line.VillageId);
        graph.Type<ApprovalView>("Approval").Field("role", (a, ask) => a.Approval.Role.Text(ask.Chinese)).Ref("policy", "apl", a => a.Approval.PolicyId);
        graph.Type<HistoryView>("HistoryEntry").Field("action", (h, ask) => h.Entry.Action.Text(ask.Chinese));
    }

    private static void Goods(GraphBuilder graph)
    {
        graph.Type<DeliveryView>("Delivery").Node("dlv", OrderQueries.DeliveriesById)
            .Ref("order", "po", d => d.Delivery.OrderId)
            .Batch("lines", d => d.Id, OrderQueries.DeliveryLines, () => []);
        graph.Type<DeliveryLineView>("DeliveryLine").Ref("line", "pol", l => l.Line.OrderLineId).Ref("batchOnRecord", "bat", l => l.Line.BatchId);
        graph.Type<AcceptanceView>("Acceptance").Node("acc", OrderQueries.AcceptancesById)
            .Ref("order", "po", a => a.Acceptance.OrderId)
            .Ref("delivery", "dlv", a => a.Acceptance.DeliveryId)
            .Ref("corrects", "acc", a => a.Acceptance.ReplacesId ?? a.Acceptance.CorrectsId)
            .Batch("lines", a => a.Id, OrderQueries.AcceptanceLines, () => [])
            .Batch("signatures", a => a.Id, OrderQueries.Signatures, () => [])
            .Field("overdueDays", (a, ask) => Overdue(a.DueOn, ask));
        graph.Type<AcceptanceLineView>("AcceptanceLine")
            .Field("id", l => NodeId.Encode("acl", l.Line.Id))
            .Batch("photo", l => l.Line.Id, OrderQueries.FirstPhotos)
            .Batch("photos", l => l.Line.Id, OrderQueries.Photos, () => [])
            .Ref("line", "pol", l => l.Line.OrderLineId);
        graph.Type<ImageView>("Image").Field("alt", (i, ask) => ask.Chinese ? $"{i.Goods} 验收照片 {i.At}" : $"photo {i.At} of {i.Goods} at acceptance");
        graph.Type<SignatureView>("Signature").Field("role", (s, ask) => s.Signature.Position == 1
            ? (ask.Chinese ? "验收人" : "first signer")
            : (ask.Chinese ? "复核人" : "second signer"));
        graph.Type<GoodsReturnView>("GoodsReturn").Node("ret", OrderQueries.ReturnsById)
            .Ref("order", "po", r => r.Return.OrderId)
            .Ref("acceptance", "acc", r => r.Return.AcceptanceId)
            .Batch("lines", r => r.Id, OrderQueries.ReturnLines, () => []);
        graph.Type<GoodsReturnLineView>("GoodsReturnLine")
            .Field("id", l => NodeId.Encode("rtl", l.Line.Id))
            .Ref("line", "pol", l => l.Line.OrderLineId);
    }

    private static void Mutations(GraphBuilder graph) => graph
        .Mutation<AdjustStock.Input>("stockAdjust", "off", (ask, input) => ask.Service<AdjustStock.Handler>().Handle(input, ask.Cancel))
        .Mutation<ReceiveStock.Input>("stockReceive", "off", (ask, input) => ask.Service<ReceiveStock.Handler>().Handle(input, ask.Cancel))
        .Mutation<LoseStock.Input>("stockLose", "off", (ask, input) => ask.Service<LoseStock.Handler>().Handle(input, ask.Cancel))
        .Mutation<CountStock.Input>("stockCount", "off", (ask, input) => ask.Service<CountStock.Handler>().Handle(input, ask.Cancel))
        .Mutation<ImportStock.ImportStock.Input>("stockImport", "off", (ask, input) => ask.Service<ImportStock.ImportStock.Handler>().Handle(input, ask.Cancel))
        .Mutation<TransferStock.Input>("stockTransfer", "off", (ask, input) => ask.Service<TransferStock.Handler>().Handle(input, ask.Cancel))
        .Mutation<SetBudget.Input>("budgetSet", "ou", (ask, input) => ask.Service<SetBudget.Handler>().Handle(input, ask.Cancel))
        .Mutation<ImportBudgets.ImportBudgets.Input>("budgetsImport", "ou", (ask, input) => ask.Service<ImportBudgets.ImportBudgets.Handler>().Handle(input, ask.Cancel))
        .Mutation<CreateOrder.Input>("orderCreate", "po", (ask, input) => ask.Service<CreateOrder.Handler>().Handle(input, ask.Cancel))
        .Mutation<EditOrder.Input>("orderEdit", "po", (ask, input) => ask.Service<EditOrder.Handler>().Handle(input, ask.Cancel))
        .Mutation<SubmitOrder.Input>("orderSubmit", "po", (ask, input) => ask.Service<SubmitOrder.Handler>().Handle(input, ask.Cancel))
        .Mutation<DecideOrder.Input>("orderDecide", "po", (ask, input) => ask.Service<DecideOrder.Handler>().Handle(input, ask.Cancel))
        .Mutation<CancelOrder.Input>("orderCancel", "po", (ask, input) => ask.Service<CancelOrder.Handler>().Handle(input, ask.Cancel))
        .Mutation<ConfirmOrder.Input>("orderConfirm", "po", (ask, input) => ask.Service<ConfirmOrder.Handler>().Handle(input, ask.Cancel))
        .Mutation<DispatchDelivery.Input>("deliveryDispatch", "dlv", (ask, input) => ask.Service<DispatchDelivery.Handler>().Handle(input, ask.Cancel))
        .Mutation<RecordAcceptance.Input>("acceptanceRecord", "acc", (ask, input) => ask.Service<RecordAcceptance.Handler>().Handle(input, ask.Cancel))
        .Mutation<SignAcceptance.Input>("acceptanceSign", "acc", (ask, input) => ask.Service<SignAcceptance.Handler>().Handle(input, ask.Cancel))
        .Mutation<SendBackAcceptance.Input>("acceptanceSendBack", "acc", (ask, input) => ask.Service<SendBackAcceptance.Handler>().Handle(input, ask.Cancel))
        .Mutation<ReturnGoods.Input>("goodsReturn", "po", (ask, input) => ask.Service<ReturnGoods.Handler>().Handle(input, ask.Cancel))
        .Mutation<OpenWindow.Input>("windowOpen", "win", (ask, input) => ask.Service<OpenWindow.Handler>().Handle(input, ask.Cancel))
        .Mutation<CloseWindow.Input>("windowClose", "win", (ask, input) => ask.Service<CloseWindow.Handler>().Handle(input, ask.Cancel))
        .Mutation<ConfirmWindow.Input>("windowConfirm", "win", (ask, input) => ask.Service<ConfirmWindow.Handler>().Handle(input, ask.Cancel));

    private static int? Overdue(DateOnly? due, Ask ask) =>
        due is { } day ? Math.Max(0, ask.Service<TimeProvider>().GetUtcNow().DayInChina().DayNumber - day.DayNumber) : null;
}
