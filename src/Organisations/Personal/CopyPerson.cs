using Commerce.Organisations.Data;
using Commerce.Organisations.Domain;
using Commerce.Platform.GraphQL;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.Personal;

/// <summary>An administrator takes a copy of somebody's data for them, and says why. The file is then fetched at GET /accounts/copies/ID.</summary>
internal static class CopyPerson
{
    public sealed record Input(string IdempotencyKey, [property: IdOf("usr")] Guid AccountId, string Reason) : IMutationInput;

    internal sealed class Handler(OrganisationsDbContext db, Once once, Actor actor, TimeProvider clock)
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

                if (input.Reason.Trim() is not { Length: > 0 and <= PersonRequest.LongestReason } reason)
                {
                    return PersonalErrors.Reason;
                }

                var now = clock.GetUtcNow();
                var request = new PersonRequest
                {
                    Id = Guid.CreateVersion7(now),
                    PersonId = user.Id,
                    Kind = PersonRequestKind.Copy,
                    Reason = reason,
                    AskedById = actor.Id,
                    AskedByName = actor.Name,
                    AskedAt = now,
                    State = PersonRequestState.Done,
                };
                db.PersonRequests.Add(request);
                return request.Id;
            },
            ct);
    }
}
