using System.Text.Json.Nodes;
using Commerce.Platform.Databases;
using Xunit;

namespace Commerce.EndToEnd.Tests.Operations;

/// <summary>A restore refuses what it can't vouch for, and never destroys what is there.</summary>
public sealed class UnusableBackups(UnusableBackups.Taken taken) : IClassFixture<UnusableBackups.Taken>, IAsyncLifetime
{
    private Room room = null!;
    private Room empty = null!;
    private string archive = "";

    public async Task InitializeAsync()
    {
        room = await Room.Create(DatabaseProvider.Sqlite);
        empty = await Room.Create(DatabaseProvider.Sqlite);
        archive = room.PathOf("backup");
        Copy(taken.Room.Data, room.Data);
        Copy(taken.Archive, archive);
    }

    public Task DisposeAsync()
    {
        room.Dispose();
        empty.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_damaged_file_is_named()
    {
        var file = Path.Combine(archive, "ordering.db");
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);

        await IsRefused("ordering.db is missing or isn't as it was written");
    }

    [Fact]
    public async Task A_missing_file_is_named()
    {
        File.Delete(Path.Combine(archive, "platform.db"));

        await IsRefused("platform.db is missing or isn't as it was written");
    }

    [Fact]
    public async Task A_folder_without_a_manifest_is_no_backup()
    {
        File.Delete(Path.Combine(archive, "manifest.json"));

        await IsRefused("is no finished backup");
    }

    [Fact]
    public async Task A_backup_of_a_newer_version_is_refused()
    {
        await Edit(m => m["modules"]!.AsArray().Single(x => x!["module"]!.GetValue<string>() == "ordering")!["migrations"]!.AsArray().Add("20991231000000_FromTheFuture"));

        await IsRefused("20991231000000_FromTheFuture, which this program doesn't know");
    }

    [Fact]
    public async Task A_backup_of_a_newer_format_is_refused()
    {
        await Edit(m => m["format"] = 2);

        await IsRefused("format 2");
    }

    [Fact]
    public async Task Rows_that_the_manifest_counts_otherwise_are_refused()
    {
        await Edit(m =>
        {
            var rows = m["modules"]!.AsArray().Single(x => x!["module"]!.GetValue<string>() == "assistance")!["rows"]!;
            rows["inbox"] = rows["inbox"]!.GetValue<int>() + 1;
        });

        await IsRefused("assistance.inbox has");
    }

    [Fact]
    public async Task A_file_outside_the_backup_is_never_read()
    {
        await Edit(m => m["files"]!.AsArray()[0]!["name"] = "../data/platform.db");

        await IsRefused("is missing or isn't as it was written");
    }

    [Fact]
    public async Task A_place_that_is_not_empty_is_left_alone_unless_forced_and_then_kept_aside()
    {
        var before = await File.ReadAllBytesAsync(Path.Combine(room.Data, "ordering.db"));

        var refused = await HostProcess.Verb(room, "restore", "--from", archive);
        Assert.Equal(2, refused.Code);
        Assert.Contains("isn't empty", refused.Said, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(room.Data, "ordering.db")));

        var forced = await HostProcess.Verb(room, "restore", "--from", archive, "--force");
        Assert.True(forced.Code == 0, forced.Said);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(JsonNode.Parse(forced.Answer)!["aside"]!.GetValue<string>(), "ordering.db")));
    }

    [Fact]
    public async Task A_backup_overwrites_nothing()
    {
        var refused = await HostProcess.Verb(room, "backup", "--to", archive);

        Assert.Equal(2, refused.Code);
        Assert.Contains("never overwrites", refused.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restore_into_a_folder_in_use_is_refused()
    {
        await using var host = await HostProcess.Start(room);

        Assert.Equal(1, (await HostProcess.Verb(room, "restore", "--from", archive, "--force")).Code);
    }

    [Fact]
    public async Task A_server_does_not_start_on_half_a_restore()
    {
        await File.WriteAllTextAsync(Path.Combine(room.Data, ".restore-unfinished"), "");

        Assert.Equal(1, (await HostProcess.Verb(room, "migrate")).Code);
        var doctor = await HostProcess.Verb(room, "doctor");
        Assert.Equal(1, doctor.Code);
        Assert.Contains("cut off", doctor.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_finds_a_ledger_row_that_was_changed_by_hand()
    {
        Assert.Equal(1, await room.Execute("assistance", "UPDATE ledger_entries SET AmountFen = AmountFen + 1 WHERE Sequence = 1"));

        var doctor = await HostProcess.Verb(room, "doctor");

        Assert.Equal(3, doctor.Code);
        Assert.Contains("chain breaks", doctor.Said, StringComparison.Ordinal);
        Assert.Contains("aren't the sums of their rows", doctor.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_finds_a_sum_of_an_order_that_was_changed_by_hand()
    {
        Assert.Equal(1, await room.Execute("ordering", "UPDATE orders SET SettledFen = SettledFen + 1 WHERE Number = (SELECT MIN(Number) FROM orders WHERE HasSettled)"));

        var doctor = await HostProcess.Verb(room, "doctor");

        Assert.Equal(3, doctor.Code);
        Assert.Contains("1 sums don't agree", doctor.Said, StringComparison.Ordinal);
    }

    private async Task IsRefused(string why)
    {
        var refused = await HostProcess.Verb(empty, "restore", "--from", archive);

        Assert.Equal(2, refused.Code);
        Assert.Contains(why, refused.Said, StringComparison.Ordinal);
        Assert.Empty(Directory.Exists(empty.Data) ? Directory.GetFileSystemEntries(empty.Data).Where(p => Path.GetFileName(p) != ".lock") : []);
    }

    private async Task Edit(Action<JsonNode> change)
    {
        var path = Path.Combine(archive, "manifest.json");
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        change(manifest);
        await File.WriteAllTextAsync(path, manifest.ToJsonString());
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    /// <summary>A server's data and their backup; each test spoils its own copy.</summary>
    public sealed class Taken : IAsyncLifetime
    {
        public Room Room { get; private set; } = null!;

        public string Archive => Room.PathOf("backup");

        public async Task InitializeAsync()
        {
            Room = await Room.WithSample(DatabaseProvider.Sqlite);
            Assert.Equal(0, (await HostProcess.Verb(Room, "backup", "--to", Archive)).Code);
        }

        public Task DisposeAsync()
        {
            Room.Dispose();
            return Task.CompletedTask;
        }
    }
}
