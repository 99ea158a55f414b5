using Commerce.Platform.Databases;

namespace Commerce.TaskList.Domain;

/// <summary>Where a circular stands.</summary>
internal enum CircularState
{
    Draft,

    /// <summary>Kept as it is for ever: never changed, never withdrawn. What is wrong in it, another circular puts right.</summary>
    Issued,
}

/// <summary>情况通报: how the units of a list stand on a day, who is praised and who criticised, and how far the year's targets have come.</summary>
internal sealed class Circular : IVersioned
{
    public const int TitleLength = 100;
    public const int TextLength = 4000;
    public const int NumberLength = 60;

    /// <summary>The order of drafting.</summary>
    public long Position { get; init; }

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required Guid ListId { get; init; }

    /// <summary>The day that the data is told for.</summary>
    public required DateOnly AsOf { get; init; }

    public required string Title { get; set; }

    /// <summary>Who issues it, as called when it was drafted.</summary>
    public required string Office { get; init; }

    /// <summary>The first paragraphs.</summary>
    public required string Opening { get; set; }

    /// <summary>What is demanded next.</summary>
    public required string Demands { get; set; }

    /// <summary>Ranking and targets as they were built from the data, and the two lists as people left them; JSON.</summary>
    public required string Content { get; set; }

    /// <summary>The circular that this one puts right.</summary>
    public Guid? Corrects { get; init; }

    public required Guid DraftedById { get; init; }

    public required string DraftedByName { get; init; }

    public required DateTimeOffset DraftedAt { get; init; }

    public CircularState State { get; private set; }

    /// <summary>发文字号: typed, the office's document system gives it.</summary>
    public string? Number { get; private set; }

    /// <summary>Keeps numbers apart within a year; of a draft its own id.</summary>
    public required string NumberKey { get; set; }

    public DateOnly? IssuedOn { get; private set; }

    public Guid? IssuedById { get; private set; }

    public string? IssuedByName { get; private set; }

    public DateTimeOffset? IssuedAt { get; private set; }

    /// <summary>All of its words as they were issued.</summary>
    public string? Text { get; private set; }

    /// <summary>Of the document as it was issued.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>示例数据.</summary>
    public bool Sample { get; init; }

    /// <summary>The key of a number in a year.</summary>
    public static string KeyOf(int year, string number) => $"{year}:{number}";

    /// <summary>The key of a draft.</summary>
    public static string Alone(Guid id) => $"-{id:N}";

    /// <summary>Issues it under the number that was typed. The document is made after this and kept with <see cref="Freeze"/>.</summary>
    public void Issue(string number, DateOnly on, Guid byId, string byName, DateTimeOffset at)
    {
        (State, Number, NumberKey, IssuedOn) = (CircularState.Issued, number, KeyOf(on.Year, number), on);
        (IssuedById, IssuedByName, IssuedAt) = (byId, byName, at);
    }

    /// <summary>Keeps what was issued.</summary>
    public void Freeze(string text, string sha256) => (Text, Sha256) = (text, sha256);
}

/// <summary>The bytes of a circular as it was issued, apart, so that lists don't carry them.</summary>
internal sealed class CircularDocument
{
    public required Guid CircularId { get; init; }

    public required byte[] Bytes { get; init; }
}

/// <summary>What a circular says of the data.</summary>
/// <param name="Units">In the order of the ranking; those without a place last.</param>
/// <param name="Targets">In the list's order.</param>
/// <param name="Praise">表扬.</param>
/// <param name="Criticism">批评.</param>
internal sealed record CircularContent(IReadOnlyList<CircularRow> Units, IReadOnlyList<CircularTarget> Targets, IReadOnlyList<CircularMention> Praise, IReadOnlyList<CircularMention> Criticism);

/// <summary>How a unit stands on the day.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Unit">As called then.</param>
/// <param name="Place">Its place; null when nothing was due yet.</param>
/// <param name="Tasks">Tasks in which it must report.</param>
/// <param name="Measures">Their measures.</param>
/// <param name="Due">Deadlines that have come or were done before their day.</param>
/// <param name="InTime">Of those: done in time, extensions included.</param>
/// <param name="Late">Of those: done late.</param>
/// <param name="Overdue">Of those: still open.</param>
/// <param name="Unreported">Reports owed and not handed in.</param>
/// <param name="Letters">Supervision letters that were open.</param>
/// <param name="Reason">Why it has that place.</param>
/// <param name="Unanswered">Of the letters: those whose limit passed without an answer.</param>
internal sealed record CircularRow(
    Guid UnitId, string Unit, int? Place, int Tasks, int Measures, int Due, int InTime, int Late, int Overdue, int Unreported, int Letters, string Reason, int Unanswered = 0);

/// <summary>A yearly target and how far it has come.</summary>
/// <param name="Measure">The measure's number; null for a whole task's.</param>
/// <param name="Task">The task's label.</param>
/// <param name="Label">What is measured.</param>
/// <param name="Unit">In what.</param>
/// <param name="Target">For the year.</param>
/// <param name="Actual">On the day; null when nobody reported.</param>
/// <param name="Share">Actual of target.</param>
/// <param name="Expected">The part of the year that has gone by.</param>
/// <param name="Words">What that comes to.</param>
internal sealed record CircularTarget(int? Measure, string Task, string Label, string Unit, decimal Target, decimal? Actual, decimal? Share, decimal Expected, string Words);

/// <summary>A unit that is praised or criticised.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Unit">As called then.</param>
/// <param name="Reason">Why.</param>
internal sealed record CircularMention(Guid UnitId, string Unit, string Reason);
