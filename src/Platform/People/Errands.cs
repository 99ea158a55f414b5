using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace Commerce.Platform.People;

/// <summary>What a page asks and does. A page may stay open for hours, so each errand has a scope of its own and a person who was just
/// recognised anew: who was disabled, or lost the right, is stopped at the next click.</summary>
public sealed class Errands
{
    private readonly IServiceScopeFactory scopes;
    private readonly Recognition recognise;
    private readonly AuthenticationStateProvider ticket;
    private readonly CurrentActor here;
    private readonly MutationDoors mutations;
    private readonly Denials denials;
    private DoorAttribute? door;

    internal Errands(IServiceScopeFactory scopes, Recognition recognise, AuthenticationStateProvider ticket, CurrentActor here, MutationDoors mutations, Denials denials)
    {
        (this.scopes, this.recognise, this.ticket, this.here, this.mutations, this.denials) = (scopes, recognise, ticket, here, mutations, denials);
    }

    /// <summary>Who sits at the page, as last recognised: for names and for what to show. What may be done, each errand decides anew.</summary>
    public Actor Person => here.Actor;

    /// <summary>Runs one errand with a service of its own scope.</summary>
    /// <typeparam name="TService">A slice's handler or question. A mutation's handler lets in whom the mutation's rule in the schema lets in.</typeparam>
    /// <typeparam name="TAnswer">What comes back.</typeparam>
    /// <param name="errand">Such as <c>(ReadMonth months) => months.Read(month, ct)</c>.</param>
    /// <exception cref="RightsWithdrawnException">The person may not be on this page any more, or not do this.</exception>
    public async Task<TAnswer> Run<TService, TAnswer>(Func<TService, Task<TAnswer>> errand)
        where TService : notnull
    {
        var actor = await Recognise();
        if (door?.Lets(actor) != true)
        {
            throw new RightsWithdrawnException(!actor.SignedIn);
        }

        if (!mutations.Allow(typeof(TService), actor, out var mutation))
        {
            denials.Note(mutation, actor);
            return Outcome.Refused(PlatformErrors.Forbidden) is TAnswer refusal ? refusal : throw new RightsWithdrawnException(false);
        }

        return await RunAs(actor, errand);
    }

    /// <summary>An errand without an answer.</summary>
    /// <exception cref="RightsWithdrawnException">The person may not be on this page any more, or not do this.</exception>
    public Task Run<TService>(Func<TService, Task> errand)
        where TService : notnull => Run(async (TService service) =>
        {
            await errand(service);
            return true;
        });

    /// <summary>For the frame around the pages, which stands on every page and is nobody's in particular.</summary>
    internal async Task<TAnswer> Aside<TService, TAnswer>(Func<TService, Task<TAnswer>> errand)
        where TService : notnull => await RunAs(await Recognise(), errand);

    /// <summary>Steps up to a page. From then on errands are for people whom its door lets in.</summary>
    /// <returns>True when the person may come in.</returns>
    /// <exception cref="RightsWithdrawnException">The account counts no more.</exception>
    internal async Task<bool> Enter(Type page)
    {
        door = DoorAttribute.Of(page);
        var actor = await Recognise();
        if (door?.Lets(actor) == true)
        {
            return true;
        }

        denials.Note($"page {page.Name}", actor);
        return false;
    }

    private async Task<TAnswer> RunAs<TService, TAnswer>(Actor actor, Func<TService, Task<TAnswer>> errand)
        where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = actor;
        return await errand(scope.ServiceProvider.GetRequiredService<TService>());
    }

    private async Task<Actor> Recognise() =>
        here.Actor = await recognise((await ticket.GetAuthenticationStateAsync()).User, CancellationToken.None) ?? throw new RightsWithdrawnException(true);
}
