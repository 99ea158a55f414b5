using Commerce.SharedKernel;

namespace Commerce.Assistance.Domain;

/// <summary>What the ratio is taken of.</summary>
internal enum ShareBase
{
    /// <summary>年度食堂食材采购总额 (财库〔2021〕19号).</summary>
    Canteen,

    /// <summary>Canteen and union need together, as some regions have it.</summary>
    CanteenAndUnion,
}

/// <summary>The reserved share's rule of a year from a day on (比例、基数口径、填报期限). Never changed: another one takes its place.</summary>
internal sealed class ShareRatio
{
    public required Guid Id { get; init; }

    public required int Year { get; init; }

    /// <summary>1, 2, 3 … within the year.</summary>
    public required int Number { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The least a unit reserves, in ten-thousandths: 1000 is 10 %.</summary>
    public required int Ratio { get; init; }

    public required ShareBase Base { get; init; }

    /// <summary>The paper that says so, such as 财库〔2021〕19号.</summary>
    public required string Basis { get; init; }

    /// <summary>The last day of filing.</summary>
    public required DateOnly DueOn { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What was known and in force on a day.</summary>
    public static ShareRatio? On(IEnumerable<ShareRatio> ofYear, DateOnly day) =>
        ofYear.Where(r => r.EffectiveFrom <= day && r.At.DayInChina() <= day).MaxBy(r => r.Number);

    /// <summary>What the ratio is taken of: the representative's canteen is everybody's who eats there.</summary>
    public Money BaseOf(FilingContent content) => Base == ShareBase.Canteen ? content.CanteenBase : content.CanteenBase + content.UnionBase;

    /// <summary>base × ratio, rounded once, half away from zero, to the fen.</summary>
    public Money Required(FilingContent content) => Money.Of(Rounding.HalfAwayFromZero(BaseOf(content).Amount * content.Ratio / 10_000m, 2));

    /// <summary>Why such a filing can't be handed in; null when it can.</summary>
    public Error? Refuse(FilingContent content)
    {
        var files = content.Canteen is CanteenModel.Own or CanteenModel.Outsourced;
        return content.Canteen == CanteenModel.Outsourced && content.Contractor is null ? FilingErrors.NoContractor
            : content.Canteen == CanteenModel.Shared && content.RepresentativeId is null ? FilingErrors.NoRepresentative
            : files && content.CanteenBase <= Money.Zero ? FilingErrors.NoBase
            : !files && content.CanteenBase != Money.Zero ? FilingErrors.BaseWithoutCanteen
            : content.Canteen == CanteenModel.Shared && content.UnionBase != Money.Zero ? FilingErrors.UnionOfRepresentative
            : !content.UnionNeed && content.UnionBase != Money.Zero ? FilingErrors.UnionWithoutNeed
            : BaseOf(content) > Money.Zero && content.Ratio < Ratio ? FilingErrors.BelowFloor(Ratio)
            : content.Total != Required(content) ? FilingErrors.WrongTotal(BaseOf(content), content.Ratio, Required(content))
            : null;
    }
}
