using Commerce.Platform.Databases;

namespace Commerce.TaskList.Domain;

/// <summary>The colour of a letter (督办等级), the mildest first.</summary>
internal enum LetterColour
{
    /// <summary>The day is near.</summary>
    Blue,

    /// <summary>Behind the calendar, sent back or silent.</summary>
    Yellow,

    /// <summary>Overdue.</summary>
    Red,
}

/// <summary>Where a letter stands.</summary>
internal enum LetterState
{
    /// <summary>Being written; nobody outside the supervisors sees it.</summary>
    Draft,

    /// <summary>Sent, and its answer isn't due yet.</summary>
    Issued,

    /// <summary>The unit answered; a supervisor judges.</summary>
    Replied,

    /// <summary>The limit passed without an answer. Never stored: it follows from the day.</summary>
    Overdue,

    /// <summary>Ended: its answer was accepted, or a graver letter took its place.</summary>
    Closed,
}

/// <summary>督办函: what a unit has to do about one matter, in a colour, with a limit for its answer.</summary>
internal sealed class SupervisionLetter : IVersioned
{
    public const int DemandLength = 2000;
    public const int NumberLength = 60;
    public const int SubjectLength = 600;

    /// <summary>The order of drafting.</summary>
    public long Position { get; init; }

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required Guid ListId { get; init; }

    public required Guid TaskId { get; init; }

    /// <summary>The measure it is about; of a milestone of one measure that one.</summary>
    public Guid? MeasureId { get; init; }

    /// <summary>The milestone it is about.</summary>
    public Guid? MilestoneId { get; init; }

    public required Guid UnitId { get; init; }

    /// <summary>Who is addressed, as called when it was drafted.</summary>
    public required string Addressee { get; init; }

    /// <summary>Who sends it, as called when it was drafted.</summary>
    public required string Office { get; init; }

    /// <summary>The matter in words, as the list said it when it was drafted.</summary>
    public required string Subject { get; init; }

    /// <summary>What the light said when it was drafted; null when it was green.</summary>
    public LetterColour? Derived { get; init; }

    public required string LightChinese { get; init; }

    public required string LightEnglish { get; init; }

    public required LetterColour Colour { get; set; }

    /// <summary>Why it is graver than the light.</summary>
    public string? RaisedReason { get; set; }

    public required string Demand { get; set; }

    /// <summary>The last day for the answer; moved when an answer is sent back.</summary>
    public required DateOnly ReplyDueOn { get; set; }

    /// <summary>The last day that stands on the paper; null while it is a draft.</summary>
    public DateOnly? PrintedDueOn { get; private set; }

    /// <summary>The list's title as it stands on the paper; null while it is a draft.</summary>
    public string? PrintedTitle { get; private set; }

    public required DateOnly DraftedOn { get; init; }

    public required Guid DraftedById { get; init; }

    public required string DraftedByName { get; init; }

    public required DateTimeOffset DraftedAt { get; init; }

    /// <summary>发文字号: typed, the office's document system gives it.</summary>
    public string? Number { get; private set; }

    /// <summary>Keeps numbers apart within a year; of a draft its own id.</summary>
    public required string NumberKey { get; set; }

    /// <summary>一事一单: keeps open letters of one matter and unit apart; of one that isn't open its own id.</summary>
    public required string MatterKey { get; set; }

    public DateOnly? IssuedOn { get; private set; }

    public Guid? IssuedById { get; private set; }

    public string? IssuedByName { get; private set; }

    public DateTimeOffset? IssuedAt { get; private set; }

    /// <summary>The milder letter that this one goes on from.</summary>
    public Guid? Escalates { get; init; }

    /// <summary>The graver letter, drafted or issued, that goes on from this one.</summary>
    public Guid? EscalatedIn { get; set; }

