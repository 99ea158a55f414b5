namespace Commerce.Ui.Tables;

/// <summary>A choice of a filter.</summary>
/// <param name="Value">In the address.</param>
/// <param name="Text">For people.</param>
/// <param name="Count">How many rows it leaves; null when that isn't known.</param>
public sealed record Chip(string Value, string Text, int? Count = null);
