using System.Net;
using Commerce.TaskList.Reading;
using Xunit;

namespace Commerce.EndToEnd.Tests;

/// <summary>The task list taken away as a file.</summary>
[Collection(OneHost.Name)]
public sealed class TaskListFiles(RunningHost host)
{
    [Theory, InlineData("docx"), InlineData("xlsx")]
    public async Task Is_handed_out_under_its_title_and_reads_as_a_list(string format)
    {
        var officer = await host.SignIn("officer");

        using var answer = await officer.Http.GetAsync(new Uri($"/tasks/export.{format}?year=2026&asOf=2026-07-01", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.EndsWith($"（截至2026年7月1日）.{format}", answer.Content.Headers.ContentDisposition!.FileNameStar, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl is { NoStore: true, Private: true });
        var list = ListReader.Read(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()), "a." + format).Value;
        Assert.Equal((2026, 14, 54), (list.Year, list.Tasks.Count, list.MeasureCount));
        Assert.Empty(list.Unreadable);
    }

    [Theory]
    [InlineData("?asOf=1.7.2026", HttpStatusCode.BadRequest)]
    [InlineData("?year=x", HttpStatusCode.BadRequest)]
    [InlineData("?year=1999", HttpStatusCode.NotFound)]
    public async Task A_wrong_question_gets_no_file(string question, HttpStatusCode expected)
    {
        var officer = await host.SignIn("officer");

        using var answer = await officer.Http.GetAsync(new Uri("/tasks/export.docx" + question, UriKind.Relative));

        Assert.Equal(expected, answer.StatusCode);
    }
}
