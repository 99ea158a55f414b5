using System.Net.Mail;
using Commerce.Platform.Modules;
using MailKit.Security;

namespace Commerce.Organisations.Notices;

/// <summary>Settings <c>Commerce:Mail</c>: through which server reminders go. Without a host none go.</summary>
internal sealed class MailSettings
{
    /// <summary>The SMTP server; empty: no mail is sent.</summary>
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    /// <summary>StartTls, Tls or None; None only towards this machine.</summary>
    public string Security { get; init; } = "StartTls";

    /// <summary>Who signs in to the server; empty: nobody.</summary>
    public string User { get; init; } = "";

    /// <summary>By environment (Commerce__Mail__Password) or from a secret file.</summary>
    public string Password { get; init; } = "";

    /// <summary>The sender's address.</summary>
    public string From { get; init; } = "";

    /// <summary>Where people reach the pages: what links in mails begin with.</summary>
    public string PublicAddress { get; init; } = "";

    /// <summary>From which hour on, in China, a day's digest is written; 0 to 23.</summary>
    public int DigestHour { get; init; } = 8;

    public bool IsOn => Host.Length > 0;

    public SecureSocketOptions SocketOptions => Security switch
    {
        "Tls" => SecureSocketOptions.SslOnConnect,
        "None" => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    /// <exception cref="WrongSettingException">Names the key.</exception>
    public void Check()
    {
        if (DigestHour is < 0 or > 23)
        {
            throw new WrongSettingException("Commerce:Mail:DigestHour", "must be 0 to 23");
        }

        if (!IsOn)
        {
            return;
        }

        if (Port is < 1 or > 65535)
        {
            throw new WrongSettingException("Commerce:Mail:Port", "must be 1 to 65535");
        }

        if (Security is not ("StartTls" or "Tls" or "None"))
        {
            throw new WrongSettingException("Commerce:Mail:Security", "must be StartTls, Tls or None");
        }

        if (Security == "None" && Host is not ("127.0.0.1" or "::1" or "localhost"))
        {
            throw new WrongSettingException("Commerce:Mail:Security", "can be None only when the server is on this machine");
        }

        if (!MailAddress.TryCreate(From, out _))
        {
            throw new WrongSettingException("Commerce:Mail:From", "must be the sender's address");
        }

        if (!(Uri.TryCreate(PublicAddress, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"))
        {
            throw new WrongSettingException("Commerce:Mail:PublicAddress", "must be the http or https address of the pages");
        }
    }
}
