using System.Globalization;
using Commerce.Assistance.Data;
using Commerce.Assistance.Domain;
using Commerce.Platform.GraphQL;
using Commerce.SharedKernel;
using Microsoft.AspNetCore.WebUtilities;

namespace Commerce.Assistance.DaySheets;

/// <summary>What the page of day sheets shows, as it stands in the address: an export takes the same rows along. What can't be read narrows nothing.</summary>
internal sealed record DaySheetAddress(Guid? Outlet, Month? Month, DaySheetState? State, int Page)
{
    public DaySheetFilter Filter => new(Outlet, Month, State);

    public static DaySheetAddress Read(string query)
    {
        var said = QueryHelpers.ParseQuery(query);
        return new(
            NodeId.TryDecode(Said("outlet"), "out", out var outlet) ? outlet : null,
            SharedKernel.Month.TryParse(Said("month"), out var month) ? month : null,
            Spelled.TryRead<DaySheetState>(Said("state").ToUpperInvariant(), out var state) ? state : null,
            int.TryParse(Said("page"), out var page) && page is > 0 and < 10_000 ? page : 0);

        string Said(string name) => said.TryGetValue(name, out var value) ? value.ToString() : "";
    }

    /// <summary>The address of a file that has these rows.</summary>
    public string At(string path)
    {
        List<(string Name, string? Value)> parts =
        [
            ("outlet", Outlet is { } outlet ? NodeId.Encode("out", outlet) : null), ("month", Month?.ToString()), ("state", State is { } state ? Word(state) : null),
        ];
        return QueryHelpers.AddQueryString(path, parts.Where(p => p.Value is not null).ToDictionary(p => p.Name, p => p.Value));
    }

    public static string Word(DaySheetState state) => GraphJson.EnumName(state).ToLowerInvariant();

    /// <summary>The address at which the sheet of an outlet and day is written.</summary>
    public static string Write(Guid outlet, DateOnly day) =>
        $"/assistance/daysheets/write?outlet={NodeId.Encode("out", outlet)}&day={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    public static string Of(Guid sheet) => $"/assistance/daysheets/{NodeId.Encode("ds", sheet)}";
}
