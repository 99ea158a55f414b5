namespace Commerce.Platform.Modules;

/// <summary>Finds goods by what somebody typed. The catalogue answers it, so that the same words find the same goods wherever goods are looked for.</summary>
public interface IFindGoods
{
    /// <summary>The products that a text finds, the nearest first; all of them when it has no words.</summary>
    Task<IReadOnlyList<Guid>> Find(string text, CancellationToken ct);
}
