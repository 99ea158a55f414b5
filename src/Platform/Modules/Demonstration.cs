namespace Commerce.Platform.Modules;

/// <summary>Whether this server shows sample data (示例数据). When it doesn't, what is left of it enters no figure.</summary>
/// <param name="On">Commerce:Demo.</param>
public sealed record Demonstration(bool On);
