using System.Security.Cryptography;
using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Domain;

/// <summary>A batch (批次) of a product: what a label leads to, and what is recalled as a whole.</summary>
internal sealed class Batch : IVersioned
{
    /// <summary>Letters and digits that nobody takes for one another: no I, O, 0, 1.</summary>
    public const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    public const int CodeLength = 10;

    public required Guid Id { get; init; }

    /// <summary>Rises with each batch on record.</summary>
    public required long Serial { get; init; }

    public required Guid ProductId { get; init; }

    /// <summary>The pack; null when it is any of the product's.</summary>
    public Guid? VariantId { get; init; }

    /// <summary>Who made it; its numbers are this producer's own.</summary>
    public required Guid ProducerId { get; init; }

    /// <summary>What its page is found by: ten of <see cref="Letters"/>, which nobody guesses.</summary>
    public required string Code { get; init; }

    public string Number { get; private set; } = "";

    public DateOnly? HarvestedOn { get; private set; }

    public DateOnly? ProducedOn { get; private set; }

    /// <summary>Last day on which it is good; null when nobody said.</summary>
    public DateOnly? ExpiresOn { get; private set; }

    public long? QuantityMilli { get; private set; }

    public MeasureUnit? QuantityUnit { get; private set; }

    /// <summary>Where in the village.</summary>
    public string? Place { get; private set; }

    public string? Note { get; private set; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>召回: China day from which it is called back.</summary>
    public DateOnly? WithdrawnOn { get; private set; }

    public string? WithdrawnBecause { get; private set; }

    public bool Sample { get; init; }

    public int Version { get; set; }

    public List<BatchCorrection> Corrections { get; init; } = [];

    public Quantity? Quantity => QuantityMilli is { } milli && QuantityUnit is { } unit ? new Quantity(milli, unit) : null;

    /// <summary>The day that certificates are asked about: when it was made, else gathered.</summary>
    public DateOnly MadeOn => ProducedOn ?? HarvestedOn ?? RecordedAt.DayInChina();

    /// <summary>What was said of it, as it stands.</summary>
    public BatchFacts Facts => new(Number, HarvestedOn, ProducedOn, ExpiresOn, Quantity, Place, Note);

    public static string NewCode() => RandomNumberGenerator.GetString(Letters, CodeLength);

    /// <summary>Puts down what is said of it, if it can be.</summary>
    public Result<BatchFacts> Say(BatchFacts facts, DateOnly today)
    {
        if (facts.Check(today) is { Error: { } wrong })
        {
            return wrong;
        }

        (Number, HarvestedOn, ProducedOn, ExpiresOn, Place, Note) = (facts.Number, facts.HarvestedOn, facts.ProducedOn, facts.ExpiresOn, facts.Place, facts.Note);
        (QuantityMilli, QuantityUnit) = (facts.Quantity?.Milli, facts.Quantity?.Unit);
        return facts;
    }

    /// <summary>更正: what was said before stays, with the reason.</summary>
    public Result<BatchFacts> Correct(BatchFacts facts, string reason, DateTimeOffset now)
    {
        if (WithdrawnOn is not null)
        {
            return BatchErrors.Recalled(Number);
        }

        if (reason.Length is 0 or > 200)
        {
            return BatchErrors.ReasonShape;
        }

        var before = Facts;
        if (before == facts)
        {
            return BatchErrors.NothingNew;
        }

        var said = Say(facts, now.DayInChina());
        if (said.Error is null)
        {
            Corrections.Add(new BatchCorrection { Id = Guid.CreateVersion7(now), BatchId = Id, Position = Corrections.Count + 1, At = now, Reason = reason, Earlier = before });
        }

        return said;
    }

    /// <summary>召回: from today on.</summary>
    public Result<DateOnly> Withdraw(string reason, DateTimeOffset now)
    {
        if (WithdrawnOn is not null)
        {
            return BatchErrors.Recalled(Number);
        }

        if (reason.Length is 0 or > 200)
        {
            return BatchErrors.RecallReasonShape;
        }

        (WithdrawnOn, WithdrawnBecause) = (now.DayInChina(), reason);
        return now.DayInChina();
    }
}

/// <summary>What is said of a batch.</summary>
internal sealed record BatchFacts(string Number, DateOnly? HarvestedOn, DateOnly? ProducedOn, DateOnly? ExpiresOn, Quantity? Quantity, string? Place, string? Note)
{
    /// <summary>Can it be so?</summary>
    public Result<BatchFacts> Check(DateOnly today)
    {
        if (Number.Length is 0 or > 40)
        {
            return BatchErrors.NumberShape;
        }

        if (HarvestedOn is null && ProducedOn is null)
        {
            return BatchErrors.NoDay;
        }

        if (HarvestedOn > today || ProducedOn > today)
        {
            return BatchErrors.DayAhead;
        }

        if (ProducedOn < HarvestedOn)
        {
            return BatchErrors.MadeBeforeGathered;
        }

        if (ExpiresOn < (ProducedOn ?? HarvestedOn))
        {
            return BatchErrors.ExpiresBefore;
        }

        return Place?.Length > 100 || Note?.Length > 200 ? BatchErrors.TextTooLong : this;
    }
}

/// <summary>更正: what was said of a batch before, and why it was corrected.</summary>
internal sealed class BatchCorrection
{
    public required Guid Id { get; init; }

    public required Guid BatchId { get; init; }

    public required int Position { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Reason { get; init; }

    public required BatchFacts Earlier { get; init; }
}
