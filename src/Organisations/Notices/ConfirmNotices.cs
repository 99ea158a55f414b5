using Commerce.Organisations.Data;
using Commerce.Organisations.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.Notices;

/// <summary>A person types the code that came to their address: from then on reminders go there.</summary>
internal static class ConfirmNotices
{
    public sealed record Input(string IdempotencyKey, string Code) : IMutationInput;

    internal sealed class Handler(OrganisationsDbContext db, Once once, Actor actor, TimeProvider clock)
    {
        public async Task<Outcome> Handle(Input input, CancellationToken ct)
        {
            // A wrong code is counted whatever becomes of the request: refusals of mutations leave no trace.
            var now = clock.GetUtcNow();
            var right = await db.InTransaction(
                async _ =>
                {
                    var address = await db.NoticeAddresses.SingleOrDefaultAsync(a => a.UserId == actor.Id && a.Address != "", ct);
                    var tried = address?.Try(input.Code.Trim(), now) == true;
                    await db.SaveChangesAsync(ct);
                    return tried;
                },
                ct);
            return await once.Run(
                db,
                input,
                async () =>
                {
                    if (!right || await db.NoticeAddresses.SingleOrDefaultAsync(a => a.UserId == actor.Id, ct) is not { } address)
                    {
                        return OrganisationsErrors.WrongCode;
                    }

                    address.ConfirmedAt ??= now;
                    return actor.Id;
                },
                ct);
        }
    }
}
