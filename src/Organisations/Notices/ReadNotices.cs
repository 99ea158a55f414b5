using Commerce.Organisations.Data;
using Commerce.Organisations.Domain;
using Commerce.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace Commerce.Organisations.Notices;

/// <summary>How one's own reminders by e-mail stand.</summary>
/// <param name="On">A mail server is set up.</param>
/// <param name="Address">Where they go or will go; null when nowhere.</param>
/// <param name="Confirmed">The code came back.</param>
/// <param name="RefusedAt">Since when the server takes nothing for the address.</param>
internal sealed record NoticesView(bool On, string? Address, bool Confirmed, DateTimeOffset? RefusedAt);

internal sealed class ReadNotices(OrganisationsDbContext db, MailSettings settings, Actor actor)
{
    public async Task<NoticesView> Read(CancellationToken ct) =>
        await db.NoticeAddresses.AsNoTracking().SingleOrDefaultAsync(a => a.UserId == actor.Id && a.Address != "", ct) is { } mine
            ? new(settings.IsOn, mine.Address, mine.ConfirmedAt is not null, mine.RefusedAt)
            : new(settings.IsOn, null, false, null);
}
