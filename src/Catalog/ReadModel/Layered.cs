namespace Commerce.Catalog.ReadModel;

/// <summary>A dictionary that never changes and is cheap to make a changed copy of: a large ground, and a thin layer of what came since.</summary>
internal sealed class Layered<TKey, TValue>
    where TKey : notnull
{
    private const int ThinEnough = 256;

    private readonly Dictionary<TKey, TValue> ground;
    private readonly Dictionary<TKey, TValue> layer;

    private Layered(Dictionary<TKey, TValue> ground, Dictionary<TKey, TValue> layer)
    {
        this.ground = ground;
        this.layer = layer;
    }

    public IEnumerable<TKey> Keys => ground.Keys.Union(layer.Keys);

    public TValue this[TKey key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"There is no {key}.");

    public static Layered<TKey, TValue> Of(IEnumerable<TValue> values, Func<TValue, TKey> key, IEqualityComparer<TKey>? comparer = null) =>
        new(values.ToDictionary(key, comparer), new(comparer));

    public bool TryGetValue(TKey key, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TValue value) =>
        (layer.Count > 0 && layer.TryGetValue(key, out value)) || ground.TryGetValue(key, out value);

    public TValue? GetValueOrDefault(TKey key) => TryGetValue(key, out var value) ? value : default;

    /// <summary>A copy in which these stand too, in place of those with the same keys.</summary>
    public Layered<TKey, TValue> With(IEnumerable<TValue> values, Func<TValue, TKey> key)
    {
        var thicker = new Dictionary<TKey, TValue>(layer, layer.Comparer);
        foreach (var value in values)
        {
            thicker[key(value)] = value;
        }

        if (thicker.Count <= Math.Max(ThinEnough, ground.Count / 16))
        {
            return new(ground, thicker);
        }

        var whole = new Dictionary<TKey, TValue>(ground, ground.Comparer);
        foreach (var (k, v) in thicker)
        {
            whole[k] = v;
        }

        return new(whole, new(layer.Comparer));
    }
}
