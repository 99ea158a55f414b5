using System.Text;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Commerce.TaskList.Domain;
using Commerce.TaskList.SampleData;
using Commerce.TaskList.Saving;
using Commerce.TaskList.Tests.Progress;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Saving;

public sealed class ImportListTests
{
    private const string Text = "2026年任务清单\n序号\t工作任务\t主要落实措施\t责任单位\t完成时限\t备注\n(一)\t采购\t1、买米。\n2、验收。\t公路局\t6月底前签合同，年底前验收\t";

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_person_saves_a_list_and_says_which_measures_a_deadline_belongs_to(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var file = await Upload(world, Text);

        var saved = await Import(world, World.Supervisor, file, assignments: [new(1, 0, [1]), new(1, 1, [])]);

        Assert.Null(saved.Error);
        Assert.Equal((await world.Measure(1)).Id, (await world.Milestone(1)).OnlyMeasure);
        Assert.Empty((await world.Milestone(1, 1)).Measures);
        Assert.False((await world.Milestone(1)).Guessed);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_cannot_be_saved_is_refused_and_nothing_is(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        var file = await Upload(world, Text);

        Assert.Equal(TaskListErrors.NoSuchMeasure(3), (await Import(world, World.Supervisor, file, assignments: [new(1, 0, [1, 3])])).Error, ErrorText.Same);
        Assert.Equal(TaskListErrors.NoSuchMeasure(0), (await Import(world, World.Supervisor, file, assignments: [new(1, 0, [0])])).Error, ErrorText.Same);
        Assert.Equal(TaskListErrors.NoSuchDeadline(1, 2), (await Import(world, World.Supervisor, file, assignments: [new(1, 2, [])])).Error, ErrorText.Same);
        Assert.Equal(TaskListErrors.NoSuchDeadline(2, 0), (await Import(world, World.Supervisor, file, assignments: [new(2, 0, [])])).Error, ErrorText.Same);
        Assert.Equal(TaskListErrors.YearNeeded, (await Import(world, World.Supervisor, await Upload(world, Text.Replace("2026年", "", StringComparison.Ordinal)))).Error);
        Assert.Equal(["fileId"], (await Import(world, World.Supervisor, await Upload(world, "今天天气很好。"))).Error!.Path);
        Assert.Equal(ErrorCode.NotFound, (await Import(world, World.Supervisor, Guid.NewGuid())).Error!.Code);
        Assert.Equal(ErrorCode.Forbidden, (await Import(world, World.Who("处内督查", [Capability.TaskRead, Capability.TaskSupervise], World.Party), file)).Error!.Code);
        var evidence = await world.Upload(World.Liaison(World.Highways));
        Assert.Equal(ErrorCode.NotFound, (await Import(world, World.Supervisor, evidence)).Error!.Code);
        await using var db = world.Open();
        Assert.False(await db.Lists.AnyAsync());
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_person_says_the_year_that_the_paper_does_not(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);

        Assert.Null((await Import(world, World.Supervisor, await Upload(world, Text.Replace("2026年", "", StringComparison.Ordinal)), year: 2026)).Error);

        Assert.Equal(new DateOnly(2026, 6, 30), (await world.Milestone(1)).DueOn);
    }

    [Fact]
    public void Years_far_away_numbers_twice_and_endless_texts_are_refused()
    {
        var document = SampleList.Document(World.Year);
        var now = new DateTimeOffset(2026, 6, 20, 0, 0, 0, TimeSpan.Zero);
        var first = document.Tasks[0];
        Error? With(Commerce.TaskList.Reading.ListedTask task) => SaveList.Refuse(document with { Tasks = [task, .. document.Tasks.Skip(1)] }, now);

        Assert.Equal(TaskListErrors.YearOutOfRange(2000, 2028), SaveList.Refuse(document with { Year = 1999 }, now), ErrorText.Same);
        Assert.Equal(TaskListErrors.YearOutOfRange(2000, 2028), SaveList.Refuse(document with { Year = 2029 }, now), ErrorText.Same);
        Assert.Equal(TaskListErrors.TwiceInList("措施2"), With(first with { Measures = [.. first.Measures, first.Measures[1]] }), ErrorText.Same);
        Assert.Equal(TaskListErrors.TextTooLong, With(first with { Text = new('长', OfficialTask.TextLength + 1) }));
        Assert.Null(With(first with { Text = new('长', OfficialTask.TextLength) }));
    }

    private static async Task<Guid> Upload(World world, string text) => await world.Upload(World.Supervisor, "清单.txt", text, TaskListModule.ListFiles);

    private static Task<Outcome> Import(World world, Actor who, Guid file, int? year = null, IReadOnlyList<ImportList.AssignmentInput>? assignments = null) => world.Do(who, (db, once, files) =>
        new ImportList.Handler(db, once, who, files, world.Clock).Handle(new(Guid.NewGuid().ToString(), file, year, assignments), default));
}
