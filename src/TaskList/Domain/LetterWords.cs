namespace Commerce.TaskList.Domain;

/// <summary>What the colours and states of letters are called, and which light gives which colour.</summary>
internal static class LetterWords
{
    /// <summary>The colour that a light gives; null when there is nothing to supervise.</summary>
    public static LetterColour? Of(Light light) => light.Colour switch
    {
        LightColour.Red => LetterColour.Red,
        LightColour.Yellow => light.Near ? LetterColour.Blue : LetterColour.Yellow,
        LightColour.Green or LightColour.None => null,
    };

    /// <summary>The colour in words: paper may be copied without its colour.</summary>
    public static string Text(this LetterColour colour, bool chinese) => colour switch
    {
        LetterColour.Blue => chinese ? "蓝色（临近时限）" : "blue (the day is near)",
        LetterColour.Yellow => chinese ? "黄色（进度滞后）" : "yellow (behind)",
        LetterColour.Red => chinese ? "红色（逾期）" : "red (overdue)",
    };

    /// <summary>蓝、黄、红, for narrow places.</summary>
    public static string Short(this LetterColour colour, bool chinese) => colour switch
    {
        LetterColour.Blue => chinese ? "蓝色" : "blue",
        LetterColour.Yellow => chinese ? "黄色" : "yellow",
        LetterColour.Red => chinese ? "红色" : "red",
    };

    public static string Text(this LetterState state, bool chinese) => state switch
    {
        LetterState.Draft => chinese ? "拟稿" : "draft",
        LetterState.Issued => chinese ? "已发出，待回复" : "issued, to be answered",
        LetterState.Replied => chinese ? "已回复，待办结" : "answered, to be judged",
        LetterState.Overdue => chinese ? "逾期未回复" : "answer overdue",
        LetterState.Closed => chinese ? "已办结" : "closed",
    };

    /// <summary>The state, with what a closed letter ended by.</summary>
    public static string StateText(this SupervisionLetter letter, DateOnly today, bool chinese) =>
        letter.Superseded ? chinese ? $"逾期未回复，已升级为{letter.ClosedNote}" : $"never answered, went on as {letter.ClosedNote}"
        : letter.StateOn(today) == LetterState.Overdue
            ? chinese ? $"逾期 {today.DayNumber - letter.ReplyDueOn.DayNumber} 天未回复" : $"answer {today.DayNumber - letter.ReplyDueOn.DayNumber} days overdue"
            : letter.StateOn(today).Text(chinese);
}
