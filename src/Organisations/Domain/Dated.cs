namespace Commerce.Organisations.Domain;

/// <summary>A fact that holds from a day on, up to but not including another: the day it ends it holds no more.</summary>
internal interface IDated
{
    /// <summary>The first day.</summary>
    DateOnly ValidFrom { get; }

    /// <summary>The first day on which it no longer holds; null = until further notice.</summary>
    DateOnly? ValidTo { get; }
}

internal static class Dated
{
    /// <summary>Does it hold on this day (Asia/Shanghai)?</summary>
    public static bool HoldsOn(this IDated fact, DateOnly day) => fact.ValidFrom <= day && (fact.ValidTo is not { } end || day < end);
}
