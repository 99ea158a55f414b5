using Commerce.Organisations.Data;
using Commerce.Organisations.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.Platform.Personal;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.Personal;

/// <summary>An administrator asks that a person who has left be erased; nothing happens until another one agrees.</summary>
internal static class AskErasure
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("usr")] Guid AccountId, int ExpectedVersion, string Reason) : IMutationInput;

    internal sealed class Handler(OrganisationsDbContext db, Once once, Actor actor, TimeProvider clock, PersonDuties duties)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (await db.Users.SingleOrDefaultAsync(u => u.Id == input.AccountId, ct) is not { } user || !actor.Can(Capability.OrganisationManage, user.HomeUnitId))
                {
                    return PlatformErrors.NotFound;
                }

                if (user.Version != input.ExpectedVersion)
                {
                    return PlatformErrors.Stale(user.Version);
                }

                if (input.Reason.Trim() is not { Length: > 0 and <= PersonRequest.LongestReason } reason)
                {
                    return PersonalErrors.Reason;
                }

                if (!user.Disabled)
                {
                    return PersonalErrors.StillInUse;
                }

                var before = await db.PersonRequests.Where(r => r.PersonId == user.Id && r.Kind == PersonRequestKind.Erasure).Select(r => r.State).ToListAsync(ct);
                if (before.Contains(PersonRequestState.Done))
                {
                    return PersonalErrors.ErasedAlready;
                }

                if (before.Contains(PersonRequestState.Open))
                {
                    return PersonalErrors.AskedAlready;
                }

                if (await duties.Open(user.Id, ct) is { Count: > 0 } open)
                {
                    return PersonalErrors.InTheWay(open);
                }

                var now = clock.GetUtcNow();
                var request = new PersonRequest
                {
                    Id = Guid.CreateVersion7(now),
                    PersonId = user.Id,
                    Kind = PersonRequestKind.Erasure,
                    Reason = reason,
                    AskedById = actor.Id,
                    AskedByName = actor.Name,
                    AskedAt = now,
                };
                db.PersonRequests.Add(request);
                return request.Id;
            },
            ct);
    }
}
