namespace Commerce.Host;

/// <summary>What a verb ends with.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Good = 0;

    /// <summary>A setting is wrong; its key was named.</summary>
    public const int WrongSetting = 1;

    /// <summary>What was handed in can't be used; nothing was changed.</summary>
    public const int UnusableInput = 2;

    /// <summary>The data aren't what they must be.</summary>
    public const int Violated = 3;
}
