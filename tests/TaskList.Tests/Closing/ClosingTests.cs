using System.IO.Compression;
using System.Security.Cryptography;
using Commerce.Platform.Databases;
using Commerce.Platform.Documents;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Board;
using Commerce.TaskList.Closing;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Measures;
using Commerce.TaskList.Milestones;
using Commerce.TaskList.Progress;
using Commerce.TaskList.Reminders;
using Commerce.TaskList.Tests.Archive;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Closing;

public sealed class ClosingTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_task_whose_measures_are_all_closed_proposes_its_closing_and_an_open_one_is_not_closed(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var (task, numbers) = await Task(world);
        Assert.Equal(TaskListErrors.MeasuresOpen(numbers).Chinese, (await Close(world, World.Supervisor, task))?.Chinese);
        Assert.DoesNotContain(await Todos(world), t => t.Contains("整项销号", StringComparison.Ordinal));
        await CloseMeasures(world, task);
        Assert.Contains("任务(七)的措施都已销号，请整项销号", await Todos(world));

        Assert.Equal(PlatformErrors.Forbidden.Chinese, (await Close(world, World.Liaison(World.Highways), task))?.Chinese);
        Assert.Equal(PlatformErrors.Stale(1).Chinese, (await Close(world, World.Supervisor, task, version: 9))?.Chinese);
        Assert.Null(await Close(world, World.Supervisor, task));
        Assert.Equal(TaskListErrors.TaskClosedAlready.Chinese, (await Close(world, World.Supervisor, task, version: 2))?.Chinese);
        Assert.Equal(new DateOnly(2026, 6, 20), (await Shown(world)).ClosedOn);
        Assert.DoesNotContain(await Todos(world), t => t.Contains("整项销号", StringComparison.Ordinal));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_closed_task_is_opened_with_a_reason_or_by_opening_one_of_its_measures(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var (task, numbers) = await Task(world);
        Assert.Equal(TaskListErrors.TaskNotClosed.Chinese, (await Reopen(world, World.Supervisor, task, 1, "情况有变"))?.Chinese);
        await CloseMeasures(world, task);
        Assert.Null(await Close(world, World.Supervisor, task));
        Assert.Equal(TaskListErrors.ReasonLength("reason").Chinese, (await Reopen(world, World.Supervisor, task, 2, "变"))?.Chinese);
        Assert.Equal(PlatformErrors.Forbidden.Chinese, (await Reopen(world, World.Liaison(World.Highways), task, 2, "情况有变"))?.Chinese);
        Assert.Equal(PlatformErrors.Stale(2).Chinese, (await Reopen(world, World.Supervisor, task, 1, "情况有变"))?.Chinese);
        var milestone = await world.Milestone(7);
        await using (var tables = world.Open())
        {
            await tables.Milestones.Where(m => m.Id == milestone.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.DoneOn, new DateOnly(2026, 6, 19)));
        }

        System.Threading.Tasks.Task<Outcome> OpenMilestone() => world.Do(World.Supervisor, (db, once, _) => new ReopenMilestone.Handler(db, once, World.Supervisor, world.Clock)
            .Handle(new(Guid.NewGuid().ToString(), milestone.Id, milestone.Version, "还差一段"), default));
        Assert.Equal(TaskListErrors.TaskIsClosed, (await OpenMilestone()).Error);
        Assert.Null(await Reopen(world, World.Supervisor, task, 2, "情况有变"));
        Assert.Null((await Shown(world)).ClosedOn);
        Assert.Null((await OpenMilestone()).Error);

        Assert.Null(await Close(world, World.Supervisor, task, version: 3));
        var measure = await world.Measure(numbers[0]);
        Assert.Null((await world.Do(World.Supervisor, (db, once, _) => new ReopenMeasure.Handler(db, once, World.Supervisor, world.Clock).Handle(new("again", measure.Id, measure.Version, "问题反弹"), default))).Error);
        Assert.Null((await Shown(world)).ClosedOn);
        await using var db = world.Open();
        Assert.Equal($"措施{numbers[0]}重新打开", (await db.Acts.Where(a => a.Action == TaskAction.TaskReopened).OrderBy(a => a.Sequence).LastAsync()).Note);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_archive_holds_the_list_its_records_its_files_and_the_audit_trail_with_their_hashes_for_supervisors_and_auditors_alone(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var highways = World.Liaison(World.Highways);
        var file = await world.Upload(highways, "会议纪要.txt", "会议纪要原文");
        var measure = (await world.Measure(20)).Id;
        Assert.Null((await world.Do(highways, (db, once, files) => new SubmitProgress.Handler(db, once, highways, files, world.Clock)
            .Handle(new("r", measure, World.Highways, Month.Of(2026, 6), "已印发通报", FileIds: [file]), default))).Error);

        Assert.Null(await ArchiveTests.Archive(world, highways));
        using var zip = new ZipArchive(new MemoryStream((await ArchiveTests.Archive(world, Whole(Capability.AuditRead)))!));

        var names = zip.Entries.Select(e => e.FullName).ToList();
        Assert.Contains("清单.docx", names);
        Assert.Contains("清单.xlsx", names);
        Assert.Contains($"files/{file:N}.txt", names);
        Assert.Equal("会议纪要原文", ArchiveTests.Text(zip, $"files/{file:N}.txt"));
        Assert.Contains("已印发通报", ArchiveTests.Text(zip, "tables/progress_reports.csv"), StringComparison.Ordinal);
        Assert.Contains("会议纪要.txt", ArchiveTests.Text(zip, "tables/report_files.csv"), StringComparison.Ordinal);
        Assert.Contains("SubmitProgress", ArchiveTests.Text(zip, "audit.csv"), StringComparison.Ordinal);
        Assert.DoesNotContain(names, n => n.Contains("known_", StringComparison.Ordinal) || n.Contains("outbox", StringComparison.Ordinal));
        var sums = ArchiveTests.Text(zip, ArchiveZip.Manifest).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(l => l[66..], l => l[..64]);
        Assert.Equal(names.Where(n => n != ArchiveZip.Manifest).Order(), sums.Keys.Order());
        Assert.All(sums, s => Assert.Equal(s.Value, Convert.ToHexStringLower(SHA256.HashData(ArchiveTests.Bytes(zip, s.Key)))));
        Assert.Null(await ArchiveTests.Archive(world, Whole(Capability.AuditRead), year: 2020));
    }

    private static Actor Whole(string capability) => new(World.Id("审计"), "审计", [World.Root], new Dictionary<string, IReadOnlyCollection<Guid>> { [Capability.TaskRead] = [World.Root, World.Highways], [capability] = [World.Root] })
    {
        OfTheWholeHouse = new HashSet<string> { Capability.TaskRead, capability },
    };

    private static async Task<(Guid Id, IReadOnlyList<int> Measures)> Task(World world)
    {
        await using var db = world.Open();
        var task = await db.Tasks.SingleAsync(t => t.Number == 7);
        return (task.Id, await db.Measures.Where(m => m.TaskId == task.Id).OrderBy(m => m.Number).Select(m => m.Number).ToListAsync());
    }

    // What closing them one by one would leave, at once.
    private static async Task CloseMeasures(World world, Guid task)
    {
        await using var db = world.Open();
        foreach (var measure in await db.Measures.Where(m => m.TaskId == task).ToListAsync())
        {
            measure.SayDone(new(2026, 6, 19));
            measure.Close();
            db.Acts.Add(new TaskAct { ListId = measure.ListId, TaskId = task, MeasureId = measure.Id, At = world.Clock.GetUtcNow(), ById = World.Supervisor.Id, ByName = World.Supervisor.Name, Action = TaskAction.Closed });
        }

        await db.SaveChangesAsync();
    }

    private static async Task<TaskView> Shown(World world)
    {
        await using var db = world.Open();
        return (await new ReadLists(db, World.Supervisor, world.Options, world.Clock).List(World.Year, null, default))!.Tasks.Single(t => t.Number == 7);
    }

    private static async Task<List<string>> Todos(World world) => [.. (await world.Part<TaskTodos>(World.Supervisor)).Select(t => t.Chinese)];

    private static async Task<Error?> Close(World world, Actor by, Guid task, int version = 1) => (await world.Do(by, (db, once, _) =>
        new CloseTask.Handler(db, once, by, world.Clock).Handle(new(Guid.NewGuid().ToString(), task, version), default))).Error;

    private static async Task<Error?> Reopen(World world, Actor by, Guid task, int version, string reason) => (await world.Do(by, (db, once, _) =>
        new ReopenTask.Handler(db, once, by, world.Clock).Handle(new(Guid.NewGuid().ToString(), task, version, reason), default))).Error;
}
