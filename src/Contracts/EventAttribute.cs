namespace Commerce.Contracts;

/// <summary>Marks a fact that one module states and others may read. Its namespace and name are on the wire: never move or rename one.</summary>
/// <remarks>Events are past tense, carry primitives only and all that a reader needs, so that nobody calls back.
/// Amounts are yuan, quantities are numbers of the named unit, instants UTC, months "2026-06" in Asia/Shanghai.</remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class EventAttribute : Attribute;
