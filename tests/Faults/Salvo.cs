namespace Commerce.Faults;

/// <summary>Gathers second signatures and lets them go all at once, so that a kill meets many acceptances on their way to the ledger.</summary>
internal sealed class Salvo
{
    private readonly Lock gate = new();
    private TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource landed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool over;
    private int waiting;

    /// <summary>How many wait now.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
            {
                return waiting;
            }
        }
    }

    /// <summary>Waits for the next salvo; afterwards, when there are no more kills, doesn't wait at all.</summary>
    public async Task Join()
    {
        Task turn;
        lock (gate)
        {
            if (over)
            {
                return;
            }

            waiting++;
            turn = release.Task;
        }

        // Nobody may hang on a nemesis that is busy elsewhere.
        await Task.WhenAny(turn, Task.Delay(TimeSpan.FromSeconds(4)));
    }

    /// <summary>The first signature of the salvo was answered: its fact is stored and starts on its way, the others are at its heels.</summary>
    public Task FirstLanded
    {
        get
        {
            lock (gate)
            {
                return landed.Task;
            }
        }
    }

    public void Landed()
    {
        lock (gate)
        {
            landed.TrySetResult();
        }
    }

    public void Fire()
    {
        lock (gate)
        {
            waiting = 0;
            landed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            release.SetResult();
            release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void End()
    {
        lock (gate)
        {
            over = true;
            waiting = 0;
            release.TrySetResult();
        }
    }
}
