using System.Security.Cryptography;
using System.Text;

namespace Commerce.Platform.Modules;

/// <summary>Ids of sample data: the same name always has the same id, so that modules can speak of the same sample unit or product.</summary>
public static class SampleId
{
    /// <summary>The id of a sample thing, such as ("unit", "公路局").</summary>
    public static Guid Of(string kind, string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"commerce sample {kind} {name}")).AsSpan(0, 16));
}
