using System.Text.Json;
using Commerce.Platform.GraphQL;

namespace Commerce.Host;

/// <summary>The list of documents that this version ships with; a test keeps it the same as what its pages ask.</summary>
internal static class TrustedList
{
    public const string Name = "trusted-documents.json";

    /// <exception cref="Platform.Modules.WrongSettingException">The setting is neither true nor false.</exception>
    public static TrustedDocuments Read(IConfiguration configuration)
    {
        using var stream = typeof(TrustedList).Assembly.GetManifestResourceStream(Name)!;
        return new(JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!, HostSettings.ReadBool(configuration, TrustedDocuments.OnlyKey, false));
    }
}
