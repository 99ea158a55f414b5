using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Commerce.Platform.GraphQL;

/// <summary>A question as it came over the wire: whatever the answer could hang on, byte by byte.</summary>
internal readonly struct Question : IEquatable<Question>
{
    private readonly string method;
    private readonly string query;
    private readonly string contentType;
    private readonly string accept;
    private readonly string language;
    private readonly ReadOnlyMemory<byte> body;
    private readonly int hash;

    public Question(HttpRequest request, ReadOnlyMemory<byte> body)
        : this(request.Method, request.QueryString.Value ?? "", request.ContentType ?? "", request.Headers[HeaderNames.Accept].ToString(), request.Headers[HeaderNames.AcceptLanguage].ToString(), body)
    {
    }

    private Question(string method, string query, string contentType, string accept, string language, ReadOnlyMemory<byte> body)
    {
        (this.method, this.query, this.contentType, this.accept, this.language, this.body) = (method, query, contentType, accept, language, body);
        var all = default(HashCode);
        all.Add(method);
        all.Add(query);
        all.Add(accept);
        all.Add(language);
        all.AddBytes(body.Span);
        hash = all.ToHashCode();
    }

    public int Length => body.Length + ((query.Length + accept.Length + language.Length) * sizeof(char));

    /// <summary>With a body of its own, when the one it was made with is lent.</summary>
    public Question Copied() => new(method, query, contentType, accept, language, body.ToArray());

    public bool Equals(Question other) =>
        hash == other.hash && method == other.method && query == other.query && contentType == other.contentType && accept == other.accept && language == other.language
        && body.Span.SequenceEqual(other.body.Span);

    public override bool Equals(object? obj) => obj is Question other && Equals(other);

    public override int GetHashCode() => hash;
}
