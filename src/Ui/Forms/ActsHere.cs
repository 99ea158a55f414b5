namespace Commerce.Ui.Forms;

/// <summary>Tells a page that one of its acts begins, and that one is done: what an earlier act came to must not stand beside the refusal of a later one.</summary>
public sealed class ActsHere
{
    /// <summary>An act begins.</summary>
    public event Action? Begun;

    /// <summary>An act is done, and the page has its words.</summary>
    public event Action? Done;

    /// <summary>An act begins.</summary>
    public void Begin() => Begun?.Invoke();

    /// <summary>It is done.</summary>
    public void End() => Done?.Invoke();
}