    /// <summary>As stored, which is never overdue; see <see cref="StateOn"/>.</summary>
    public LetterState State { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    public Guid? ClosedById { get; private set; }

    public string? ClosedByName { get; private set; }

    /// <summary>What the supervisor said of the answer, or the number of the graver letter.</summary>
    public string? ClosedNote { get; private set; }

    /// <summary>示例数据.</summary>
    public bool Sample { get; init; }

    /// <summary>The answers, the first one first; a later one follows one that was sent back.</summary>
    public List<LetterReply> Replies { get; init; } = [];

    public LetterReply? Reply => Replies.MaxBy(r => r.Position);

    /// <summary>Ended by a graver letter: its limit passed without an answer that did.</summary>
    public bool Superseded { get; private set; }

    /// <summary>Where it stands on a day.</summary>
    public LetterState StateOn(DateOnly day) => State == LetterState.Issued && day > ReplyDueOn ? LetterState.Overdue : State;

    /// <summary>The key of a number in a year.</summary>
    public static string KeyOf(int year, string number) => $"{year}:{number}";

    /// <summary>The key of what isn't told apart.</summary>
    public static string Alone(Guid id) => $"-{id:N}";

    /// <summary>The key of an open letter's matter.</summary>
    public static string OpenKey(Guid subjectId, Guid unitId) => $"{subjectId:N}{unitId:N}";

    /// <summary>The key of its own matter.</summary>
    public string OpenKey() => OpenKey(MilestoneId ?? MeasureId ?? TaskId, UnitId);

    /// <summary>Sends it, under the number that was typed.</summary>
    public void Issue(string number, DateOnly on, string listTitle, Guid byId, string byName, DateTimeOffset at)
    {
        State = LetterState.Issued;
        (Number, NumberKey, IssuedOn, PrintedDueOn, PrintedTitle) = (number, KeyOf(on.Year, number), on, ReplyDueOn, listTitle);
        (IssuedById, IssuedByName, IssuedAt) = (byId, byName, at);
    }

    /// <summary>The unit answered.</summary>
    public void Answer(LetterReply reply)
    {
        Replies.Add(reply);
        State = LetterState.Replied;
    }

    /// <summary>The answer doesn't do: another one until another day.</summary>
    public void SendBack(string reason, DateOnly until, Guid byId, string byName, DateTimeOffset at)
    {
        Reply!.Judge(reason, byId, byName, at);
        (State, ReplyDueOn) = (LetterState.Issued, until);
    }

    /// <summary>A graver letter takes its place.</summary>
    public void GiveWay(string number, Guid byId, string byName, DateOnly on)
    {
        Superseded = true;
        Close(number, byId, byName, on);
    }

    /// <summary>Ends it.</summary>
    public void Close(string? note, Guid byId, string byName, DateOnly on)
    {
        State = LetterState.Closed;
        (ClosedOn, ClosedById, ClosedByName, ClosedNote, MatterKey) = (on, byId, byName, note, Alone(Id));
    }
}

/// <summary>A unit's answer to a letter. Never edited: a better one is another row.</summary>
internal sealed class LetterReply
{
    public const int TextLength = 2000;

    public const int MostFiles = 10;

    public long Position { get; init; }

    public required Guid Id { get; init; }

    public required Guid LetterId { get; init; }

    public required string Text { get; init; }

    /// <summary>It came after the limit.</summary>
    public required bool Late { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Why it was sent back; null when it wasn't.</summary>
    public string? ReturnedReason { get; private set; }

    public Guid? ReturnedById { get; private set; }

    public string? ReturnedByName { get; private set; }

    public DateTimeOffset? ReturnedAt { get; private set; }

    public List<ReplyFile> Files { get; init; } = [];

    public void Judge(string reason, Guid byId, string byName, DateTimeOffset at) => (ReturnedReason, ReturnedById, ReturnedByName, ReturnedAt) = (reason, byId, byName, at);
}

/// <summary>A file that goes with an answer; its bytes lie in the house's file store.</summary>
internal sealed class ReplyFile
{
    public required Guid ReplyId { get; init; }

    public required Guid FileId { get; init; }

    public required string Name { get; init; }
}
