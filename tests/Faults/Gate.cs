namespace Commerce.Faults;

/// <summary>Closed while a server says that it isn't ready: what a balancer in front does with new questions.</summary>
internal sealed class Gate
{
    private volatile TaskCompletionSource open = Opened();

    public Task Pass() => open.Task;

    public void Close() => open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => open.TrySetResult();

    private static TaskCompletionSource Opened()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }
}
