namespace Commerce.TaskList.Domain;

/// <summary>Where a figure comes from.</summary>
internal enum MetricSource
{
    /// <summary>填报: a unit types it, with evidence.</summary>
    Reported,

    /// <summary>计: from weighed acceptances.</summary>
    AssistanceLedger,

    /// <summary>计: from the points of sale and their goods.</summary>
    CatalogueOutlets,

    /// <summary>计: acts of supervision done in this system.</summary>
    DoneHere,
}

/// <summary>The figures that the platform reckons itself.</summary>
internal enum ComputedFigure
{
    /// <summary>A typed figure.</summary>
    None,

    /// <summary>47: what the units bought from the two villages, in yuan.</summary>
    VillagePurchases,

    /// <summary>43: pairs of service areas with a working counter on at least one side.</summary>
    PairsWithCounter,

    /// <summary>43, beside it: pairs with one on both sides.</summary>
    PairsWithBothSides,

    /// <summary>47, beside it: working counters with goods of 明东村.</summary>
    MingdongCounters,

    /// <summary>47, beside it: working counters with goods of 智新村.</summary>
    ZhixinCounters,

    /// <summary>47, beside it: what was sold of goods that a first secretary speaks for, in yuan.</summary>
    EndorsedSales,

    /// <summary>Acts done here: rounds held, circulars and letters issued, problems recorded, planned and summed up.</summary>
    ActsDone,

    /// <summary>44: own stores with local goods on their shelves.</summary>
    StoresWithLocalGoods,

    /// <summary>44: kinds of goods there that the baseline list doesn't have.</summary>
    NewKinds,
}

/// <summary>A figure of a task or of one of its measures.</summary>
internal sealed class Metric
{
    public required Guid Id { get; init; }

    public required Guid ListId { get; init; }

    public required Guid TaskId { get; init; }

    /// <summary>Null: of the whole task.</summary>
    public Guid? MeasureId { get; init; }

    public required int Position { get; init; }

    public required string Label { get; init; }

    public required string LabelEnglish { get; init; }

    /// <summary>公里, 座, 亿元 …</summary>
    public required string Unit { get; init; }

    public decimal? Baseline { get; init; }

    public decimal? Target { get; init; }

    public required MetricSource Source { get; init; }

    public ComputedFigure Computed { get; init; }

    /// <summary>Computed figures can't be typed over.</summary>
    public bool IsTyped => Source == MetricSource.Reported;

    /// <summary>Units' parts make one figure together. False for what is said per piece (每县奖励资金) and for rates.</summary>
    public bool AddsUp => !Label.StartsWith('每') && !Label.EndsWith('率') && Unit is not ("%" or "％");
}

/// <summary>A figure as a unit typed it: who, when, with what evidence. A correction is another row.</summary>
internal sealed class MetricValue
{
    public long Position { get; init; }

    public required Guid Id { get; init; }

    public required Guid MetricId { get; init; }

    public required Guid ListId { get; init; }

    public required Guid UnitId { get; init; }

    public required decimal Value { get; init; }

    /// <summary>The day for which it holds.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Where it stands written.</summary>
    public required string Evidence { get; init; }

    public Guid? FileId { get; init; }

    public string? FileName { get; init; }

    public required Guid ById { get; init; }

    public required string ByName { get; init; }

    public required DateTimeOffset At { get; init; }
}
