using Commerce.Catalog.Domain;
using Commerce.Catalog.ReadModel;

namespace Commerce.Catalog.Papers;

/// <summary>How long the certificates of a kind still hold.</summary>
internal enum PaperState
{
    /// <summary>已过期: none of the kind holds today.</summary>
    Out,

    /// <summary>The last day is at most 7 days away.</summary>
    Week,

    /// <summary>The last day is at most 30 days away.</summary>
    Month,

    /// <summary>Longer, or without an end.</summary>
    Rest,
}

/// <summary>A kind of certificate of a good, as it stands on a day. What a renewed paper of the kind covers without a gap isn't an end.</summary>
/// <param name="Good">The good.</param>
/// <param name="Paper">The one that ends last before the gap; without a gap the one that lasts longest.</param>
/// <param name="Gap">The next days, or the present ones, on which none of the kind holds; null when there are none.</param>
/// <param name="Today">In China.</param>
internal sealed record GoodPaper(ProductView Good, CertificateView Paper, ShelfGap? Gap, DateOnly Today)
{
    /// <summary>People are told so many days before, and again so many.</summary>
    public const int FirstWarning = 30;

    public const int SecondWarning = 7;

    /// <summary>The last day on which the kind holds without interruption; null without an end.</summary>
    public DateOnly? LastDay => Gap?.From.AddDays(-1);

    /// <summary>Days left after today: 0 on the last day, negative afterwards.</summary>
    public int? DaysLeft => LastDay?.DayNumber - Today.DayNumber;

    public PaperState State => DaysLeft switch
    {
        null => PaperState.Rest,
        < 0 => PaperState.Out,
        <= SecondWarning => PaperState.Week,
        <= FirstWarning => PaperState.Month,
        _ => PaperState.Rest,
    };

    /// <summary>The end is near or over, and no renewed paper is on record yet.</summary>
    public bool Wanted => State != PaperState.Rest && Gap!.To is null;

    public bool IsRecognition => Paper.Kind == Certificate.Recognition;

    /// <summary>Today the good is off the shelf for want of it.</summary>
    public bool OffShelf => State == PaperState.Out && !IsRecognition;

    /// <summary>The first day in China of its state.</summary>
    public DateOnly? Since => State switch
    {
        PaperState.Out => Gap!.From,
        PaperState.Week => LastDay!.Value.AddDays(-SecondWarning),
        PaperState.Month => LastDay!.Value.AddDays(-FirstWarning),
        _ => null,
    };

    /// <summary>One per kind that the good has had.</summary>
    public static IEnumerable<GoodPaper> Of(ProductView good, DateOnly today) => good.Certificates.GroupBy(c => c.Kind).Select(kind =>
    {
        var gap = good.Gaps.Concat(good.RecognitionGaps).FirstOrDefault(g => g.Kind == kind.Key && !(g.To < today));
        return new GoodPaper(good, kind.FirstOrDefault(c => c.Number == gap?.Number) ?? kind.MaxBy(c => c.LastDay ?? DateOnly.MaxValue)!, gap, today);
    });
}
