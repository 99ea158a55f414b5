using System.Globalization;

namespace Commerce.Walkthrough;

/// <summary>Prints the story: headings, aligned amounts, and a tick or a cross for each expectation.</summary>
internal sealed class Sheet(TextWriter writer)
{
    private const int LabelWidth = 44;
    private const int AmountWidth = 14;

    public int Wrong { get; private set; }

    public int Right { get; private set; }

    public void Heading(string text) => writer.WriteLine($"\n== {text}");

    public void Line(string text) => writer.WriteLine($"   {text}");

    public void Amount(string label, long fen) => writer.WriteLine($"   {Pad(label)}{Yuan(fen),AmountWidth}");

    public void Amount(string label, long fen, long expected)
    {
        var ok = fen == expected;
        Count(ok);
        writer.WriteLine($" {Mark(ok)} {Pad(label)}{Yuan(fen),AmountWidth}{(ok ? "" : $"    应为 {Yuan(expected)}")}");
    }

    public void Check(string label, bool ok, string? seen = null)
    {
        Count(ok);
        writer.WriteLine($" {Mark(ok)} {Pad(label)}{seen}");
    }

    public static string Yuan(long fen) => (fen / 100m).ToString("#,##0.00", CultureInfo.InvariantCulture);

    private static string Mark(bool ok) => ok ? "✓" : "✗";

    private void Count(bool ok)
    {
        Right += ok ? 1 : 0;
        Wrong += ok ? 0 : 1;
    }

    // A Chinese character takes two columns of a terminal.
    private static string Pad(string text) => text + new string(' ', Math.Max(1, LabelWidth - text.Sum(c => c >= 0x2E80 ? 2 : 1)));
}
