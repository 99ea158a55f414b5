using Commerce.Platform.Databases;
using Commerce.Platform.Personal;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Domain;

/// <summary>How the producer takes villagers along (带贫模式).</summary>
internal enum AssistanceModel
{
    Enterprise,
    Cooperative,
    LargeHousehold,
    VillageWorkshop,
    Household,
}

/// <summary>Who makes or grows the goods. Households are a number, never names.</summary>
internal sealed class Producer : IVersioned, ICatalogueFact
{
    public const int LongestText = 400;

    /// <summary>More households than any producer takes along.</summary>
    public const int MostHouseholds = 100_000;

    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public Guid? VillageId { get; set; }

    public required string CountyCode { get; set; }

    public required AssistanceModel Model { get; set; }

    /// <summary>第一书记代言: who speaks for it.</summary>
    public string? Endorsement { get; set; }

    /// <summary>利益联结机制: how villagers gain.</summary>
    public string? BenefitMechanism { get; set; }

    public int? Households { get; set; }

    /// <summary>The day for which that number holds; null for numbers from before days were kept.</summary>
    public DateOnly? HouseholdsOn { get; set; }

    /// <summary>The unit that lists, confirms and dispatches for them (代办).</summary>
    public required Guid SupplyUnitId { get; set; }

    public bool Sample { get; init; }

    public int Version { get; set; }

    public List<ProducerSuspension> Suspensions { get; init; } = [];

    /// <summary>The one that holds now.</summary>
    public ProducerSuspension? Suspension => Suspensions.Find(s => s.To is null);

    /// <summary>Says anew who speaks for it, how villagers gain, and how many households on which day; everybody reads it.</summary>
    public Result Say(string? endorsement, string? benefit, int? households, DateOnly? on, DateOnly today)
    {
        var texts = new[] { ("endorsement", Text: endorsement?.Trim() ?? ""), ("benefitMechanism", Text: benefit?.Trim() ?? "") };
        foreach (var (field, text) in texts)
        {
            if (text.Length > LongestText)
            {
                return ProducerErrors.TextShape(field);
            }

            if (PersonNumbers.In(text))
            {
                return ProducerErrors.PersonNumber(field);
            }
        }

        if (households is < 0 or > MostHouseholds)
        {
            return ProducerErrors.HouseholdsShape;
        }

        if (households is null != on is null)
        {
            return ProducerErrors.DayMissing;
        }

        if (on > today)
        {
            return ProducerErrors.DayToCome;
        }

        (Endorsement, BenefitMechanism) = (texts[0].Text is { Length: > 0 } who ? who : null, texts[1].Text is { Length: > 0 } gain ? gain : null);
        (Households, HouseholdsOn) = (households, on);
        return Result.Done;
    }

    /// <summary>暂停供货, from now on.</summary>
    public Result<ProducerSuspension> Suspend(string reason, DateTimeOffset now)
    {
        if (Suspension is not null)
        {
            return CatalogErrors.SuspendedAlready(Name);
        }

        var suspension = new ProducerSuspension { Id = Guid.CreateVersion7(now), ProducerId = Id, From = now, Reason = reason };
        Suspensions.Add(suspension);
        return suspension;
    }

    /// <summary>恢复供货, from now on.</summary>
    public Result<ProducerSuspension> Resume(DateTimeOffset now)
    {
        if (Suspension is not { } suspension)
        {
            return CatalogErrors.NotSuspended(Name);
        }

        suspension.To = now;
        return suspension;
    }
}

/// <summary>From a moment on a producer may not supply (暂停供货), until it may again.</summary>
internal sealed class ProducerSuspension : ICatalogueFact
{
    public required Guid Id { get; init; }

    public required Guid ProducerId { get; init; }

    public required DateTimeOffset From { get; init; }

    public DateTimeOffset? To { get; set; }

    public required string Reason { get; init; }
}
