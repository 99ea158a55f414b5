using System.Text.Json;
using System.Text.Json.Serialization;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Data;

/// <summary>How a closed month's lines are kept as JSON: amounts in fen, months as "2026-06".</summary>
internal static class StoredLines
{
    public static JsonSerializerOptions Options { get; } = new(GraphJson.Options) { Converters = { new InFen() }, IgnoreReadOnlyProperties = true };

    private sealed class InFen : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Money.FromFen(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Fen);
    }
}
