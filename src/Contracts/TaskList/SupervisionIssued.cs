namespace Commerce.Contracts.TaskList;

/// <summary>A supervision letter (督办函) was issued to a unit.</summary>
/// <param name="LetterId">The letter.</param>
/// <param name="Year">The list's year.</param>
/// <param name="TaskNumber">1 to 14.</param>
/// <param name="MeasureNumber">1 to 54; null when it is about a milestone of more than one measure.</param>
/// <param name="UnitId">Who has to answer.</param>
/// <param name="Colour">BLUE, YELLOW or RED.</param>
/// <param name="Number">As typed: the office's document system gives it.</param>
/// <param name="IssuedOn">The day on the paper.</param>
/// <param name="ReplyDueOn">The last day for the answer.</param>
/// <param name="IssuedAt">UTC.</param>
[Event]
public sealed record SupervisionIssued(
    Guid LetterId, int Year, int TaskNumber, int? MeasureNumber, Guid UnitId, string Colour, string Number, DateOnly IssuedOn, DateOnly ReplyDueOn, DateTimeOffset IssuedAt);
