using System.Text;
using Commerce.Contracts.Assistance;
using Commerce.Contracts.Catalog;
using Commerce.Contracts.Organisations;
using Commerce.Platform.Databases;
using Commerce.Platform.Files;
using Commerce.Platform.Idempotency;
using Commerce.Platform.Inbox;
using Commerce.Platform.Outbox;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Board;
using Commerce.TaskList.Data;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Figures;
using Commerce.TaskList.KnownUnits;
using Commerce.TaskList.Outlets;
using Commerce.TaskList.Purchases;
using Commerce.TaskList.Reading;
using Commerce.TaskList.SampleData;
using Commerce.TaskList.Saving;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Commerce.TaskList.Tests;

/// <summary>A task list of its own with the department's units; today is 20 June 2026 unless moved.</summary>
internal sealed class World : IAsyncDisposable
{
    public const int Year = 2026;

    public static readonly Guid Root = Id("省交通运输厅");
    public static readonly Guid Highways = Id("公路局");
    public static readonly Guid Transport = Id("运输局");
    public static readonly Guid Group = Id("吉高集团");
    public static readonly Guid Party = Id("机关党委");

    private static readonly string[] Offices = ["办公室", "机关党委", "综规处", "财务处", "建设处", "法规处", "运输处", "公路处", "科技处", "审计处", "审批办"];
    private static readonly string[] Affiliated = ["公路局", "运输局", "高建局", "科研所", "设计院", "驻京办", "服务中心"];

    private readonly TestDatabase<TaskListDbContext> database;
    private readonly TestDatabase<PlatformDbContext> house;

