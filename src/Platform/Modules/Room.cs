using Commerce.Platform.People;

namespace Commerce.Platform.Modules;

/// <summary>A room of the house: an entry of the navigation. People see only those that they may enter.</summary>
/// <param name="Place">Rooms stand in this order: 0 待办, 10 采购, 20 验收, 30 商品与专柜, 40 台账与报表, 50 任务清单, 60 单位与人员, 70 系统.</param>
/// <param name="Chinese">Its name.</param>
/// <param name="English">Its name in English.</param>
/// <param name="Path">Where it is, such as /orders.</param>
/// <param name="Capabilities">One of them lets in; none: everybody who signed in.</param>
public sealed record Room(int Place, string Chinese, string English, string Path, IReadOnlyList<string> Capabilities)
{
    /// <summary>The path of the room that this one is a part of; null when it stands by itself.</summary>
    public string? Within { get; init; }

    /// <summary>May this person enter?</summary>
    public bool Lets(Actor actor) => actor.SignedIn && (Capabilities.Count == 0 || Capabilities.Any(actor.Can));
}

/// <summary>Where somebody lands who signs in, or who asks for the front page and may not see it: who has one job lands in it.</summary>
/// <param name="rooms">All of them.</param>
public sealed class Landing(IEnumerable<Room> rooms)
{
    /// <summary>The front page.</summary>
    public const string FrontPage = "/";

    private readonly IReadOnlyList<Room> rooms = [.. rooms.OrderBy(r => r.Place)];

    /// <summary>The path to go to.</summary>
    public string For(Actor actor)
    {
        var open = rooms.Where(r => r.Within is null && r.Capabilities.Count > 0 && r.Lets(actor)).ToList();
        return open.Count == 1 ? open[0].Path
            : open.Exists(r => r.Path == FrontPage) ? FrontPage
            : open.Count > 0 ? open[0].Path : "/todo";
    }
}
