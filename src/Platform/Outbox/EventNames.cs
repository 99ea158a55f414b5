using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Commerce.Platform.Outbox;

/// <summary>Events by their name on the wire: namespace and name of the record, never the assembly.</summary>
public static class EventNames
{
    private static readonly Dictionary<string, Type> Types = [];

    /// <summary>How event bodies are written.</summary>
    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the events of an assembly known: every record whose attribute is named EventAttribute.</summary>
    public static void Register(Assembly contracts)
    {
        lock (Types)
        {
            foreach (var type in contracts.GetExportedTypes().Where(t => t.GetCustomAttributes().Any(a => a.GetType().Name == "EventAttribute")))
            {
                Types[type.FullName!] = type;
            }
        }
    }

    /// <summary>The name on the wire.</summary>
    public static string Of(Type type) => type.FullName!;

    /// <summary>All names that this version knows.</summary>
    internal static IReadOnlyList<string> Known()
    {
        lock (Types)
        {
            return [.. Types.Keys];
        }
    }

    /// <summary>The record of a name, or null when this version doesn't know it.</summary>
    public static Type? Find(string name)
    {
        lock (Types)
        {
            return Types.GetValueOrDefault(name);
        }
    }
}
