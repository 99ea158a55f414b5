using Commerce.Contracts.Organisations;
using Commerce.Organisations.Data;
using Commerce.Organisations.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.Platform.Personal;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.Personal;

/// <summary>A second administrator agrees to an erasure, which then can't be undone; or declines. Who asked may only take it back.</summary>
internal static class DecideErasure
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("prq")] Guid RequestId, int ExpectedVersion, bool Agreed, string? Answer = null) : IMutationInput;

    internal sealed class Handler(OrganisationsDbContext db, Once once, Actor actor, TimeProvider clock, PersonDuties duties, FreeText freeText)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (await db.PersonRequests.SingleOrDefaultAsync(r => r.Id == input.RequestId && r.Kind == PersonRequestKind.Erasure, ct) is not { } request
                    || await db.Users.SingleAsync(u => u.Id == request.PersonId, ct) is not { } user
                    || !actor.Can(Capability.OrganisationManage, user.HomeUnitId))
                {
                    return PlatformErrors.NotFound;
                }

                if (request.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(request.Version);
                }

                if (request.State != PersonRequestState.Open)
                {
                    return PersonalErrors.DecidedAlready;
                }

                var answer = input.Answer?.Trim() ?? "";
                if (answer.Length > PersonRequest.LongestReason || (!input.Agreed && answer.Length == 0))
                {
                    return PersonalErrors.Answer;
                }

                var now = clock.GetUtcNow();
                (request.DecidedById, request.DecidedByName, request.DecidedAt, request.Answer) = (actor.Id, actor.Name, now, answer.Length == 0 ? null : answer);
                if (!input.Agreed)
                {
                    request.State = PersonRequestState.Declined;
                    return request.Id;
                }

                if (request.AskedById == actor.Id)
                {
                    return PersonalErrors.SecondPerson;
                }

                if (await duties.Open(user.Id, ct) is { Count: > 0 } open)
                {
                    return PersonalErrors.InTheWay(open);
                }

                request.State = PersonRequestState.Done;
                request.Label = ErasedPerson.Label((int)await db.NextNumber("erased-people", ct));
                request.KeptIn = string.Join('\n', await freeText.With(user.DisplayName, ct)) is { Length: > 0 } places ? places : null;
                var namesake = await db.Users.AnyAsync(u => u.Id != user.Id && u.DisplayName == user.DisplayName, ct);
                db.Publish(new PersonErased(user.Id, request.Label, !namesake), now);
                return request.Id;
            },
            ct);
    }
}
