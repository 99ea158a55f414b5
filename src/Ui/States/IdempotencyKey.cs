namespace Commerce.Ui;

/// <summary>The key of one intention: pressing a button twice, or again after the network was away, does the thing once. A refused try keeps its
/// answer under its key, so the next try takes a new one.</summary>
public sealed class IdempotencyKey
{
    /// <summary>The key as it stands.</summary>
    public string Value { get; private set; } = New();

    /// <summary>The thing was done or refused: what comes next is another intention.</summary>
    public void Renew() => Value = New();

    private static string New() => Guid.NewGuid().ToString("N");
}
