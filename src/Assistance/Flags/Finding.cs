using Commerce.Assistance.Domain;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Flags;

/// <summary>Something found, known by its key.</summary>
internal sealed record Finding(
    FlagKind Kind, string Key, Guid UnitId, Month Month, Money Amount, string Chinese, string English, bool Sample, IReadOnlyList<FoundPaper> Papers, Guid? PersonId = null)
{
    public Flag ToFlag(DateTimeOffset now)
    {
        var flag = new Flag
        {
            Id = Guid.CreateVersion7(now),
            Kind = Kind,
            Key = Key,
            UnitId = UnitId,
            MonthNumber = Month.Number,
            Amount = Amount,
            Chinese = Chinese,
            English = English,
            PersonId = PersonId,
            Sample = Sample,
            FoundAt = now,
        };
        flag.Papers.AddRange(Papers.Select(p => new FlagPaper { Kind = p.Kind, SourceId = p.SourceId, Number = p.Number, On = p.On, Amount = p.Amount }));
        return flag;
    }
}

/// <summary>A paper behind it.</summary>
internal sealed record FoundPaper(FlagPaperKind Kind, Guid SourceId, string Number, DateOnly On, Money Amount)
{
    public static FoundPaper Of(LedgerEntry e) => new(FlagPaperKind.LedgerRow, e.Id, e.DocumentNumber ?? $"#{e.Sequence}", e.OccurredAt.DayInChina(), Money.FromFen(e.AmountFen));
}
