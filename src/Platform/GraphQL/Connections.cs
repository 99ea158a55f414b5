namespace Commerce.Platform.GraphQL;

/// <summary>Fields of generated connection types.</summary>
internal static class Connections
{
    public static GraphBuilder.Resolver? Source(string field) => field switch
    {
        "edges" => (source, _) => EdgesOf((IPage)source!),
        "nodes" => (source, _) => ((IPage)source!).Nodes,
        "pageInfo" => (source, _) => new PageInfo((IPage)source!),
        "totalCount" => (source, _) => Count((IPage)source!),
        _ => null,
    };

    private static async Task<object?> Count(IPage page) => await page.CountAll();

    public static GraphBuilder.Resolver? EdgeSource(string field) => field switch
    {
        "node" => (source, _) => ((Edge)source!).Node,
        "cursor" => (source, _) => ((Edge)source!).Page.CursorOf(((Edge)source).Node),
        _ => null,
    };

    private static List<Edge> EdgesOf(IPage page) => [.. page.Nodes.Select(n => new Edge(n, page))];

    private sealed record Edge(object Node, IPage Page);
}

/// <summary>Where a page stands.</summary>
internal sealed class PageInfo(IPage page)
{
    public bool HasNextPage => page.HasNextPage;

    public bool HasPreviousPage => page.HasPreviousPage;

    public string? StartCursor => page.Nodes.Count == 0 ? null : page.CursorOf(page.Nodes[0]);

    public string? EndCursor => page.Nodes.Count == 0 ? null : page.CursorOf(page.Nodes[^1]);
}
