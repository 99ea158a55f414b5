using Microsoft.AspNetCore.Http;

namespace Commerce.Platform.Documents;

/// <summary>The one way in which tables leave the house: with the mark of who took them and when, never kept by a browser or a proxy.</summary>
public static class FileOut
{
    /// <summary>The answer.</summary>
    /// <param name="http">The request.</param>
    /// <param name="table">With its <see cref="PaperTable.Mark"/>.</param>
    /// <param name="write">Such as <see cref="XlsxFile.Of(PaperTable)"/>.</param>
    /// <param name="mediaType">Of what that writes.</param>
    /// <param name="name">The file's name with its ending. A csv has no room for the mark inside, so its name carries it.</param>
    /// <exception cref="ArgumentException">The table isn't marked.</exception>
    public static IResult Give(HttpContext http, PaperTable table, Func<PaperTable, byte[]> write, string mediaType, string name)
    {
        if (table.Mark.Length == 0)
        {
            throw new ArgumentException("A table that is taken away says by whom and when.", nameof(table));
        }

        Keep(http);
        return Results.File(write(table), mediaType, mediaType == CsvFile.MediaType ? $"{Path.GetFileNameWithoutExtension(name)}-{table.Mark.Replace(':', '-')}.csv" : name);
    }

    /// <summary>An official paper as a document.</summary>
    /// <param name="http">The request.</param>
    /// <param name="paper">With its <see cref="OfficialPaper.Mark"/>.</param>
    /// <param name="name">The file's name with its ending.</param>
    /// <exception cref="ArgumentException">The paper isn't marked.</exception>
    public static IResult Give(HttpContext http, OfficialPaper paper, string name)
    {
        if (paper.Mark.Length == 0)
        {
            throw new ArgumentException("A paper that is taken away says by whom and when.", nameof(paper));
        }

        Keep(http);
        return Results.File(OfficialFile.Of(paper), DocxFile.MediaType, name);
    }

    /// <summary>An official paper that is printed, sealed and sent: nothing stands on it but its own words. Who gives such papers is listed with the reason in the architecture's tests.</summary>
    /// <param name="http">The request.</param>
    /// <param name="paper">Without a <see cref="OfficialPaper.Mark"/>.</param>
    /// <param name="name">The file's name with its ending.</param>
    public static IResult GiveToSeal(HttpContext http, OfficialPaper paper, string name)
    {
        Keep(http);
        return Results.File(OfficialFile.Of(paper with { Mark = "" }), DocxFile.MediaType, name);
    }

    private static void Keep(HttpContext http)
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "private, no-store";
    }
}
