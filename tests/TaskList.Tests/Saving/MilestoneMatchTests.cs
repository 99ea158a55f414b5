using System.Text.Json.Nodes;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Reading;
using Commerce.TaskList.SampleData;
using Commerce.TaskList.Saving;
using Xunit;

namespace Commerce.TaskList.Tests.Saving;

public sealed class MilestoneMatchTests
{
    public static TheoryData<int, string> OfOurList => new()
    {
        { 1, "" }, { 2, "4,5;6" }, { 3, "7,8,9,10,11,12;7,8,9,10,11,12;7,8,9,10,11,12;13,14,15,16,17" }, { 4, ";" }, { 5, "" }, { 6, ";;;" }, { 7, "" },
        { 8, "33;32,34,35,36" }, { 9, "" }, { 10, "" }, { 11, "" }, { 12, "45;46,47,48,49" }, { 13, "51,52;" }, { 14, "54;53" },
    };

    [Theory, MemberData(nameof(OfOurList))]
    public void Deadlines_find_the_measures_they_speak_of(int task, string expected)
    {
        var guesses = MilestoneMerge.Guess(SampleList.Document(2026).Tasks.Single(t => t.Number == task));

        Assert.Equal(expected, string.Join(';', guesses.Select(g => string.Join(',', g))));
    }

    [SkippableFact]
    public void In_the_official_list_they_find_those_that_a_person_found()
    {
        var path = Environment.GetEnvironmentVariable("COMMERCE_TASKLIST_SAMPLE");
        Skip.If(string.IsNullOrEmpty(path), "The official list: COMMERCE_TASKLIST_SAMPLE isn't set.");
        using var file = File.OpenRead(path);
        var document = ListReader.Read(file, path).Value;
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, "expected.json")))!["items"]!.AsArray();

        foreach (var (task, item) in document.Tasks.Zip(expected))
        {
            var found = MilestoneMerge.Guess(task).Zip(task.Milestones).Where(g => g.Second.Due is not null).Select(g => string.Join(',', g.First));
            var wanted = item!["milestones"]!.AsArray().Where(m => m!["due"] is not null).Select(m => string.Join(',', m!["measures"]?.AsArray().Select(n => n!.GetValue<int>()) ?? []));
            Assert.Equal(wanted, found);
        }
    }

    [SkippableFact]
    public void The_kinds_of_the_official_list_are_those_of_our_own()
    {
        var path = Environment.GetEnvironmentVariable("COMMERCE_TASKLIST_SAMPLE");
        Skip.If(string.IsNullOrEmpty(path), "The official list: COMMERCE_TASKLIST_SAMPLE isn't set.");
        using var file = File.OpenRead(path);

        Assert.Equal(Kinds(SampleList.Document(2026)), Kinds(ListReader.Read(file, path).Value));
    }

    [Fact]
    public void Three_measures_are_reckoned_eleven_are_acts_sixteen_are_typed_and_the_rest_is_text()
    {
        var kinds = Kinds(SampleList.Document(2026)).ToLookup(k => k.Kind, k => k.Number);

        Assert.Equal([43, 44, 47], kinds[MeasureKind.Computed]);
        Assert.Equal([9, 19, 20, 22, 23, 24, 25, 27, 50, 51, 52], kinds[MeasureKind.DoneHere]);
        Assert.Equal([7, 11, 12, 13, 14, 16, 17, 28, 29, 33, 38, 41, 42, 45, 46, 54], kinds[MeasureKind.Figure]);
        Assert.Equal(24, kinds[MeasureKind.TextOnly].Count());
    }

    private static List<(int Number, MeasureKind Kind)> Kinds(ListDocument document) =>
        [.. document.Tasks.SelectMany(t => t.Measures).Select(m => (m.Number, KnownMeasures.KindOf(m.Number, m.Text)))];
}
