using Commerce.Organisations.Data;
using Commerce.Organisations.Domain;
using Commerce.Platform.Databases;
using Commerce.Platform.Leases;
using MailKit;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using MimeKit;

namespace Commerce.Organisations.Notices;

/// <summary>Hands waiting mails to the server. One host takes a mail for two minutes, so two never send it at once; a host that dies between the server's yes
/// and its own note lets it go out once more, under the same message id.</summary>
internal sealed class PostMails(OrganisationsDbContext db, MailSettings settings, TimeProvider clock, ILogger<PostMails> log) : IScheduledWork
{
    private const int AtOnce = 50;

    // What was sent or given up is kept so long for the one who asks whether a mail went out.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private static readonly TimeSpan Taken = TimeSpan.FromMinutes(2);

    public async Task Run(CancellationToken ct)
    {
        var old = clock.GetUtcNow() - Kept;
        await db.InTransaction(_ => db.Mails.Where(m => (m.SentAt != null || m.GivenUpAt != null) && m.WrittenAt < old).ExecuteDeleteAsync(ct), ct);
        if (!settings.IsOn)
        {
            return;
        }

        using var server = new SmtpClient();
        for (var i = 0; i < AtOnce && await Take(ct) is { } mail; i++)
        {
            await Post(server, mail, ct);
        }

        if (server.IsConnected)
        {
            await server.DisconnectAsync(true, ct);
        }
    }

    private Task<Mail?> Take(CancellationToken ct) => db.InTransaction<Mail?>(
        async _ =>
        {
            var now = clock.GetUtcNow();
            var mail = await db.Mails.Where(m => m.SentAt == null && m.GivenUpAt == null && m.NextTryAt <= now).OrderBy(m => m.NextTryAt).ThenBy(m => m.Position).FirstOrDefaultAsync(ct);
            if (mail is null)
            {
                return null;
            }

            // Only one of two hosts that read it moves the time.
            var (position, was, next) = (mail.Position, mail.NextTryAt, now + Taken);
            if (await db.Mails.Where(m => m.Position == position && m.NextTryAt == was && m.SentAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.NextTryAt, next).SetProperty(m => m.Tries, m => m.Tries + 1), ct) == 0)
            {
                return null;
            }

            db.ChangeTracker.Clear();
            return await db.Mails.AsNoTracking().SingleAsync(m => m.Position == position, ct);
        },
        ct);

    private async Task Post(SmtpClient server, Mail mail, CancellationToken ct)
    {
        try
        {
            if (!server.IsConnected)
            {
                await server.ConnectAsync(settings.Host, settings.Port, settings.SocketOptions, ct);
                if (settings.User.Length > 0)
                {
                    await server.AuthenticateAsync(settings.User, settings.Password, ct);
                }
            }

            await server.SendAsync(Written(mail), ct);
            await Note(mail, m => m.Sent(clock.GetUtcNow()), false, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is IOException or ProtocolException or CommandException or System.Net.Sockets.SocketException or MailKit.Security.AuthenticationException or MailKit.Security.SslHandshakeException or ServiceNotConnectedException)
        {
            // The server says of this address alone that it never takes anything.
            var refused = e is SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted, StatusCode: >= (SmtpStatusCode)500 };
            log.LogWarning("Mail {Position} wasn't taken at try {Try}: {Reason}", mail.Position, mail.Tries, e.GetType().Name);
            await Note(mail, m => m.Failed(clock.GetUtcNow(), refused), refused, ct);
        }
    }

    private Task<bool> Note(Mail mail, Action<Mail> what, bool refused, CancellationToken ct) => db.InTransaction(
        async _ =>
        {
            if (await db.Mails.SingleOrDefaultAsync(m => m.Position == mail.Position, ct) is not { IsOver: false } kept)
            {
                return false;
            }

            if (refused && await db.NoticeAddresses.SingleOrDefaultAsync(a => a.UserId == mail.UserId && a.Address == mail.Address, ct) is { } address)
            {
                address.RefusedAt = clock.GetUtcNow();
            }

            what(kept);
            await db.SaveChangesAsync(ct);
            return true;
        },
        ct);

    private MimeMessage Written(Mail mail)
    {
        var message = new MimeMessage { Subject = mail.Subject, MessageId = mail.MessageId.Trim('<', '>'), Date = mail.WrittenAt, Body = new TextPart("plain") { Text = mail.Body } };
        message.From.Add(MailboxAddress.Parse(settings.From));
        message.To.Add(MailboxAddress.Parse(mail.Address));

        // No answers from machines.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
