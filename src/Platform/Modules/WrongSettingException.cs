namespace Commerce.Platform.Modules;

/// <summary>A setting is wrong; the host stops and names its key.</summary>
/// <param name="key">The key, such as Commerce:Database:Provider.</param>
/// <param name="problem">What is wrong with it and what it may be.</param>
public sealed class WrongSettingException(string key, string problem) : Exception($"Setting {key} {problem}.")
{
    /// <summary>The key, such as Commerce:Database:Provider.</summary>
    public string Key { get; } = key;
}
