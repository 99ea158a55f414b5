using Commerce.Platform.Modules;

namespace Commerce.Ordering.Tests;

/// <summary>Stands for the catalogue's search: says which products a text finds.</summary>
internal sealed class CatalogueSays : IFindGoods
{
    private readonly Dictionary<string, Guid[]> finds = [];

    public CatalogueSays That(string text, params Guid[] nearestFirst)
    {
        finds[text] = nearestFirst;
        return this;
    }

    public Task<IReadOnlyList<Guid>> Find(string text, CancellationToken ct) => Task.FromResult<IReadOnlyList<Guid>>(finds.GetValueOrDefault(text, []));
}
