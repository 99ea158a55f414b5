using Commerce.Platform.Databases;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Progress;
using Commerce.TaskList.Reading;
using Commerce.TaskList.SampleData;
using Commerce.TaskList.Saving;
using Commerce.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Commerce.TaskList.Tests.Saving;

public sealed class SaveListTests
{
    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task The_same_list_twice_brings_nothing_new_and_changes_nothing(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);

        var first = await world.Save(SampleList.Document(World.Year));
        var second = await world.Save(SampleList.Document(World.Year));

        Assert.Equal((68, 0, 0, 0), (first.New, first.Changed, first.Withdrawn, first.Same));
        Assert.Equal((0, 0, 0, 68), (second.New, second.Changed, second.Withdrawn, second.Same));
        Assert.Empty(second.Differences);
        await using var db = world.Open();
        Assert.Equal((14, 54), (await db.Tasks.CountAsync(), await db.Measures.CountAsync()));
        Assert.Equal(await db.Milestones.CountAsync(), SampleList.Document(World.Year).Tasks.Sum(t => t.Milestones.Count));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_changed_list_shows_its_differences_and_keeps_progress(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var measure = await world.Measure(29);
        var liaison = World.Liaison(World.Highways);
        Assert.Null((await world.Do(liaison, (db, once, files) => new SubmitProgress.Handler(db, once, liaison, files, world.Clock)
            .Handle(new("k", measure.Id, World.Highways, Commerce.SharedKernel.Month.Of(2026, 6), "已排查", 40), default))).Error);
        var document = SampleList.Document(World.Year);
        var tasks = document.Tasks.ToList();
        tasks[6] = tasks[6] with { Measures = [tasks[6].Measures[0] with { Text = "按新办法开展全面排查。" }, .. tasks[6].Measures.Skip(1)] };
        tasks[9] = tasks[9] with { Measures = [.. tasks[9].Measures.Take(2)], DeadlineText = "11月底前", Milestones = [new(Commerce.TaskList.Reading.MilestoneKind.Due, new(2026, 11, 30), null, null, false)] };

        var changes = await world.Save(document with { Tasks = tasks });

        Assert.Equal((0, 2, 1, 65), (changes.New, changes.Changed, changes.Withdrawn, changes.Same));
        Assert.Contains(changes.Differences, d => d.Chinese == "措施29" && d.Before!.Contains("县级排查", StringComparison.Ordinal) && d.After == "按新办法开展全面排查。");
        Assert.Contains(changes.Differences, d => d.Chinese == "任务(十)完成时限" && d is { Before: "年底前", After: "11月底前" });
        Assert.Contains(changes.Differences, d => d.Kind == DifferenceKind.Withdrawn && d.Chinese == "措施42");
        var list = await world.Read(World.Supervisor);
        Assert.Equal(40, list.Standing.Rows.Reports.Single(r => r.MeasureId == measure.Id).Percent);
        Assert.DoesNotContain(list.Tasks.SelectMany(t => t.Measures), m => m.Number == 42);
        Assert.Equal(new DateOnly(2026, 11, 30), list.Tasks.Single(t => t.Number == 10).Milestones.Single().DueOn);
        Assert.Equal(new DateOnly(2026, 12, 31), list.Standing.Rows.Milestones.Single(m => m.WithdrawnAt is not null).DueOn);
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task What_comes_back_in_a_later_edition_is_the_same_thing_as_before(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        var document = SampleList.Document(World.Year);
        var before = await world.Measure(54);
        await world.Save(document with { Tasks = [.. document.Tasks.Take(13)] });

        var changes = await world.Save(document);

        Assert.Equal((0, 3, 0), (changes.New, changes.Changed, changes.Withdrawn));
        var after = await world.Measure(54);
        Assert.Equal((before.Id, null), (after.Id, after.WithdrawnAt));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task Both_spellings_of_the_work_team_are_one_unit(DatabaseProvider provider)
    {
        await using var world = await World.WithList(provider);
        await using var db = world.Open();

        var teams = await db.Responsibilities.Where(r => r.Printed.EndsWith("包保帮扶工作队")).ToListAsync();

        Assert.Equal(["包保帮扶工作队", "厅包保帮扶工作队"], teams.Select(t => t.Printed).Order(StringComparer.Ordinal));
        Assert.Equal("包保帮扶工作队", Assert.Single(teams.Select(t => t.Name).Distinct()));
        var list = await world.Read(World.Supervisor);
        Assert.All(new[] { 2, 12 }, n => Assert.Contains(list.Tasks.Single(t => t.Number == n).Answering, a => a.UnitId == World.Id("包保帮扶工作队") && a.Role == TaskRole.Lead));
    }

    [Fact]
    public void A_list_without_a_year_or_with_a_number_twice_is_refused()
    {
        var document = SampleList.Document(World.Year);
        var now = new DateTimeOffset(2026, 6, 20, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(TaskListErrors.YearNeeded, SaveList.Refuse(document with { Year = null }, now));
        Assert.Equal(["year"], SaveList.Refuse(document with { Year = 2029 }, now)!.Path);
        Assert.Contains("任务(一)", SaveList.Refuse(document with { Tasks = [document.Tasks[0], .. document.Tasks] }, now)!.Chinese, StringComparison.Ordinal);
        Assert.Null(SaveList.Refuse(document, now));
    }

    [SkippableTheory, MemberData(nameof(Providers.All), MemberType = typeof(Providers))]
    public async Task A_preview_changes_nothing(DatabaseProvider provider)
    {
        await using var world = await World.Create(provider);
        await using var db = world.Open();
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes("2026年任务清单\n序号\t工作任务\t主要落实措施\t责任单位\t完成时限\t备注\n(一)\t任务\t1、做事。\t公路局\t年底前\t"));

        var preview = (await new PreviewList(db, world.Clock).Read(file, "清单.txt", null, default)).Value;

        Assert.Equal(2, preview.Changes!.New);
        Assert.False(db.ChangeTracker.HasChanges());
        Assert.False(await db.Lists.AnyAsync());
    }
}
