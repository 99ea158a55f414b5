using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Commerce.Platform.Parked;

/// <summary>An event that a consumer couldn't take in. It stays in sight until it was taken in after all.</summary>
internal sealed class ParkedEvent
{
    public required Guid Id { get; init; }

    public required Guid EventId { get; init; }

    public required string Endpoint { get; init; }

    public required string Name { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required string Reason { get; set; }

    /// <summary>True: tried again by itself at <see cref="NextTryAt"/>. False: waits for a person.</summary>
    public bool Waiting { get; set; }

    public int Tries { get; set; }

    public DateTimeOffset NextTryAt { get; set; }

    /// <summary>When it was taken in after all; null while parked.</summary>
    public DateTimeOffset? TakenAt { get; set; }

    /// <summary>When a person decided that it never will be: a forged one, one of a time before a restore. It stays on record.</summary>
    public DateTimeOffset? DismissedAt { get; set; }

    /// <summary>Why, in that person's words.</summary>
    public string? DismissReason { get; set; }

    public static void Map(EntityTypeBuilder<ParkedEvent> b)
    {
        b.ToTable("parked_events");
        b.HasKey(e => e.Id);
        b.Property(e => e.Endpoint).HasMaxLength(120);
        b.Property(e => e.Name).HasMaxLength(200);
        b.Property(e => e.Reason).HasMaxLength(1000);
        b.Property(e => e.DismissReason).HasMaxLength(DismissParkedEvent.LongestReason);
        b.Property(e => e.Body).Metadata.SetMaxLength(null);
        b.HasIndex(e => new { e.EventId, e.Endpoint }).IsUnique();
        b.HasIndex(e => new { e.TakenAt, e.Waiting, e.NextTryAt });
    }
}

/// <summary>What of the parked events is still open.</summary>
internal static class ParkedQueries
{
    /// <summary>Neither taken in after all nor dismissed.</summary>
    public static IQueryable<ParkedEvent> StillParked(this IQueryable<ParkedEvent> all) => all.Where(p => p.TakenAt == null && p.DismissedAt == null);
}
