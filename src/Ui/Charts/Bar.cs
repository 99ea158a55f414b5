namespace Commerce.Ui.Charts;

/// <summary>A bar or column of a chart.</summary>
/// <param name="Name">What it is: a unit, a month.</param>
/// <param name="Value">How much.</param>
/// <param name="Text">The same for people: 15,644.32.</param>
/// <param name="Guide">What it is measured against; null when nothing.</param>
/// <param name="Href">What it is made of; null when there is nothing to open.</param>
/// <param name="Notes">Further figures below its name, each with its own word: 累计 31,289.00.</param>
public sealed record Bar(string Name, decimal Value, string Text, decimal? Guide = null, string? Href = null, IReadOnlyList<string>? Notes = null);
