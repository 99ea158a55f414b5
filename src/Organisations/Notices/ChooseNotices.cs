using System.Net.Mail;
using Commerce.Organisations.Data;
using Commerce.Organisations.Domain;
using Commerce.Platform.Idempotency;
using Commerce.Platform.People;
using Commerce.SharedKernel;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.Notices;

/// <summary>A person says where reminders go by e-mail, or that none do. A code goes there first.</summary>
internal static class ChooseNotices
{
    /// <param name="Address">Empty: no e-mail any more.</param>
    public sealed record Input(string IdempotencyKey, string? Address) : IMutationInput;

    internal sealed class Handler(OrganisationsDbContext db, Once once, Actor actor, MailSettings settings, TimeProvider clock)
    {
        public Task<Outcome> Handle(Input input, CancellationToken ct) => once.Run(
            db,
            input,
            async () =>
            {
                if (!actor.SignedIn)
                {
                    return PlatformErrors.SignInFirst;
                }

                var known = await db.NoticeAddresses.SingleOrDefaultAsync(a => a.UserId == actor.Id, ct);
                if (input.Address?.Trim() is not { Length: > 0 } address)
                {
                    if (known is not null)
                    {
                        (known.Address, known.CodeHash, known.ConfirmedAt, known.RefusedAt) = ("", "", null, null);
                    }

                    return actor.Id;
                }

                if (!settings.IsOn)
                {
                    return OrganisationsErrors.NoMailServer;
                }

                if (address.Length > NoticeAddress.Longest || !MailAddress.TryCreate(address, out var parsed) || parsed.Address != address)
                {
                    return OrganisationsErrors.MailAddress;
                }

                var now = clock.GetUtcNow();
                var today = now.DayInChina();
                var codes = known?.CodesOn == today ? known.Codes : 0;
                if (codes >= NoticeAddress.MostCodes)
                {
                    return OrganisationsErrors.EnoughCodes;
                }

                var code = NoticeAddress.NewCode();
                var hash = NoticeAddress.Hash(actor.Id, address, code);
                if (known is null)
                {
                    db.NoticeAddresses.Add(new NoticeAddress { UserId = actor.Id, Address = address, CodeHash = hash, CodeUntil = now + NoticeAddress.CodeHolds, Codes = 1, CodesOn = today });
                }
                else
                {
                    (known.Address, known.CodeHash, known.CodeUntil, known.WrongCodes, known.Codes, known.CodesOn) = (address, hash, now + NoticeAddress.CodeHolds, 0, codes + 1, today);
                    (known.ConfirmedAt, known.RefusedAt) = (null, null);
                }

                db.Mails.Add(NoticeText.OfCode(actor, address, code, now));
                return actor.Id;
            },
            ct);
    }
}
