using Commerce.Platform.Databases;
using Commerce.SharedKernel;

namespace Commerce.Catalog.Domain;

/// <summary>Words that mean the same kind of goods (榛蘑, 蜜环菌): who types one finds what the others name.</summary>
internal sealed class SynonymGroup : IVersioned, ICatalogueFact
{
    /// <summary>What lies between two words where they are kept; no word contains it.</summary>
    public const char Between = '|';

    public required Guid Id { get; init; }

    /// <summary>Two to twenty, as the office wrote them.</summary>
    public required IReadOnlyList<string> Words { get; set; }

    public int Version { get; set; }

    /// <summary>The words as they may be kept: without blanks around, each once.</summary>
    public static Result<IReadOnlyList<string>> Read(IEnumerable<string> words)
    {
        List<string> read = [.. words.Select(w => w.Trim()).Where(w => w.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        return read.Count is < 2 or > 20 ? SynonymErrors.HowMany
            : read.Find(w => w.Length > 40 || w.Contains(Between, StringComparison.Ordinal)) is { } bad ? SynonymErrors.WordShape(bad)
            : read;
    }

    /// <summary>The group, or the first of its words, that another group has too; null when none has.</summary>
    public static string? Shared(IReadOnlyList<string> words, IEnumerable<SynonymGroup> others) =>
        words.FirstOrDefault(word => others.Any(g => g.Words.Contains(word, StringComparer.OrdinalIgnoreCase)));
}
