using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.Components;

namespace Commerce.Ui.Forms;

/// <summary>A form for one act: pressed twice it acts once, what came of it is said to the page, and what has moved on meanwhile is read anew.</summary>
public abstract class ActForm : ComponentBase
{
    private readonly IdempotencyKey key = new();

    /// <summary>What was done, in words; null when the page is to be read anew.</summary>
    [Parameter]
    public EventCallback<string?> OnDone { get; set; }

    /// <summary>Runs an act.</summary>
    [Inject]
    protected Errands Errands { get; set; } = null!;

    /// <summary>The page's other words hear of it.</summary>
    [Inject]
    private ActsHere Acts { get; set; } = null!;

    /// <summary>The words.</summary>
    [Inject]
    protected Words W { get; set; } = null!;

    /// <summary>Why it wasn't done.</summary>
    protected Error? Refusal { get; private set; }

    /// <summary>It is being done.</summary>
    protected bool Busy { get; private set; }

    /// <summary>A refusal that the form itself gives.</summary>
    protected void Refuse(Error? refusal) => Refusal = refusal;

    /// <summary>Does it.</summary>
    /// <param name="act">With the key of this intention.</param>
    /// <param name="done">The words for the page.</param>
    protected async Task<bool> Do<THandler>(Func<THandler, string, Task<Outcome>> act, string done)
        where THandler : notnull
    {
        (Busy, Refusal) = (true, null);
        Acts.Begin();
        var outcome = await Errands.Run((THandler handler) => act(handler, key.Value));
        key.Renew();
        (Busy, Refusal) = (false, outcome.Error);
        if (outcome.Error is null)
        {
            await OnDone.InvokeAsync(done);
            Acts.End();
        }
        else if (outcome.Error.Code is ErrorCode.VersionStale)
        {
            await OnDone.InvokeAsync(null);
        }

        return outcome.Error is null;
    }
}
