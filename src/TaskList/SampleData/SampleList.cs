using System.Text;
using Commerce.SharedKernel;
using Commerce.TaskList.Data;
using Commerce.TaskList.Reading;
using Commerce.TaskList.Saving;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.TaskList.SampleData;

/// <summary>This year's list of the demonstration (示例数据): the structure of the official ones in words of our own, read and saved like any other document.</summary>
internal static class SampleList
{
    public const string FileName = "示例任务清单.txt";

    public static async Task Load(IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<TaskListDbContext>();
        var year = services.GetRequiredService<TimeProvider>().GetUtcNow().DayInChina().Year;
        if (await db.Lists.AnyAsync(ct))
        {
            return;
        }

        var saved = await services.GetRequiredService<PreviewList>().Save(Document(year), new Saver(Guid.Empty, "示例数据", Sample: true), ct);
        if (saved.Failed)
        {
            throw new InvalidOperationException($"The sample list is refused: {saved.Error!.English}");
        }

        await SampleProjects.Load(db, year, services.GetRequiredService<TimeProvider>().GetUtcNow(), ct);
    }

    /// <summary>The list of a year.</summary>
    public static ListDocument Document(int year)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Text(year)));
        var read = ListReader.Read(file, FileName);
        return read.Failed ? throw new InvalidOperationException($"The sample list can't be read: {read.Error!.English}") : read.Value;
    }

    private static string Text(int year)
    {
        using var reader = new StreamReader(typeof(SampleList).Assembly.GetManifestResourceStream("Commerce.TaskList.SampleData.list.txt")!);
        return reader.ReadToEnd().Replace("{Y}", $"{year}", StringComparison.Ordinal).Replace("{Z}", $"{year + 1}", StringComparison.Ordinal);
    }
}
