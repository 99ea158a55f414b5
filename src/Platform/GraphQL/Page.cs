namespace Commerce.Platform.GraphQL;

/// <summary>A page of a connection: its nodes, and what lies beyond.</summary>
public interface IPage
{
    /// <summary>The nodes in their order.</summary>
    IReadOnlyList<object> Nodes { get; }

    /// <summary>The cursor of one of them. Signing costs, so it is made only when asked for.</summary>
    string CursorOf(object node);

    /// <summary>More follow.</summary>
    bool HasNextPage { get; }

    /// <summary>Some came before.</summary>
    bool HasPreviousPage { get; }

    /// <summary>Counts all; called only when the client asks for it. Null when there are too many to count.</summary>
    Func<Task<int?>> CountAll { get; }
}

/// <summary>A page of a connection.</summary>
/// <typeparam name="T">The node's view.</typeparam>
public class Page<T> : IPage
    where T : class
{
    /// <summary>The nodes in their order.</summary>
    public required IReadOnlyList<T> Nodes { get; init; }

    /// <summary>Makes the cursor of a node.</summary>
    public required Func<T, string> Cursor { get; init; }

    /// <inheritdoc />
    public required bool HasNextPage { get; init; }

    /// <inheritdoc />
    public required bool HasPreviousPage { get; init; }

    /// <inheritdoc />
    public required Func<Task<int?>> CountAll { get; init; }

    IReadOnlyList<object> IPage.Nodes => Nodes;

    string IPage.CursorOf(object node) => Cursor((T)node);
}

/// <summary>What a client asks of a connection: the first so many after a cursor.</summary>
/// <param name="First">1 to 100.</param>
/// <param name="After">The decoded cursor, or null from the start.</param>
public sealed record PageRequest(int First, string? After)
{
    /// <summary>The largest page.</summary>
    public const int Largest = 100;

    /// <summary>The position behind which the page starts, for connections ordered by a number.</summary>
    public long? AfterNumber => After is null ? null : long.TryParse(After, out var n) ? n : throw new BadCursorException();

    /// <summary>Makes a page from one row more than asked for.</summary>
    /// <param name="rows">At most <see cref="First"/> + 1 rows.</param>
    /// <param name="key">What the cursor holds, such as the row's sequence number.</param>
    /// <param name="cursors">Signs cursors.</param>
    /// <param name="countAll">Counts all rows when asked.</param>
    public Page<T> PageOf<T>(IReadOnlyList<T> rows, Func<T, string> key, Cursors cursors, Func<Task<int?>> countAll)
        where T : class => new()
        {
            Nodes = [.. rows.Take(First)],
            Cursor = r => cursors.Encode(key(r)),
            HasNextPage = rows.Count > First,
            HasPreviousPage = After is not null,
            CountAll = countAll,
        };
}

/// <summary>A cursor that this server didn't give.</summary>
public sealed class BadCursorException : Exception
{
    /// <summary>A cursor that this server didn't give.</summary>
    public BadCursorException()
        : base("The cursor was not given by this server. Start again without it.")
    {
    }
}
