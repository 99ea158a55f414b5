using Commerce.Platform.Files;
using Commerce.SharedKernel;
using Commerce.TaskList.Reading;

namespace Commerce.TaskList.Saving;

/// <summary>A list that was uploaded to be looked at.</summary>
/// <param name="FileId">The kept file, for saving.</param>
/// <param name="Preview">What it holds and what saving would do.</param>
internal sealed record Upload(Guid FileId, ListPreview Preview);

/// <summary>Takes a list in to be looked at. Only a file that is a list is kept.</summary>
internal sealed class TakeUpload(FileStore files, PreviewList preview)
{
    public async Task<Result<Upload>> Take(string name, Stream content, int? year, CancellationToken ct)
    {
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes, ct);
        bytes.Position = 0;
        var read = await preview.Read(bytes, name, year, ct);
        if (read.Failed)
        {
            return read.Error!;
        }

        // The reader may have closed what it read.
        using var kept = new MemoryStream(bytes.ToArray(), writable: false);
        var file = await files.Keep(TaskListModule.ListFiles, name, kept, ct);
        return file.Failed ? file.Error! : new Upload(file.Value.Id, read.Value);
    }

    /// <summary>Looks at a kept one again, with the year that a person said.</summary>
    public async Task<Result<Upload>> Again(Guid fileId, int year, CancellationToken ct)
    {
        if (await files.Open(fileId, ct) is not { Facts.Purpose: TaskListModule.ListFiles } file)
        {
            return Platform.Idempotency.PlatformErrors.NotFound;
        }

        using var bytes = new MemoryStream(file.Bytes, writable: false);
        var read = await preview.Read(bytes, file.Facts.Name, year, ct);
        return read.Failed ? read.Error! : new Upload(fileId, read.Value);
    }
}
