using Commerce.Ordering.Domain;
using Commerce.Platform.Databases;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Ordering.Data;

/// <summary>Ordering's own database.</summary>
internal sealed class OrderingDbContext(DbContextOptions<OrderingDbContext> options) : ModuleDbContext(options, "ordering")
{
    public DbSet<KnownOffer> Offers => Set<KnownOffer>();

    public DbSet<KnownPrice> Prices => Set<KnownPrice>();

    public DbSet<KnownSuspension> Suspensions => Set<KnownSuspension>();

    public DbSet<KnownCertificate> Certificates => Set<KnownCertificate>();

    public DbSet<KnownRecognition> Recognitions => Set<KnownRecognition>();

    public DbSet<KnownOutlet> Outlets => Set<KnownOutlet>();

    public DbSet<KnownBatch> Batches => Set<KnownBatch>();

    public DbSet<KnownUnit> Units => Set<KnownUnit>();

    public DbSet<KnownCanteen> Canteens => Set<KnownCanteen>();

    public DbSet<Stock> Stocks => Set<Stock>();

    public DbSet<StockMovement> StockMovements => Set<StockMovement>();

    public DbSet<CounterSaleLine> CounterSales => Set<CounterSaleLine>();

    public DbSet<Budget> Budgets => Set<Budget>();

    public DbSet<AcceptedTotal> AcceptedTotals => Set<AcceptedTotal>();

    public DbSet<OrderWindow> Windows => Set<OrderWindow>();

    public DbSet<WindowGoods> WindowGoods => Set<WindowGoods>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<OrderLine> Lines => Set<OrderLine>();

    public DbSet<Approval> Approvals => Set<Approval>();

    public DbSet<ApprovalPolicy> Policies => Set<ApprovalPolicy>();

    public DbSet<DeliveryStation> Stations => Set<DeliveryStation>();

    public DbSet<Delegation> Delegations => Set<Delegation>();

    public DbSet<KnownPerson> People => Set<KnownPerson>();

    public DbSet<ProcurementLimit> ProcurementLimits => Set<ProcurementLimit>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<DeliveryLine> DeliveryLines => Set<DeliveryLine>();

    public DbSet<Acceptance> Acceptances => Set<Acceptance>();

    public DbSet<AcceptanceLine> AcceptanceLines => Set<AcceptanceLine>();

    public DbSet<AcceptancePhoto> AcceptancePhotos => Set<AcceptancePhoto>();

    public DbSet<Signature> Signatures => Set<Signature>();

    public DbSet<GoodsReturn> Returns => Set<GoodsReturn>();

    public DbSet<GoodsReturnLine> ReturnLines => Set<GoodsReturnLine>();

    public DbSet<Statement> Statements => Set<Statement>();

    public DbSet<StatementLine> StatementLines => Set<StatementLine>();

    public DbSet<StatementDifference> StatementDifferences => Set<StatementDifference>();

    public DbSet<Invoice> Invoices => Set<Invoice>();

    public DbSet<Payment> Payments => Set<Payment>();

    public DbSet<PaymentTerm> PaymentTerms => Set<PaymentTerm>();

    public DbSet<PurchaseList> PurchaseLists => Set<PurchaseList>();

    public DbSet<RetailSale> RetailSales => Set<RetailSale>();

    public DbSet<RetailRefund> RetailRefunds => Set<RetailRefund>();

    public DbSet<StripeEvent> StripeEvents => Set<StripeEvent>();

    /// <inheritdoc />
    protected override void Map(ModelBuilder model)
    {
        model.ApplyConfiguration(new OrderMapping());
        model.ApplyConfiguration(new OrderWindowMapping());
        model.ApplyConfiguration(new WindowGoodsMapping());
        model.ApplyConfiguration(new OrderLineMapping());
        model.ApplyConfiguration(new ApprovalMapping());
        model.ApplyConfiguration(new ApprovalPolicyMapping());
        model.ApplyConfiguration(new ApprovalRuleMapping());
        model.ApplyConfiguration(new ProcurementLimitMapping());
        model.ApplyConfiguration(new DelegationMapping());
        model.ApplyConfiguration(new DeliveryStationMapping());
        model.ApplyConfiguration(new KnownPersonMapping());
        model.ApplyConfiguration(new HistoryMapping());
        model.ApplyConfiguration(new DeliveryMapping());
        model.ApplyConfiguration(new DeliveryLineMapping());
        model.ApplyConfiguration(new AcceptanceMapping());
        model.ApplyConfiguration(new AcceptanceLineMapping());
        model.ApplyConfiguration(new AcceptancePhotoMapping());
        model.ApplyConfiguration(new SignatureMapping());
        model.ApplyConfiguration(new GoodsReturnMapping());
        model.ApplyConfiguration(new GoodsReturnLineMapping());
        model.ApplyConfiguration(new StatementMapping());
        model.ApplyConfiguration(new StatementLineMapping());
        model.ApplyConfiguration(new StatementDifferenceMapping());
        model.ApplyConfiguration(new InvoiceMapping());
        model.ApplyConfiguration(new PaymentMapping());
        model.ApplyConfiguration(new PaymentTermMapping());
        model.ApplyConfiguration(new RetailSaleMapping());
        model.ApplyConfiguration(new RetailLineMapping());
        model.ApplyConfiguration(new RetailRefundMapping());
        model.ApplyConfiguration(new StripeEventMapping());
        model.ApplyConfiguration(new StockMapping());
        model.ApplyConfiguration(new StockMovementMapping());
        model.ApplyConfiguration(new CounterSaleMapping());
        model.ApplyConfiguration(new BudgetMapping());
        model.ApplyConfiguration(new AcceptedTotalMapping());
        model.ApplyConfiguration(new KnownOfferMapping());
        model.ApplyConfiguration(new KnownPriceMapping());
        model.ApplyConfiguration(new KnownSuspensionMapping());
        model.ApplyConfiguration(new KnownCertificateMapping());
        model.ApplyConfiguration(new KnownRecognitionMapping());
        model.ApplyConfiguration(new KnownBatchMapping());
        model.ApplyConfiguration(new KnownOutletMapping());
        model.ApplyConfiguration<PurchaseList>(new PurchaseListMapping());
        model.ApplyConfiguration<PurchaseListLine>(new PurchaseListMapping());
        model.ApplyConfiguration(new KnownUnitMapping());
        model.ApplyConfiguration(new KnownCanteenMapping());
    }
}
