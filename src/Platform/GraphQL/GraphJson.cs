using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Commerce.SharedKernel;

namespace Commerce.Platform.GraphQL;

/// <summary>How inputs are bound, hashed and kept: names in camelCase, enums in CAPITALS_WITH_UNDERSCORES, months as "2026-06".</summary>
public static class GraphJson
{
    /// <summary>The one set of options.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false), new MonthConverter(), new PlainDecimal(), new TextOrNumber() },
    };

    /// <summary>An enum member as the API spells it: PartlyAccepted → PARTLY_ACCEPTED.</summary>
    public static string EnumName(Enum value) => EnumNames.GetOrAdd(value, static v => JsonNamingPolicy.SnakeCaseUpper.ConvertName(v.ToString()));

    /// <summary>The enum member that the API spells so.</summary>
    /// <exception cref="ArgumentException">No such member.</exception>
    public static T ReadEnum<T>(string name)
        where T : struct, Enum => Enum.Parse<T>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private static System.Collections.Concurrent.ConcurrentDictionary<Enum, string> EnumNames { get; } = new();

    private sealed class MonthConverter : JsonConverter<Month>
    {
        public override Month Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Month.TryParse(reader.GetString(), out var month) ? month : throw new JsonException("Not a month like 2026-06.");

        public override void Write(Utf8JsonWriter writer, Month value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    // An id may be sent as a number; it is the same id.
    private sealed class TextOrNumber : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.Number ? reader.GetDecimal().ToString(System.Globalization.CultureInfo.InvariantCulture) : reader.GetString();

        public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!;

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WritePropertyName(value);
    }

    // 10.0 and 10.00 are the same number, so they must have the same hash.
    private sealed class PlainDecimal : JsonConverter<decimal>
    {
        public override decimal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? decimal.Parse(reader.GetString()!, System.Globalization.CultureInfo.InvariantCulture) : reader.GetDecimal();

        public override void Write(Utf8JsonWriter writer, decimal value, JsonSerializerOptions options) =>
            writer.WriteRawValue(value.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture));
    }
}
