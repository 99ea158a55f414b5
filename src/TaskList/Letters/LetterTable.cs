using System.Globalization;
using Commerce.Platform.Documents;
using Commerce.TaskList.Domain;

namespace Commerce.TaskList.Letters;

/// <summary>Letters as a table to take away.</summary>
internal static class LetterTable
{
    public static PaperTable Of(IReadOnlyList<LetterView> letters, bool chinese) => new(
        chinese ? "督办函" : "Supervision letters",
        [
            new(chinese ? "发文字号" : "Number", 14), new(chinese ? "等级" : "Colour", 6), new(chinese ? "单位" : "Unit", 10), new(chinese ? "事项" : "Matter", 22), new(chinese ? "督办要求" : "Demand", 26),
            new(chinese ? "发文日期" : "Issued on", 11), new(chinese ? "回复时限" : "Answer by", 11), new(chinese ? "状态" : "State", 12), new(chinese ? "回复" : "Answer", 22),
        ],
        [
            .. letters.Select(v => new PaperRow(
            [
                v.Letter.Number ?? "", v.Letter.Colour.Short(chinese), v.Unit, v.Letter.Subject, v.Letter.Demand, Day(v.Letter.IssuedOn), Day(v.Letter.ReplyDueOn),
                v.Letter.StateText(v.Standing.AsOf, chinese), v.Reply ?? "",
            ])),
        ]);

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
