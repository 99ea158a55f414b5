namespace Commerce.TaskList.Domain;

/// <summary>A view of the task list that a person keeps under a name.</summary>
internal sealed class SavedView
{
    public const int NameLength = 30;

    public const int AddressLength = 500;

    /// <summary>More names than this are no shortcuts any more.</summary>
    public const int Most = 20;

    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required string Name { get; init; }

    /// <summary>A page of the task list with its filters.</summary>
    public required string Address { get; set; }

    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>Of the task list, on this site, and nothing but an address.</summary>
    public static bool IsAddress(string address) =>
        address.Length <= AddressLength && (address == "/tasks" || address.StartsWith("/tasks?", StringComparison.Ordinal) || address.StartsWith("/tasks/", StringComparison.Ordinal))
        && !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\') && !address.Contains("//", StringComparison.Ordinal);
}
