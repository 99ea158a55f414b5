using Commerce.Platform.Databases;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Board;
using Commerce.TaskList.Letters;
using Commerce.TaskList.Problems;
using Commerce.TaskList.Progress;
using Commerce.TaskList.Projects;
using Commerce.TaskList.Search;
using Commerce.Testing;
using Xunit;

namespace Commerce.TaskList.Tests.Search;

public sealed class FindInTasksTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Tasks_measures_reports_and_names_of_evidence_are_found_and_other_units_reports_are_not(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var highways = World.Liaison(World.Highways);
        var file = await world.Upload(highways, "PPP论证会纪要.txt");
        var measure = (await world.Measure(20)).Id;
        Assert.Null((await world.Do(highways, (db, once, files) => new SubmitProgress.Handler(db, once, highways, files, world.Clock)
            .Handle(new("r", measure, World.Highways, Month.Of(2026, 6), "危桥改造已印发专题通报", FileIds: [file]), default))).Error);

        Assert.Contains(("Task", "任务(四)"), await Find(world, highways, "危桥"));
        Assert.Contains(("Report", "措施20：公路局 2026-06"), await Find(world, highways, "专题通报"));
        Assert.Equal([("Evidence", "措施20：公路局 2026-06")], await Find(world, highways, "ｐｐｐ论证"));
        Assert.Contains(("Measure", "措施43"), await Find(world, World.Liaison(World.Transport), "42对服务区"));
        Assert.DoesNotContain(await Find(world, World.Liaison(World.Id("驻京办")), "专题通报"), h => h.Item1 == "Report");
        Assert.Empty(await Find(world, highways, "危"));
        Assert.Empty(await Find(world, highways, "没有这样的字"));
        Assert.Empty(await Find(world, World.Who("外人", [Capability.OrderRead], World.Highways), "危桥"));
    }

    private static async Task<IReadOnlyList<(string, string)>> Find(World world, Actor by, string words)
    {
        await using var db = world.Open();
        var lists = new ReadLists(db, by, world.Options, world.Clock);
        return [.. (await new FindInTasks(lists, new ReadProjects(db, lists, world.Options, by), new ReadLetters(db, by, lists), new ReadProblems(db, by, world.Options, world.Clock)).Find(World.Year, words, true, default)).Select(h => (h.Kind.ToString(), h.Title))];
    }
}
