using System.Globalization;
using System.Text.Json;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;

namespace Commerce.Assistance.Ledger;

/// <summary>The acceptance behind a ledger row, as ordering shows it.</summary>
internal sealed record SourcePaper(
    string Number, string OrderNumber, string? OrderedBy, DateTimeOffset? AcceptedAt, Money? Amount, IReadOnlyList<SourceSignature> Signatures, IReadOnlyList<SourceLine> Lines);

/// <summary>A signature under it.</summary>
internal sealed record SourceSignature(string By, string Role, DateTimeOffset RecordedAt, string? OnBehalfOf);

/// <summary>A weighed line of it.</summary>
internal sealed record SourceLine(string Product, string? Gross, string? Tare, string Net, string? Rejected, Money? Amount);

/// <summary>Reads the acceptance behind a row. The ledger itself knows no people: who signed is ordering's, and is asked for through the schema, by
/// the rules for whoever looks.</summary>
internal sealed class ReadSource(AskSchema schema)
{
    private const string Question = """
        query($id: ID!) { node(id: $id) { ... on LedgerEntry { source { acceptance {
          number acceptedAt amount { amount }
          order { number requestedBy }
          signatures { by role recordedAt onBehalfOf }
          lines { line { productName } gross { ...q } tare { ...q } net { ...q } rejected { ...q } amount { amount } }
        } } } } }
        fragment q on Quantity { value unit { name } }
        """;

    /// <summary>Null when the row has none, or it isn't the asker's to see.</summary>
    public async Task<SourcePaper?> Read(Guid entryId, CancellationToken ct)
    {
        var data = await schema.Ask(Question, new() { ["id"] = NodeId.Encode("led", entryId) }, ct);
        return data.GetProperty("node") is { ValueKind: JsonValueKind.Object } row && row.GetProperty("source").GetProperty("acceptance") is { ValueKind: JsonValueKind.Object } paper
            ? Paper(paper)
            : null;
    }

    private static SourcePaper Paper(JsonElement paper) => new(
        Text(paper, "number")!,
        Text(paper.GetProperty("order"), "number") ?? "",
        Text(paper.GetProperty("order"), "requestedBy"),
        paper.GetProperty("acceptedAt") is { ValueKind: JsonValueKind.String } at ? at.GetDateTimeOffset() : null,
        Amount(paper),
        [.. paper.GetProperty("signatures").EnumerateArray().Select(s => new SourceSignature(Text(s, "by")!, Text(s, "role")!, s.GetProperty("recordedAt").GetDateTimeOffset(), Text(s, "onBehalfOf")))],
        [.. paper.GetProperty("lines").EnumerateArray().Select(l => new SourceLine(Text(l.GetProperty("line"), "productName") ?? "", Weight(l, "gross"), Weight(l, "tare"), Weight(l, "net") ?? "", Weight(l, "rejected"), Amount(l)))]);

    private static string? Text(JsonElement of, string name) => of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static Money? Amount(JsonElement of) => of.GetProperty("amount") is { ValueKind: JsonValueKind.Object } amount
        ? Money.Of(decimal.Parse(amount.GetProperty("amount").GetString()!, CultureInfo.InvariantCulture))
        : null;

    private static string? Weight(JsonElement of, string name) => of.GetProperty(name) is { ValueKind: JsonValueKind.Object } weight
        ? $"{weight.GetProperty("value").GetString()} {Text(weight.GetProperty("unit"), "name")}"
        : null;
}
