namespace Commerce.Host;

/// <summary>What a verb ends with.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Good = 0;

    /// <summary>A setting is wrong; its key was named.</summary>
    public const int WrongSetting = 1;
}
