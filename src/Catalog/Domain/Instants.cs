namespace Commerce.Catalog.Domain;

/// <summary>How moments that clients name are taken.</summary>
internal static class Instants
{
    /// <summary>How far the start of a price or an offer may lie behind the server's clock: clocks differ, and answers travel.</summary>
    public static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(1);

    /// <summary>Databases keep microseconds or less: what is compared later must survive being stored.</summary>
    public static DateTimeOffset ToTheMillisecond(this DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
