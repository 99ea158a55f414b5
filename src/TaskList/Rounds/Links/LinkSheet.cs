using System.Globalization;
using Commerce.TaskList.Domain;
using Microsoft.AspNetCore.Http;

namespace Commerce.TaskList.Rounds.Links;

/// <summary>What the page of a link shows: one round, one body's lines.</summary>
/// <param name="Link">The link.</param>
/// <param name="Round">The round, with this body's unit alone.</param>
/// <param name="Unit">The body.</param>
/// <param name="Before">Where its own figures stood before the period.</param>
/// <param name="Typed">What stands in the form.</param>
/// <param name="Refusal">Why what was sent wasn't taken.</param>
/// <param name="Said">answered or kept, once.</param>
internal sealed record LinkSheet(RoundLink Link, RoundView Round, RoundUnitView Unit, IReadOnlyDictionary<Guid, decimal> Before, LinkTyped Typed, Commerce.SharedKernel.Error? Refusal, string? Said)
{
    public bool MayAnswer => Round.State == RoundState.Open && Unit.State is RoundUnitState.Owing or RoundUnitState.Returned;
}

/// <summary>A form as it was sent, or as it begins.</summary>
internal sealed class LinkTyped
{
    /// <summary>The page that was sent: each time it is drawn it is another, so that a refused answer can be mended and sent again.</summary>
    public string Key { get; init; } = "";

    public bool HandIn { get; init; }

    /// <summary>Of the draft that is written over.</summary>
    public int? Version { get; init; }

    public string Narrative { get; init; } = "";

    public Dictionary<Guid, string> Figures { get; } = [];

    public Dictionary<Guid, string> Percents { get; } = [];

    /// <summary>Names by file: those of an earlier version that stay, and those that were just sent.</summary>
    public Dictionary<Guid, string> Files { get; } = [];

    /// <summary>It begins with the draft, or with what was sent back.</summary>
    public static LinkTyped Of(RoundUnitView unit)
    {
        var before = unit.Draft ?? unit.Latest;
        var typed = new LinkTyped { Narrative = before?.Narrative ?? "" };
        foreach (var figure in before?.Figures ?? [])
        {
            typed.Figures[figure.MetricId] = figure.Value.ToString("0.####", CultureInfo.InvariantCulture);
        }

        foreach (var percent in before?.Percents ?? [])
        {
            typed.Percents[percent.MeasureId] = percent.Percent.ToString(CultureInfo.InvariantCulture);
        }

        foreach (var file in before?.Files ?? [])
        {
            typed.Files[file.Id] = file.Name;
        }

        return typed;
    }

    public static LinkTyped Of(IFormCollection form)
    {
        var typed = new LinkTyped
        {
            Key = form["key"].ToString() is { Length: > 0 and <= 64 } key ? key : Guid.NewGuid().ToString("N"),
            HandIn = form["act"] == "hand-in",
            Version = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
            Narrative = form["narrative"].ToString().Replace("\r\n", "\n", StringComparison.Ordinal),
        };
        foreach (var (name, value) in form)
        {
            if (name.Length == 34 && name.StartsWith("f-", StringComparison.Ordinal) && Guid.TryParseExact(name.AsSpan(2), "N", out var metric))
            {
                typed.Figures[metric] = value.ToString().Trim();
            }
            else if (name.Length == 34 && name.StartsWith("p-", StringComparison.Ordinal) && Guid.TryParseExact(name.AsSpan(2), "N", out var measure))
            {
                typed.Percents[measure] = value.ToString().Trim();
            }
            else if (name.Length == 34 && name.StartsWith("k-", StringComparison.Ordinal) && Guid.TryParseExact(name.AsSpan(2), "N", out var file))
            {
                typed.Files[file] = value.ToString();
            }
        }

        return typed;
    }
}
