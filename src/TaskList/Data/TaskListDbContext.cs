using Commerce.Platform.Databases;
using Commerce.TaskList.Domain;
using Microsoft.EntityFrameworkCore;

namespace Commerce.TaskList.Data;

/// <summary>Lists, their tasks and measures, and what people reported about them.</summary>
internal sealed class TaskListDbContext(DbContextOptions<TaskListDbContext> options) : ModuleDbContext(options, "tasks")
{
    public DbSet<OfficialList> Lists => Set<OfficialList>();

    public DbSet<ListSection> Sections => Set<ListSection>();

    public DbSet<OfficialTask> Tasks => Set<OfficialTask>();

    public DbSet<Measure> Measures => Set<Measure>();

    public DbSet<Responsibility> Responsibilities => Set<Responsibility>();

    public DbSet<Milestone> Milestones => Set<Milestone>();

    public DbSet<Extension> Extensions => Set<Extension>();

    public DbSet<ProgressReport> Reports => Set<ProgressReport>();

    public DbSet<Metric> Metrics => Set<Metric>();

    public DbSet<MetricValue> MetricValues => Set<MetricValue>();

    public DbSet<CountedAct> CountedActs => Set<CountedAct>();
    public DbSet<Round> Rounds => Set<Round>();

    public DbSet<RoundLink> RoundLinks => Set<RoundLink>();

    public DbSet<RoundAnswer> RoundAnswers => Set<RoundAnswer>();

    public DbSet<TaskAct> Acts => Set<TaskAct>();

    public DbSet<KnownUnit> KnownUnits => Set<KnownUnit>();

    public DbSet<KnownGroup> KnownGroups => Set<KnownGroup>();

    public DbSet<VillagePurchase> VillagePurchases => Set<VillagePurchase>();

    public DbSet<KnownRule> KnownRules => Set<KnownRule>();

    public DbSet<KnownPair> KnownPairs => Set<KnownPair>();

    public DbSet<OutletStatement> OutletStatements => Set<OutletStatement>();

    public DbSet<ShelvedKind> ShelvedKinds => Set<ShelvedKind>();

    public DbSet<VillageOffer> VillageOffers => Set<VillageOffer>();

    public DbSet<KnownCampaign> KnownCampaigns => Set<KnownCampaign>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<Chase> Chases => Set<Chase>();

    public DbSet<SupervisionLetter> Letters => Set<SupervisionLetter>();

    public DbSet<Circular> Circulars => Set<Circular>();

    public DbSet<CircularDocument> CircularDocuments => Set<CircularDocument>();
    public DbSet<Project> Projects => Set<Project>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<KnownPerson> People => Set<KnownPerson>();

    public DbSet<Problem> Problems => Set<Problem>();

    public DbSet<ProblemReport> ProblemReports => Set<ProblemReport>();

    public DbSet<ProblemRecheck> ProblemRechecks => Set<ProblemRecheck>();

    public DbSet<ProblemExtension> ProblemExtensions => Set<ProblemExtension>();

    public DbSet<ProblemAct> ProblemActs => Set<ProblemAct>();

    public DbSet<OwnedFile> OwnedFiles => Set<OwnedFile>();

    public DbSet<SpecialAction> SpecialActions => Set<SpecialAction>();

    public DbSet<Inspection> Inspections => Set<Inspection>();

    public DbSet<InspectionFigure> InspectionFigures => Set<InspectionFigure>();

    protected override void Map(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(TaskListDbContext).Assembly);
}
