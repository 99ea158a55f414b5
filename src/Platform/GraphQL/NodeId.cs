using System.Text.Json;
using System.Text.Json.Serialization;
using Commerce.Platform.Idempotency;
using Commerce.SharedKernel;

namespace Commerce.Platform.GraphQL;

/// <summary>Ids on the wire: opaque to clients, typed by a prefix ("prd_…"), a UUID behind it.</summary>
public static class NodeId
{
    /// <summary>prd + UUID → "prd_0192…".</summary>
    public static string Encode(string prefix, Guid id) => $"{prefix}_{id:N}";

    /// <summary>Reads an id of a known kind.</summary>
    public static bool TryDecode(string? text, string prefix, out Guid id)
    {
        id = default;
        return text is not null && text.Length == prefix.Length + 33 && text.StartsWith(prefix, StringComparison.Ordinal) && text[prefix.Length] == '_'
            && Guid.TryParseExact(text.AsSpan(prefix.Length + 1), "N", out id);
    }

    /// <summary>Reads an id of any kind.</summary>
    public static bool TrySplit(string? text, out string prefix, out Guid id)
    {
        var at = text?.IndexOf('_', StringComparison.Ordinal) ?? -1;
        prefix = at > 0 ? text![..at] : "";
        return TryDecode(text, prefix, out id) && prefix.Length > 0;
    }
}

/// <summary>An id in an input that isn't one of the kind asked for. Becomes NOT_FOUND: it looks like an id of nothing.</summary>
public sealed class UnknownIdException(string id) : JsonException("No id of the kind asked for.")
{
    internal Error Error { get; } = PlatformErrors.NotFound with
    {
        Chinese = $"{Spoken(id, "这个编号")}不存在，或者您无权查看；没有做任何更改。",
        English = $"There is no {Spoken(id, "such id")} here, or it is not yours to see; nothing was changed.",
    };

    // Only what is an id is said again: in its place stands, now and then, what should be nowhere.
    private static string Spoken(string id, string otherwise) => NodeId.TrySplit(id, out _, out _) ? id : otherwise;
}

/// <summary>A Guid (or list of them) in a mutation's input that the API shows as a typed id.</summary>
/// <param name="prefix">The kind, such as "off".</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdOfAttribute(string prefix) : JsonConverterAttribute
{
    /// <summary>The kind.</summary>
    public string Prefix { get; } = prefix;

    /// <inheritdoc />
    public override JsonConverter CreateConverter(Type typeToConvert) =>
        typeToConvert == typeof(Guid) ? new One(Prefix)
        : typeToConvert == typeof(Guid?) ? new Maybe(Prefix)
        : new Many(Prefix);

    private static Guid Read(ref Utf8JsonReader reader, string prefix)
    {
        var text = reader.GetString();
        return NodeId.TryDecode(text, prefix, out var id) ? id : throw new UnknownIdException(text ?? "");
    }

    private sealed class One(string prefix) : JsonConverter<Guid>
    {
        public override Guid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => IdOfAttribute.Read(ref reader, prefix);

        public override void Write(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) => writer.WriteStringValue(NodeId.Encode(prefix, value));
    }

    private sealed class Maybe(string prefix) : JsonConverter<Guid?>
    {
        public override Guid? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Null ? null : IdOfAttribute.Read(ref reader, prefix);

        public override void Write(Utf8JsonWriter writer, Guid? value, JsonSerializerOptions options)
        {
            if (value is { } id)
            {
                writer.WriteStringValue(NodeId.Encode(prefix, id));
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }

    private sealed class Many(string prefix) : JsonConverter<IReadOnlyList<Guid>>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableFrom(typeof(List<Guid>));

        public override IReadOnlyList<Guid>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                return null;
            }

            var ids = new List<Guid>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                ids.Add(IdOfAttribute.Read(ref reader, prefix));
            }

            return ids;
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<Guid> value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var id in value)
            {
                writer.WriteStringValue(NodeId.Encode(prefix, id));
            }

            writer.WriteEndArray();
        }
    }
}
