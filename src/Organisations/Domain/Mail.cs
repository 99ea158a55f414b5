using Commerce.Platform.Audit;

namespace Commerce.Organisations.Domain;

/// <summary>A mail that is to go out, once. What it said is forgotten when it has gone.</summary>
internal sealed class Mail
{
    /// <summary>After so long without success it is given up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    public long Position { get; init; }

    /// <summary>What it is, once: a person's digest of a day, or a code.</summary>
    public required string Key { get; init; }

    public required Guid UserId { get; init; }

    [Secret]
    public required string Address { get; set; }

    [Secret]
    public required string Subject { get; set; }

    [Secret]
    public required string Body { get; set; }

    public required DateTimeOffset WrittenAt { get; init; }

    public required DateTimeOffset NextTryAt { get; set; }

    public int Tries { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset? GivenUpAt { get; set; }

    public bool IsOver => SentAt is not null || GivenUpAt is not null;

    /// <summary>The same whenever it is sent again, so that a receiver can tell one that came twice.</summary>
    public string MessageId => $"<{NoticeAddress.Hash(UserId, Key, "")[..32].ToLowerInvariant()}@commerce>";

    public void Sent(DateTimeOffset now)
    {
        SentAt = now;
        Forget();
    }

    /// <summary>Tried later again, at growing distances up to four hours, for three days.</summary>
    public void Failed(DateTimeOffset now, bool forGood)
    {
        if (forGood || now - WrittenAt >= Patience)
        {
            GivenUpAt = now;
            Forget();
            return;
        }

        NextTryAt = now + TimeSpan.FromMinutes(Math.Min(Math.Pow(2, Tries), 240));
    }

    private void Forget() => (Address, Subject, Body) = ("", "", "");
}

/// <summary>A thing to do that a person was told of by mail: when it came, and once more when its last day is near.</summary>
internal sealed class ToldTodo
{
    public required Guid UserId { get; init; }

    /// <summary>A hash of where it is done, since when it waits and until when; not of its words, which change.</summary>
    public required string Key { get; init; }

    /// <summary>True: told because its last day is today or tomorrow, or gone by.</summary>
    public required bool Near { get; init; }

    public required DateOnly On { get; init; }
}
