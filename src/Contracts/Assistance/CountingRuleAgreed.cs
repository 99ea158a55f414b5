namespace Commerce.Contracts.Assistance;

/// <summary>Two people agreed on which purchases count to a figure from a month on (计数口径).</summary>
/// <param name="Figure">MONTH_TABLE, OWN_GUIDE, RESERVED_SHARE or MEASURE47.</param>
/// <param name="Number">2, 3 … of this figure; 1 is the rule that the platform comes with.</param>
/// <param name="FromMonth">"2026-07": the first month in which it holds.</param>
/// <param name="Purposes">PurchasePurpose in the API's spelling.</param>
/// <param name="VillageChannels">Channel in the API's spelling: by which goods of an assisted village count.</param>
/// <param name="OtherChannels">By which goods from elsewhere count.</param>
/// <param name="Basis">ACCEPTED, ORDERED or PAID.</param>
/// <param name="Ground">The paper that says so.</param>
/// <param name="AgreedAt">UTC.</param>
[Event]
public sealed record CountingRuleAgreed(
    string Figure, int Number, string FromMonth, IReadOnlyList<string> Purposes, IReadOnlyList<string> VillageChannels, IReadOnlyList<string> OtherChannels, string Basis,
    string Ground, DateTimeOffset AgreedAt);
