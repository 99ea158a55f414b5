using GraphQL.DataLoader;

namespace Commerce.Platform.GraphQL;

/// <summary>The batches of one request: keys collected while a level of the answer is built, fetched together.</summary>
public sealed class Batches
{
    private readonly Dictionary<object, object> batches = [];

    internal Batch<TKey, TValue> Of<TKey, TValue>(object name, Func<IReadOnlyCollection<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> load)
        where TKey : notnull
    {
        lock (batches)
        {
            if (!batches.TryGetValue(name, out var batch))
            {
                batches[name] = batch = new Batch<TKey, TValue>(load);
            }

            return (Batch<TKey, TValue>)batch;
        }
    }
}

/// <summary>One batch: all keys asked for so far are fetched by the first who needs an answer.</summary>
internal sealed class Batch<TKey, TValue>(Func<IReadOnlyCollection<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> load)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue?> known = [];
    private readonly HashSet<TKey> pending = [];
    private Task running = Task.CompletedTask;

    public IDataLoaderResult Load(TKey key)
    {
        lock (pending)
        {
            if (!known.ContainsKey(key))
            {
                pending.Add(key);
            }
        }

        return new Answer(this, key);
    }

    private async Task<object?> Get(TKey key)
    {
        Task wait;
        lock (pending)
        {
            if (pending.Count > 0)
            {
                TKey[] keys = [.. pending];
                pending.Clear();
                running = Fetch(running, keys);
            }

            wait = running;
        }

        await wait;
        return known.GetValueOrDefault(key);
    }

    private async Task Fetch(Task before, TKey[] keys)
    {
        await before;
        var found = await load(keys);
        lock (pending)
        {
            foreach (var key in keys)
            {
                known[key] = found.GetValueOrDefault(key);
            }
        }
    }

    private sealed class Answer(Batch<TKey, TValue> batch, TKey key) : IDataLoaderResult
    {
        public Task<object?> GetResultAsync(CancellationToken cancellationToken = default) => batch.Get(key);
    }
}
