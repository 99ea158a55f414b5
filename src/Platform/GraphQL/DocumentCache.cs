using GraphQLParser.AST;
using Microsoft.Extensions.Caching.Memory;

namespace Commerce.Platform.GraphQL;

/// <summary>Parsed and validated documents by their text, so that a client's usual queries are parsed once. Bounded: a flood of distinct ones only pushes others out.</summary>
internal sealed class DocumentCache : IDisposable
{
    private const int LargestText = 8 * 1024;
    private readonly MemoryCache cache = new(new MemoryCacheOptions { SizeLimit = 1000 });

    public KnownDocument? Find(string text) => cache.TryGetValue(text, out KnownDocument? document) ? document : null;

    public void Keep(string text, KnownDocument document)
    {
        if (text.Length <= LargestText)
        {
            cache.Set(text, document, new MemoryCacheEntryOptions { Size = 1 });
        }
    }

    public void Dispose() => cache.Dispose();
}

/// <summary>A document that passed the gates.</summary>
/// <param name="Document">Parsed.</param>
/// <param name="Introspects">It asks for the schema itself, which not everybody may.</param>
internal sealed record KnownDocument(GraphQLDocument Document, bool Introspects)
{
    /// <summary>It asks for kept fields only; null until somebody looked.</summary>
    public bool? Kept { get; set; }
}
