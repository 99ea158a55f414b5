using Commerce.Assistance.Domain;
using Commerce.Platform.Databases;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Assistance.Data;

/// <summary>The ledger, its totals, guide figures, and what the module knows of the others.</summary>
internal sealed class AssistanceDbContext(DbContextOptions<AssistanceDbContext> options) : ModuleDbContext(options, "assistance")
{
    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();

    public DbSet<LedgerHead> LedgerHeads => Set<LedgerHead>();

    public DbSet<LedgerTotal> LedgerTotals => Set<LedgerTotal>();

    public DbSet<StatedTotal> StatedTotals => Set<StatedTotal>();

    public DbSet<KnownOrder> KnownOrders => Set<KnownOrder>();

    public DbSet<KnownOrderLine> KnownOrderLines => Set<KnownOrderLine>();

    public DbSet<KnownName> KnownNames => Set<KnownName>();

    public DbSet<KnownProduct> KnownProducts => Set<KnownProduct>();

    public DbSet<KnownUnit> KnownUnits => Set<KnownUnit>();

    public DbSet<KnownDesignation> KnownDesignations => Set<KnownDesignation>();

    public DbSet<KnownRecognition> KnownRecognitions => Set<KnownRecognition>();

    public DbSet<LedgerMonth> Months => Set<LedgerMonth>();

    public DbSet<MonthConfirmation> MonthConfirmations => Set<MonthConfirmation>();

    public DbSet<MonthVersion> MonthVersions => Set<MonthVersion>();

    public DbSet<MonthFile> MonthFiles => Set<MonthFile>();

    public DbSet<MonthReopening> MonthReopenings => Set<MonthReopening>();

    public DbSet<NightlyProof> NightlyProofs => Set<NightlyProof>();

    public DbSet<VillageFigure> VillageFigures => Set<VillageFigure>();

    public DbSet<LedgerYear> Years => Set<LedgerYear>();

    public DbSet<YearClosing> YearClosings => Set<YearClosing>();

    public DbSet<LedgerExport> LedgerExports => Set<LedgerExport>();

    public DbSet<LedgerExportPart> LedgerExportParts => Set<LedgerExportPart>();

    public DbSet<Flow> Flows => Set<Flow>();

    public DbSet<NameSaid> NamesSaid => Set<NameSaid>();

    public DbSet<ExternalPurchase> ExternalPurchases => Set<ExternalPurchase>();

    public DbSet<Flag> Flags => Set<Flag>();

    public DbSet<FlagSearch> FlagSearches => Set<FlagSearch>();

    public DbSet<KnownRole> KnownRoles => Set<KnownRole>();

    public DbSet<PurchaseMove> PurchaseMoves => Set<PurchaseMove>();

    public DbSet<KnownInvoice> KnownInvoices => Set<KnownInvoice>();

    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<Commitment> Commitments => Set<Commitment>();

    public DbSet<FigureRule> FigureRules => Set<FigureRule>();

    public DbSet<ShareRatio> ShareRatios => Set<ShareRatio>();

    public DbSet<ShareFiling> ShareFilings => Set<ShareFiling>();

    public DbSet<KnownOffer> KnownOffers => Set<KnownOffer>();

    public DbSet<KnownOutlet> KnownOutlets => Set<KnownOutlet>();

    public DbSet<KnownCampaign> KnownCampaigns => Set<KnownCampaign>();

    public DbSet<KnownBrand> KnownBrands => Set<KnownBrand>();

    public DbSet<DaySheet> DaySheets => Set<DaySheet>();

    public DbSet<DaySheetLine> DaySheetLines => Set<DaySheetLine>();

    protected override void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(AssistanceDbContext).Assembly);
}
