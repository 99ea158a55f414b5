using System.IO.Compression;
using Commerce.Platform.Databases;
using Commerce.Platform.Documents;
using Commerce.TaskList.Domain;
using Commerce.TaskList.Letters;
using Commerce.Testing;
using Xunit;

namespace Commerce.TaskList.Tests.Letters;

public sealed class LetterPaperTests
{
    private static readonly DatabaseProvider Sqlite = DatabaseProvider.Sqlite;

    [Fact]
    public async Task A_letter_says_its_colour_in_words_number_matter_demand_limit_office_and_day()
    {
        await using var world = await Desk.Open(Sqlite);
        var letter = await world.Letter(await world.Issued());

        // The list has been given another title since.
        var text = TextOf(LetterPaper.Of(letter, "后来的标题", null));

        foreach (var said in new[] { "督办等级：蓝色（临近时限）", "省交通运输厅督办函", "示例督〔2026〕1号", "关于任务(六)措施25的督办函", "运输局：", $"《{letter.PrintedTitle}》", "截至2026年6月25日", "临近：还剩 5 天", Desk.Demand, "请于2026年6月30日前", "2026年6月25日", "到期未回复的，升级督办" })
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("代拟稿", text, StringComparison.Ordinal);
        Assert.DoesNotContain("导出", text, StringComparison.Ordinal);
        Assert.Equal((await world.Read(World.Supervisor)).Title, letter.PrintedTitle);
        Keep("letter-issued", LetterPaper.Of(letter, "后来的标题", null));
    }

    [Fact]
    public async Task A_draft_has_room_for_number_and_day_and_a_graver_letter_says_what_it_goes_on_from()
    {
        await using var world = await Desk.Open(Sqlite);
        var first = await world.Issued();
        world.Clock.SetUtcNow(Desk.Over);
        var letter = await world.Letter((await world.Escalate(first)).Id!.Value);

        var text = TextOf(LetterPaper.Of(letter, "示例清单", "示例督〔2026〕1号"));

        foreach (var said in new[] { "代拟稿", "〔　　　〕　　号", "督办等级：红色（逾期）", "示例督〔2026〕1号要求回复的事项，到期未收到你单位回复", "到期未回复的，予以通报批评" })
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }

        Keep("letter-draft", LetterPaper.Of(letter, "示例清单", "示例督〔2026〕1号"));
    }

    [Fact]
    public async Task A_letter_about_standing_work_speaks_of_its_addressee_alone()
    {
        // Nobody has reported on standing work for the second quarter.
        await using var world = await Desk.Open(Sqlite, new DateTimeOffset(2026, 7, 20, 1, 0, 0, TimeSpan.Zero));
        var measure = (await world.Read(World.Supervisor)).Tasks.SelectMany(t => t.Measures.Select(m => (Task: t, Measure: m))).First(p => p.Measure.Light.Chinese.StartsWith("长期坚持，2026年4至6月未上报", StringComparison.Ordinal));
        var unit = measure.Task.Standing.AnsweringFor(measure.Task.Id).First(a => a.Owes);
        var id = (await world.Draft(measure: measure.Measure.Number, unit: unit.UnitId)).Id!.Value;

        var text = TextOf(LetterPaper.Of(await world.Letter(id), "示例清单", null));

        Assert.Contains("截至2026年7月20日，该事项属长期坚持任务，你单位2026年4至6月进展未上报。", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_after_its_issue_changes_nothing_on_the_paper()
    {
        await using var world = await Desk.Open(Sqlite);
        var id = await world.Issued();
        var before = OfficialFile.Of(LetterPaper.Of(await world.Letter(id), "示例清单", null));

        await world.Answer(id);
        await world.SendBack(id, due: Desk.Day(world, 20));

        Assert.Equal(before, OfficialFile.Of(LetterPaper.Of(await world.Letter(id), "示例清单", null)));
    }

    private static string TextOf(OfficialPaper paper)
    {
        using var zip = new ZipArchive(new MemoryStream(OfficialFile.Of(paper)));
        return string.Concat(zip.Entries.Where(e => e.FullName is "word/document.xml" or "word/footer1.xml").Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return System.Text.RegularExpressions.Regex.Replace(reader.ReadToEnd(), "<[^>]+>", "");
        }));
    }

    // For the eye: with COMMERCE_KEEP set the papers are written there.
    private static void Keep(string name, OfficialPaper paper)
    {
        if (Environment.GetEnvironmentVariable("COMMERCE_KEEP") is { } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, name + ".docx"), OfficialFile.Of(paper));
        }
    }
}
