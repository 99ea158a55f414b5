using Commerce.Platform.Databases;
using Commerce.Platform.Personal;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Domain;

/// <summary>What is said of a campaign.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="VillageId">The village it speaks for.</param>
/// <param name="Endorser">Who speaks: title and office.</param>
/// <param name="StartsOn">First day in China.</param>
/// <param name="EndsOn">Last day, included.</param>
/// <param name="OutletIds">Where it runs; empty for all channels.</param>
/// <param name="ProductIds">What it speaks for.</param>
/// <param name="Target">What counters are to sell (帮销目标); null without an aim.</param>
internal sealed record CampaignFacts(
    string Name, Guid VillageId, string Endorser, DateOnly StartsOn, DateOnly EndsOn, IReadOnlyList<Guid> OutletIds, IReadOnlyList<Guid> ProductIds, Money? Target);

/// <summary>第一书记代言: a village's first secretary speaks for some of its products, from a day to a day, at all points of sale or at some. What is sold then and there is attributed to it.</summary>
internal sealed class Campaign : IVersioned, ICatalogueFact
{
    public const int LongestName = 60;

    public const int LongestEndorser = 100;

    public const int LongestReason = 200;

    /// <summary>No campaign began before this year; an earlier day was mistyped.</summary>
    public const int FirstYear = 2000;

    /// <summary>A later day was mistyped.</summary>
    public const int LastYear = 2100;

    public const int MostProducts = 200;

    public const int MostOutlets = 200;

    public required Guid Id { get; init; }

    public string Name { get; private set; } = "";

    public Guid VillageId { get; private set; }

    /// <summary>Title and office as they were typed; everybody reads it.</summary>
    public string Endorser { get; private set; } = "";

    public DateOnly StartsOn { get; private set; }

    /// <summary>The last day on which it is to run, included.</summary>
    public DateOnly EndsOn { get; private set; }

    /// <summary>Empty: all channels.</summary>
    public IReadOnlyList<Guid> OutletIds { get; private set; } = [];

    public IReadOnlyList<Guid> ProductIds { get; private set; } = [];

    public Money? Target { get; private set; }

    /// <summary>Ended early: the last day on which it ran; null when it wasn't.</summary>
    public DateOnly? EndedOn { get; private set; }

    public string? EndedBecause { get; private set; }

    public bool Sample { get; init; }

    public int Version { get; set; }

    /// <summary>Says it anew as a whole. A campaign of the past may be recorded, too; one that was ended early stays as it is.</summary>
    public Result Say(CampaignFacts facts)
    {
        if (EndedOn is { } ended)
        {
            return CampaignErrors.EndedAlready(ended);
        }

        var (name, endorser) = (facts.Name.Trim(), facts.Endorser.Trim());
        if (name.Length is 0 or > LongestName)
        {
            return CampaignErrors.NameShape;
        }

        if (endorser.Length is 0 or > LongestEndorser)
        {
            return CampaignErrors.EndorserShape;
        }

        if (PersonNumbers.In(name))
        {
            return CampaignErrors.PersonNumber("name");
        }

        if (PersonNumbers.In(endorser))
        {
            return CampaignErrors.PersonNumber("endorser");
        }

        if (facts.StartsOn.Year < FirstYear || facts.EndsOn.Year > LastYear)
        {
            return CampaignErrors.DayOutOfReach;
        }

        if (facts.EndsOn < facts.StartsOn)
        {
            return CampaignErrors.DayOrder;
        }

        if (facts.Target is { Fen: <= 0 })
        {
            return CampaignErrors.TargetNotPositive;
        }

        IReadOnlyList<Guid> products = [.. facts.ProductIds.Distinct()];
        if (products.Count is 0 or > MostProducts)
        {
            return CampaignErrors.HowManyProducts;
        }

        IReadOnlyList<Guid> outlets = [.. facts.OutletIds.Distinct()];
        if (outlets.Count > MostOutlets)
        {
            return CampaignErrors.HowManyOutlets;
        }

        (Name, VillageId, Endorser, StartsOn, EndsOn, Target) = (name, facts.VillageId, endorser, facts.StartsOn, facts.EndsOn, facts.Target);
        (ProductIds, OutletIds) = (products, outlets);
        return Result.Done;
    }

    /// <summary>Ends it before its last day. What it has sold until then stays attributed to it, so its new last day can't lie in the past.</summary>
    /// <param name="lastDay">The last day on which it runs, included.</param>
    /// <param name="reason">Why.</param>
    /// <param name="today">In China.</param>
    public Result End(DateOnly lastDay, string reason, DateOnly today)
    {
        if (EndedOn is { } ended)
        {
            return CampaignErrors.EndedAlready(ended);
        }

        if (EndsOn < today)
        {
            return CampaignErrors.Over(EndsOn);
        }

        var why = reason.Trim();
        if (why.Length is 0 or > LongestReason)
        {
            return CampaignErrors.ReasonShape;
        }

        if (lastDay < today)
        {
            return CampaignErrors.LastDayPast;
        }

        if (lastDay >= EndsOn)
        {
            return CampaignErrors.NotEarly(EndsOn);
        }

        (EndedOn, EndedBecause) = (lastDay, why);
        return Result.Done;
    }
}
