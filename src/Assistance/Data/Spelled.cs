using Commerce.Platform.GraphQL;

namespace Commerce.Assistance.Data;

/// <summary>Enum members as events spell them. A word that this version doesn't know is no bug here: the event is parked.</summary>
internal static class Spelled
{
    public static bool TryRead<T>(string text, out T value)
        where T : struct, Enum
    {
        foreach (var member in Enum.GetValues<T>())
        {
            if (GraphJson.EnumName(member) == text)
            {
                value = member;
                return true;
            }
        }

        value = default;
        return false;
    }
}
