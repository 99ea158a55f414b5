using System.Text;
using Commerce.Platform.Databases;
using Commerce.Platform.Files;
using Commerce.Platform.Modules;
using Commerce.Platform.People;
using Commerce.Platform.Personal;
using Commerce.Testing;
using Xunit;

namespace Commerce.Platform.Tests.Files;

/// <summary>Files are kept alike in the database and in a folder.</summary>
public sealed class FileKeepingTests : IAsyncLifetime
{
    private const string Purpose = "notes.paper";
    private static readonly Actor Keeper = new(Guid.Parse("0a000000-0000-0000-0000-000000000001"), "张三", [], new Dictionary<string, IReadOnlyCollection<Guid>>());
    private readonly string folder = Path.Combine(Path.GetTempPath(), "commerce-tests", "files-" + Guid.NewGuid().ToString("N"));
    private TestDatabase<PlatformDbContext> database = null!;

    public static TheoryData<bool> BothKeepings => [false, true];

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        database = await TestDatabase<PlatformDbContext>.Create(DatabaseProvider.Sqlite, "platform");
    }

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        Directory.Delete(folder, true);
    }

    [Theory, MemberData(nameof(BothKeepings))]
    public async Task What_is_handed_in_comes_out_as_it_was(bool inFolder)
    {
        var id = await Keep(inFolder, "../../etc/passwd", "白纸黑字");

        Assert.Equal("白纸黑字", await Text(inFolder, id));
        await using var db = database.Open();
        Assert.Equal(inFolder ? 0 : 1, db.FileContents.Count());
        Assert.Equal(inFolder ? [FolderContents.PathOf(folder, id)] : [], Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        Assert.Equal(new KeptFiles(1, [], []).Whole, (await KeptFiles.Look(db, Options(inFolder), default)).Whole);
    }

    [Theory, MemberData(nameof(BothKeepings))]
    public async Task A_file_that_was_changed_is_given_to_nobody_and_is_found(bool inFolder)
    {
        var id = await Keep(inFolder, "a.txt", "一百元");

        await Overwrite(inFolder, id, "九百元");

        Assert.Null(await Text(inFolder, id));
        await using var db = database.Open();
        Assert.Equal([id], (await KeptFiles.Look(db, Options(inFolder), default)).Broken);
    }

    [Theory, MemberData(nameof(BothKeepings))]
    public async Task A_file_that_is_gone_is_given_to_nobody_and_is_found(bool inFolder)
    {
        var id = await Keep(inFolder, "a.txt", "一百元");

        await Overwrite(inFolder, id, null);

        Assert.Null(await Text(inFolder, id));
        await using var db = database.Open();
        Assert.Equal([id], (await KeptFiles.Look(db, Options(inFolder), default)).Missing);
    }

    [Theory, MemberData(nameof(BothKeepings))]
    public async Task A_list_that_is_emptied_is_gone_for_ever_and_is_no_fault(bool inFolder)
    {
        var id = await Keep(inFolder, "名单.txt", "张三、李四");

        await using var db = database.Open();
        await new HandedInLists(db, Options(inFolder)).Empty(Purpose, default);

        Assert.Null(await Text(inFolder, id));
        var kept = await KeptFiles.Look(db, Options(inFolder), default);
        Assert.Equal((1, 0, 0), (kept.Whole, kept.Missing.Count, kept.Broken.Count));
        Assert.DoesNotContain(Directory.GetFiles(folder, "*", SearchOption.AllDirectories), path => File.ReadAllText(path).Contains('张', StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(BothKeepings))]
    public async Task All_renderings_are_kept_together(bool inFolder)
    {
        var rule = Rule() with { Remake = (bytes, _) => Task.FromResult<SharedKernel.Result<FilePart[]>>(new FilePart[] { new("", FileKind.Text, [.. bytes, .. "!"u8]), new("short", FileKind.Text, bytes[..3]) }) };
        var id = await Keep(inFolder, "a.txt", "甲乙", rule);

        Assert.Equal("甲乙!", await Text(inFolder, id));
        Assert.Equal("甲", await Text(inFolder, FileStore.PartOf(id, "short")));
    }

    [Fact]
    public async Task What_was_handed_in_before_the_folder_was_set_is_still_there()
    {
        var id = await Keep(false, "a.txt", "早先");

        Assert.Equal("早先", await Text(true, id));
    }

    [Fact]
    public void A_folder_that_is_not_there_or_can_not_be_written_stops_the_host_with_its_key()
    {
        Assert.Equal("Commerce:Files:Folder", Assert.Throws<WrongSettingException>(() => new FileStoreOptions { Folder = Path.Combine(folder, "away") }.Check()).Key);
        Assert.False(Directory.Exists(Path.Combine(folder, "away")));
        if (Directory.Exists("/proc/self"))
        {
            // A place that even root can't write.
            Assert.Equal("Commerce:Files:Folder", Assert.Throws<WrongSettingException>(() => new FileStoreOptions { Folder = "/proc/self" }.Check()).Key);
        }

        new FileStoreOptions { Folder = folder }.Check();
        Assert.Empty(Directory.GetFiles(folder));
    }

    private static FileRule Rule() => new(Purpose, [FileKind.Text], _ => true, (_, _, _, _) => Task.FromResult(false));

    private FileStoreOptions Options(bool inFolder) => new() { Folder = inFolder ? folder : null };

    private FileStore Store(PlatformDbContext db, bool inFolder, FileRule rule) => new(db, Keeper, [rule], Options(inFolder), null!, TimeProvider.System);

    private async Task<Guid> Keep(bool inFolder, string name, string text, FileRule? rule = null)
    {
        await using var db = database.Open();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (await Store(db, inFolder, rule ?? Rule()).Keep(Purpose, name, content, default)).Value.Id;
    }

    private async Task<string?> Text(bool inFolder, Guid id)
    {
        await using var db = database.Open();
        return await Store(db, inFolder, Rule()).Open(id, default) is { } file ? Encoding.UTF8.GetString(file.Bytes) : null;
    }

    /// <summary>Behind the program's back.</summary>
    private async Task Overwrite(bool inFolder, Guid id, string? text)
    {
        await using var db = database.Open();
        if (inFolder)
        {
            File.Delete(FolderContents.PathOf(folder, id));
            if (text is not null)
            {
                await File.WriteAllTextAsync(FolderContents.PathOf(folder, id), text);
            }

            return;
        }

        db.Remove(db.FileContents.Single(c => c.FileId == id));
        await db.SaveChangesAsync();
        if (text is not null)
        {
            db.Add(new StoredContent { FileId = id, Bytes = Encoding.UTF8.GetBytes(text) });
            await db.SaveChangesAsync();
        }
    }
}
