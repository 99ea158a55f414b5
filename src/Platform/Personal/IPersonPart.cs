namespace Commerce.Platform.Personal;

/// <summary>Something that a person would leave undone.</summary>
/// <param name="Chinese">订单 PO-2026-000012 还没有办完.</param>
/// <param name="English">The same in English.</param>
public sealed record Duty(string Chinese, string English);

/// <summary>What a module says of the people in its database. Registered with <c>module.Person&lt;T&gt;()</c>; what is exported and erased is found in the module's tables by themselves.</summary>
public interface IPersonPart
{
    /// <summary>The module's name in lower case.</summary>
    string Module { get; }

    /// <summary>What each table with people in it is called in an export, by the table's name.</summary>
    IReadOnlyDictionary<string, string> Tables { get; }

    /// <summary>What keeps the person from being erased.</summary>
    Task<IReadOnlyList<Duty>> Open(Guid person, CancellationToken ct);
}

/// <summary>Asks all modules about a person.</summary>
/// <param name="parts">Each module's part.</param>
public sealed class PersonDuties(IEnumerable<IPersonPart> parts)
{
    /// <summary>Everything that is in the way.</summary>
    public async Task<IReadOnlyList<Duty>> Open(Guid person, CancellationToken ct)
    {
        var open = new List<Duty>();
        foreach (var part in parts)
        {
            open.AddRange(await part.Open(person, ct));
        }

        return open;
    }
}
