namespace Commerce.TaskList.Reading;

/// <summary>What text, Word and Excel files have in common: a row of a table, or a paragraph outside of one.</summary>
/// <param name="Number">Where it stands in its file, from 1.</param>
/// <param name="Cells">From left to right; a paragraph is one cell. Cells covered by another (merged) aren't there.</param>
/// <param name="InTable">A row of a table.</param>
internal sealed record Line(int Number, IReadOnlyList<Cell> Cells, bool InTable)
{
    /// <summary>The cells that have text.</summary>
    public IReadOnlyList<Cell> Filled { get; } = [.. Cells.Where(c => c.Text.Length > 0)];

    /// <summary>The text when there is only one, as in a row merged across; converters that repeat it in every column count too.</summary>
    public string? Only { get; } = Cells.Select(c => c.Text).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only] ? only : null;
}

/// <summary>A cell.</summary>
/// <param name="Column">Its first column in the table's grid, from 0.</param>
/// <param name="Paragraphs">Folded, none empty.</param>
internal sealed record Cell(int Column, IReadOnlyList<string> Paragraphs)
{
    /// <summary>The whole text, folded.</summary>
    public string Text { get; } = string.Join(' ', Paragraphs);

    /// <summary>A cell from raw text: folded, cut at line ends.</summary>
    public static Cell Of(int column, string raw) => new(column, [.. raw.Split('\n').Select(Folding.Fold).Where(p => p.Length > 0)]);
}

/// <summary>Everything a file holds, before anybody asks what it means.</summary>
/// <param name="Lines">In the file's order.</param>
/// <param name="Doubts">What the file itself gives cause to doubt: tracked changes, hidden sheets.</param>
internal sealed record FileLines(IReadOnlyList<Line> Lines, IReadOnlyList<Doubt> Doubts);
