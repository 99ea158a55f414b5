using System.Globalization;
using Commerce.SharedKernel;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Commerce.Platform.GraphQL;

/// <summary>A scalar that travels as a string in one exact form.</summary>
internal sealed class TextScalar : ScalarGraphType
{
    private readonly Func<string, object?> read;
    private readonly Func<object, string?> write;

    public TextScalar(string name, Func<string, object?> read, Func<object, string?> write)
    {
        Name = name;
        this.read = read;
        this.write = write;
    }

    public static IEnumerable<TextScalar> All =>
    [
        new("Decimal", ReadDecimal, v => v switch { decimal d => d.ToString("0.############################", CultureInfo.InvariantCulture), string s => s, _ => null }),
        new(
            "DateTime",
            s => DateTimeOffset.TryParse(s, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && s.Contains('T', StringComparison.Ordinal) ? at.ToUniversalTime() : null,
            v => v is DateTimeOffset at ? at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture) : null),
        new(
            "Date",
            s => DateOnly.TryParseExact(s, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            v => v is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null),
        new("YearMonth", s => Month.TryParse(s, out var month) ? month : null, v => v is Month m ? m.ToString() : null),
    ];

    public override object? ParseLiteral(GraphQLValue value) => value switch
    {
        GraphQLStringValue s => read(s.Value.ToString()) ?? ThrowLiteralConversionError(value, null),
        GraphQLIntValue i when Name == "Decimal" => read(i.Value.ToString()) ?? ThrowLiteralConversionError(value, null),
        GraphQLFloatValue f when Name == "Decimal" => read(f.Value.ToString()) ?? ThrowLiteralConversionError(value, null),
        GraphQLNullValue => null,
        _ => ThrowLiteralConversionError(value, null),
    };

    public override object? ParseValue(object? value) => value switch
    {
        null => null,
        string s => read(s) ?? ThrowValueConversionError(value),

        // A whole JSON number is exact; a float isn't, and is refused.
        int or long when Name == "Decimal" => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        decimal d when Name == "Decimal" => d,
        _ => ThrowValueConversionError(value),
    };

    public override object? Serialize(object? value) => value is null ? null : write(value) ?? ThrowSerializationError(value);

    private static object? ReadDecimal(string text) =>
        text.Length <= 40 && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var d) ? d : null;
}
