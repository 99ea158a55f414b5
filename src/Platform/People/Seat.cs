using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Commerce.Platform.People;

/// <summary>Seats the person of a circuit before the first page is drawn, so that everything drawn knows their language.</summary>
internal sealed class Seat(Recognition recognise, AuthenticationStateProvider ticket, CurrentActor here) : CircuitHandler
{
    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (await recognise((await ticket.GetAuthenticationStateAsync()).User, cancellationToken) is { } actor)
        {
            here.Actor = actor;
        }
    }
}
