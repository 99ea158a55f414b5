using Commerce.Platform.GraphQL.Limits;
using GraphQL.Transport;

namespace Commerce.Platform.GraphQL;

/// <summary>The gates of tokens and shape, and the memory of what passed them; /graphql and its streams have them in common.</summary>
internal sealed class DocumentGates(DocumentCache cache, PersistedDocuments persisted)
{
    /// <summary>A document, or why it is refused.</summary>
    /// <param name="request">As the client sent it; where only a hash came, its text is put in.</param>
    /// <param name="open">True when the asker may see the schema itself.</param>
    public (KnownDocument? Document, bool Known, GraphRefusal? Refusal) Pass(GraphQLRequest request, bool open)
    {
        if (persisted.Complete(request) is { } refusal)
        {
            return (null, false, refusal);
        }

        var text = request.Query!;
        var known = cache.Find(text);
        var read = known;
        if (read is null)
        {
            var (document, unreadable) = TokenGate.Read(text);
            var (misshapen, introspects) = document is null ? (unreadable, false) : ShapeGate.Check(document);
            if (misshapen is not null)
            {
                return (null, false, misshapen);
            }

            read = new KnownDocument(document!, introspects);
        }

        // Depends on who asks, so it holds for known documents too.
        return read.Introspects && !open ? (null, false, GraphRefusals.IntrospectionOff) : (read, known is not null, null);
    }

    /// <summary>It passed the standard rules too.</summary>
    public void Keep(GraphQLRequest request, KnownDocument document, bool known)
    {
        if (!known)
        {
            cache.Keep(request.Query!, document);
        }

        if (request.Extensions is not null)
        {
            persisted.Keep(request);
        }
    }
}
