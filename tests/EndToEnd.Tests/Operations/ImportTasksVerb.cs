using System.Text;
using System.Text.Json;
using Commerce.Platform.Databases;
using Xunit;

namespace Commerce.EndToEnd.Tests.Operations;

/// <summary>The verb import-tasks as it is typed.</summary>
public sealed class ImportTasksVerb
{
    private const string List = "2026年消费帮扶重点任务清单\n序号\t工作任务\t落实措施\t责任单位\t完成时限\t备注\n"
        + "<b>一、食堂采购</b>\t\t\t\t\t\n（一）\t食堂向两村采购。\t1、按月采购大米。 2、验收称重。\t公路局牵头，服务中心配合\t6月底前签合同，其他措施长期坚持\t\n"
        + "（二）\t专柜上架。\t3、摆上“明东”大米。\t吉高集团\t看情况\t\n";

    [Fact]
    public async Task A_preview_shows_what_was_read_and_touches_nothing()
    {
        using var room = await Room.Create(DatabaseProvider.Sqlite);
        var file = Path.Combine(room.Folder, "清单.txt");
        await File.WriteAllTextAsync(file, List);

        var (code, answer, said) = await HostProcess.Verb(room, "import-tasks", file, "--preview");

        Assert.True(code == 0, said);
        var list = JsonDocument.Parse(answer).RootElement;
        Assert.Equal(("清单.txt", 2026, 1, 2, 3), (list.GetProperty("source").GetString(), list.GetProperty("year").GetInt32(), list.GetProperty("sections").GetInt32(), list.GetProperty("tasks").GetInt32(), list.GetProperty("measures").GetInt32()));
        var first = list.GetProperty("items")[0];
        Assert.Equal(["公路局"], first.GetProperty("lead").EnumerateArray().Select(u => u.GetString()!));
        Assert.Equal(["due", "ongoing"], first.GetProperty("milestones").EnumerateArray().Select(m => m.GetProperty("kind").GetString()!));
        Assert.Equal("2026-06-30", first.GetProperty("milestones")[0].GetProperty("due").GetString());
        Assert.Equal("看情况", Assert.Single(list.GetProperty("unreadable").EnumerateArray()).GetProperty("text").GetString());
        Assert.Empty(list.GetProperty("doubts").EnumerateArray());
        Assert.False(Directory.Exists(room.Data) && Directory.EnumerateFileSystemEntries(room.Data).Any());
    }

    [Theory]
    [InlineData("a.docx", "")]
    [InlineData("a.txt", "今天天气很好。")]
    [InlineData("a.xlsx", "PK\u0003\u0004 not a zip")]
    public async Task What_is_no_list_ends_with_two_and_one_line(string name, string content)
    {
        using var room = await Room.Create(DatabaseProvider.Sqlite);
        var file = Path.Combine(room.Folder, name);
        await File.WriteAllBytesAsync(file, Encoding.UTF8.GetBytes(content));

        var (code, answer, said) = await HostProcess.Verb(room, "import-tasks", file, "--preview");

        Assert.Equal((2, "", 1), (code, answer, said.TrimEnd().Split('\n').Length));
    }

    [Fact]
    public async Task A_file_that_is_not_there_ends_with_two()
    {
        using var room = await Room.Create(DatabaseProvider.Sqlite);
        var (code, answer, said) = await HostProcess.Verb(room, "import-tasks", Path.Combine(room.Folder, "none.docx"), "--preview");

        Assert.Equal((2, ""), (code, answer));
        Assert.Contains("打不开文件", said, StringComparison.Ordinal);
    }
}
