namespace Commerce.Contracts.Organisations;

/// <summary>Two administrators decided that a person's name is to be taken out of everything that is kept: each module puts the label in its place. The event itself names nobody.</summary>
/// <param name="AccountId">The account; its id stays wherever it stands.</param>
/// <param name="Label">What stands in place of the name, such as 已删除人员 7; the same everywhere.</param>
/// <param name="NameIsAlone">Nobody else has the name, so that it may also be replaced where only the name was written down.</param>
[Event]
public sealed record PersonErased(Guid AccountId, string Label, bool NameIsAlone);
