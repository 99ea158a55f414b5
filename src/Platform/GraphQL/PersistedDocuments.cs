using System.Security.Cryptography;
using System.Text;
using Commerce.Platform.GraphQL.Limits;
using GraphQL.Transport;
using Microsoft.Extensions.Caching.Memory;

namespace Commerce.Platform.GraphQL;

/// <summary>Documents that this version ships with: those of its own pages.</summary>
/// <param name="Texts">By the SHA-256 of the text, in lower-case hexadecimal.</param>
/// <param name="Only">True when no others are executed (setting <c>Commerce:GraphQL:TrustedOnly</c>).</param>
public sealed record TrustedDocuments(IReadOnlyDictionary<string, string> Texts, bool Only)
{
    /// <summary>The setting.</summary>
    public const string OnlyKey = "Commerce:GraphQL:TrustedOnly";

    /// <summary>What a document is known by.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Documents that are asked for by their SHA-256 (decision 20): the shipped ones, and those that clients showed once (automatic persisted
/// queries). What is kept of the latter is bounded: a flood only pushes others out, and who is pushed out sends the text again.</summary>
internal sealed class PersistedDocuments(TrustedDocuments trusted) : IDisposable
{
    private const int LargestText = 8 * 1024;
    private const int HashLength = 64;
    private readonly MemoryCache shown = new(new MemoryCacheOptions { SizeLimit = 1000 });

    /// <summary>Puts the text in where only its hash came; else says why the request can't be answered.</summary>
    public GraphRefusal? Complete(GraphQLRequest request)
    {
        var (hash, misshapen) = HashIn(request);
        if (misshapen)
        {
            return GraphRefusals.PersistedShape;
        }

        if (string.IsNullOrEmpty(request.Query))
        {
            request.Query = hash is null ? null : trusted.Texts.GetValueOrDefault(hash) ?? (trusted.Only ? null : shown.Get<string>(hash));
            return request.Query is not null ? null
                : hash is null ? GraphRefusals.QueryMissing
                : trusted.Only ? GraphRefusals.NotTrusted
                : GraphRefusals.PersistedNotFound;
        }

        if (hash is null && !trusted.Only)
        {
            return null;
        }

        var own = TrustedDocuments.HashOf(request.Query);
        return hash is not null && hash != own ? GraphRefusals.PersistedMismatch
            : trusted.Only && !trusted.Texts.ContainsKey(own) ? GraphRefusals.NotTrusted
            : null;
    }

    /// <summary>Keeps a text that passed every rule, when it came with its hash.</summary>
    public void Keep(GraphQLRequest request)
    {
        if (!trusted.Only && request.Query!.Length <= LargestText && HashIn(request).Hash is { } hash)
        {
            shown.Set(hash, request.Query, new MemoryCacheEntryOptions { Size = 1 });
        }
    }

    public void Dispose() => shown.Dispose();

    private static (string? Hash, bool Misshapen) HashIn(GraphQLRequest request)
    {
        if (request.Extensions?.TryGetValue("persistedQuery", out var value) != true || value is null)
        {
            return (null, false);
        }

        return value is IDictionary<string, object?> said && said.TryGetValue("version", out var version) && version is 1
            && said.TryGetValue("sha256Hash", out var hash) && hash is string { Length: HashLength } text && text.All(char.IsAsciiHexDigit)
            ? (text.ToLowerInvariant(), false)
            : (null, true);
    }
}
