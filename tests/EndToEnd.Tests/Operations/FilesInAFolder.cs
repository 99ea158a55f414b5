using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Commerce.Platform.Databases;
using Xunit;

namespace Commerce.EndToEnd.Tests.Operations;

/// <summary>Files that lie in a folder go along with a backup, come back with it, and are looked at by the doctor.</summary>
public sealed class FilesInAFolder
{
    [SkippableTheory, MemberData(nameof(Testing.Providers.All), MemberType = typeof(Testing.Providers))]
    public async Task A_file_in_the_folder_is_backed_up_restored_and_examined(DatabaseProvider provider)
    {
        using var here = await Room.WithSample(provider);
        using var elsewhere = await Room.Create(provider);
        var (folder, other) = (Directory.CreateDirectory(here.PathOf("files")).FullName, Directory.CreateDirectory(elsewhere.PathOf("files")).FullName);
        var content = "村里送来的发票（示例）"u8.ToArray();
        string id;
        await using (var host = await HostProcess.Start(here, At(folder)))
        {
            id = await Upload(await host.SignIn("liaison"), content);
        }

        var kept = Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
        Assert.Equal(content, await File.ReadAllBytesAsync(kept));
        var backup = await HostProcess.Run(here, At(folder), "backup", "--data", here.Data, "--to", here.PathOf("backup"));
        Assert.True(backup.Code == 0, backup.Said);

        var nowhere = await HostProcess.Run(elsewhere, null, "restore", "--data", elsewhere.Data, "--from", here.PathOf("backup"));
        Assert.Equal(2, nowhere.Code);
        Assert.Contains("Set Commerce:Files:Folder", nowhere.Said, StringComparison.Ordinal);
        var restored = await HostProcess.Run(elsewhere, At(other), "restore", "--data", elsewhere.Data, "--from", here.PathOf("backup"));
        Assert.True(restored.Code == 0, restored.Said);
        await using (var host = await HostProcess.Start(elsewhere, At(other)))
        {
            Assert.Equal(content, await (await host.SignIn("liaison")).Http.GetByteArrayAsync(new Uri($"/files/{id}", UriKind.Relative)));
        }

        var healthy = await HostProcess.Run(elsewhere, At(other), "doctor", "--data", elsewhere.Data);
        Assert.True(healthy.Code == 0, healthy.Said);
        Assert.Contains("files are as they were handed in", healthy.Said, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Directory.GetFiles(other, "*", SearchOption.AllDirectories).Single(), "别的内容");
        var violated = await HostProcess.Run(elsewhere, At(other), "doctor", "--data", elsewhere.Data);
        Assert.Equal(3, violated.Code);
        Assert.Contains("0 files are missing and 1 aren't what was handed in", violated.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_stops_the_host_and_is_named()
    {
        using var room = await Room.Create(DatabaseProvider.Sqlite);

        var (code, answer, said) = await HostProcess.Run(room, At(room.PathOf("away")), "--data", room.Data, "--urls", "http://127.0.0.1:0");

        Assert.Equal((1, ""), (code, answer));
        Assert.Contains("Setting Commerce:Files:Folder names", said, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> At(string folder) => new() { ["Commerce__Files__Folder"] = folder };

    private static async Task<string> Upload(Api api, byte[] content)
    {
        using var form = new MultipartFormDataContent();
        using var part = new ByteArrayContent(content);
        part.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        form.Add(part, "file", "发票.txt");
        using var answer = await api.Http.PostAsync(new Uri("/files/tasks.evidence", UriKind.Relative), form);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }
}