    private World(TestDatabase<TaskListDbContext> database, TestDatabase<PlatformDbContext> house) => (this.database, this.house) = (database, house);

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(Year, 6, 20, 1, 2, 3, TimeSpan.Zero));

    public TaskListOptions Options { get; } = new();

    public bool Demo { get; set; } = true;

    public static async Task<World> Create(DatabaseProvider provider, bool withUnits = true)
    {
        var world = new World(await TestDatabase<TaskListDbContext>.Create(provider, "tasks"), await TestDatabase<PlatformDbContext>.Create(provider, "platform"));
        if (withUnits)
        {
            await world.Hear(
            [
                new UnitRecorded(Root, 1, "省交通运输厅", "DEPARTMENT", null, false),
                .. Offices.Select(n => new UnitRecorded(Id(n), 1, n, "OFFICE", Root, false)),
                .. Affiliated.Select(n => new UnitRecorded(Id(n), 1, n, "AFFILIATED_UNIT", Root, false)),
                new UnitRecorded(Group, 1, "吉高集团", "GROUP_COMPANY", Root, false),
                new UnitRecorded(Id("包保帮扶工作队"), 1, "包保帮扶工作队", "WORK_TEAM", Root, false),
            ]);
        }

        return world;
    }

    /// <summary>A world with our own list in it.</summary>
    public static async Task<World> WithList(DatabaseProvider provider)
    {
        var world = await Create(provider);
        await world.Save(SampleList.Document(Year));
        return world;
    }

    public static Guid Id(string name) => Commerce.Platform.Modules.SampleId.Of("unit", name);

    public TaskListDbContext Open() => database.Open();

    public async Task Hear(IEnumerable<object> facts)
    {
        foreach (var fact in facts)
        {
            await using var db = Open();
            await db.InTransaction(
                async _ =>
                {
                    var context = new EventContext(Guid.NewGuid(), Clock.GetUtcNow());
                    var taken = await (fact switch
                    {
                        UnitRecorded f => new LearnUnit(db).Handle(f, context, default),
                        UnitGroupRecorded f => new LearnGroup(db).Handle(f, context, default),
                        PersonRecorded f => new LearnPerson(db).Handle(f, context, default),
                        ServiceAreaRecorded f => new LearnPair(db).Handle(f, context, default),
                        OutletRecorded f => new LearnOutlet(db).Handle(f, context, default),
                        CampaignRecorded f => new LearnCampaign(db).Handle(f, context, default),
                        OfferPublished f => new LearnVillageOffer(db).Handle(f, context, default),
                        SpeciesOffered f => new LearnKind(db).Handle(f, context, default),
                        CountingRuleAgreed f => new LearnRule(db).Handle(f, context, default),
                        LedgerRowsRecorded f => new KeepPurchases(db).Handle(f, context, default),
                        _ => throw new ArgumentException($"Nobody handles {fact.GetType()}.", nameof(facts)),
                    });
                    await db.SaveChangesAsync();
                    return taken;
                },
                default);
        }
    }

    public async Task<ListChanges> Save(ListDocument document)
    {
        await using var db = Open();
        var saved = await new PreviewList(db, Clock).Save(document, new Saver(Guid.Empty, "测试"), default);
        return saved.Value;
    }

    /// <summary>Runs a slice as this person.</summary>
    public async Task<Outcome> Do(Actor actor, Func<TaskListDbContext, Once, FileStore, Task<Outcome>> slice, params IInterceptor[] watched)
    {
        await using var db = database.Open(watched);
        await using var platform = house.Open();
        return await slice(db, new Once(actor, Clock, new OutboxBell()), Files(platform, actor));
    }

    /// <summary>Reads something with the files beside it.</summary>
    public async Task<T> WithFiles<T>(Actor actor, Func<TaskListDbContext, FileStore, Task<T>> read)
    {
        await using var db = Open();
        await using var platform = house.Open();
        return await read(db, Files(platform, actor));
    }

    /// <summary>Hands in a file as this person.</summary>
    public async Task<Guid> Upload(Actor actor, string name = "佐证.txt", string text = "会议纪要", string purpose = TaskListModule.Evidence)
    {
        await using var platform = house.Open();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await Files(platform, actor).Keep(purpose, name, content, default)).Value.Id;
    }

    public async Task<int> KeptFiles()
    {
        await using var platform = house.Open();
        var table = platform.Model.GetEntityTypes().Single(t => t.ClrType.Name == "StoredFile").GetSchemaQualifiedTableName();
        var count = $"SELECT COUNT(*) AS \"Value\" FROM {table}";
        return await platform.Database.SqlQueryRaw<int>(count).SingleAsync();
    }

    public async Task<ListView> Read(Actor actor, DateOnly? asOf = null, int year = Year)
    {
        await using var db = Open();
        return (await new ReadLists(db, actor, Options, Clock).List(year, asOf, default))!;
    }

    public async Task<IReadOnlyList<FigureView>> Figures(int measure, DateOnly? asOf = null)
    {
        await using var db = Open();
        var list = await new ReadLists(db, Supervisor, Options, Clock).List(Year, asOf, default);
        var view = list!.Tasks.SelectMany(t => t.Measures).Single(m => m.Number == measure);
        return await new ReadFigures(db, new Reckoning(db, Options, new Commerce.Platform.Modules.Demonstration(Demo)), Clock).Of(view, default);
    }

    public async Task<Measure> Measure(int number)
    {
        await using var db = Open();
        return await db.Measures.SingleAsync(m => m.Number == number);
    }

    public async Task<Milestone> Milestone(int task, int position = 0)
    {
        await using var db = Open();
        var id = await db.Tasks.Where(t => t.Number == task).Select(t => t.Id).SingleAsync();
        return await db.Milestones.Include(m => m.Measures).SingleAsync(m => m.TaskId == id && m.Position == position && m.WithdrawnAt == null);
    }

    public static Actor Supervisor { get; } = Who("督查", [Capability.TaskRead, Capability.TaskSupervise], [Root, Highways, Transport, Group, Party, .. Offices.Select(Id), .. Affiliated.Select(Id)]);

    public static Actor Liaison(Guid unit, string name = "联络员") => Who(name, [Capability.TaskRead, Capability.TaskReport], unit);

    /// <summary>Somebody who may do everything everywhere, and is still one person.</summary>
    public static Actor Everything(params Guid[] units) => Who("一人", [Capability.TaskRead, Capability.TaskReport, Capability.TaskSupervise], [Root, .. units]);

    public static Actor Who(string name, string[] capabilities, params Guid[] units) => new(
        Commerce.Platform.Modules.SampleId.Of("user", name), name, units, capabilities.ToDictionary(c => c, IReadOnlyCollection<Guid> (_) => units));

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await house.DisposeAsync();
    }

    private FileStore Files(PlatformDbContext platform, Actor actor) => new(
        platform, actor,
        [new FileRule(TaskListModule.Evidence, FileKind.Evidence, a => a.Can(Capability.TaskReport) || a.Can(Capability.TaskSupervise), (_, _, _, _) => Task.FromResult(false)),
         new FileRule(TaskListModule.ListFiles, [FileKind.Text], a => a.Can(Capability.TaskSupervise), (_, _, _, _) => Task.FromResult(false))],
        new FileStoreOptions(), new ServiceCollection().BuildServiceProvider(), Clock);
}
