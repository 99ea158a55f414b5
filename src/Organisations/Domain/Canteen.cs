using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Organisations.Domain;

/// <summary>How a canteen is run.</summary>
internal enum CanteenModel
{
    /// <summary>The unit runs it for itself (自办).</summary>
    Own,

    /// <summary>Several units eat there; one representative files for all (共用).</summary>
    Shared,

    /// <summary>A contractor runs it on behalf of the unit (承包).</summary>
    Outsourced,

    /// <summary>The unit has none (无食堂); its other purchases still count.</summary>
    None,
}

/// <summary>A canteen (食堂). Who runs it, how, and who eats there are dated.</summary>
internal sealed class Canteen : IVersioned
{
    public const int NameLength = 100;

    public required Guid Id { get; init; }

    public int Version { get; set; }

    public required string Name { get; set; }

    public int Headcount { get; set; }

    public int Position { get; set; }

    public bool Sample { get; init; }

    public DateTimeOffset UpdatedAt { get; set; }

    public List<CanteenTerm> Terms { get; init; } = [];

    public List<ServedUnit> Served { get; init; } = [];

    /// <summary>How it is run on a day; null before it began.</summary>
    public CanteenTerm? TermOn(DateOnly day) => Terms.Find(t => t.HoldsOn(day));

    /// <summary>Who eats there on a day.</summary>
    public IReadOnlyList<Guid> ServedOn(DateOnly day) => [.. Served.Where(s => s.HoldsOn(day)).Select(s => s.UnitId)];

    /// <summary>From today on it is run so. What held before stays on record.</summary>
    /// <param name="unitId">The unit that runs it, or the representative.</param>
    /// <param name="model">How.</param>
    /// <param name="contractor">Who, when outsourced.</param>
    /// <param name="served">Who eats there; the running unit is added by itself.</param>
    /// <param name="today">The day in China.</param>
    public Result Run(Guid unitId, CanteenModel model, string? contractor, IReadOnlyCollection<Guid> served, DateOnly today)
    {
        contractor = string.IsNullOrWhiteSpace(contractor) ? null : contractor.Trim();
        HashSet<Guid> eaters = model == CanteenModel.None ? [.. served] : [unitId, .. served];
        if ((model == CanteenModel.Outsourced) != (contractor is not null))
        {
            return OrganisationsErrors.Contractor;
        }

        if (model == CanteenModel.None && eaters.Count > 0)
        {
            return OrganisationsErrors.NobodyEatsThere;
        }

        if (model == CanteenModel.Shared && eaters.Count < 2)
        {
            return OrganisationsErrors.SharedByOne;
        }

        ChangeTerm(unitId, model, contractor, today);
        ChangeServed(eaters, today);
        return Result.Done;
    }

    private void ChangeTerm(Guid unitId, CanteenModel model, string? contractor, DateOnly today)
    {
        var now = TermOn(today);
        if (now is null || now.UnitId != unitId || now.Model != model || now.Contractor != contractor)
        {
            if (now is null || now.ValidFrom < today)
            {
                now?.ValidTo = today;
                Terms.Add(now = new CanteenTerm { CanteenId = Id, ValidFrom = today });
            }

            (now.UnitId, now.Model, now.Contractor) = (unitId, model, contractor);
        }
    }

    private void ChangeServed(HashSet<Guid> eaters, DateOnly today)
    {
        Served.RemoveAll(s => s.ValidFrom == today && !eaters.Contains(s.UnitId));
        foreach (var gone in Served.Where(s => s.HoldsOn(today) && !eaters.Contains(s.UnitId)))
        {
            gone.ValidTo = today;
        }

        foreach (var unit in eaters.Except(ServedOn(today)).ToList())
        {
            // Ended today and back today: the row is taken up again, its key holds no second one.
            if (Served.Find(s => s.UnitId == unit && s.ValidTo == today) is { } back)
            {
                back.ValidTo = null;
            }
            else
            {
                Served.Add(new ServedUnit { CanteenId = Id, UnitId = unit, ValidFrom = today });
            }
        }
    }
}

/// <summary>Who runs a canteen, and how, from a day on.</summary>
internal sealed class CanteenTerm : IDated
{
    public required Guid CanteenId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }

    public Guid UnitId { get; set; }

    public CanteenModel Model { get; set; }

    /// <summary>The contractor (承包方) of an outsourced canteen.</summary>
    public string? Contractor { get; set; }
}

/// <summary>A unit eats at a canteen from a day on.</summary>
internal sealed class ServedUnit : IDated
{
    public required Guid CanteenId { get; init; }

    public required Guid UnitId { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public DateOnly? ValidTo { get; set; }
}
