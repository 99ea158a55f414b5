namespace Commerce.Platform.Modules;

/// <summary>Something that waits for a person.</summary>
/// <param name="Chinese">What is to be done, beginning with the verb: 审批订单 PO-2026-000012（公路局，1,280.00 元）.</param>
/// <param name="English">The same in English.</param>
/// <param name="Path">The page where it is done.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Due">The last day; null when there is none.</param>
public sealed record Todo(string Chinese, string English, string Path, DateTimeOffset Since, DateOnly? Due = null);

/// <summary>A module's things to do for the person who asks (inject <see cref="People.Actor"/>). Registered with <c>module.Todo&lt;T&gt;()</c>.</summary>
public interface ITodo
{
    /// <summary>What waits for this person; empty for people who have nothing to do with it.</summary>
    Task<IReadOnlyList<Todo>> Read(CancellationToken ct);
}

/// <summary>All that waits for the person who asks: what is due first comes first, then what has waited longest.</summary>
/// <param name="modules">Each module's part.</param>
public sealed class Inbox(IEnumerable<ITodo> modules)
{
    /// <summary>Everything.</summary>
    public async Task<IReadOnlyList<Todo>> Read(CancellationToken ct)
    {
        var all = new List<Todo>();
        foreach (var module in modules)
        {
            all.AddRange(await module.Read(ct));
        }

        return [.. all.OrderBy(t => t.Due ?? DateOnly.MaxValue).ThenBy(t => t.Since)];
    }
}
