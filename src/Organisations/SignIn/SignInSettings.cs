using Commerce.Platform.Modules;

namespace Commerce.Organisations.SignIn;

/// <summary>Settings <c>Commerce:SignIn</c>: how often a client address may try.</summary>
internal sealed class SignInSettings
{
    /// <summary>Tries a minute, right or wrong: each costs the server a slow hash.</summary>
    public int TriesPerMinute { get; init; } = 1200;

    /// <summary>Wrong passwords in five minutes, over all accounts. A whole office may stand behind one address.</summary>
    public int WrongTriesPerAddress { get; init; } = 100;

    /// <exception cref="WrongSettingException">Names the key.</exception>
    public void Check()
    {
        if (TriesPerMinute < 1)
        {
            throw new WrongSettingException("Commerce:SignIn:TriesPerMinute", "must be 1 or more");
        }

        if (WrongTriesPerAddress < 1)
        {
            throw new WrongSettingException("Commerce:SignIn:WrongTriesPerAddress", "must be 1 or more");
        }
    }
}
