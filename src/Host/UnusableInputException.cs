namespace Commerce.Host;

/// <summary>A verb was handed something that it can't use; it says what, and that nothing was changed.</summary>
internal sealed class UnusableInputException(string message) : Exception(message);
