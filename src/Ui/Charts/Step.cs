namespace Commerce.Ui.Charts;

/// <summary>A value from a moment on.</summary>
/// <param name="Value">How high.</param>
/// <param name="Text">The value in words, short.</param>
/// <param name="When">The moment in words, short.</param>
public sealed record Step(decimal Value, string Text, string When);
