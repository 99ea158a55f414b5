namespace Commerce.Contracts.Catalog;

/// <summary>A producer may not supply (暂停供货) from a moment on; said again when it may once more. The last saying is the valid one.</summary>
/// <param name="SuspensionId">One suspension.</param>
/// <param name="ProducerId">Who.</param>
/// <param name="ProducerName">Their name.</param>
/// <param name="From">UTC instant from which they may not supply.</param>
/// <param name="To">UTC instant from which they may again; null while suspended.</param>
/// <param name="Reason">Why.</param>
[Event]
public sealed record ProducerSuspended(Guid SuspensionId, Guid ProducerId, string ProducerName, DateTimeOffset From, DateTimeOffset? To, string Reason);
