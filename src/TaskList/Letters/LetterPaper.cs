using System.Globalization;
using Commerce.Platform.Documents;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Letters;

/// <summary>A letter on paper, in the layout of official letters: as a draft with brackets for the number, later as it was issued. What came after its issue changes nothing in it. It is printed to be sealed and sent, so no mark of who took it away stands on it.</summary>
internal static class LetterPaper
{
    /// <summary>The words of the head after the office.</summary>
    public const string Kind = "督办函";

    // How the lights of standing work begin.
    private const string KeptUp = "长期坚持，";

    public static OfficialPaper Of(SupervisionLetter letter, string list, string? escalated) => new(
        letter.Office + Kind,
        letter.Number ?? "〔　　　〕　　号",
        $"关于{Short(letter)}的{Kind}",
        [
            .. Opening(letter, letter.PrintedTitle ?? list, escalated),
            OfficialPart.Heading("一、督办要求"),
            OfficialPart.Text(letter.Demand),
            OfficialPart.Heading("二、回复时限"),
            OfficialPart.Text($"请于{Lights.Day(letter.PrintedDueOn ?? letter.ReplyDueOn)}前，书面回复办理情况，附有关佐证材料。到期未回复的，{Threat(letter)}。"),
        ])
    {
        Grade = $"督办等级：{letter.Colour.Text(true)}{(letter.Number is null ? "　　代拟稿" : "")}",
        GradeColour = letter.Colour switch { LetterColour.Blue => "1D5FAF", LetterColour.Yellow => "9A6700", LetterColour.Red => "B42318" },
        Addressee = letter.Addressee,
        Office = letter.Office,
        Day = letter.IssuedOn is { } on ? Lights.Day(on) : "　　　　年　　月　　日",
        IsLetter = true,
    };

    /// <summary>The file's name.</summary>
    public static string FileName(SupervisionLetter letter) => $"{Kind}-{letter.Addressee}-{(letter.Number ?? "代拟稿").Replace('/', '-')}.docx";

    private static IEnumerable<OfficialPart> Opening(SupervisionLetter letter, string list, string? escalated)
    {
        if (escalated is not null)
        {
            yield return OfficialPart.Text($"{escalated}要求回复的事项，到期未收到你单位回复。现升级督办。");
        }

        var on = string.Create(CultureInfo.InvariantCulture, $"截至{Lights.Day(letter.DraftedOn)}");
        yield return OfficialPart.Text($"《{list}》{letter.Subject}，由你单位负责。{on}，该事项{Standing(letter)}。");
        if (letter.RaisedReason is { } reason && escalated is null)
        {
            yield return OfficialPart.Text($"本函按{letter.Colour.Text(true)}督办，理由：{reason.TrimEnd('。')}。");
        }
    }

    // Above red there is nothing to go on to.
    private static string Threat(SupervisionLetter letter) => letter.Colour == LetterColour.Red ? "予以通报批评" : "升级督办";

    // The light's words as they stand after 该事项.
    private static string Standing(SupervisionLetter letter) =>
        letter.LightChinese.StartsWith(KeptUp, StringComparison.Ordinal) ? $"属长期坚持任务，{letter.LightChinese[KeptUp.Length..]}" : letter.LightChinese;

    // The title names the matter without its whole text.
    private static string Short(SupervisionLetter letter)
    {
        var end = letter.Subject.IndexOf('“', StringComparison.Ordinal);
        return end > 0 ? letter.Subject[..end] : letter.Subject;
    }
}
